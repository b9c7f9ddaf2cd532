import Quantities
import TestSupport
import Testing
import Workload

@Suite("Demand patterns")
struct PatternDemandTests {
  static let monday = DemandCalendar(firstWeekday: 0)
  static let fiveMinutes = Seconds(minutes: 5)

  static func make(
    _ pattern: DemandPattern, mean: Double, peak: Double, noise: DemandNoise = .standard, weeks: Int = 1,
    calendar: DemandCalendar = monday, seed: UInt64 = 1
  ) throws -> GeneratedDemand {
    var generator = SeededGenerator(seed: seed)
    let level = DemandLevel(mean: Fraction(percent: mean), peak: Fraction(percent: peak))
    return try PatternDemand(pattern, level: level, noise: noise)
      .series(calendar: calendar, weeks: weeks, interval: fiveMinutes, using: &generator)
  }

  @Test(arguments: DemandPatternCatalog.all)
  func `every pattern has the asked mean and peak`(_ pattern: DemandPattern) throws {
    var draws = SeededGenerator(seed: 11)
    for seed in 1...40 {
      let peak = Double.random(in: 5...100, using: &draws)
      let mean = peak * Double.random(in: 0.2...0.8, using: &draws)
      let made = try Self.make(pattern, mean: mean, peak: peak, seed: UInt64(seed))
      #expect(made.peak == Fraction(percent: peak))
      #expect(made.series.samples.max() == 255)
      #expect(abs((made.series.mean * made.peak).percent - mean) <= 0.005 * peak)
    }
  }

  @Test(arguments: DemandPatternCatalog.all)
  func `every pattern has the asked mean and 95th percentile`(_ pattern: DemandPattern) throws {
    var generator = SeededGenerator(seed: 5)
    let level = DemandLevel(mean: Fraction(percent: 15), percentile95: Fraction(percent: 25))
    let noise = DemandNoise(deviation: Fraction(percent: 50), correlationTime: Seconds(minutes: 30))
    let made = try PatternDemand(pattern, level: level, noise: noise)
      .series(calendar: Self.monday, weeks: 2, interval: Self.fiveMinutes, using: &generator)
    #expect(isClose((made.series.mean * made.peak).percent, 15, absolute: 0.005 * made.peak.percent))
    let crest = (made.series.percentile(Fraction(percent: 95)) * made.peak).percent
    #expect(isClose(crest, 25, absolute: 0.005 * made.peak.percent))
    #expect(made.peak > Fraction(percent: 25))
  }

  @Test func `the default of 2005 is reachable by office hours`() throws {
    let made = try Self.make(.officeHours, mean: 6, peak: 25)
    #expect(abs((made.series.mean * made.peak).percent - 6) <= 0.125)
    #expect(made.series.samples.count == 2016)
  }

  @Test(arguments: DemandPatternCatalog.all)
  func `the same draws give the same series and other draws another`(_ pattern: DemandPattern) throws {
    let first = try Self.make(pattern, mean: 10, peak: 30, seed: 3)
    #expect(try Self.make(pattern, mean: 10, peak: 30, seed: 3) == first)
    #expect(try Self.make(pattern, mean: 10, peak: 30, seed: 4) != first)
  }

  /// A change of these numbers changes every study that was ever run: do it knowingly.
  @Test(arguments: [
    (DemandPattern.constant, 0x3633_BEA9_E014_17BD as UInt64), (.officeHours, 0x857B_86F9_4AE4_B813),
    (.eveningPeak, 0xD15D_521D_80CE_BAF7), (.nightlyBatch, 0xD82A_2D8A_FB6A_C369),
    (.diurnal, 0xE2A6_F8C3_2D5B_F937),
  ])
  func `a seed gives the bytes it always gave`(_ pattern: DemandPattern, _ fingerprint: UInt64) throws {
    let samples = try Self.make(pattern, mean: 6, peak: 25, seed: 2006).series.samples
    // FNV-1a.
    let hash = samples.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    #expect(hash == fingerprint)
  }

  @Test(arguments: 0...6)
  func `the calendar turns the week with the first day`(_ weekday: Int) throws {
    let fromMonday = try Self.make(.officeHours, mean: 6, peak: 25, noise: .none).series.samples
    let turned = try Self.make(
      .officeHours, mean: 6, peak: 25, noise: .none, calendar: DemandCalendar(firstWeekday: weekday))
    #expect(turned.series.samples == Array(fromMonday[(weekday * 288)...] + fromMonday[..<(weekday * 288)]))
  }

  @Test func `the calendar knows the weekday of a date`() throws {
    let date = try CalendarDate("2006-01-01")
    #expect(DemandCalendar(firstDay: date) == DemandCalendar(firstWeekday: 6))
  }

  @Test func `office hours are high on weekdays, dip at lunch and rest at night and on weekends`() throws {
    let samples = try Self.make(.officeHours, mean: 6, peak: 25, noise: .none).series.samples
    func at(_ day: Int, _ hour: Double) -> UInt8 { samples[day * 288 + Int(hour * 12)] }
    #expect(at(0, 11) > at(0, 9))
    #expect(at(0, 12.5) < at(0, 11) && at(0, 12.5) < at(0, 14))
    #expect(at(0, 3) < at(0, 8.5) && at(0, 3) == at(0, 22))
    #expect(at(5, 11) < at(4, 11) / 3)
    #expect(samples[..<288] == samples[288..<576])
  }

