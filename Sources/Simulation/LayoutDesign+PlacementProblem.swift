import Facility
public import Placement
public import Scenario

/// The guests of a layout on its servers as placement sees them, to be planned again by any policy.
public struct PlacedLayout: Sendable {
  /// Guests of the busiest moment, servers, rules. Servers are grouped by enclosure and by rack.
  public let problem: PlacementProblem
  /// The names of the guests, such as `web-7`.
  public let guestNames: [String]
  /// The plan of the design.
  public let plan: PlacementPlan
}

extension LayoutDesign {
  /// The guests that the layout was designed for, on the servers it was designed with.
  ///
  /// - Parameter demand: the plan that the design was made from.
  public func placedLayout(of scenario: Scenario, _ demand: DemandPlan) -> PlacedLayout {
    let choice = scenario.layouts[layout]
    let demand = demand.reclaiming(after: choice.reclaimIdleAfter)
    let guests = demand.guestsAtBusiestMoment
    let rackOfEquipment = rackOfEquipment
    let table = HostTable(
      hosts, of: sizing.hostType,
      domains: [
        FailureDomains("enclosure", hosts: hosts, hostsPerDomain: max(1, bladesPerEnclosure)),
        FailureDomains("rack", domainOfHost: (0..<hosts).map { Int32(rackOfEquipment[equipment(of: $0)]) }),
      ])
    let rules = RulesOfGroups(scenario, layout: choice, guests: guests)
    let names = guests.map { demand.name(of: $0, in: scenario) }
    return PlacedLayout(
      problem: PlacementProblem(
        resources: GuestSizing.resources, guests: sizing.table(of: guests), hosts: table,
        rules: rules.rules(table), spare: choice.placement.spare.rule, objective: rules.objective),
      guestNames: names, plan: plan)
  }
}
