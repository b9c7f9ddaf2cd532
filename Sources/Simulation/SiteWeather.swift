import Cooling
import Quantities
public import Scenario

/// The weather of each sample of a year, worked out once for all layouts and replications of a study.
public struct SiteWeather: Sendable {
  private let samples: [WeatherSample]
  private let firstSample: Int

  /// Interpolates the site's typical year at the middle of each sample.
  ///
  /// A typical year has no 29 February; in a leap year the weather of later days comes a day early.
  public init(_ scenario: Scenario) {
    let horizon = scenario.horizon
    let perDay = horizon.samplesPerDay
    let hours = horizon.sample.hours
    samples = (0..<365 * perDay).map {
      scenario.site.weather.sample(atHourOfYear: (Double($0) + 0.5) * hours)
    }
    firstSample = horizon.start.dayOfYear * perDay
  }

  /// The weather of a sample of the study.
  subscript(sample: Int) -> WeatherSample { samples[(firstSample + sample) % samples.count] }
}
