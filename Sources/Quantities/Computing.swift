/// Frequency, in hertz.
@frozen
public struct Hertz: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "frequency"
  public static let example = "3.8 GHz"
  public static let units = [
    Unit("Hz", 1),
    Unit("kHz", 1e3),
    Unit("MHz", 1e6),
    Unit("GHz", 1e9),
  ]
}

/// An amount of data or memory, in bytes.
@frozen
public struct Bytes: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "data size"
  public static let example = "64 GiB"
  public static let units = [
    Unit("B", 1),
    Unit("KiB", 1024),
    Unit("MiB", 1048576),
    Unit("GiB", 1073741824),
    Unit("TiB", 1099511627776),
    Unit("KB", 1e3, aliases: ["kB"], isPrinted: false),
    Unit("MB", 1e6, isPrinted: false),
    Unit("GB", 1e9, isPrinted: false),
    Unit("TB", 1e12, isPrinted: false),
  ]
}

/// Data rate, in bits a second.
@frozen
public struct BitsPerSecond: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "data rate"
  public static let example = "1 Gbit/s"
  public static let units = [
    Unit("bit/s", 1),
    Unit("kbit/s", 1e3),
    Unit("Mbit/s", 1e6),
    Unit("Gbit/s", 1e9),
    Unit("MB/s", 8e6, isPrinted: false),
    Unit("GB/s", 8e9, isPrinted: false),
  ]
}

/// Storage operations a second (IOPS).
@frozen
public struct OperationsPerSecond: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "storage rate"
  public static let example = "180 IOPS"
  public static let units = [
    Unit("IOPS", 1),
    Unit("kIOPS", 1e3),
  ]
}

/// Rate of useful work, in ssj_ops a second (the throughput unit of SPECpower) unless a scenario
/// declares MIPS; the two are never mixed in one scenario.
@frozen
public struct WorkPerSecond: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "work rate"
  public static let example = "26880 ssj_ops/s"
  public static let units = [
    Unit("ssj_ops/s", 1, aliases: ["ssj_ops"]),
    Unit("MIPS", 1, isPrinted: false),
  ]
}

/// A number of processor cores; fractions are shares of one.
@frozen
public struct Cores: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "cores"
  public static let example = "8 cores"
  public static let units = [
    Unit("cores", 1, aliases: ["core"])
  ]
}

extension Bytes {
  /// The amount in gibibytes.
  @inlinable public var gibibytes: Double { value / 1_073_741_824 }
  /// Creates an amount from gibibytes.
  @inlinable public init(gibibytes: Double) { self.init(gibibytes * 1_073_741_824) }
  /// Creates an amount from mebibytes.
  @inlinable public init(mebibytes: Double) { self.init(mebibytes * 1_048_576) }
}
