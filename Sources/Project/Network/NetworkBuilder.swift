import EventEngine
import Quantities

/// Unfolds a plan to tasks and links.
struct NetworkBuilder {
  let plan: ProjectPlan
  var tasks: [TaskNode] = []
  var links: [(before: Int32, after: Int32)] = []
  var guests: [TaskNetwork.Guest] = []
  var servers: [TaskNetwork.Server] = []
  var units: [TaskNetwork.Unit] = []
  var services: [(segment: Int, number: Int)] = []
  var waveCount = 0
  var gates: [Int32] = []
  var countsAttempts: [Bool] = []

  /// What stands for a planned task or an order in `after`: all these tasks.
  private var endsByName: [(name: String, ends: [Int32])] = []
  /// The last task of each unit.
  private var unitReady: [Int32] = []
  private var segmentReady: [Int32] = []
  private var begin: Int32 = -1
  /// The first guest of each wave.
  private var firstGuests: [Int] = []
  /// The unit that the next guest goes to, and how many it still takes.
  private var filling = (unit: -1, room: 0)
  /// Tasks of each guest that the gates ask about.
  private var chains: [(cutOver: Int32, test: Int32, parallel: Int32)] = []

  init(_ plan: ProjectPlan) { self.plan = plan }

  mutating func build() {
    addTraining()
    addPlannedTasksAndOrders()
    segmentReady = plan.segments.indices.map { add(.segment, $0, .work, plan.segments[$0].setUp) }
    begin = add(TaskNode(kind: .milestone, purpose: .begin, subject: 0))
    for name in plan.movesAfter { link(ends(of: name), to: begin) }
    let waves = WavePlan(plan)
    servers = waves.servers.map {
      TaskNetwork.Server(group: Int32($0.group), numberInGroup: Int32($0.number))
    }
    waveCount = waves.ends.count
    var first = 0
    for wave in waves.ends.indices {
      addWave(Int32(wave), servers: first..<waves.ends[wave])
      first = waves.ends[wave]
    }
    addServices()
  }

  // MARK: Building blocks

  mutating func add(_ task: TaskNode) -> Int32 {
    tasks.append(task)
    return Int32(tasks.count - 1)
  }

  /// Work of one person; a milestone where there is nothing to do.
  mutating func add(
    _ purpose: TaskPurpose, _ subject: Int, _ kind: TaskNode.Kind, _ labor: Labor, times: Int = 1,
    wave: Int32 = -1, price: Money? = nil
  ) -> Int32 {
    let effort = TimeSpan.seconds(labor.effort.value * Double(times)).milliseconds
    return add(
      TaskNode(
        kind: effort == 0 ? .milestone : kind, purpose: purpose, subject: Int32(subject), wave: wave,
        skill: Int32(plan.skills.firstIndex { $0.name == labor.skill } ?? -1), milliseconds: effort,
        variation: plan.effortVariation.value, price: price?.millionths ?? 0))
  }

  mutating func addWait(
    _ purpose: TaskPurpose, _ subject: Int, _ time: Seconds, variation: Fraction = .zero, wave: Int32 = -1,
    price: Money? = nil
  ) -> Int32 {
    add(
      TaskNode(
        kind: time > .zero ? .wait : .milestone, purpose: purpose, subject: Int32(subject), wave: wave,
        milliseconds: TimeSpan.seconds(time.value).milliseconds, variation: variation.value,
        price: price?.millionths ?? 0))
  }

  mutating func link(_ before: Int32, to after: Int32) { links.append((before, after)) }
  mutating func link(_ before: [Int32], to after: Int32) { for task in before { link(task, to: after) } }

  private func ends(of name: String) -> [Int32] { endsByName.first { $0.name == name }?.ends ?? [] }

  // MARK: Before the moves

  private mutating func addTraining() {
    for (number, skill) in plan.skills.enumerated() {
      guard let course = skill.course else { continue }
      let pupils = plan.people.indices.filter {
        plan.people[$0].skills.contains(skill.name) && !plan.people[$0].trained.contains(skill.name)
      }
      var added: [Int32] = []
      for (place, person) in pupils.enumerated() {
        var task = TaskNode(kind: .work, purpose: .training, subject: Int32(person))
        task.skill = Int32(number)
        task.person = Int32(person)
        task.milliseconds = TimeSpan.seconds(course.length.value).milliseconds
        task.price = course.price.millionths
        added.append(add(task))
        // A seat is free when whoever had it before is done.
        if let seats = course.seats, place >= seats { link(added[place - seats], to: added[place]) }
      }
    }
  }

