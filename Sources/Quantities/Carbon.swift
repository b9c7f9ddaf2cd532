/// Greenhouse gas, in kilograms of carbon dioxide equivalent.
@frozen
public struct KilogramsCO2e: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "carbon"
  public static let example = "1313 kgCO2e"
  public static let units = [
    Unit("gCO2e", 1e-3, aliases: ["g CO2e"], isPrinted: false),
    Unit("kgCO2e", 1, aliases: ["kg CO2e"]),
    Unit("tCO2e", 1e3, aliases: ["t CO2e"]),
  ]
}

/// Carbon intensity of electricity, in kilograms of CO2 equivalent a kilowatt-hour.
@frozen
public struct KilogramsCO2ePerKilowattHour: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "carbon intensity"
  public static let example = "0.60 kg/kWh"
  public static let units = [
    Unit("g/kWh", 1e-3, aliases: ["gCO2e/kWh"], isPrinted: false),
    Unit("kg/kWh", 1, aliases: ["kgCO2e/kWh"]),
  ]
}

extension KilogramsCO2ePerKilowattHour {
  /// The carbon of an amount of electricity.
  @inlinable public func carbon(of energy: Joules) -> KilogramsCO2e {
    KilogramsCO2e(value * energy.kilowattHours)
  }
}
