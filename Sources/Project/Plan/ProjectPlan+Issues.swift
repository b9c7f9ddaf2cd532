import EventEngine
import Quantities

extension ProjectPlan {
  /// Every problem of the plan as a whole, as far as it can be seen without simulating: names that clash or are
  /// missing, work that nobody can do, windows too short, tasks that wait for each other.
  public func issues() -> [PlanIssue] {
    var found = nameIssues + peopleIssues + networkIssues + taskIssues + groupIssues + waveIssues + priceIssues
    // What follows unfolds calendars, which needs sound values.
    if !found.contains(where: { $0.severity == .error }) { found += timeIssues }
    return found
  }

  /// More guests than that are a slip.
  private static let mostGuests = 1_000_000

  // MARK: Names

  private var nameIssues: [PlanIssue] {
    repeated(calendars.map(\.name), "calendars", "calendars")
      + repeated(roles.map(\.name), "roles", "roles") + repeated(skills.map(\.name), "skills", "skills")
      + repeated(people.map(\.name), "people", "people")
      + repeated(segments.map(\.name), "segments", "network segments")
      + repeated(groups.map(\.name), "groups", "groups")
      + repeated(tasks.map(\.name), "tasks", "tasks") + repeated(orders.map(\.name), "orders", "orders")
      + orders.enumerated().filter { order in tasks.contains { $0.name == order.element.name } }.map {
        PlanIssue(
          at: "orders[\($0.offset)].name", "a task and an order are named '\($0.element.name)'", help: "rename one")
      }
  }

  private func repeated(_ names: [String], _ path: String, _ things: String) -> [PlanIssue] {
    var seen: Set<String> = []
    return names.enumerated().filter { !seen.insert($0.element).inserted }.map {
      PlanIssue(at: "\(path)[\($0.offset)].name", "two \(things) are named '\($0.element)'", help: "rename one")
    }
  }

  private func unknown(_ kind: String, _ name: String, at path: String, of names: [String]) -> PlanIssue? {
    names.contains(name)
      ? nil
      : PlanIssue(
        at: path, "there is no \(kind) '\(name)'",
        help: names.isEmpty ? "the plan has none" : "the plan has \(names.joined(separator: ", "))")
  }

  /// An issue unless a value is above zero, or at least zero.
  private func outOfRange(
    _ value: Double, at path: String, _ name: String, orZero: Bool = true
  ) -> PlanIssue? {
    value.isFinite && (value > 0 || (orZero && value == 0))
      ? nil : PlanIssue(at: path, "\(name) must be \(orZero ? "at least" : "above") zero")
  }

  // MARK: People

  private var peopleIssues: [PlanIssue] {
    var found: [PlanIssue?] = [
      outOfRange(effortVariation.value, at: "effortVariation", "the variation of effort"),
      outOfRange(limit.value, at: "limit", "the limit", orZero: false),
    ]
    for (number, calendar) in calendars.enumerated() {
      found += hoursIssues(calendar.hours, at: "calendars[\(number)]", "calendar '\(calendar.name)'")
    }
    found += hoursIssues(windows, at: "windows", "the change window")
    for (number, person) in people.enumerated() {
      let path = "people[\(number)]"
      found += [
        unknown("role", person.role, at: "\(path).role", of: roles.map(\.name)),
        unknown("calendar", person.calendar, at: "\(path).calendar", of: calendars.map(\.name)),
        outOfRange(person.speed.value, at: "\(path).speed", "the speed", orZero: false),
      ]
      for (place, skill) in person.skills.enumerated() {
        found.append(unknown("skill", skill, at: "\(path).skills[\(place)]", of: skills.map(\.name)))
      }
      for (place, skill) in person.trained.enumerated() where !person.skills.contains(skill) {
        found.append(
          PlanIssue(
            .warning, at: "\(path).trained[\(place)]", "\(person.name) is trained in '\(skill)', which is none of "
              + "the skills", help: "add it to the skills"))
      }
      for (place, span) in person.absences.enumerated() where span.last < span.first {
        found.append(PlanIssue(at: "\(path).absences[\(place)]", "the absence ends before it begins"))
      }
    }
    for (number, skill) in skills.enumerated() {
      guard let course = skill.course else { continue }
      let path = "skills[\(number)].course"
      found += [
        outOfRange(course.length.value, at: "\(path).length", "the length of a course", orZero: false),
        outOfRange(course.speedBefore.value, at: "\(path).speedBefore", "the speed before a course"),
        outOfRange(course.speedAfter.value, at: "\(path).speedAfter", "the speed after a course", orZero: false),
      ]
      if let seats = course.seats, seats < 1 {
        found.append(PlanIssue(at: "\(path).seats", "a course has at least one seat"))
      }
      if course.speedAfter < course.speedBefore {
        found.append(PlanIssue(.warning, at: "\(path).speedAfter", "the course makes people slower"))
      }
    }
    return found.compactMap { $0 }
  }

