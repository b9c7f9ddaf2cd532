/// A price: money per unit of something, such as an ``EnergyPrice`` in USD/kWh.
public protocol MoneyRate: Hashable, Sendable, CustomStringConvertible {
  /// The money per unit of ``denominator``.
  var money: Money { get }
  /// Creates a price.
  init(_ money: Money)
  /// What is priced, in words: `energy price`.
  static var dimension: String { get }
  /// The unit it is a price of, as written behind the slash: `kWh`.
  static var denominator: String { get }
}

extension MoneyRate {
  /// Reads a price: `0.072 USD/kWh`.
  public init(_ text: String) throws(QuantityProblem) {
    let example = "0.07 USD/\(Self.denominator)"
    let parts = try NumberAndSymbol(text, dimension: Self.dimension, example: example)
    let pieces = parts.symbol.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, pieces[1].trimmed == Self.denominator else {
      throw QuantityProblem(
        "'\(text.trimmed)' is not a price per \(Self.denominator)", help: "write it such as \(example)")
    }
    let currency = try Money.currency(pieces[0].trimmed, example: example)
    self.init(Money(try Money.bounded(parts.number), currency))
  }

  /// The exact price: `0.072 USD/kWh`.
  public var description: String { "\(money)/\(Self.denominator)" }
}
