import Cooling
import Synchronization

/// A year of weather with its hottest hour, for which plants are sized.
struct SiteWeather: Sendable {
  let year: WeatherYear
  let hottest: WeatherSample

  init(_ year: WeatherYear) {
    self.year = year
    var hottest = year.reading(0)
    for hour in 1..<WeatherYear.hours {
      let sample = year.reading(hour)
      if sample.dryBulb > hottest.dryBulb { hottest = sample }
    }
    self.hottest = hottest
  }

  /// The typical year of a climate.
  ///
  /// Made once for a process: many scenarios of one batch stand in the same few places.
  static func typical(of climate: ClimateNormals) -> SiteWeather {
    if let known = made.withLock({ $0[climate] }) { return known }
    let weather = SiteWeather(SyntheticWeather.year(of: climate))
    made.withLock { $0[climate] = weather }
    return weather
  }

  private static let made = Mutex<[ClimateNormals: SiteWeather]>([:])
}
