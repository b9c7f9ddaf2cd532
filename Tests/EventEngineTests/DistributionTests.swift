import EventEngine
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Distributions")
struct DistributionTests {
  static let all: [Distribution] = [
    .constant(Constant(3)), .uniform(Uniform(from: -1, to: 4)), .exponential(Exponential(mean: 2.5)),
    .weibull(Weibull(shape: 0.7, scale: 3)), .weibull(Weibull(shape: 2.3, mean: 10)),
    .normal(Normal(mean: -2, standardDeviation: 3)), .logNormal(LogNormal(logMean: 0.3, logDeviation: 0.5)),
    .logNormal(LogNormal(mean: 4, coefficientOfVariation: 0.8)), .gamma(Gamma(shape: 0.4, scale: 2)),
    .gamma(Gamma(shape: 1, scale: 2)), .gamma(Gamma(shape: 7.5, scale: 0.2)), .poisson(Poisson(mean: 0)),
    .poisson(Poisson(mean: 0.3)), .poisson(Poisson(mean: 9.9)), .poisson(Poisson(mean: 10)),
    .poisson(Poisson(mean: 137.5)), .poisson(Poisson(mean: 1e6)), .zipf(Zipf(exponent: 0, count: 10)),
    .zipf(Zipf(exponent: 1, count: 50)), .zipf(Zipf(exponent: 1.8, count: 1000)),
    .zipf(Zipf(exponent: 2, count: 1)), .empirical(Empirical([1, 5, 2, 2, 9])),
  ]

  @Test(arguments: all)
  func `samples have the mean and variance that the distribution states`(distribution: Distribution) {
    var stream = RandomStream(seed: 12, name: "moments")
    let count = 200_000
    let (mean, variance) = (distribution.mean, distribution.variance)
    var values = Welford()
    var fourth = 0.0
    for _ in 0..<count {
      let value = distribution.sample(using: &stream)
      values.add(value)
      let distance = value - mean
      fourth += distance * distance * distance * distance
    }
    fourth /= Double(count)
    // Four and a half standard errors, of the mean and of the variance.
    let meanError = (variance / Double(count)).squareRoot()
    let varianceError = (max(0, fourth - variance * variance) / Double(count)).squareRoot()
    #expect(abs(values.mean - mean) <= 4.5 * meanError + 1e-12)
    #expect(abs(values.variance - variance) <= 4.5 * varianceError + 1e-9 * variance)
  }

  /// The largest distance between the cumulative frequencies of samples and a distribution.
  func distance(
    _ distribution: some RandomVariable, _ count: Int, cumulative: (Double) -> Double
  ) -> Double {
    var stream = RandomStream(seed: 31, name: "kolmogorov")
    let values = (0..<count).map { _ in distribution.sample(using: &stream) }.sorted()
    var largest = 0.0
    for (index, value) in values.enumerated() {
      let expected = cumulative(value)
      largest = max(largest, expected - Double(index) / Double(count))
      largest = max(largest, Double(index + 1) / Double(count) - expected)
    }
    return largest
  }

