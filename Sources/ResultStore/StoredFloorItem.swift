public import Quantities

/// A rectangle on the floor of a layout's room. All of them tile the room.
public struct StoredFloorItem: Sendable, Hashable {
  /// What the floor is for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case rack
    /// A place in a row without a rack.
    case freePlace = "free place"
    case coldAisle = "cold aisle"
    case hotAisle = "hot aisle"
    /// The passage at the end of the rows.
    case crossAisle = "cross aisle"
    /// The strip round the rows.
    case perimeter
    case coolingUnit = "cooling unit"
    case distributionUnit = "distribution unit"
    /// Floor in front of a unit.
    case serviceSpace = "service space"
    /// Floor that a rectangular room has beyond its need.
    case spare
  }

  /// What it is for.
  public var kind: Kind
  /// The number of the rack or unit, from 0; nil for other floor.
  public var thing: Int?
  /// Distance of its left side from the left wall.
  public var x: Meters
  /// Distance of its lower side from the lower wall.
  public var y: Meters
  /// Its extent along x, the direction of the rows.
  public var width: Meters
  /// Its extent along y.
  public var depth: Meters
}
