import Quantities

extension ProjectPlan {
  /// Every problem of the plan as a whole, as far as it can be seen without simulating: names that clash or are
  /// missing, work that nobody can do, windows too short, tasks that wait for each other.
  public func issues() -> [PlanIssue] {
    var found =
      nameIssues + peopleIssues + networkIssues + taskIssues + groupIssues + waveIssues + priceIssues
    // What follows unfolds calendars, which needs sound values.
    if !found.contains(where: { $0.severity == .error }) { found += timeIssues }
    return found
  }

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
          at: "orders[\($0.offset)].name", "a task and an order are named '\($0.element.name)'",
          help: "rename one")
      }
  }

  private func repeated(_ names: [String], _ path: String, _ things: String) -> [PlanIssue] {
    var seen: Set<String> = []
    return names.enumerated().filter { !seen.insert($0.element).inserted }.map {
      PlanIssue(
        at: "\(path)[\($0.offset)].name", "two \(things) are named '\($0.element)'", help: "rename one")
    }
  }

  /// An issue unless a name is one of those there are.
  func unknown(_ kind: String, _ name: String, at path: String, of names: [String]) -> PlanIssue? {
    names.contains(name)
      ? nil
      : PlanIssue(
        at: path, "there is no \(kind) '\(name)'",
        help: names.isEmpty ? "the plan has none" : "the plan has \(names.joined(separator: ", "))")
  }

  /// An issue unless a value is above zero, or at least zero.
  func outOfRange(
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
            .warning, at: "\(path).trained[\(place)]",
            "\(person.name) is trained in '\(skill)', which is none of "
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
        outOfRange(
          course.speedAfter.value, at: "\(path).speedAfter", "the speed after a course", orZero: false),
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
          PlanIssue(at: "\(path).weekly[\(number)].length", "hours last more than nothing and at most a week")
        )
      }
    }
    for (number, span) in hours.closed.enumerated() where span.last < span.first {
      found.append(PlanIssue(at: "\(path).closed[\(number)]", "the closed days end before they begin"))
    }
    return found
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
        at: path, "this price is in \(money.currency), the plan in \(currency)",
        help: "use one currency in a plan")
    }
  }
}