  @Test func `the evening is highest for consumers and the night lowest`() throws {
    let samples = try Self.make(.eveningPeak, mean: 20, peak: 50, noise: .none).series.samples
    #expect(samples[Int(20.5 * 12)] == 255)
    #expect(samples[4 * 12] < samples[14 * 12] && samples[14 * 12] < 255)
  }

  @Test func `nightly jobs fill their window exactly`() throws {
    let samples = try Self.make(.nightlyBatch, mean: 20, peak: 80, noise: .none).series.samples
    for day in 0..<7 {
      let window = samples[(day * 288)..<(day * 288 + 288)].enumerated().filter { $0.element == 255 }
      #expect(window.map(\.offset) == Array(12..<60))
    }
  }

  @Test func `a daily wave is symmetric around its peak`() throws {
    let samples = try Self.make(.diurnal, mean: 20, peak: 50, noise: .none).series.samples
    let peak = 288 + 14 * 12
    // Twelve hours to either side, over midnight.
    for step in 0...144 { #expect(samples[peak + step] == samples[peak - step]) }
    #expect(samples[peak + 144] < samples[peak + 120])
  }

  @Test func `noise has the deviation and the memory it is given`() {
    var generator = SeededGenerator(seed: 17)
    let noise = DemandNoise(deviation: Fraction(percent: 20), correlationTime: Seconds(minutes: 30))
    let draws = noise.logarithms(count: 200_000, interval: Self.fiveMinutes, using: &generator)
    let count = Double(draws.count)
    let mean = draws.reduce(0, +) / count
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let covariance = zip(draws, draws.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) } / count
    #expect(abs(mean) < 0.01)
    #expect(isClose(variance.squareRoot(), 0.2, relative: 0.02))
    #expect(isClose(covariance / variance, 0.846, absolute: 0.01))
    #expect(isClose(noise.correlation(after: Self.fiveMinutes).value, 0.846, absolute: 0.0005))
  }

  @Test func `no noise draws nothing`() {
    var generator = SeededGenerator(seed: 1)
    var untouched = SeededGenerator(seed: 1)
    let draws = DemandNoise.none.logarithms(count: 10, interval: Self.fiveMinutes, using: &generator)
    #expect(draws == [Double](repeating: 0, count: 10))
    #expect(generator.next() == untouched.next())
  }

  @Test func `a constant demand without noise is all peak`() throws {
    let made = try Self.make(.constant, mean: 30, peak: 30, noise: .none)
    #expect(made.series.samples.allSatisfy { $0 == 255 })
  }

  @Test(arguments: [
    (
      30.0, 20.0, DemandPattern.officeHours,
      "the mean demand must be above 0 and at most the peak, found 30 % and 20 %"
    ),
    (
      0.0, 20.0, DemandPattern.officeHours,
      "the mean demand must be above 0 and at most the peak, found 0 % and 20 %"
    ),
    (10.0, 20.0, DemandPattern.constant, "'constant' cannot have a mean of 10 % with a peak of 20 %"),
    (1.0, 20.0, DemandPattern.nightlyBatch, "'nightly-batch' cannot have a mean of 1 % with a peak of 20 %"),
  ])
  func `a level that no series has is refused in words`(
    mean: Double, peak: Double, pattern: DemandPattern, message: String
  ) throws {
    let problem = #expect(throws: DemandProblem.self) {
      try Self.make(pattern, mean: mean, peak: peak, noise: .none)
    }
    #expect(problem?.message == message)
  }

  @Test(arguments: [0.02, 0.3])
  func `a 95th percentile that the shape cannot have is refused`(_ share: Double) throws {
    var generator = SeededGenerator(seed: 5)
    let level = DemandLevel(mean: Fraction(share), percentile95: Fraction(0.2))
    let demand = PatternDemand(.nightlyBatch, level: level, noise: .none)
    #expect(throws: DemandProblem.self) {
      try demand.series(calendar: Self.monday, weeks: 1, interval: Self.fiveMinutes, using: &generator)
    }
  }

  @Test(arguments: [
    (Seconds(7 * 60 * 60 + 1), 1, "samples of 25201 s do not divide a week"),
    (Seconds(300), 0, "a series lasts at least a week, in samples of at least a second"),
    (Seconds(0.5), 1, "a series lasts at least a week, in samples of at least a second"),
  ])
  func `a sampling that makes no whole week is refused`(interval: Seconds, weeks: Int, message: String) {
    var generator = SeededGenerator(seed: 5)
    let demand = PatternDemand(.diurnal, level: DemandLevel(mean: Fraction(0.1), peak: Fraction(0.2)))
    let problem = #expect(throws: DemandProblem.self) {
      try demand.series(calendar: Self.monday, weeks: weeks, interval: interval, using: &generator)
    }
    #expect(problem?.message == message)
  }
}
