import EventEngine
import TestSupport
import Testing

@Suite("Replication statistics")
struct StatisticsTests {
  @Test func `Welford gives the mean and variance of the textbook example`() {
    let values = Welford([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(values.count == 8)
    #expect(values.mean == 5)
    #expect(isClose(values.variance, 32.0 / 7, relative: 1e-15))
    #expect(values.minimum == 2)
    #expect(values.maximum == 9)
  }

  @Test func `a large offset does not spoil the variance`() {
    #expect(isClose(Welford([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance, 30, relative: 1e-12))
  }

  @Test(arguments: [0, 1, 37, 99, 100])
  func `merging two parts equals seeing all values`(split: Int) {
    var stream = RandomStream(seed: 1, name: "merge")
    let values = (0..<100).map { _ in stream.uniform() }
    var merged = Welford(values[..<split])
    merged.merge(Welford(values[split...]))
    let whole = Welford(values)
    #expect(merged.count == whole.count)
    #expect(isClose(merged.mean, whole.mean, relative: 1e-14))
    #expect(isClose(merged.variance, whole.variance, relative: 1e-13))
    #expect(merged.minimum == whole.minimum && merged.maximum == whole.maximum)
  }

  @Test func `few values have no variance`() {
    #expect(Welford().mean == 0)
    #expect(Welford([3]).variance == 0)
    #expect(ConfidenceInterval(of: Welford([3])).halfWidth == .infinity)
  }

  @Test func `a compensated sum keeps what a plain sum loses`() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] { sum.add(term) }
    #expect(sum.value == 2)
    var many = CompensatedSum(1)
    for _ in 0..<1_000_000 { many.add(1e-16) }
    #expect(isClose(many.value, 1 + 1e-10, relative: 1e-16))
    var both = CompensatedSum()
    both.add(many)
    both.add(sum)
    #expect(isClose(both.value, 3 + 1e-10, relative: 2e-16))
  }

  @Test func `a time-weighted average weighs by time`() {
    var length = TimeWeightedAverage(from: .start, value: 2)
    length.set(5, at: .start + .seconds(3))
    length.add(-4, at: .start + .seconds(4))
    #expect(length.integral(until: .start + .seconds(10)) == 17_000)
    #expect(length.average(until: .start + .seconds(10)) == 1.7)
    length.restart(at: .start + .seconds(10))
    #expect(length.average(until: .start + .seconds(10)) == 1)
    #expect(length.average(until: .start + .seconds(20)) == 1)
  }

  @Test func `batch means leave an unfilled batch out`() {
    var means = BatchMeans(batchSize: 2)
    for value in [1.0, 3, 5, 7, 100] { means.add(value) }
    #expect(means.batches.count == 2)
    #expect(means.batches.mean == 4)
    #expect(means.interval().mean == 4)
  }

  /// Abramowitz and Stegun, table 26.10 shortened, with more digits from closed forms and computed tables.
  @Test(arguments: [
    (1, 0.975, 12.706_204_736_174_7), (2, 0.975, 4.302_652_729_749_46), (3, 0.975, 3.182_446_305_284_26),
    (4, 0.975, 2.776_445_105_197_8), (5, 0.975, 2.570_581_835_636_2), (10, 0.975, 2.228_138_851_986_27),
    (30, 0.975, 2.042_272_456_301_24), (10, 0.95, 1.812_461_122_811_68), (10, 0.995, 3.169_272_672_616_84),
    (120, 0.975, 1.979_930_405_082_44), (1, 0.75, 1), (2, 0.75, 0.816_496_580_927_726),
  ])
  func `quantiles of Student's t agree with the tables`(degrees: Double, level: Double, quantile: Double) {
    let computed = StudentT(degreesOfFreedom: degrees).quantile(level)
    #expect(abs(computed - quantile) < 1e-9 * max(1, quantile))
    #expect(StudentT(degreesOfFreedom: degrees).quantile(1 - level) == -computed || level != 0.75)
  }

  @Test(arguments: [1.0, 2, 3.5, 7, 29, 1000, 1e6])
  func `the quantile inverts the distribution`(degrees: Double) {
    let distribution = StudentT(degreesOfFreedom: degrees)
    var last = -Double.infinity
    for level in [1e-6, 0.01, 0.2, 0.5, 0.6, 0.9, 0.975, 0.999, 1 - 1e-6] {
      let quantile = distribution.quantile(level)
      #expect(quantile > last)
      last = quantile
      #expect(abs(distribution.cumulative(quantile) - level) < 1e-12)
    }
  }

  @Test func `with many degrees of freedom Student's t is normal`() {
    #expect(isClose(StudentT(degreesOfFreedom: 1e7).quantile(0.975), 1.959_964_2, relative: 1e-7))
  }

  @Test func `an interval of three values is the textbook's`() {
    let interval = ConfidenceInterval(of: Welford([1, 2, 3]))
    #expect(interval.mean == 2)
    #expect(isClose(interval.halfWidth, 4.302_652_729_749_46 / 3.0.squareRoot(), relative: 1e-12))
    #expect(interval.contains(4.4) && !interval.contains(4.5))
    #expect(interval.lower == 2 - interval.halfWidth && interval.upper == 2 + interval.halfWidth)
  }

  @Test func `95 % of intervals contain the true mean`() {
    var hits = 0
    for replication in 0..<2000 as Range<UInt32> {
      var stream = RandomStream(seed: 8, name: "coverage", replication: replication)
      let normal = Normal(mean: 3, standardDeviation: 2)
      let values = Welford((0..<6).map { _ in normal.sample(using: &stream) })
      if ConfidenceInterval(of: values).contains(3) { hits += 1 }
    }
    // Binomial: 1900 expected, standard deviation 9.7.
    #expect(abs(hits - 1900) < 40)
  }
}

@Suite("Time")
struct TimeTests {
  @Test func `instants and spans add up exactly`() {
    let instant = Instant.start + .hours(1.5) + .milliseconds(7)
    #expect(instant.milliseconds == 5_400_007)
    #expect(instant - .start == instant.sinceStart)
    #expect((instant - .seconds(0.0005)).milliseconds == 5_400_006)
    #expect(TimeSpan.days(2) == .minutes(2880))
    #expect(TimeSpan.days(1) * 3 - .hours(72) == .zero)
    #expect(TimeSpan.hours(1) / .minutes(20) == 3)
    #expect(-TimeSpan.seconds(2) < .zero)
    #expect(TimeSpan.milliseconds(1500).seconds == 1.5)
    #expect(TimeSpan.minutes(90).hours == 1.5)
    #expect("\(instant)" == "5400007 ms")
  }
}
