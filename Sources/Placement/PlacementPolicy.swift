/// A way to choose hosts for guests.
///
/// A policy places a batch into a fleet that may hold guests already. It never moves a guest that has a host; a
/// guest that it cannot place keeps none, and the plan names the reason. The same input gives the same plan.
public protocol PlacementPolicy: Sendable {
  /// The name and parameters, for the plan: `first-fit-decreasing (average weights)`.
  var name: String { get }
  /// Places guests that have no host.
  func place(_ guests: [Int32], into fleet: inout FleetState)
  /// Places all guests of a problem on its empty hosts. A policy that proves a bound on the way says so in the plan.
  func plan(for problem: PlacementProblem) -> PlacementPlan
  /// A rule that says in an instant how many hosts are about enough, for a policy that searches; nil where it is one itself.
  ///
  /// Guests that come one by one are placed by ``OnlinePlacement`` then: searching is for whole plans.
  var quick: (any PlacementPolicy)? { get }
}

extension PlacementPolicy {
  /// A rule is quick itself.
  public var quick: (any PlacementPolicy)? { nil }
  /// Places all guests of a problem on its empty hosts.
  public func plan(for problem: PlacementProblem) -> PlacementPlan {
    var fleet = FleetState(problem)
    place(Array(0..<Int32(problem.guests.count)), into: &fleet)
    return PlacementPlan(fleet, method: name)
  }
}
