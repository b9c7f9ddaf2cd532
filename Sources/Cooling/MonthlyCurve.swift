/// A yearly course drawn as straight lines between mid-months, given by its values there or by its monthly means.
struct MonthlyCurve {
  /// The values at mid-months, January to December.
  private(set) var knots: [Double]

  /// The records of each month.
  static let ranges: [Range<Int>] = {
    var start = 0
    return HourlyRecords.daysInMonth.map { days in
      defer { start += days * 24 }
      return start..<(start + days * 24)
    }
  }()

  /// For each record, the mid-month before it, the one after, and how far it is from the first to the second.
  private static let positions: [(before: Int, after: Int, share: Double)] = {
    let year = Double(WeatherYear.hours)
    let middles = ranges.map { Double($0.lowerBound + $0.upperBound) / 2 }
    return (0..<WeatherYear.hours).map { index in
      let time = Double(index) + 0.5
      let before = middles.lastIndex { $0 <= time } ?? 11
      let after = (before + 1) % 12
      let span = middles[after] - middles[before] + (after == 0 ? year : 0)
      let way = time - middles[before] + (time < middles[before] ? year : 0)
      return (before, after, way / span)
    }
  }()

  /// How a month's mean is made of the knots of the month before, itself, and the month after.
  private static let weights: [(before: Double, own: Double, after: Double)] = (0..<12).map { month in
    var weight = (before: 0.0, own: 0.0, after: 0.0)
    for index in ranges[month] {
      let position = positions[index]
      if position.before == month {
        weight.own += 1 - position.share
        weight.after += position.share
      } else {
        weight.before += 1 - position.share
        weight.own += position.share
      }
    }
    let count = Double(ranges[month].count)
    return (weight.before / count, weight.own / count, weight.after / count)
  }

  /// The lines through values at mid-months.
  init(knots: [Double]) { self.knots = knots }

  /// The lines whose monthly means are given.
  ///
  /// A month's own knot weighs three quarters of its mean, so each pass leaves less than half of the error.
  init(means: [Double]) {
    knots = means
    for _ in 0..<60 {
      for month in 0..<12 {
        let weight = MonthlyCurve.weights[month]
        let neighbours =
          weight.before * knots[(month + 11) % 12] + weight.after * knots[(month + 1) % 12]
        knots[month] = (means[month] - neighbours) / weight.own
      }
    }
  }

  /// The value at a record of the year.
  subscript(_ index: Int) -> Double {
    let position = MonthlyCurve.positions[index]
    return knots[position.before] * (1 - position.share) + knots[position.after] * position.share
  }

  /// The monthly means of hourly values.
  static func means(of values: [Double]) -> [Double] {
    ranges.map { range in
      var sum = 0.0
      for index in range { sum += values[index] }
      return sum / Double(range.count)
    }
  }

  /// Hourly values moved by a monthly curve so that their monthly means are as given.
  static func shifted(_ values: [Double], toMeans wanted: [Double]) -> [Double] {
    let found = means(of: values)
    let shift = MonthlyCurve(means: (0..<12).map { wanted[$0] - found[$0] })
    return values.indices.map { values[$0] + shift[$0] }
  }

  /// Hourly values moved by a monthly curve so that they lie nowhere above a ceiling, whose own means are higher, and
  /// their monthly means are as given.
  static func shifted(_ values: [Double], toMeans wanted: [Double], below ceiling: [Double]) -> [Double] {
    var shift = MonthlyCurve(knots: Array(repeating: 0, count: 12))
    var result = values
    // What the ceiling cuts off is given back to the hours below it, which may then be cut in their turn.
    for _ in 0..<300 {
      for index in values.indices { result[index] = min(values[index] + shift[index], ceiling[index]) }
      let found = means(of: result)
      let missing = (0..<12).map { wanted[$0] - found[$0] }
      if missing.allSatisfy({ abs($0) < 1e-9 }) { break }
      let correction = MonthlyCurve(means: missing)
      for month in 0..<12 { shift.knots[month] += correction.knots[month] }
    }
    return result
  }
}
