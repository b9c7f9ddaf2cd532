import Quantities
import TestSupport
import Testing
import Workload

@Suite("Demand series")
struct DemandSeriesTests {
  static let interval = Seconds(300)

  @Test func `statistics of a hand-made series`() throws {
    let series = try DemandSeries(percents: Array(1...100), interval: Self.interval)
    #expect(series.mean == Fraction(0.505))
    #expect(series.peak == Fraction.one)
    #expect(series.percentile(Fraction(percent: 95)) == Fraction(0.95))
    #expect(series.percentile(.zero) == Fraction(0.01))
    #expect(series.duration == Seconds(30_000))
  }

  @Test func `percentiles are those of the sorted samples`() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<200 {
      let count = Int.random(in: 1...400, using: &generator)
      let samples = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let series = try DemandSeries(samples: samples, interval: Self.interval, scale: .peak)
      let rank = (count * 95 + 99) / 100
      #expect(
        series.percentile(Fraction(percent: 95)) == Fraction(Double(samples.sorted()[rank - 1]) / 255))
    }
  }

  @Test func `positions wrap around both ends`() throws {
    let series = try DemandSeries(percents: [10, 20, 30], interval: Self.interval)
    #expect([-1, 0, 2, 3, 7].map { series.share(at: $0).percent.rounded() } == [30, 10, 30, 10, 20])
  }

  @Test(arguments: [
    (101, "sample 2 is 101, not a whole per cent between 0 and 100"),
    (-1, "sample 2 is -1, not a whole per cent between 0 and 100"),
  ])
  func `a number that is no per cent is refused`(percent: Int, message: String) {
    #expect(throws: DemandProblem(message)) {
      try DemandSeries(percents: [5, percent], interval: Self.interval)
    }
  }

  @Test func `impossible series are refused in words`() {
    #expect(throws: DemandProblem("a demand series needs at least one sample")) {
      try DemandSeries(samples: [], interval: Self.interval, scale: .peak)
    }
    #expect(throws: DemandProblem("the time between samples must be positive, found 0 s")) {
      try DemandSeries(samples: [1], interval: .zero, scale: .peak)
    }
    #expect(throws: DemandProblem("sample 3 is 101, above the full scale of 100")) {
      try DemandSeries(samples: [1, 2, 101], interval: Self.interval, scale: .percent)
    }
    #expect(throws: DemandProblem("sample 1 is -5 %, not a demand")) {
      try DemandSeries.measured([Fraction(percent: -5)], interval: Self.interval)
    }
  }

  @Test func `a measured trace comes back within half a 255th of its peak`() throws {
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<100 {
      let shares = (0..<50).map { _ in Fraction(Double.random(in: 0...3, using: &generator)) }
      let (series, peak) = try DemandSeries.measured(shares, interval: Self.interval)
      #expect(peak == shares.max())
      for (index, share) in shares.enumerated() {
        #expect(abs((series.share(at: index) * peak - share).value) <= peak.value / 510 + 1e-12)
      }
    }
  }

  @Test func `a trace of nothing stays nothing`() throws {
    let (series, peak) = try DemandSeries.measured([.zero, .zero], interval: Self.interval)
    #expect(peak == .zero && series.mean == .zero)
  }
}
