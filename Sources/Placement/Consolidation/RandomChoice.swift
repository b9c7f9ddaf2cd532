/// Any guest, each as likely.
///
/// The caller brings the random numbers, so that a run can be repeated. (CloudSim 3.0.3 cannot repeat one.)
///
/// **Valid for** any guests.
/// **Not modelled**: anything about the guests.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), section 6.5.
///
/// Example: of one guest the first goes.
public struct RandomChoice: GuestSelection, Hashable {
  /// The rule.
  public init() {}

  /// An index drawn from the generator.
  public func choice(among guests: MovableGuests, using generator: inout some RandomNumberGenerator) -> Int {
    precondition(guests.count > 0, "there is no guest to choose")
    return Int(generator.next(upperBound: UInt64(guests.count)))
  }

  /// Its line in the catalogue.
  public static let entry = SelectionEntry("random-choice", abbreviation: "rs", "Any guest.", RandomChoice())
}
