/// A unit in which a quantity is written and read: its symbol and its size in the quantity's base unit.
public struct Unit: Sendable, Hashable {
  /// The symbol as printed, such as `kW`.
  public let symbol: String
  /// How many base units one of this unit is. Exact for every unit that a power of ten or two defines.
  public let scale: Double
  /// Other spellings that are read but never printed, such as `hours` for `h`.
  public let aliases: [String]
  /// Whether the unit is used when a value is printed.
  public let isPrinted: Bool

  /// Creates a unit.
  public init(_ symbol: String, _ scale: Double, aliases: [String] = [], isPrinted: Bool = true) {
    self.symbol = symbol
    self.scale = scale
    self.aliases = aliases
    self.isPrinted = isPrinted
  }
}
