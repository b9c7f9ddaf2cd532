public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long repairs take: a mean and the family of distributions around it, as plain values for a generator.
public struct RepairTime: Hashable, Sendable {
  /// The family of distributions.
  public enum Distribution: Hashable, Sendable {
    /// Always the mean.
    case fixed
    /// Exponential, the assumption behind most closed forms.
    case exponential
    /// Lognormal with a ratio of standard deviation to mean above zero, which repair logs resemble best.
    case lognormal(coefficientOfVariation: Fraction)
  }

  /// The mean.
  public let mean: Seconds
  /// The family.
  public let distribution: Distribution

  /// Creates a repair time of a mean of zero or more.
  public init(mean: Seconds, distribution: Distribution = .exponential) {
    precondition(mean >= .zero, "a repair takes time")
    if case .lognormal(let variation) = distribution {
      precondition(variation > .zero && mean > .zero, "a lognormal time varies around a mean above zero")
    }
    self.mean = mean
    self.distribution = distribution
  }

  /// The ratio of standard deviation to mean.
  public var coefficientOfVariation: Fraction {
    switch distribution {
    case .fixed: .zero
    case .exponential: .one
    case .lognormal(let variation): variation
    }
  }

  /// The parameters of the normal distribution of the logarithm of the time in seconds, when it is lognormal.
  ///
  /// ```
  /// sigma^2 = ln(1 + cv^2)      mu = ln(mean) - sigma^2 / 2
  /// ```
  public var lognormalParameters: (mu: Double, sigma: Double)? {
    guard case .lognormal(let variation) = distribution else { return nil }
    let variance = log(1 + variation.value * variation.value)
    return (log(mean.value) - variance / 2, variance.squareRoot())
  }
}
