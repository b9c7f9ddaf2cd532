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
    let guests = demand.guestsAtBusiestMoments(of: sizing.estate)
    let names = guests.map { demand.name(of: $0, in: scenario) }
    return PlacedLayout(
      problem: problem(for: guests, of: scenario, byRack: true),
      guestNames: names, plan: plan)
  }
}
