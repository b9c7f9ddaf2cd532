/// Real power, in watts.
@frozen
public struct Watts: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "power"
  public static let example = "2.4 kW"
  public static let units = [
    Unit("mW", 1e-3),
    Unit("W", 1),
    Unit("kW", 1e3),
    Unit("MW", 1e6),
  ]
}

/// Energy, in joules. Printed in watt-hours, as bills are.
@frozen
public struct Joules: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "energy"
  public static let example = "120 kWh"
  public static let units = [
    Unit("J", 1),
    Unit("kJ", 1e3, isPrinted: false),
    Unit("MJ", 1e6, isPrinted: false),
    Unit("GJ", 1e9, isPrinted: false),
    Unit("Wh", 3600),
    Unit("kWh", 3.6e6),
    Unit("MWh", 3.6e9),
    Unit("GWh", 3.6e12),
  ]
}

/// Apparent power, in volt-amperes.
@frozen
public struct VoltAmperes: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "apparent power"
  public static let example = "8 kVA"
  public static let units = [
    Unit("VA", 1),
    Unit("kVA", 1e3),
    Unit("MVA", 1e6),
  ]
}

/// Electric potential, in volts.
@frozen
public struct Volts: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "voltage"
  public static let example = "208 V"
  public static let units = [
    Unit("V", 1),
    Unit("kV", 1e3),
  ]
}

/// Electric current, in amperes.
@frozen
public struct Amperes: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "current"
  public static let example = "30 A"
  public static let units = [
    Unit("mA", 1e-3),
    Unit("A", 1),
  ]
}

extension Watts {
  /// Energy of this power held for a time.
  @inlinable public func energy(over time: Seconds) -> Joules { Joules(value * time.value) }
  /// The power in kilowatts.
  @inlinable public var kilowatts: Double { value / 1e3 }
  /// Creates a power from kilowatts.
  @inlinable public init(kilowatts: Double) { self.init(kilowatts * 1e3) }
}

extension Joules {
  /// The energy in kilowatt-hours.
  @inlinable public var kilowattHours: Double { value / 3.6e6 }
  /// Creates an energy from kilowatt-hours.
  @inlinable public init(kilowattHours: Double) { self.init(kilowattHours * 3.6e6) }
  /// The mean power over a time.
  @inlinable public func power(over time: Seconds) -> Watts { Watts(value / time.value) }
}
