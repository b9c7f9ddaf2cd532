public import Quantities

/// White space for a number of racks, drawn out in rows with aisles.
///
/// ```
/// rows  = ceil(racks / racksPerRow)
/// block = (racksPerRow * w + u * ceil(rowUnits / rows) + c) * rows * pitch / 2
/// area  = block + coolingUnits * a_cooling + distributionUnits * a_distribution + perimeter strip
/// strip = 2 * p * (length + depth) + 4 * p^2     walked all round
/// strip = 2 * h * length                         rows that end at a wall
/// ```
///
/// - w: rack width, m; u: width of a cooling unit in a row, 0.3 m; c: cross aisle at the end of a row, m; pitch: from one cold aisle to the next, two rows, m;
///   a: floor of a unit with its service space, m2; p: width of the strip round the rack block, m; length and
///   depth: sides of the rack block, m; h: half an aisle, which completes those at the edges, m.
///
/// Rows of up to ten racks may be dead ends, reached from their cross aisle alone: a small room needs no way round
/// (``forRoom(racks:rackWidth:pitch:coolingUnits:rowUnits:distributionUnits:)``).
///
/// Fewer racks than a row holds make one shorter row. **Valid for**: rectangular rooms with rows in pairs.
/// **Not modelled**: columns, doors, ramps, staging. **Source**: pitch, aisles, row length from the RISA
/// (Rwanda) data centre guideline, which follows TIA-942 and BICSI; areas of units from memory of common practice,
/// medium confidence; where the strip runs is this model's reading.
///
/// Example: 20 racks of 0.6 m in one row at 4.27 m pitch: a block of 13.2 m by 2.135 m, 28.18 m2.
public struct FloorPlan: Hashable, Sendable {
  /// Racks to stand.
  public let racks: Int
  /// The most racks in a row.
  public let racksPerRow: Int
  /// Width of one rack.
  public let rackWidth: Meters
  /// Distance from one cold aisle to the next.
  public let pitch: Meters
  /// Air handlers along the walls of the room.
  public let coolingUnits: Int
  /// Cooling units in the rows, as deep as the racks; a room without racks has none.
  public let rowUnits: Int
  /// Power distribution units in the room.
  public let distributionUnits: Int

  /// Seven floor tiles of 2 ft: the pitch of ordinary hot and cold aisles.
  public static let standardPitch = Meters(4.27)
  /// Eight floor tiles of 2 ft: the pitch recommended for blades.
  public static let bladePitch = Meters(4.88)
  /// Width of the passage at the end of a row.
  public static let crossAisle = Meters(1.2)
  /// Width of the strip left free round the rack block.
  public static let perimeter = Meters(1.2)
  /// Floor of an air handler with its service space, the middle of 2.5 to 3.5 m2.
  public static let coolingUnitArea = SquareMeters(3)
  /// Width of a cooling unit that stands in a row, half a rack (from memory of 300 mm units; high confidence).
  public static let rowUnitWidth = Meters(0.3)
  /// Floor of a power distribution unit, the middle of 1.5 to 2 m2.
  public static let distributionUnitArea = SquareMeters(1.75)
  /// The longest row that the guideline allows.
  public static let longestRow = 20
  /// The longest row that may be reached from one end only.
  public static let longestDeadEnd = 10
  /// Half of an aisle, left free beyond the block's own half where its edge faces a wall.
  public static let halfAisle = Meters(0.6)

  /// How the rows are reached.
  public enum Access: Hashable, Sendable {
    /// By a strip all round the block.
    case allRound
    /// From the cross aisle; the other end of each row is at a wall.
    case deadEnd
  }
  /// How the rows are reached.
  public let access: Access

  /// Creates a plan; counts zero or more, at least one rack a row.
  public init(
    racks: Int, racksPerRow: Int = longestRow, rackWidth: Meters = Meters(0.6), pitch: Meters = standardPitch,
    coolingUnits: Int = 0, rowUnits: Int = 0, distributionUnits: Int = 0, access: Access = .allRound
  ) {
    precondition(racks >= 0 && racksPerRow >= 1, "a row holds racks")
    precondition(coolingUnits >= 0 && rowUnits >= 0 && distributionUnits >= 0, "there are no negative units")
    self.racks = racks
    self.racksPerRow = racksPerRow
    self.rackWidth = rackWidth
    self.pitch = pitch
    self.coolingUnits = coolingUnits
    self.rowUnits = racks == 0 ? 0 : rowUnits
    self.distributionUnits = distributionUnits
    self.access = access
  }

  /// The plan of a room for a number of racks: up to two rows of ten as dead ends, else rows of up to twenty with a
  /// strip all round; rows are as even as they can be.
  public static func forRoom(
    racks: Int, rackWidth: Meters = Meters(0.6), pitch: Meters = standardPitch, coolingUnits: Int = 0,
    rowUnits: Int = 0, distributionUnits: Int = 0
  ) -> FloorPlan {
    let isSmall = racks <= 2 * longestDeadEnd
    let longest = isSmall ? longestDeadEnd : longestRow
    let rows = max(1, (racks + longest - 1) / longest)
    return FloorPlan(
      racks: racks, racksPerRow: max(1, (racks + rows - 1) / rows), rackWidth: rackWidth, pitch: pitch,
      coolingUnits: coolingUnits, rowUnits: rowUnits, distributionUnits: distributionUnits,
      access: isSmall ? .deadEnd : .allRound)
  }

  /// Rows of racks.
  public var rows: Int { (racks + racksPerRow - 1) / racksPerRow }

  /// The racks of a row by number, in the order in which they stand.
  public func racks(inRow row: Int) -> Range<Int> {
    row * racksPerRow..<min(racks, (row + 1) * racksPerRow)
  }

  /// Places for cooling units in each row.
  public var rowUnitsPerRow: Int { rows == 0 ? 0 : (rowUnits + rows - 1) / rows }

  /// Length of a row: its racks and the cooling units among them.
  public var rowLength: Meters {
    rackWidth * Double(min(racks, racksPerRow)) + Self.rowUnitWidth * Double(rowUnitsPerRow)
  }

  /// Length of the rack block, cross aisle included.
  public var length: Meters { racks == 0 ? .zero : rowLength + Self.crossAisle }

  /// Depth of the rack block, hot and cold aisles included.
  public var depth: Meters { pitch * (Double(rows) / 2) }

  /// Floor of the racks with their aisles.
  public var block: SquareMeters { SquareMeters(length.value * depth.value) }

  /// Width of the strip at the ends of the rows.
  public var endStrip: Meters { racks == 0 || access == .deadEnd ? .zero : Self.perimeter }
  /// Width of the strip along the first and the last row.
  public var sideStrip: Meters {
    guard racks > 0 else { return .zero }
    return access == .deadEnd ? Self.halfAisle : Self.perimeter
  }

  /// The strip round the block.
  public var strip: SquareMeters {
    let (end, side) = (endStrip.value, sideStrip.value)
    return SquareMeters(2 * side * length.value + 2 * end * depth.value + 4 * end * side)
  }

  /// All white space.
  public var area: SquareMeters {
    block + strip + Self.coolingUnitArea * Double(coolingUnits)
      + Self.distributionUnitArea * Double(distributionUnits)
  }
}
