public import Quantities

/// Heat removed per electricity spent on it: the coefficient of performance, written in watts per watt.
@frozen
public struct COP: MeasuredValue {
  /// Watts of heat per watt of electricity.
  public var value: Double
  /// Creates a coefficient of performance.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "coefficient of performance"
  public static let example = "2.8 W/W"
  public static let units = [Unit("W/W", 1)]
}
