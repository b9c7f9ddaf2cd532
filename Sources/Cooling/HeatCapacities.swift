public import Quantities

/// Heat capacity of a body, in joules a kelvin.
@frozen
public struct JoulesPerKelvin: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "heat capacity"
  public static let example = "200 kJ/K"
  public static let units = [Unit("J/K", 1), Unit("kJ/K", 1e3), Unit("MJ/K", 1e6)]
}

/// Heat flow per difference of temperature, in watts a kelvin.
@frozen
public struct WattsPerKelvin: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "thermal conductance"
  public static let example = "0.4 kW/K"
  public static let units = [Unit("W/K", 1), Unit("kW/K", 1e3)]
}
