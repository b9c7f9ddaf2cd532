/// Mass, in kilograms.
@frozen
public struct Kilograms: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "mass"
  public static let example = "27 kg"
  public static let units = [
    Unit("g", 1e-3, isPrinted: false),
    Unit("lb", 0.45359237, isPrinted: false),
    Unit("kg", 1),
    Unit("t", 1e3, isPrinted: false),
  ]
}

/// Length, in metres.
@frozen
public struct Meters: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "length"
  public static let example = "1.2 m"
  public static let units = [
    Unit("mm", 1e-3),
    Unit("cm", 1e-2, isPrinted: false),
    Unit("in", 0.0254, isPrinted: false),
    Unit("ft", 0.3048, isPrinted: false),
    Unit("m", 1),
  ]
}

/// Area, in square metres.
@frozen
public struct SquareMeters: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "area"
  public static let example = "465 m2"
  public static let units = [
    Unit("ft2", 0.09290304, aliases: ["ft²", "sqft"], isPrinted: false),
    Unit("m2", 1, aliases: ["m²"]),
  ]
}

/// Load on a floor, in kilograms a square metre.
@frozen
public struct KilogramsPerSquareMeter: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "floor load"
  public static let example = "1200 kg/m2"
  public static let units = [
    Unit("kg/m2", 1, aliases: ["kg/m²"])
  ]
}

/// Height in rack units of 44.45 mm.
@frozen
public struct RackUnits: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "rack height"
  public static let example = "2 U"
  public static let units = [
    Unit("U", 1, aliases: ["RU"])
  ]
}

extension Meters {
  /// The height of one rack unit.
  public static let rackUnit = Meters(0.04445)
}

extension RackUnits {
  /// The height in metres.
  @inlinable public var height: Meters { Meters(value * Meters.rackUnit.value) }
}
