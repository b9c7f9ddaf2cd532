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

  /// The value in base units of a number of this unit.
  ///
  /// A thousandth or a hundredth has no exact double, but dividing by a thousand or a hundred rounds only once, so that
  /// `70 %` is 0.7 and not the number next to it.
  func value(of number: Double) -> Double {
    let inverse = 1 / scale
    return scale < 1 && inverse == inverse.rounded() ? number / inverse : number * scale
  }

  /// The shortest number of this unit that reads back as a value; nil when none does.
  func number(for value: Double) -> Double? {
    let guess = value / scale
    let inverse = 1 / scale
    let candidates = [value * inverse, guess, guess.nextUp, guess.nextDown]
    return candidates.filter { self.value(of: $0) == value }
      .min { DecimalText.exact($0).utf8.count < DecimalText.exact($1).utf8.count }
  }
}
