import Cooling
import Quantities
public import Scenario

/// The weather of each sample of a study, worked out once for all layouts and replications.
///
/// Each sample has the weather of its middle. A typical year has no 29 February; that day has the weather of the day
/// before.
public struct SiteWeather: Sendable {
  /// The weather of those days of a year that the study covers, day after day.
  private let samples: [WeatherSample]
  /// Where in it each day of the study begins.
  private let firstSampleOfDay: [Int]
  private let samplesPerDay: Int

  /// Interpolates the site's typical year.
  public init(_ scenario: Scenario) {
    let horizon = scenario.horizon
    let perDay = horizon.samplesPerDay
    let hours = horizon.sample.hours
    var samples: [WeatherSample] = []
    var start = [Int?](repeating: nil, count: 365)
    firstSampleOfDay = (0..<(horizon.sampleCount + perDay - 1) / perDay).map { studyDay in
      let day = SiteWeather.dayOfCommonYear(horizon.start.adding(days: studyDay))
      if let known = start[day] { return known }
      let first = samples.count
      for sample in day * perDay..<(day + 1) * perDay {
        samples.append(scenario.site.weather.sample(atHourOfYear: (Double(sample) + 0.5) * hours))
      }
      start[day] = first
      return first
    }
    self.samples = samples
    samplesPerDay = perDay
  }

  /// The day of the year from 0, 29 February counted as the day before it.
  private static func dayOfCommonYear(_ date: CalendarDate) -> Int {
    let isLeap = CalendarDate(year: date.year, month: 2, day: 29) != nil
    return isLeap && date.dayOfYear > 58 ? date.dayOfYear - 1 : date.dayOfYear
  }

  /// The weather of a sample of the study.
  subscript(sample: Int) -> WeatherSample {
    let (day, rest) = sample.quotientAndRemainder(dividingBy: samplesPerDay)
    return samples[firstSampleOfDay[day] + rest]
  }
}
