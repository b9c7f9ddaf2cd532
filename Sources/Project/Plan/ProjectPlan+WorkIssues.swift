import Quantities

// The network, tasks, old servers and waves.
extension ProjectPlan {
  /// More guests than that are a slip.
  private static let mostGuests = 1_000_000

  /// Problems of one piece of work: hours, and that someone can do it.
  private func laborIssues(_ labor: Labor, at path: String) -> [PlanIssue] {
    if let issue = outOfRange(labor.effort.value, at: "\(path).effort", "an effort") { return [issue] }
    guard labor.effort > .zero else { return [] }
    if let issue = unknown("skill", labor.skill, at: "\(path).skill", of: skills.map(\.name)) {
      return [issue]
    }
    guard people.contains(where: { $0.skills.contains(labor.skill) }) else {
      return [
        PlanIssue(
          at: "\(path).skill", "nobody has the skill '\(labor.skill)'",
          help: "give it to a person, or add one")
      ]
    }
    return []
  }

  var networkIssues: [PlanIssue] {
    var found: [PlanIssue?] = [
      outOfRange(network.rate.value, at: "network.rate", "the rate of the network", orZero: false),
      network.perCopy.flatMap {
        outOfRange($0.value, at: "network.perCopy", "the rate of one copy", orZero: false)
      },
    ]
    if let slots = network.slots, slots < 1 {
      found.append(PlanIssue(at: "network.slots", "at least one copy runs at a time"))
    }
    for (number, segment) in segments.enumerated() {
      let path = "segments[\(number)]"
      found += laborIssues(segment.setUp, at: "\(path).setUp")
      found += laborIssues(segment.eachGuest, at: "\(path).eachGuest")
      for (place, service) in segment.services.enumerated() {
        found += laborIssues(service.work, at: "\(path).services[\(place)].work")
      }
    }
    return found.compactMap { $0 }
  }

  var taskIssues: [PlanIssue] {
    var found: [PlanIssue?] = []
    let names = tasks.map(\.name) + orders.map(\.name)
    for (number, task) in tasks.enumerated() {
      let path = "tasks[\(number)]"
      switch task.content {
      case .work(let labor), .workInWindow(let labor): found += laborIssues(labor, at: path)
      case .wait(let time): found.append(outOfRange(time.value, at: "\(path).wait", "a wait"))
      }
      for (place, name) in task.after.enumerated() {
        found.append(unknown("task or order", name, at: "\(path).after[\(place)]", of: names))
      }
    }
    for (place, name) in movesAfter.enumerated() {
      found.append(unknown("task or order", name, at: "movesAfter[\(place)]", of: names))
    }
    for (number, order) in orders.enumerated() {
      let path = "orders[\(number)]"
      found += laborIssues(order.rack, at: "\(path).rack") + laborIssues(order.install, at: "\(path).install")
      found += [
        outOfRange(order.orderedAfter.value, at: "\(path).orderedAfter", "the day of the order"),
        outOfRange(order.leadTime.value, at: "\(path).leadTime", "the lead time"),
        outOfRange(order.leadTimeVariation.value, at: "\(path).leadTimeVariation", "the variation"),
        outOfRange(Double(order.units), at: "\(path).units", "the number of units", orZero: false),
        outOfRange(Double(order.serversPerUnit), at: "\(path).serversPerUnit", "the number of servers"),
        outOfRange(Double(order.guestsPerUnit), at: "\(path).guestsPerUnit", "the number of guests"),
      ]
    }
    if let cycle { found.append(cycle) }
    return found.compactMap { $0 }
  }

  /// Tasks that wait for each other, found by walking `after` depth first.
  private var cycle: PlanIssue? {
    var isDone = [Bool](repeating: false, count: tasks.count)
    for start in tasks.indices where !isDone[start] {
      // The way from `start`, with the next entry of `after` to look at.
      var way: [(task: Int, next: Int)] = [(start, 0)]
      while let here = way.last {
        guard here.next < tasks[here.task].after.count else {
          isDone[here.task] = true
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let name = tasks[here.task].after[here.next]
        guard let next = tasks.firstIndex(where: { $0.name == name }), !isDone[next] else { continue }
        if let first = way.firstIndex(where: { $0.task == next }) {
          let names = (way[first...].map { tasks[$0.task].name } + [name]).map { "'\($0)'" }
          return PlanIssue(
            at: "tasks[\(here.task)].after[\(here.next)]",
            "tasks wait for each other: \(names.joined(separator: " after "))", help: "take one link away")
        }
        way.append((next, 0))
      }
    }
    return nil
  }

  var groupIssues: [PlanIssue] {
    var found: [PlanIssue?] = []
    for (number, group) in groups.enumerated() {
      let path = "groups[\(number)]"
      found += [
        outOfRange(Double(group.servers), at: "\(path).servers", "the number of servers", orZero: false),
        outOfRange(
          Double(group.guestsPerServer), at: "\(path).guestsPerServer", "the number of guests", orZero: false),
        outOfRange(group.data.value, at: "\(path).data", "the amount of data"),
        outOfRange(group.work.rollBack.value, at: "\(path).work.rollBack", "the time of a roll-back"),
        outOfRange(group.parallelRunning.value, at: "\(path).parallelRunning", "parallel running"),
        outOfRange(
          group.proving.value, at: "\(path).proving", "the time until guests have proved themselves"),
        group.segment.flatMap {
          unknown("network segment", $0, at: "\(path).segment", of: segments.map(\.name))
        },
      ]
      for (name, labor) in [
        ("prepare", group.work.prepare), ("cutOver", group.work.cutOver), ("test", group.work.test),
        ("decommission", group.work.decommission),
      ] {
        found += laborIssues(labor, at: "\(path).work.\(name)")
      }
      for (name, chance) in [("failure", group.failure), ("testFailure", group.testFailure)]
      where !(chance >= .zero && chance < .one) {
        found.append(
          PlanIssue(
            at: "\(path).\(name)", "a chance of failure lies from 0 to below 100 %",
            help: "a move that always fails never ends"))
      }
    }
    guard !found.contains(where: { $0 != nil }) else { return found.compactMap { $0 } }
    if guestCount == 0 { found.append(PlanIssue(at: "groups", "there is not a single guest to move")) }
    if guestCount > ProjectPlan.mostGuests {
      found.append(
        PlanIssue(
          at: "groups", "\(guestCount) guests are too many", help: "use at most \(ProjectPlan.mostGuests)"))
    }
    let room = orders.reduce(0) { $0 + max($1.units, 0) * max($1.guestsPerUnit, 0) }
    if !orders.isEmpty, room < guestCount {
      found.append(
        PlanIssue(
          at: "orders", "the new equipment takes \(room) guests, \(guestCount) are to move",
          help: "order more units, or put more guests on each"))
    }
    return found.compactMap { $0 }
  }

  var waveIssues: [PlanIssue] {
    var found: [PlanIssue?] = [
      outOfRange(Double(waves.size), at: "waves.size", "the size of a wave", orZero: false),
      outOfRange(Double(waves.pilot), at: "waves.pilot", "the size of the pilot"),
      outOfRange(waves.pause.value, at: "waves.pause", "the pause"),
    ]
    if waves.pilot > 0, waves.pilot >= guestCount {
      found.append(PlanIssue(.warning, at: "waves.pilot", "the pilot is the whole project"))
    }
    return found.compactMap { $0 }
  }
}
