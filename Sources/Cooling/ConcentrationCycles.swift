public import Quantities

/// Cycles of concentration: salts in the water of a wet cooler over those of the main, above 1.
@frozen
public struct ConcentrationCycles: MeasuredValue {
  /// Times the concentration of the main.
  public var value: Double
  /// Creates a number of cycles.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "concentration"
  public static let example = "5 cycles"
  public static let units = [Unit("cycles", 1)]
}
