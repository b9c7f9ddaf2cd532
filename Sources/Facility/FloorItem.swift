/// One thing on a drawn floor, to scale.
public struct FloorItem: Hashable, Sendable {
  /// What a piece of floor is for.
  public enum Kind: Hashable, Sendable {
    /// A rack, in its row.
    case rack(RackID, RowID)
    /// A place in a row without a rack.
    case freePlace(RowID)
    /// Air for the fronts of one or two rows.
    case coldAisle
    /// Air from the rears of one or two rows.
    case hotAisle
    /// The passage at the end of the rows.
    case crossAisle
    /// The strip round the rack block.
    case perimeter
    /// An air handler, by its number from zero.
    case coolingUnit(Int)
    /// A power distribution unit, by its number from zero.
    case distributionUnit(Int)
    /// Floor in front of a unit, kept free for its service.
    case serviceSpace
    /// Floor that a rectangular room has beyond its need.
    case spare
  }

  /// What it is.
  public let kind: Kind
  /// Where it is.
  public let place: FloorRectangle

  /// Creates an item.
  public init(_ kind: Kind, _ place: FloorRectangle) {
    self.kind = kind
    self.place = place
  }
}
