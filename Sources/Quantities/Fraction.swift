/// A pure number that is a share of something, 1 being the whole; written in per cent.
///
/// Not limited to 0...1: a growth of 120 % is a fraction too. Ranges are the reader's matter.
@frozen
public struct Fraction: Quantity {
  /// The share, 1 being the whole.
  public var value: Double
  /// Creates a fraction from a share, 1 being the whole.
  @inlinable public init(_ value: Double) { self.value = value }
  /// Creates a fraction from per cent.
  @inlinable public init(percent: Double) { self.init(percent / 100) }
  /// The share in per cent.
  @inlinable public var percent: Double { value * 100 }
  /// The whole.
  public static let one = Fraction(1)
  public static let dimension = "fraction"
  public static let example = "25 %"
  public static let units = [
    Unit("%", 0.01, aliases: ["percent"]),
    // For the few shares that no decimal number of per cent gives back exactly.
    Unit("of 1", 1, isPrinted: false),
  ]
}
