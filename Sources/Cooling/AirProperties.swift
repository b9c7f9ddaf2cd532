public import Quantities

/// Mass of water vapour per mass of dry air.
@frozen
public struct HumidityRatio: Quantity {
  /// Kilograms of water vapour per kilogram of dry air.
  public var value: Double
  /// Creates a humidity ratio from kilograms per kilogram.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "humidity ratio"
  public static let example = "9.3 g/kg"
  public static let units = [Unit("g/kg", 1e-3), Unit("kg/kg", 1)]
}

/// Energy per mass, in joules a kilogram of dry air.
@frozen
public struct JoulesPerKilogram: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "specific energy"
  public static let example = "47.8 kJ/kg"
  public static let units = [Unit("J/kg", 1), Unit("kJ/kg", 1e3)]
}

/// Mass per volume, in kilograms a cubic metre.
@frozen
public struct KilogramsPerCubicMeter: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "density"
  public static let example = "1.2 kg/m3"
  public static let units = [Unit("kg/m3", 1, aliases: ["kg/m³"])]
}
