/// The bays that a blade covers, counted in standard bays of its enclosure family.
///
/// A standard bay is the smallest one sold as such: half height in a c7000 or M1000e, full height in a
/// BladeCenter or MX7000, half width in a UCS 5108.
public struct BladeFootprint: Hashable, Sendable, CustomStringConvertible {
  /// Bays covered side by side, at least 1.
  public let columns: Int
  /// Bays covered one below the other, at least 1.
  public let rows: Int
  /// How many blades of this size share one standard bay: 1, or 2 for quarter-height and quarter-width blades.
  public let bladesPerBay: Int

  /// Creates a footprint.
  ///
  /// - Parameters:
  ///   - columns: bays side by side, at least 1.
  ///   - rows: bays one below the other, at least 1.
  ///   - bladesPerBay: how many share a bay, at least 1; more than 1 only for a single bay.
  public init(columns: Int, rows: Int, bladesPerBay: Int = 1) {
    precondition(columns >= 1 && rows >= 1 && bladesPerBay >= 1, "a footprint covers something")
    precondition(bladesPerBay == 1 || columns * rows == 1, "only blades within one bay share it")
    self.columns = columns
    self.rows = rows
    self.bladesPerBay = bladesPerBay
  }

  /// One bay: half height where an enclosure has two rows of upright bays.
  public static let halfHeight = BladeFootprint(columns: 1, rows: 1)
  /// Two bays, one below the other.
  public static let fullHeight = BladeFootprint(columns: 1, rows: 2)
  /// Two bays side by side.
  public static let doubleWide = BladeFootprint(columns: 2, rows: 1)
  /// Four bays in a square.
  public static let fullHeightDoubleWide = BladeFootprint(columns: 2, rows: 2)
  /// Half of one bay, such as a Dell M420.
  public static let quarterHeight = BladeFootprint(columns: 1, rows: 1, bladesPerBay: 2)

  /// Standard bays covered.
  public var bays: Int { columns * rows }

  /// The footprint in words: `1 x 2 bays`, `half a bay`.
  public var description: String {
    switch bladesPerBay {
    case 1: bays == 1 ? "1 bay" : "\(columns) x \(rows) bays"
    case 2: "half a bay"
    default: "1/\(bladesPerBay) of a bay"
    }
  }
}
