public import Quantities

/// White space per rack, aisles and room equipment included, as a rule of thumb in place of a drawing.
public struct FloorAllowance: Hashable, Sendable {
  /// The name.
  public let name: String
  /// White space for one rack.
  public let areaPerRack: SquareMeters
  /// Where the figure comes from, and how sure it is.
  public let source: String

  /// Creates an allowance of an area per rack above zero.
  public init(name: String, areaPerRack: SquareMeters, source: String) {
    precondition(areaPerRack > .zero, "a rack takes floor")
    self.name = name
    self.areaPerRack = areaPerRack
    self.source = source
  }

  /// White space of a number of racks.
  public func area(racks: Int) -> SquareMeters { areaPerRack * Double(racks) }

  /// 5 000 square feet for 210 racks: 23.8 square feet or 2.21 m2 each.
  public static let energyLogic = FloorAllowance(
    name: "energy-logic", areaPerRack: SquareMeters(5000 * 0.09290304 / 210),
    source: "derived from the base case of Emerson, Energy Logic: 5 000 ft2, 210 racks")
  /// A room of 2005 or 2015.
  public static let legacyRoom = FloorAllowance(
    name: "legacy-room", areaPerRack: SquareMeters(2.4),
    source: "from memory of common practice, 25 to 30 ft2 a rack, medium confidence")
  /// A room of 2025 with racks 1.2 m deep.
  public static let modernRoom = FloorAllowance(
    name: "modern-room", areaPerRack: SquareMeters(2.6),
    source: "from memory of common practice, 25 to 30 ft2 a rack, medium confidence")

  /// Every allowance by name.
  public static let all = [energyLogic, legacyRoom, modernRoom]
}
