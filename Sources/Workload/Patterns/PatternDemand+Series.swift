public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension PatternDemand {
  /// Makes one series of whole weeks with the asked mean and crest.
  ///
  /// The pattern's shape, times noise, is bent by an exponent until the mean is right; the highest point stays the
  /// highest, so the peak is met exactly.
  ///
  /// ```
  /// demand[i] = peak * (s[i] / max s) ^ g      s[i] = shape(moment i) * noise[i]
  /// g so that  mean(demand) = asked mean
  /// ```
  /// - `s`: relative demand, without unit
  /// - `g`: the exponent, without unit; above 1 sharpens the shape, below 1 flattens it
  /// - `peak`: given, or chosen so that the 95th percentile of `demand` is the given one
  ///
  /// The mean of `s^g` is convex and falls in `g`, so Newton's method from `g = 0` walks down to the only
  /// solution. Eight-bit rounding then moves the mean by less than 0.2 % of the peak, and the 95th percentile too.
  ///
  /// **Valid for**: any mean between the share of samples at the peak and 100 % of it. **Not modelled**: trends and
  /// seasons over months, holidays, a seam where the series repeats. **Source**: this program; the shapes are judgement.
  ///
  /// Example: `office-hours` with mean 6 % and peak 25 % has a mean of 6 % within 0.125 % (0.5 % of the peak) and
  /// a largest sample of exactly 255.
  ///
  /// - Parameters:
  ///   - calendar: the moment of the week of the first sample.
  ///   - weeks: how many weeks the series lasts; positive.
  ///   - interval: time between samples; divides a week.
  ///   - generator: the source of randomness; the same draws give the same series.
  /// - Throws: ``DemandProblem`` when the settings do not suit the pattern or no series of this kind has the asked
  ///   mean and crest.
  public func series(
    calendar: DemandCalendar, weeks: Int, interval: Seconds, using generator: inout some RandomNumberGenerator
  ) throws(DemandProblem) -> GeneratedDemand {
    if let problem = settings.problem(for: pattern) { throw problem }
    let count = try sampleCount(weeks: weeks, interval: interval)
    let shape = pattern.makeShape(DemandShapeValues(parameters: pattern.parameters, settings: settings))
    var heights = noise.logarithms(count: count, interval: interval, using: &generator)
    for index in 0..<count {
      let relative = shape(calendar.moment(after: interval * Double(index)))
      // Below a ten-thousandth a sample is 0 in eight bits; the floor keeps the logarithm finite.
      heights[index] += log(max(relative, 1e-4))
    }
    let top = heights.max() ?? 0
    for index in 0..<count { heights[index] -= top }
    let bend = try bend(heights)
    let samples = heights.map { UInt8((exp(bend.exponent * $0) * 255).rounded()) }
    return GeneratedDemand(
      series: DemandSeries(checked: samples, interval: interval, scale: .peak), peak: bend.peak)
  }

  private func sampleCount(weeks: Int, interval: Seconds) throws(DemandProblem) -> Int {
    guard weeks > 0, interval >= Seconds(1) else {
      throw DemandProblem("a series lasts at least a week, in samples of at least a second")
    }
    let count = Seconds(days: 7) / interval
    guard abs(count - count.rounded()) < 1e-6 else {
      throw DemandProblem(
        "samples of \(interval) do not divide a week", help: "take 1 min, 5 min, 15 min or 1 h")
    }
    return weeks * Int(count.rounded())
  }

  /// The exponent and the peak that give logarithmic heights (0 the highest) the asked level.
  private func bend(_ heights: [Double]) throws(DemandProblem) -> (exponent: Double, peak: Fraction) {
    switch level.crest {
    case .peak(let peak):
      return (try exponent(heights, crest: peak, called: "peak"), peak)
    case .percentile95(let crest):
      let rank = (heights.count * 95 + 99) / 100 - 1
      let pivot = heights.sorted()[rank]
      let exponent = try exponent(heights.map { $0 - pivot }, crest: crest, called: "95th percentile")
      return (exponent, crest * exp(-exponent * pivot))
    }
  }

  /// Solves `mean(exp(g * heights)) = mean / crest` for `g`.
  private func exponent(
    _ heights: [Double], crest: Fraction, called crestName: String
  ) throws(DemandProblem) -> Double {
    guard level.mean > .zero, crest.value.isFinite, level.mean <= crest else {
      throw DemandProblem(
        "the mean demand must be above 0 and at most the \(crestName), found \(level.mean) and \(crest)")
    }
    let target = level.mean / crest
    var exponent = 0.0
    for _ in 0..<200 {
      var mean = 0.0
      var slope = 0.0
      for height in heights {
        let power = exp(exponent * height)
        mean += power
        slope += height * power
      }
      let excess = mean / Double(heights.count) - target
      if excess <= 1e-6 { return exponent }
      guard slope < 0, exponent < 1e4 else { break }
      exponent -= excess / (slope / Double(heights.count))
    }
    throw DemandProblem(
      "'\(pattern.name)' cannot have a mean of \(level.mean) with a \(crestName) of \(crest)",
      help: "raise the mean, lower the \(crestName), or add noise")
  }
}
