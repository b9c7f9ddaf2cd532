import Cooling
import Synchronization

/// Typical years of weather, each made once: many scenarios of one batch stand in the same few places.
enum ClimateYears {
  private static let made = Mutex<[String: WeatherYear]>([:])

  /// The typical year of a climate of the catalogue.
  static func year(of climate: ClimateNormals) -> WeatherYear {
    if let year = made.withLock({ $0[climate.name] }) { return year }
    let year = SyntheticWeather.year(of: climate)
    made.withLock { $0[climate.name] = year }
    return year
  }
}
