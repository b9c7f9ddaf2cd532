public import Quantities

/// Water usage effectiveness (WUE): litres of water on site per kilowatt-hour of IT energy.
///
/// **Source**: The Green Grid, White Paper 35 (2011).
///
/// **Example**: 1 850 l for 1 000 kWh is 1.85 l/kWh.
public struct WaterUsageEffectiveness: Quantity {
  /// Litres per kilowatt-hour.
  public var value: Double
  /// Creates a WUE from litres per kilowatt-hour.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "water usage effectiveness"
  public static let example = "1.85 l/kWh"
  public static let units = [Unit("l/kWh", 1, aliases: ["L/kWh"])]

  /// Divides water by IT energy.
  ///
  /// - Returns: nil when IT took none.
  public init?(water: Liters, it: Joules) {
    guard it > .zero else { return nil }
    self.init(water.value / it.kilowattHours)
  }
}