  @Test func `continuous samples pass the Kolmogorov-Smirnov test`() {
    let count = 100_000
    // 0.1 % of true samples exceed 1.95 / sqrt(n).
    let limit = 1.95 / Double(count).squareRoot()
    #expect(distance(Exponential(mean: 2), count) { 1 - exp(-$0 / 2) } < limit)
    #expect(distance(Weibull(shape: 1.7, scale: 3), count) { 1 - exp(-pow($0 / 3, 1.7)) } < limit)
    #expect(
      distance(Normal(mean: 1, standardDeviation: 2), count) { erfc(-($0 - 1) / 2 / 2.0.squareRoot()) / 2 }
        < limit)
    #expect(
      distance(LogNormal(logMean: 0.5, logDeviation: 0.4), count) {
        erfc(-(log($0) - 0.5) / 0.4 / 2.0.squareRoot()) / 2
      } < limit)
    // An Erlang distribution of three stages, and one degree of freedom of chi square.
    #expect(distance(Gamma(shape: 3, scale: 1), count) { 1 - exp(-$0) * (1 + $0 + $0 * $0 / 2) } < limit)
    #expect(distance(Gamma(shape: 0.5, scale: 2), count) { erf(($0 / 2).squareRoot()) } < limit)
    #expect(distance(Uniform(from: 2, to: 6), count) { ($0 - 2) / 4 } < limit)
  }

  /// Chi square of samples against exact probabilities, with the rest in one cell; nearly normal with mean
  /// `cells - 1` and variance `2 (cells - 1)`.
  func chiSquareScore(_ distribution: some RandomVariable, from first: Int, probabilities: [Double]) -> Double
  {
    var stream = RandomStream(seed: 77, name: "chi")
    let count = 400_000
    var observed = [Double](repeating: 0, count: probabilities.count + 1)
    for _ in 0..<count {
      let index = Int(distribution.sample(using: &stream)) - first
      observed[probabilities.indices.contains(index) ? index : probabilities.count] += 1
    }
    var chiSquare = 0.0
    var cells = 0
    for (probability, seen) in zip(probabilities + [1 - probabilities.reduce(0, +)], observed) {
      let expected = probability * Double(count)
      guard expected > 5 else { continue }
      chiSquare += (seen - expected) * (seen - expected) / expected
      cells += 1
    }
    return (chiSquare - Double(cells - 1)) / (2 * Double(cells - 1)).squareRoot()
  }

  @Test(arguments: [0.5, 3, 9.99, 10, 11.5, 40, 200])
  func `Poisson counts have their exact probabilities`(mean: Double) {
    let first = Int(max(0, mean - 5 * mean.squareRoot()))
    let last = Int(mean + 5 * mean.squareRoot() + 3)
    let probabilities = (first...last).map { count in
      exp(-mean + Double(count) * log(mean) - (1...max(1, count)).reduce(0.0) { $0 + log(Double($1)) })
    }
    #expect(chiSquareScore(Poisson(mean: mean), from: first, probabilities: probabilities) < 4.5)
  }

  @Test(arguments: [(0.0, 20), (0.5, 100), (1.0, 100), (1.1, 30), (3.0, 40)])
  func `Zipf ranks have their exact probabilities`(exponent: Double, count: Int) {
    let weights = (1...count).map { pow(Double($0), -exponent) }
    let total = weights.reduce(0, +)
    let probabilities = weights.map { $0 / total }
    #expect(
      chiSquareScore(Zipf(exponent: exponent, count: count), from: 1, probabilities: probabilities) < 4.5)
  }

  @Test func `weights decide how often a measured value is drawn`() {
    let distribution = Empirical([(value: 5, weight: 3), (value: 1, weight: 1), (value: 9, weight: 0)])
    #expect(distribution.values == [1, 5])
    #expect(distribution.mean == 4)
    #expect(distribution.variance == 3)
    #expect(chiSquareScore(distribution, from: 1, probabilities: [0.25, 0, 0, 0, 0.75]) < 4.5)
  }

  @Test func `a lognormal is made from its mean and coefficient of variation`() {
    let distribution = LogNormal(mean: 40, coefficientOfVariation: 1.5)
    #expect(abs(distribution.mean - 40) < 1e-12 * 40)
    #expect(abs(distribution.variance.squareRoot() - 60) < 1e-10)
  }

  @Test(arguments: [
    (0.975, 1.959_963_984_540_054), (0.5, 0), (0.1, -1.281_551_565_544_600_4),
    (0.999, 3.090_232_306_167_813_5), (1e-10, -6.361_340_902_404_056),
  ])
  func `normal quantiles agree with the tables`(probability: Double, quantile: Double) {
    #expect(abs(Normal.standardQuantile(probability) - quantile) < 4e-15 * max(1, abs(quantile)))
  }

  @Test func `the normal quantile inverts the distribution everywhere`() {
    for exponent in stride(from: -300.0, through: -0.31, by: 0.37) {
      let probability = pow(10, exponent)
      let back = erfc(-Normal.standardQuantile(probability) / 2.0.squareRoot()) / 2
      #expect(abs(back / probability - 1) < 2e-12)
    }
  }

  @Test func `inverted distributions rise with the random number`() {
    // One random number a value keeps paired runs paired.
    for distribution in [Self.all[2], Self.all[3], Self.all[5], Self.all[6], Self.all[21]] {
      var values = RandomStream(seed: 4, name: "paired")
      var numbers = values
      let pairs = (0..<1000).map { _ in (numbers.uniform(), distribution.sample(using: &values)) }
      let sorted = pairs.sorted { $0.0 < $1.0 }.map { $0.1 }
      let rises = zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 }
      let falls = zip(sorted, sorted.dropFirst()).allSatisfy { $0 >= $1 }
      #expect(rises || falls)
    }
  }

  @Test func `impossible parameters are refused`() async {
    await #expect(processExitsWith: .failure) { _ = Exponential(mean: 0) }
    await #expect(processExitsWith: .failure) { _ = Weibull(shape: .nan, scale: 1) }
    await #expect(processExitsWith: .failure) { _ = Gamma(shape: 1, scale: -1) }
    await #expect(processExitsWith: .failure) { _ = Poisson(mean: -1) }
    await #expect(processExitsWith: .failure) { _ = Zipf(exponent: 1, count: 0) }
    await #expect(processExitsWith: .failure) { _ = Empirical([Double]()) }
  }
}