  private mutating func addPlannedTasksAndOrders() {
    for (number, task) in plan.tasks.enumerated() {
      let id =
        switch task.content {
        case .work(let labor): add(.planned, number, .work, labor, price: task.price)
        case .workInWindow(let labor): add(.planned, number, .duty, labor, price: task.price)
        case .wait(let time): addWait(.planned, number, time, price: task.price)
        }
      endsByName.append((task.name, [id]))
    }
    for (number, order) in plan.orders.enumerated() {
      // The order waits for its day, then for the lead time.
      let placed = addWait(.order, number, order.orderedAfter)
      let delivery = addWait(
        .delivery, number, order.leadTime, variation: order.leadTimeVariation,
        price: order.price.map { $0 * Double(order.units) })
      link(placed, to: delivery)
      var ends: [Int32] = []
      for unit in 0..<order.units {
        units.append(TaskNetwork.Unit(order: Int32(number), numberInOrder: Int32(unit)))
        let rack = add(.rack, units.count - 1, .work, order.rack)
        let install = add(.install, units.count - 1, .work, order.install, times: order.serversPerUnit)
        link(delivery, to: rack)
        link(rack, to: install)
        ends.append(install)
      }
      unitReady += ends
      endsByName.append((order.name, ends))
    }
    for (number, task) in plan.tasks.enumerated() {
      for name in task.after { link(ends(of: name), to: endsByName[number].ends[0]) }
    }
  }

  // MARK: Waves

  private mutating func addWave(_ wave: Int32, servers range: Range<Int>) {
    var gate: Int32 = -1
    firstGuests.append(guests.count)
    if wave > 0 {
      gate = addWait(.gate, Int(wave), plan.waves.pause, wave: wave)
      let rule = wave == 1 && plan.waves.pilot > 0 ? plan.waves.pilotGate : plan.waves.gate
      for guest in firstGuests[Int(wave) - 1]..<guests.count {
        switch rule {
        case .none: break
        case .attempted, .moved: link(chains[guest].cutOver, to: gate)
        case .tested: link(chains[guest].test, to: gate)
        case .accepted: link(chains[guest].parallel, to: gate)
        }
      }
      countsAttempts.append(rule == .attempted)
    }
    gates.append(gate)
    for server in range {
      let group = plan.groups[Int(servers[server].group)]
      var accepted: [Int32] = []
      for place in 0..<group.guestsPerServer {
        addGuest(place, on: server, of: group, in: wave, behind: gate)
        accepted.append(chains[guests.count - 1].parallel)
      }
      let decommission = add(
        .decommission, server, .work, group.work.decommission, wave: wave, price: group.removalPrice)
      servers[server].decommission = decommission
      link(accepted, to: decommission)
    }
    if wave == waveCount - 1 { countsAttempts.append(false) }
  }

  private mutating func addGuest(
    _ place: Int, on server: Int, of group: MoveGroup, in wave: Int32, behind gate: Int32
  ) {
    let guest = guests.count
    let segment = plan.segments.firstIndex { $0.name == group.segment }
    let prepare = add(.prepare, guest, .work, group.work.prepare, wave: wave)
    link(begin, to: prepare)
    let copy = Int32(tasks.count + (segment == nil ? 0 : 1))
    if let segment {
      let readdress = add(.readdress, guest, .work, plan.segments[segment].eachGuest, wave: wave)
      link(begin, to: readdress)
      link(segmentReady[segment], to: readdress)
      link(readdress, to: copy)
    }
    var node = TaskNode(
      kind: group.data > .zero ? .copy : .milestone, purpose: .copy, subject: Int32(guest), wave: wave)
    node.bytes = group.data.value
    _ = add(node)
    link(prepare, to: copy)
    if gate >= 0 { link(gate, to: copy) }
    if let unit = nextUnit() { link(unitReady[unit], to: copy) }
    let cutOver = add(.cutOver, guest, .duty, group.work.cutOver, wave: wave, price: group.movePrice)
    link(copy, to: cutOver)
    let test = add(.test, guest, .work, group.work.test, wave: wave)
    link(cutOver, to: test)
    let parallel = addWait(.parallel, guest, group.parallelRunning, wave: wave)
    link(test, to: parallel)
    guests.append(
      TaskNetwork.Guest(
        group: servers[server].group, server: Int32(server), place: Int32(place), wave: wave, copy: copy,
        cutOver: cutOver))
    chains.append((cutOver, test, parallel))
  }

  /// The unit that takes the next guest; nil when there is room from the start.
  private mutating func nextUnit() -> Int? {
    while filling.room == 0, filling.unit + 1 < units.count {
      filling.unit += 1
      filling.room = plan.orders[Int(units[filling.unit].order)].guestsPerUnit
    }
    guard filling.room > 0 else { return nil }
    filling.room -= 1
    return filling.unit
  }

  private mutating func addServices() {
    for (segment, entry) in plan.segments.enumerated() {
      for (number, service) in entry.services.enumerated() {
        services.append((segment, number))
        let task = add(.service, services.count - 1, .duty, service.work)
        link(segmentReady[segment], to: task)
        for guest in guests.indices where plan.groups[Int(guests[guest].group)].segment == entry.name {
          link(chains[guest].cutOver, to: task)
        }
      }
    }
  }
}
