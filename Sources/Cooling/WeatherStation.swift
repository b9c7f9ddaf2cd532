public import Quantities

/// An angle in degrees, as latitudes and longitudes are given.
@frozen
public struct Degrees: Quantity {
  /// The amount in the base unit.
  public var value: Double
  /// Creates an amount from a number of base units.
  @inlinable public init(_ value: Double) { self.value = value }
  public static let dimension = "angle"
  public static let example = "41.98 deg"
  public static let units = [Unit("deg", 1, aliases: ["°"])]
}

/// Where a weather year was observed.
public struct WeatherStation: Hashable, Sendable {
  /// The name, such as `Chicago Ohare Intl Ap, IL, USA`.
  public let name: String
  /// Degrees north, −90...90.
  public let latitude: Degrees
  /// Degrees east, −180...180.
  public let longitude: Degrees
  /// Height above the sea.
  public let elevation: Meters
  /// Local standard time minus universal time.
  public let timeZone: Seconds

  /// Creates a station.
  public init(name: String, latitude: Degrees, longitude: Degrees, elevation: Meters, timeZone: Seconds) {
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.elevation = elevation
    self.timeZone = timeZone
  }
}
