import Quantities
import TestSupport
import Testing

@testable import Placement

@Suite("Overload detectors")
struct OverloadDetectorTests {
  /// 0.05, 0.10, ... in rising order of time: the newest, which is the largest, comes first.
  private func rising(_ count: Int) -> [Fraction] {
    (1...count).reversed().map { Fraction(Double($0) * 0.05) }
  }

  @Test func `a static limit is not passed at the limit itself`() {
    let detector = StaticThreshold(limit: Fraction(0.8))
    let none: [Fraction] = []
    #expect(!detector.isOverloaded(at: Fraction(0.8), none))
    #expect(detector.isOverloaded(at: Fraction(0.81), none))
  }

  @Test func `the quartiles of twelve samples are the third and the tenth`() throws {
    let history = rising(12)
    let limit = try #require(InterquartileRange(safety: 1.5).limit(history))
    #expect(isClose(limit.value, 0.475))
    #expect(!InterquartileRange(safety: 1.5).isOverloaded(at: Fraction(0.47), history))
    #expect(InterquartileRange(safety: 1.5).isOverloaded(at: Fraction(0.48), history))
  }

  @Test func `the median distance of twelve samples is that of the middle two`() throws {
    let history = rising(12)
    let limit = try #require(MedianAbsoluteDeviation(safety: 2.5).limit(history))
    #expect(isClose(limit.value, 0.625))
  }

  @Test func `the order of samples changes no spread`() throws {
    var generator = SeededGenerator(seed: 5)
    let history = (0..<30).map { _ in Fraction(Double.random(in: 0...1, using: &generator)) }
    let shuffled = history.shuffled(using: &generator)
    let spread = InterquartileRange(safety: 1.5)
    let deviation = MedianAbsoluteDeviation(safety: 2.5)
    #expect(spread.limit(history) == spread.limit(shuffled))
    #expect(deviation.limit(history) == deviation.limit(shuffled))
  }

  @Test(arguments: [RegressionWeights.tricube, .none])
  func `a straight line goes on`(weights: RegressionWeights) throws {
    let history = rising(10)
    let plain = LocalRegression(safety: 1.2, weights: weights).forecast(history)
    let robust = RobustLocalRegression(safety: 1.2, weights: weights).forecast(history)
    #expect(isClose(try #require(plain).value, 0.55))
    #expect(isClose(try #require(robust).value, 0.55))
  }

  @Test func `without weights a regression is the closed form of least squares`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      let history = (0..<14).map { _ in Fraction(Double.random(in: 0...1, using: &generator)) }
      // For x = 1...10: b = sum (x - 5.5) y / 82.5.
      let newest = history.prefix(10).reversed().map(\.value)
      let slope = zip(1...10, newest).reduce(0) { $0 + (Double($1.0) - 5.5) * $1.1 } / 82.5
      let mean = newest.reduce(0, +) / 10
      let forecast = LocalRegression(safety: 1, weights: .none).forecast(history)
      #expect(isClose(try #require(forecast).value, mean + slope * 5.5, absolute: 1e-12))
      let released = RobustLocalRegression(safety: 1, weights: .none).forecast(history)
      #expect(released == forecast)
    }
  }

  @Test func `the oldest sample of the window has no weight`() {
    var history = rising(10)
    let before = LocalRegression(safety: 1).forecast(history)
    history[9] = Fraction(1)
    #expect(LocalRegression(safety: 1).forecast(history) == before)
    #expect(LocalRegression(safety: 1, weights: .none).forecast(history) != before)
  }

  /// The forecasts were computed by another program.
  @Test func `one sample far off moves the plain line more than the robust one`() throws {
    var history = rising(10)
    history[4] = Fraction(1)
    let unweighted = try #require(LocalRegression(safety: 1, weights: .none).forecast(history))
    let plain = try #require(LocalRegression(safety: 1).forecast(history))
    let robust = try #require(RobustLocalRegression(safety: 1).forecast(history))
    #expect(isClose(unweighted.value, 0.6433333333333334))
    #expect(isClose(plain.value, 0.522583272361288))
    #expect(isClose(robust.value, 0.5450638443451183))
  }

  @Test(arguments: DetectorCatalog.all.map(\.abbreviation))
  func `a calm host is not overloaded and a full one with a full past is`(name: String) throws {
    let detector = try #require(DetectorCatalog.entry(named: name)).detector()
    let calm = [Fraction](repeating: Fraction(0.2), count: 30)
    let full = [Fraction](repeating: Fraction(1), count: 30)
    #expect(!detector.isOverloaded(at: Fraction(0.2), calm))
    #expect(detector.isOverloaded(at: Fraction(1.01), full))
  }

  @Test(arguments: DetectorCatalog.all.map(\.abbreviation).filter { $0 != "thr" })
  func `a short past leaves the decision to 70 per cent`(name: String) throws {
    let detector = try #require(DetectorCatalog.entry(named: name)).detector()
    let short = rising(9)
    #expect(!detector.isOverloaded(at: Fraction(0.7), short))
    #expect(detector.isOverloaded(at: Fraction(0.71), short))
    #expect(detector.fixedLimit == nil)
  }

  @Test(arguments: DetectorCatalog.all.map(\.abbreviation))
  func `more safety never lets more load pass, and a static limit does the opposite`(name: String) throws {
    let entry = try #require(DetectorCatalog.entry(named: name))
    var generator = SeededGenerator(seed: 9)
    let history = (0..<30).map { _ in Fraction(Double.random(in: 0.3...0.8, using: &generator)) }
    let values = name == "thr" ? [0.9, 0.8, 0.6, 0.4] : [0.5, 1, 2.5, 10]
    var wasOverloaded = false
    for value in values {
      let detector = try entry.detector(parameter: value)
      let isOverloaded = detector.isOverloaded(at: Fraction(0.65), history)
      #expect(isOverloaded || !wasOverloaded)
      wasOverloaded = isOverloaded
    }
    #expect(wasOverloaded)
  }

  @Test func `names are unique, and a parameter out of range is refused with help`() throws {
    let names = DetectorCatalog.all.flatMap { [$0.name, $0.abbreviation] }
    #expect(Set(names).count == names.count)
    #expect(
      throws: PolicyProblem(
        message: "the limit 1.5 of 'static-threshold' is out of range", help: "give a number from 0.0 to 1.0")
    ) { try StaticThreshold.entry.detector(parameter: 1.5) }
    for entry in DetectorCatalog.all { #expect(entry.parameter.range.contains(entry.parameter.defaultValue)) }
    #expect(DetectorCatalog.entry(named: "static") == nil)
  }
}

// Macros cannot hold spans, so tests speak of arrays.
extension OverloadDetector {
  fileprivate func isOverloaded(at utilization: Fraction, _ history: [Fraction]) -> Bool {
    isOverloaded(at: utilization, history: history.span)
  }
}

extension InterquartileRange {
  fileprivate func limit(_ history: [Fraction]) -> Fraction? { limit(history: history.span) }
}

extension MedianAbsoluteDeviation {
  fileprivate func limit(_ history: [Fraction]) -> Fraction? { limit(history: history.span) }
}

extension LocalRegression {
  fileprivate func forecast(_ history: [Fraction]) -> Fraction? { forecast(history: history.span) }
}

extension RobustLocalRegression {
  fileprivate func forecast(_ history: [Fraction]) -> Fraction? { forecast(history: history.span) }
}
