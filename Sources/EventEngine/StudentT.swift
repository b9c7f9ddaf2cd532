#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Student's t distribution: how far a sample mean strays from the true one, in estimated standard errors.
///
/// ```
/// P(|T| > t) = I_x(n / 2, 1 / 2),  x = n / (n + t^2)
/// ```
///
/// n degrees of freedom; I the regularized incomplete beta function, summed as a continued fraction.
///
/// **Valid for**: n from 1 to 10^7.
///
/// **Source**: Abramowitz and Stegun (1964), "Handbook of mathematical functions", 26.7.1 and 26.5.8; the
/// fraction evaluated after Lentz (1976), Applied Optics 15.
///
/// For example, `StudentT(degreesOfFreedom: 10).quantile(0.975)` is 2.228138852.
public struct StudentT: Hashable, Sendable {
  /// The number of independent differences behind the estimated deviation.
  public let degreesOfFreedom: Double

  /// The distribution of at least one degree of freedom.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom >= 1 && degreesOfFreedom <= 1e7, "degrees of freedom must lie in 1...1e7")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value up to `t`.
  public func cumulative(_ t: Double) -> Double {
    let tail = upperTail(abs(t))
    return t < 0 ? tail : 1 - tail
  }

  /// The value that is exceeded with probability 1 - p.
  ///
  /// - Precondition: 0 < p < 1.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "probability must lie between 0 and 1, is \(p)")
    if p == 0.5 { return 0 }
    if p < 0.5 { return -quantile(tail: p) }
    return quantile(tail: 1 - p)
  }

  /// Solves upperTail(t) = tail for t by Newton's method on the logarithm, kept within a bracket.
  private func quantile(tail: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while upperTail(high) > tail {
      low = high
      high *= 2
    }
    var t = min(max(-Normal.standardQuantile(tail), low), high)
    for _ in 0..<200 {
      let probability = upperTail(t)
      if probability > tail { low = t } else { high = t }
      var next = t + log(probability / tail) * probability / density(t)
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if abs(next - t) <= 1e-15 * next { return next }
      t = next
    }
    return t
  }

  private func density(_ t: Double) -> Double {
    let n = degreesOfFreedom
    return exp(-logBeta - 0.5 * log(n) - (n + 1) / 2 * log1p(t * t / n))
  }

  /// The probability of exceeding t, for t of at least 0.
  private func upperTail(_ t: Double) -> Double {
    let n = degreesOfFreedom
    let x = n / (n + t * t)
    let y = t * t / (n + t * t)
    if t == 0 { return 0.5 }
    let factor = exp(-n / 2 * log1p(t * t / n) + 0.5 * log(y) - logBeta)
    // The fraction converges fast on one side of the mean of the beta distribution.
    if x < (n / 2 + 1) / (n / 2 + 2.5) {
      return factor * Self.betaFraction(n / 2, 0.5, x) / (n / 2) / 2
    }
    return (1 - factor * Self.betaFraction(0.5, n / 2, y) / 0.5) / 2
  }

  /// log B(n / 2, 1 / 2).
  private var logBeta: Double {
    let half = degreesOfFreedom / 2
    return LogGamma.value(at: half) + LogGamma.value(at: 0.5) - LogGamma.value(at: half + 0.5)
  }

  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var numerator = 1.0
    var denominator = 1 - (a + b) * x / (a + 1)
    denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
    var result = denominator
    for step in 1...10_000 {
      let m = Double(step)
      for odd in [false, true] {
        let coefficient =
          odd
          ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
          : m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        denominator = 1 + coefficient * denominator
        denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
        numerator = 1 + coefficient / numerator
        if abs(numerator) < tiny { numerator = tiny }
        result *= numerator * denominator
        if odd, abs(numerator * denominator - 1) < 1e-16 { return result }
      }
    }
    return result
  }
}
