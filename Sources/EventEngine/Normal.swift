#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bell curve.
///
/// Drawn by inversion, one random number a value, so that paired runs stay paired; values reach 8.2
/// standard deviations.
public struct Normal: RandomVariable, Hashable {
  public let mean: Double
  /// The square root of the variance.
  public let standardDeviation: Double

  /// The normal distribution of a mean and a standard deviation of at least 0.
  public init(mean: Double, standardDeviation: Double) {
    precondition(mean.isFinite, "normal mean must be finite")
    precondition(standardDeviation >= 0 && standardDeviation.isFinite, "deviation must not be negative")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  public var variance: Double { standardDeviation * standardDeviation }
  public func sample(using stream: inout RandomStream) -> Double {
    mean + standardDeviation * Self.standardQuantile(stream.openUniform())
  }

  /// The value that the standard normal distribution stays below with probability `p`, to 1 part in 10^15.
  ///
  /// **Valid for**: 0 < p < 1.
  ///
  /// **Source**: Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution",
  /// Applied Statistics 37, routine PPND16.
  ///
  /// For example, `standardQuantile(0.975)` is 1.959963984540054.
  public static func standardQuantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "probability must lie between 0 and 1, is \(p)")
    let offset = p - 0.5
    if abs(offset) <= 0.425 { return offset * NormalQuantile.central.value(at: 0.180625 - offset * offset) }
    let tail = (-log(offset < 0 ? p : 1 - p)).squareRoot()
    let size =
      tail <= 5 ? NormalQuantile.middle.value(at: tail - 1.6) : NormalQuantile.far.value(at: tail - 5)
    return offset < 0 ? -size : size
  }
}

/// A value whose logarithm is normal: repair times, sizes, service times.
///
/// ```
/// X = exp(logMean + logDeviation Z),  Z standard normal
/// mean = exp(logMean + logDeviation^2 / 2)
/// ```
public struct LogNormal: RandomVariable, Hashable {
  /// The mean of the logarithm; its exponential is the median.
  public let logMean: Double
  /// The standard deviation of the logarithm.
  public let logDeviation: Double

  /// The lognormal distribution of given moments of the logarithm.
  public init(logMean: Double, logDeviation: Double) {
    precondition(logMean.isFinite, "mean of the logarithm must be finite")
    precondition(logDeviation >= 0 && logDeviation.isFinite, "deviation must not be negative")
    self.logMean = logMean
    self.logDeviation = logDeviation
  }

  /// The lognormal distribution of a positive mean and a coefficient of variation (deviation over mean).
  public init(mean: Double, coefficientOfVariation: Double) {
    precondition(mean > 0 && mean.isFinite, "lognormal mean must be positive, is \(mean)")
    let logVariance = log1p(coefficientOfVariation * coefficientOfVariation)
    self.init(logMean: log(mean) - logVariance / 2, logDeviation: logVariance.squareRoot())
  }

  public var mean: Double { exp(logMean + logDeviation * logDeviation / 2) }
  public var variance: Double { expm1(logDeviation * logDeviation) * mean * mean }
  public func sample(using stream: inout RandomStream) -> Double {
    exp(logMean + logDeviation * Normal.standardQuantile(stream.openUniform()))
  }
}
