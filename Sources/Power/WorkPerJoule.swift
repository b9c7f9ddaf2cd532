public import Quantities

/// Useful work for the energy spent: operations a joule, which is the same as operations a second for a watt.
@frozen
public struct WorkPerJoule: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "work per energy"
  public static let example = "3093 ssj_ops/J"
  public static let units = [
    Unit("ssj_ops/J", 1, aliases: ["ssj_ops/W"])
  ]
}
