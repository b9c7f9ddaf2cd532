/// A yearly course drawn as straight lines between mid-months, given by its values there or by its monthly means.
struct MonthlyCurve {
  /// The values of 8 760 hours.
  let hours: [Double]

  /// Enough for the means to settle to rounding: each pass leaves at most a quarter of the error.
  private static let passes = 40

  /// The records of each month.
  static let ranges: [Range<Int>] = {
    var start = 0
    return HourlyRecords.daysInMonth.map { days in
      defer { start += days * 24 }
      return start..<(start + days * 24)
    }
  }()

  /// For each hour, the mid-month before, and how far it is on the way to the next.
  private static let positions: [(month: Int, share: Double)] = {
    let middles = ranges.map { Double($0.lowerBound + $0.upperBound) / 2 }
    return (0..<WeatherYear.hours).map { hour in
      let time = Double(hour) + 0.5
      let month = (middles.lastIndex { $0 <= time }) ?? 11
      let start = time < middles[0] ? middles[11] - Double(WeatherYear.hours) : middles[month]
      let end =
        month == 11
        ? (time < middles[0] ? middles[0] : middles[0] + Double(WeatherYear.hours))
        : middles[month + 1]
      return (month, (time - start) / (end - start))
    }
  }()

  /// The lines through values at mid-months.
  init(knots: [Double]) {
    hours = MonthlyCurve.positions.map { month, share in
      knots[month] * (1 - share) + knots[(month + 1) % 12] * share
    }
  }

  /// The lines whose monthly means are given.
  init(means: [Double]) {
    hours = MonthlyCurve.shifted(Array(repeating: 0, count: WeatherYear.hours), toMeans: means)
  }

  /// The monthly means of hourly values.
  static func means(of values: [Double]) -> [Double] {
    ranges.map { range in values[range].reduce(0, +) / Double(range.count) }
  }

  /// Hourly values moved by a monthly curve so that their monthly means are as given, and nowhere above a ceiling.
  static func shifted(
    _ values: [Double], toMeans wanted: [Double], below ceiling: [Double]? = nil
  ) -> [Double] {
    var knots = Array(repeating: 0.0, count: 12)
    var result = values
    for _ in 0..<passes {
      let shift = MonthlyCurve(knots: knots).hours
      result = zip(values, shift).map { $0 + $1 }
      if let ceiling { result = zip(result, ceiling).map { min($0, $1) } }
      let found = means(of: result)
      for month in 0..<12 { knots[month] += wanted[month] - found[month] }
    }
    return result
  }
}
