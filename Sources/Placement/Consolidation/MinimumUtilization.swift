/// The guest that uses the least of its own processors. The first of equals.
///
/// **Valid for** guests of any size: it compares what each uses of its own, not of the host.
/// **Not modelled**: how long the guest takes to move.
/// **Source**: the rule `PowerVmSelectionPolicyMinimumUtilization` of CloudSim 3.0.3, as its documentation describes it.
///
/// Example: of 40 %, 5 % and 5 % the second goes.
public struct MinimumUtilization: GuestSelection, Hashable {
  /// The rule.
  public init() {}

  /// The first guest with the least utilization.
  public func choice(among guests: MovableGuests, using generator: inout some RandomNumberGenerator) -> Int {
    precondition(guests.count > 0, "there is no guest to choose")
    return guests.utilization.firstIndexOfLeast()
  }

  /// Its line in the catalogue.
  public static let entry = SelectionEntry(
    "minimum-utilization", abbreviation: "mu", "The guest that uses the least of its own processors.",
    MinimumUtilization())
}
