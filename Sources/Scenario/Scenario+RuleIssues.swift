import Quantities
import Workload

extension Scenario {
  /// The problems of the rules about where groups of guests may stand.
  func ruleIssues(_ layout: Layout, _ path: String) -> [Issue] {
    let rules = layout.placement.rules
    var found: [Issue] = []
    if layout.isMixed, !rules.isEmpty {
      found.append(
        Issue(
          at: "\(path).placement",
          "hosts of several techniques are sized one technique after the other, without rules",
          help: "leave out apart, together, fences and licences, or give all guests one technique"))
    }
    for (index, rule) in rules.apart.enumerated() {
      found += unknown(rule.groups, at: "\(path).placement.apart[\(index)]")
    }
    for (index, rule) in rules.together.enumerated() {
      let place = "\(path).placement.together[\(index)]"
      found += unknown(rule.groups, at: place)
      if rule.place == .enclosure, layout.servers.enclosure == nil {
        found.append(
          Issue(
            at: "\(place).in", "\(layout.servers.model.title) stands in no enclosure",
            help: "write 'server', or choose blades"))
      }
      for group in guests where rule.groups.contains(group.name) && group.arrivals != nil {
        found.append(
          Issue(
            at: "\(place).guests", "guests '\(group.name)' come and go, and cannot be kept together",
            help: "keep together groups that are there throughout"))
      }
    }
    for (index, rule) in rules.fences.enumerated() {
      let place = "\(path).placement.fences[\(index)]"
      found += unknown(rule.groups, at: place)
      if rule.last < rule.first {
        found.append(
          Issue(
            at: "\(place).to server", "server \(rule.last) comes before server \(rule.first)",
            help: "write a number from \(rule.first)"))
      }
      if let count = layout.servers.count, rule.last > count {
        found.append(
          Issue(
            at: "\(place).to server", "there are \(count) servers, found \(rule.last)",
            help: "write a number from 1 to \(count)"))
      }
    }
    for (index, licence) in rules.licences.enumerated() {
      let place = "\(path).placement.licences[\(index)]"
      found += unknown(licence.groups, at: place)
      found += [currencyIssue(of: licence.price, "this price", at: "\(place).price")].compactMap(\.self)
      let count = certainHosts(of: layout) ?? guestCount
      if licence.price.amount * Double(count) > Scenario.mostMoney {
        found.append(
          Issue(
            at: "\(place).price", "\(licence.price) for each of up to \(count) is too large",
            help: "lower the price"))
      }
    }
    return found
  }

  private func unknown(_ groups: [String], at place: String) -> [Issue] {
    if groups.isEmpty {
      return [Issue(at: "\(place).guests", "there are no guests", help: "name groups of guests")]
    }
    return groups.filter { name in !guests.contains { $0.name == name } }.map { name in
      let known = guests.map { "'\($0.name)'" }.joined(separator: ", ")
      return Issue(
        at: "\(place).guests", "there are no guests '\(name)'", help: "the groups of guests are \(known)")
    }
  }
}
