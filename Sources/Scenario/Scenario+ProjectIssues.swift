import Economics
import Project
import Quantities
import Workload

extension Scenario {
  /// The problems of a project, each at the key of the scenario that it comes from.
  ///
  /// How many servers there are shows only when layouts are designed, so the plan is looked at with a server for each
  /// guest and room for all. The counts of a design are sound by themselves.
  func issues(of project: ProjectChoice) -> [Issue] {
    var found: [Issue] = []
    let names = layouts.map(\.name)
    if names.first == project.target {
      found.append(
        Issue(
          at: "project.to", "'\(project.target)' is the layout that guests are moved from",
          help: "name another layout"))
    } else if !names.contains(project.target) {
      found.append(
        Issue(
          at: "project.to", "there is no layout '\(project.target)'", help: layoutsMeant(by: project.target)))
    }
    found += repeatedCosts(of: project)
    let groups = guests.map(\.name)
    for (index, exception) in project.exceptions.enumerated() where !groups.contains(exception.guests) {
      found.append(
        Issue(
          at: "project.exceptions[\(index)].guests", "there is no group of guests '\(exception.guests)'",
          help: "the groups are \(groups.joined(separator: ", "))"))
    }
    for (index, name) in repeated(project.exceptions.map(\.guests)) {
      found.append(
        Issue(
          at: "project.exceptions[\(index)].guests", "there are two exceptions for the guests '\(name)'",
          help: "put them together"))
    }
    let moved = guests.indices.filter { guests[$0].count > 0 }
    guard !moved.isEmpty, repeated(groups).isEmpty else { return found }
    for problem in draft(project, moving: moved).issues() {
      let place = place(of: problem.path, project, moved)
      let severity: Issue.Severity = problem.severity == .error ? .error : .warning
      let issue = Issue(severity, at: place, problem.message, help: problem.help)
      // What holds for all guests is said once.
      if !found.contains(issue) { found.append(issue) }
    }
    return found
  }

  /// Lines that would count the work of moving a second time, beside what the project comes to.
  private func repeatedCosts(of project: ProjectChoice) -> [Issue] {
    guard let target = layouts.firstIndex(where: { $0.name == project.target }) else { return [] }
    return layouts[target].costs.enumerated().compactMap { index, line in
      guard line.category == .project, line.recurrence == .once else { return nil }
      return Issue(
        at: "layouts[\(target)].costs[\(index)].category",
        "'\(line.item)' and the block 'project' would count the work of moving twice",
        help: "leave the line out, or make it the price of one of the project's tasks")
    }
  }

  private func draft(_ project: ProjectChoice, moving moved: [Int]) -> ProjectPlan {
    var plan = project.frame
    plan.groups = moved.map { index in
      var group = project.move(of: guests[index].name)
      group.name = guests[index].name
      group.servers = guests[index].count
      group.data = guests[index].disk
      return group
    }
    var order = project.equipment
    order.name = project.target
    order.units = 1
    order.serversPerUnit = 1
    order.guestsPerUnit = plan.guestCount
    plan.orders = [order]
    return plan
  }

  /// The key of the scenario for a path of the plan: the same words, apart from old servers and new equipment.
  private func place(of path: String, _ project: ProjectChoice, _ moved: [Int]) -> String {
    var steps = path.split(separator: ".").map { ProjectChoice.words(String($0)) }
    guard let first = steps.first else { return "project" }
    if first == "orders" || first.hasPrefix("orders[") {
      steps[0] = "equipment"
    } else if first == "groups" {
      return "workload.guests"
    } else if let index = moved.indices.first(where: { first == "groups[\($0)]" }) {
      if steps.last == "data" { return "workload.guests[\(moved[index])].disk" }
      let name = guests[moved[index]].name
      let exception = project.exceptions.firstIndex { $0.guests == name }
      steps[0] = exception.map { "exceptions[\($0)]" } ?? "move"
      if steps.count > 1, steps[1] == "work" { steps.remove(at: 1) }
    }
    return (["project"] + steps).joined(separator: ".")
  }
}

extension ProjectChoice {
  /// The key of a property: `cutOver` is written `cut over`.
  fileprivate static func words(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? " " + letter.lowercased() : "\(letter)"
    }
  }
}
