public import Quantities

/// A random length of time, described by its mean and the kind of its distribution.
public struct RandomDuration: Sendable, Hashable {
  /// The kind of distribution around the mean.
  public enum Distribution: Sendable, Hashable {
    /// Always the mean.
    case constant
    /// Without memory; arrivals of a Poisson process.
    case exponential
    /// Skewed to the right; `variation` is standard deviation over mean.
    case lognormal(variation: Fraction)
    /// With this shape: below 1 early ends are more likely, above 1 late ones.
    case weibull(shape: Double)
  }

  /// The mean; positive.
  public let mean: Seconds
  /// The kind of distribution.
  public let distribution: Distribution

  /// Creates a random length of time.
  ///
  /// - Precondition: the mean is positive.
  public init(mean: Seconds, distribution: Distribution = .exponential) {
    precondition(mean > .zero, "a mean length of time is positive")
    self.mean = mean
    self.distribution = distribution
  }
}
