public import Quantities

/// Why a blade cannot go into an enclosure, in words that name what is in the way.
public enum FitRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The enclosure has no bay of that number.
  case noSuchBay(number: Int, bays: Int)
  /// Another blade is in a bay that is needed.
  case bayOccupied(number: Int, by: HostID)
  /// A bay that is needed is out of use.
  case bayBlocked(number: Int)
  /// The blade is higher than the enclosure has rows from this bay down.
  case tooTall(footprint: BladeFootprint, rowsThere: Int)
  /// The blade is wider than the enclosure has columns from this bay on.
  case tooWide(footprint: BladeFootprint, columnsThere: Int)
  /// The enclosure does not divide a bay as finely as the blade wants.
  case bayNotDivisible(footprint: BladeFootprint, divisions: Int)
  /// The bay is shared already by blades of another size.
  case sharedWithOtherSize(number: Int, with: BladeFootprint)
  /// No run of free bays is large enough.
  case noBayLeft(footprint: BladeFootprint, freeBays: Int)
  /// The blade belongs to other enclosures.
  case wrongFamily(blade: String, fits: [EnclosureFamily], enclosure: String, family: EnclosureFamily)
  /// The loaded enclosure would be heavier than it may be.
  case tooHeavy(blade: String, loaded: Kilograms, limit: Kilograms)
  /// The host already sits in a bay of this enclosure.
  case alreadyInserted(host: HostID, bay: Int)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .noSuchBay(let number, let bays):
      "there is no bay \(number): the enclosure has bays 1 to \(bays)"
    case .bayOccupied(let number, let host):
      "bay \(number) is occupied by host \(host)"
    case .bayBlocked(let number):
      "bay \(number) is blocked"
    case .tooTall(let footprint, let rows):
      "a blade of \(footprint) needs \(footprint.rows) rows of bays, but there \(Self.are(rows)) from here down"
    case .tooWide(let footprint, let columns):
      "a blade of \(footprint) needs \(footprint.columns) columns of bays, but there \(Self.are(columns)) "
        + "from here on"
    case .bayNotDivisible(let footprint, let divisions):
      "a blade of \(footprint) needs a bay divided in \(footprint.bladesPerBay), but this enclosure "
        + (divisions == 1 ? "does not divide its bays" : "divides a bay in \(divisions) at most")
    case .sharedWithOtherSize(let number, let other):
      "bay \(number) is already divided for blades of \(other)"
    case .noBayLeft(let footprint, let free):
      "no place is left for a blade of \(footprint); bays still free: \(free)"
    case .wrongFamily(let blade, let fits, let enclosure, let family):
      "\(blade) fits \(fits.map(\.name).joined(separator: ", ")), but \(enclosure) is of family \(family.name)"
    case .tooHeavy(let blade, let loaded, let limit):
      "with \(blade) the enclosure would weigh \(loaded), over its limit of \(limit)"
    case .alreadyInserted(let host, let bay):
      "host \(host) already sits in bay \(bay)"
    }
  }

  private static func are(_ count: Int) -> String { count == 1 ? "is only 1" : "are only \(count)" }
}