  private func hoursIssues(_ hours: OpenHours, at path: String, _ name: String) -> [PlanIssue] {
    var found: [PlanIssue] = []
    if !hours.weekly.contains(where: { !$0.days.isEmpty && $0.length > .zero }) {
      found.append(PlanIssue(at: "\(path).weekly", "\(name) has no hours"))
    }
    for (number, weekly) in hours.weekly.enumerated() {
      if weekly.from < .zero || weekly.from >= Seconds(days: 1) || !weekly.from.value.isFinite {
        found.append(PlanIssue(at: "\(path).weekly[\(number)].from", "hours begin between 0:00 and 24:00"))
      }
      if weekly.length <= .zero || weekly.length > Seconds(days: 7) || !weekly.length.value.isFinite {
        found.append(
          PlanIssue(at: "\(path).weekly[\(number)].length", "hours last more than nothing and at most a week"))
      }
    }
    for (number, span) in hours.closed.enumerated() where span.last < span.first {
      found.append(PlanIssue(at: "\(path).closed[\(number)]", "the closed days end before they begin"))
    }
    return found
  }

  // MARK: Network, tasks and groups

  /// Problems of one piece of work: hours, and that someone can do it.
  private func laborIssues(_ labor: Labor, at path: String) -> [PlanIssue] {
    if let issue = outOfRange(labor.effort.value, at: "\(path).effort", "an effort") { return [issue] }
    guard labor.effort > .zero else { return [] }
    if let issue = unknown("skill", labor.skill, at: "\(path).skill", of: skills.map(\.name)) { return [issue] }
    guard people.contains(where: { $0.skills.contains(labor.skill) }) else {
      return [
        PlanIssue(
          at: "\(path).skill", "nobody has the skill '\(labor.skill)'", help: "give it to a person, or add one")
      ]
    }
    return []
  }

  private var networkIssues: [PlanIssue] {
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

  private var taskIssues: [PlanIssue] {
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
        outOfRange(Double(order.serversPerUnit), at: "\(path).serversPerUnit", "the number of servers", orZero: false),
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

  private var groupIssues: [PlanIssue] {
    var found: [PlanIssue?] = []
    for (number, group) in groups.enumerated() {
      let path = "groups[\(number)]"
      found += [
        outOfRange(Double(group.servers), at: "\(path).servers", "the number of servers", orZero: false),
        outOfRange(Double(group.guestsPerServer), at: "\(path).guestsPerServer", "the number of guests", orZero: false),
        outOfRange(group.data.value, at: "\(path).data", "the amount of data"),
        outOfRange(group.work.rollBack.value, at: "\(path).work.rollBack", "the time of a roll-back"),
        outOfRange(group.parallelRunning.value, at: "\(path).parallelRunning", "parallel running"),
        outOfRange(group.proving.value, at: "\(path).proving", "the time until guests have proved themselves"),
        group.segment.flatMap { unknown("network segment", $0, at: "\(path).segment", of: segments.map(\.name)) },
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

  private var waveIssues: [PlanIssue] {
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

  // MARK: Prices

  private var priceIssues: [PlanIssue] {
    var prices: [(path: String, money: Money?)] = []
    prices += roles.enumerated().map { ("roles[\($0.offset)].price", $0.element.price.money) }
    prices += skills.enumerated().map { ("skills[\($0.offset)].course.price", $0.element.course?.price) }
    prices += tasks.enumerated().map { ("tasks[\($0.offset)].price", $0.element.price) }
    prices += orders.enumerated().map { ("orders[\($0.offset)].price", $0.element.price) }
    prices += groups.enumerated().map { ("groups[\($0.offset)].movePrice", $0.element.movePrice) }
    prices += groups.enumerated().map { ("groups[\($0.offset)].removalPrice", $0.element.removalPrice) }
    return prices.compactMap { path, money in
      guard let money, money.currency != currency else { return nil }
      return PlanIssue(
        at: path, "this price is in \(money.currency), the plan in \(currency)", help: "use one currency in a plan")
    }
  }
}
