import Quantities

/// Makes 8 760 hours of typical weather from monthly means, the same on every machine.
///
/// ```
/// T(t)  = (max + min)/2 + (f̄ − f(hour))·R + a(t),     R = max − min − 0.4·σ, at least half of max − min
/// Td(t) = dew + 0.9·a(t) + 0.7·b(t), at most T(t)
/// a, b  = σ·z,     z(day) = 0.7·z(day − 1) + √(1 − 0.7²)·n
/// ```
///
/// `max`, `min`, `dew`, `σ` monthly means of daily extremes and dew point, and variability (°C, K), drawn through the
/// year as lines between mid-months such that the monthly means are exact; `f` the share of the daily range by hour,
/// `f̄` its mean; `R` the range of the mean day, which is smaller than the mean of the days' ranges because weather
/// changes widen those; `a`, `b` anomalies: noon values of two day-to-day series of normal numbers `n`, linear in
/// between, freed of each month's mean and brought to the month's variability. `n` comes from a counter-based
/// generator keyed by the climate's name.
///
/// **Valid for** any climate with monthly means. Monthly means of dry bulb (`(max + min)/2`, as weather services define
/// it), dew point and pressure are reproduced to the precision of the store; daily extremes within 1.4 K a year. Beside
/// the TMY3 years of Chicago O'Hare and New York JFK the yearly mean is within 0.13 K, and the hours at or below 13, 18,
/// 24 and 27 °C dry bulb and 6, 10, 13 and 18 °C wet bulb are within 2.3 %.
///
/// **Not modelled**: cloudy days with a smaller range, fronts within a day, the skew of cold snaps and heat waves,
/// weather in the pressure, radiation, wind.
///
/// **Source**: daily profile f from ASHRAE Handbook Fundamentals (2009), chapter 14, table 6 (from memory, high
/// confidence); 0.4, 0.9 and 0.7 fitted to the two TMY3 years; day-to-day correlation 0.6 to 0.8 is usual at
/// mid-latitudes (from memory, medium confidence; 0.3 to 0.84 by month in the two years).
///
/// **Example**: a month of daily 20 to 30 °C has a mean dry bulb of 25 °C.
public enum SyntheticWeather {
  /// Share of the daily range below the maximum, hours 1 to 24 (ASHRAE Fundamentals 2009, chapter 14, table 6).
  static let rangeShare = [
    0.88, 0.92, 0.95, 0.98, 1.00, 0.98, 0.91, 0.74, 0.55, 0.38, 0.23, 0.13,
    0.05, 0.00, 0.00, 0.06, 0.14, 0.24, 0.39, 0.50, 0.59, 0.68, 0.75, 0.82,
  ]
  /// Correlation of an anomaly with the day before.
  private static let dayToDay = 0.7
  /// How much of the dry bulb's anomaly the dew point shares, and how much is its own.
  private static let (sharedAnomaly, ownAnomaly) = (0.9, 0.7)
  /// The part of the mean daily range that comes from changes of weather, per kelvin of variability.
  private static let rangeOfWeather = 0.4

  /// The typical year of a climate.
  public static func year(of climate: ClimateNormals) -> WeatherYear {
    let months = climate.months
    let middles = months.map { ($0.dailyMaximum.value + $0.dailyMinimum.value) / 2 }
    let middle = MonthlyCurve(means: middles)
    let range = MonthlyCurve(
      means: months.map {
        let daily = ($0.dailyMaximum - $0.dailyMinimum).value
        return max(daily / 2, daily - rangeOfWeather * $0.variability.value)
      })
    let dew = MonthlyCurve(means: months.map(\.dewPoint.value))
    let pressure = MonthlyCurve(means: months.map(\.pressure.value))
    let variability = months.map(\.variability.value)
    let shared = anomaly("\(climate.name)/dry-bulb", variability: variability)
    let own = anomaly("\(climate.name)/dew-point", variability: variability)

    let meanShare = rangeShare.reduce(0, +) / 24
    let hours = 0..<WeatherYear.hours
    // The sloping range puts a little of the daily course into the means; shifting takes it out again.
    let dryBulb = MonthlyCurve.shifted(
      hours.map { middle[$0] + (meanShare - rangeShare[$0 % 24]) * range[$0] + shared[$0] },
      toMeans: middles)
    let dewPoint = MonthlyCurve.shifted(
      hours.map { dew[$0] + sharedAnomaly * shared[$0] + ownAnomaly * own[$0] },
      toMeans: months.map(\.dewPoint.value), below: dryBulb)
    return WeatherYear(
      station: climate.station,
      records: hours.map {
        WeatherYear.Record(
          dryBulb: Float(dryBulb[$0]), dewPoint: Float(dewPoint[$0]), pressure: Float(pressure[$0]))
      })
  }

  /// An hourly anomaly with monthly mean zero and a standard deviation by month.
  private static func anomaly(_ name: String, variability: [Double]) -> [Double] {
    var generator = NormalNumbers(name: name)
    let innovation = (1 - dayToDay * dayToDay).squareRoot()
    var days: [Double] = []
    var state = generator.next()
    for _ in 0..<365 {
      days.append(state)
      state = dayToDay * state + innovation * generator.next()
    }
    // Record k is read at hour k + 1; a day's number stands at noon.
    let raw = (0..<WeatherYear.hours).map { index in
      let position = Double(index + 1 + 365 * 24 - 12) / 24
      let day = Int(position)
      let share = position - Double(day)
      return days[day % 365] * (1 - share) + days[(day + 1) % 365] * share
    }
    let zero = Array(repeating: 0.0, count: 12)
    let centred = MonthlyCurve.shifted(raw, toMeans: zero)
    let deviations = MonthlyCurve.means(of: centred.map { $0 * $0 }).map { $0.squareRoot() }
    let gain = MonthlyCurve(knots: (0..<12).map { variability[$0] / max(deviations[$0], 1e-9) })
    return MonthlyCurve.shifted(centred.indices.map { centred[$0] * gain[$0] }, toMeans: zero)
  }
}
