/// A difference of temperatures, in kelvins.
@frozen
public struct KelvinDifference: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "temperature difference"
  public static let example = "10 K"
  public static let units = [
    Unit("K", 1)
  ]
}

/// Volume flow, in cubic metres a second.
@frozen
public struct CubicMetersPerSecond: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "volume flow"
  public static let example = "8.5 m3/s"
  public static let units = [
    Unit("m3/h", 0.0002777777777777778, aliases: ["m³/h"], isPrinted: false),
    Unit("cfm", 0.0004719474432, aliases: ["CFM"], isPrinted: false),
    Unit("l/s", 1e-3, aliases: ["L/s"]),
    Unit("m3/s", 1, aliases: ["m³/s"]),
  ]
}

/// Pressure, in pascals.
@frozen
public struct Pascals: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "pressure"
  public static let example = "486 Pa"
  public static let units = [
    Unit("Pa", 1),
    Unit("hPa", 100, aliases: ["mbar"], isPrinted: false),
    Unit("kPa", 1e3),
  ]
}

/// Volume of water, in litres.
@frozen
public struct Liters: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "volume"
  public static let example = "120 l"
  public static let units = [
    Unit("l", 1, aliases: ["L"]),
    Unit("m3", 1e3, aliases: ["m³"]),
  ]
}

/// A temperature on the Celsius scale: a point, so two do not add up; their difference is a
/// ``KelvinDifference``.
@frozen
public struct Celsius: MeasuredValue {
  /// Degrees Celsius.
  public var value: Double
  /// Creates a temperature from degrees Celsius.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "temperature"
  public static let example = "22 degC"
  public static let units = [Unit("degC", 1, aliases: ["°C", "celsius"])]

  /// The temperature raised by a difference.
  @inlinable public static func + (left: Celsius, right: KelvinDifference) -> Celsius {
    Celsius(left.value + right.value)
  }
  /// The temperature lowered by a difference.
  @inlinable public static func - (left: Celsius, right: KelvinDifference) -> Celsius {
    Celsius(left.value - right.value)
  }
  /// How much warmer one temperature is than the other.
  @inlinable public static func - (left: Celsius, right: Celsius) -> KelvinDifference {
    KelvinDifference(left.value - right.value)
  }
}
