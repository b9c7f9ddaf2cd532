/// The guest that is moved soonest: the one with the least memory, since all share one network. The first of equals.
///
/// **Valid for** hosts with equal network bandwidth, over which memory travels once.
/// **Not modelled**: pages written while memory travels, which make busy guests slower to move.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), section 6.4, equation 21.
///
/// Example: of 870, 613 and 613 MB the second goes.
public struct MinimumMigrationTime: GuestSelection, Hashable {
  /// The rule.
  public init() {}

  /// The first guest with the least memory.
  public func choice(among guests: MovableGuests, using generator: inout some RandomNumberGenerator) -> Int {
    precondition(guests.count > 0, "there is no guest to choose")
    return guests.memory.firstIndexOfLeast()
  }

  /// Its line in the catalogue.
  public static let entry = SelectionEntry(
    "minimum-migration-time", abbreviation: "mmt", "The guest with the least memory.", MinimumMigrationTime())
}
