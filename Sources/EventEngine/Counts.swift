#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many independent events happen in a span in which `mean` are expected.
///
/// Exact for every mean: below 10 by summing probabilities (one random number a value), from 10 on by
/// transformed rejection with squeeze.
///
/// **Valid for**: means up to 10^9, beyond which whole numbers are no longer the point.
///
/// **Source**: Hörmann (1993), "The transformed rejection method for generating Poisson random variables",
/// Insurance: Mathematics and Economics 12, algorithm PTRS.
public struct Poisson: RandomVariable, Hashable {
  public let mean: Double

  /// The Poisson distribution of a mean from 0 to 10^9.
  public init(mean: Double) {
    precondition(mean >= 0 && mean <= 1e9, "Poisson mean must lie in 0...1e9, is \(mean)")
    self.mean = mean
  }

  public var variance: Double { mean }

  public func sample(using stream: inout RandomStream) -> Double {
    mean < 10 ? smallSample(using: &stream) : largeSample(using: &stream)
  }

  private func smallSample(using stream: inout RandomStream) -> Double {
    var rest = stream.uniform()
    var count = 0.0
    var probability = exp(-mean)
    while rest >= probability, probability > 0 {
      rest -= probability
      count += 1
      probability *= mean / count
    }
    return count
  }

  private func largeSample(using stream: inout RandomStream) -> Double {
    let width = 0.931 + 2.53 * mean.squareRoot()
    let skew = -0.059 + 0.02483 * width
    let inverseAlpha = 1.1239 + 1.1328 / (width - 3.4)
    let squeeze = 0.9277 - 3.6224 / (width - 2)
    let logMean = log(mean)
    while true {
      let offset = stream.openUniform() - 0.5
      let height = stream.openUniform()
      let distance = 0.5 - abs(offset)
      let count = ((2 * skew / distance + width) * offset + mean + 0.43).rounded(.down)
      if distance >= 0.07, height <= squeeze { return count }
      guard count >= 0, distance >= 0.013 || height <= distance else { continue }
      let scaled = log(height * inverseAlpha / (skew / (distance * distance) + width))
      if scaled <= count * logMean - mean - LogGamma.value(at: count + 1) { return count }
    }
  }
}

/// Ranks of popularity: rank `k` of `count` has a probability proportional to `k^-exponent`.
///
/// Drawn by rejection-inversion, whose cost does not grow with the number of ranks.
///
/// **Source**: Hörmann and Derflinger (1996), "Rejection-inversion to generate variates from monotone
/// discrete distributions", ACM TOMACS 6.
public struct Zipf: RandomVariable, Hashable {
  /// How steeply popularity falls; 0 is uniform.
  public let exponent: Double
  /// The number of ranks; values are 1 to `count`.
  public let count: Int

  private let upperIntegral: Double
  private let lowerIntegral: Double
  private let acceptance: Double

  /// The Zipf distribution of an exponent of at least 0 over at least one rank.
  public init(exponent: Double, count: Int) {
    precondition(exponent >= 0 && exponent.isFinite, "Zipf exponent must not be negative, is \(exponent)")
    precondition(count > 0, "Zipf needs at least one rank")
    self.exponent = exponent
    self.count = count
    lowerIntegral = Self.integral(1.5, exponent) - 1
    upperIntegral = Self.integral(Double(count) + 0.5, exponent)
    acceptance = 2 - Self.inverse(Self.integral(2.5, exponent) - pow(2, -exponent), exponent)
  }

  public var mean: Double { moment(1) }
  public var variance: Double { moment(2) - moment(1) * moment(1) }

  /// The expected value of a power of the rank, summed from the smallest term up.
  private func moment(_ power: Double) -> Double {
    var weighted = CompensatedSum()
    var total = CompensatedSum()
    for rank in stride(from: count, through: 1, by: -1) {
      let weight = pow(Double(rank), -exponent)
      weighted.add(weight * pow(Double(rank), power))
      total.add(weight)
    }
    return weighted.value / total.value
  }

  public func sample(using stream: inout RandomStream) -> Double {
    while true {
      let area = upperIntegral + stream.openUniform() * (lowerIntegral - upperIntegral)
      let x = Self.inverse(area, exponent)
      let rank = min(max((x + 0.5).rounded(.down), 1), Double(count))
      if rank - x <= acceptance || area >= Self.integral(rank + 0.5, exponent) - pow(rank, -exponent) {
        return rank
      }
    }
  }

  /// The integral of x^-exponent from 1, written so that an exponent of 1 is no special case.
  private static func integral(_ x: Double, _ exponent: Double) -> Double {
    let logarithm = log(x)
    let product = (1 - exponent) * logarithm
    return logarithm * (abs(product) > 1e-8 ? expm1(product) / product : 1 + product / 2)
  }

  private static func inverse(_ area: Double, _ exponent: Double) -> Double {
    let product = max(area * (1 - exponent), -1)
    return exp(area * (abs(product) > 1e-8 ? log1p(product) / product : 1 - product / 2))
  }
}
