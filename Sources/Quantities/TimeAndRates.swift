/// Length of time, in seconds. A year is 365 days of 24 hours, a month a twelfth of that.
@frozen
public struct Seconds: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "length of time"
  public static let example = "3 y"
  public static let units = [
    Unit("ms", 1e-3),
    Unit("s", 1, aliases: ["sec", "second", "seconds"]),
    Unit("min", 60, aliases: ["minute", "minutes"]),
    Unit("h", 3600, aliases: ["hour", "hours"]),
    Unit("d", 86400, aliases: ["day", "days"]),
    Unit("weeks", 604800, aliases: ["week", "w"], isPrinted: false),
    Unit("months", 2628000, aliases: ["month"], isPrinted: false),
    Unit("y", 31536000, aliases: ["year", "years", "a"]),
  ]
}

/// How often something happens in a year of 8 760 hours, such as failures of one unit.
@frozen
public struct EventsPerYear: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "yearly rate"
  public static let example = "8 %/y"
  public static let units = [
    Unit("%/y", 0.01, aliases: ["%/year"]),
    Unit("/y", 1, aliases: ["/year", "per year"]),
    Unit("/h", 8760, aliases: ["per hour"], isPrinted: false),
  ]
}

extension Seconds {
  /// The time in hours.
  @inlinable public var hours: Double { value / 3600 }
  /// Creates a time from hours.
  @inlinable public init(hours: Double) { self.init(hours * 3600) }
  /// Creates a time from minutes.
  @inlinable public init(minutes: Double) { self.init(minutes * 60) }
  /// Creates a time from days.
  @inlinable public init(days: Double) { self.init(days * 86400) }
  /// One year of 365 days.
  public static let year = Seconds(31_536_000)
  /// The time in years of 365 days.
  @inlinable public var years: Double { value / Seconds.year.value }
}

extension EventsPerYear {
  /// The mean time between two events of a unit that is always exposed.
  @inlinable public var meanInterval: Seconds { Seconds(Seconds.year.value / value) }
}
