#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Always the same value.
public struct Constant: RandomVariable, Hashable {
  /// The value.
  public let value: Double

  /// The distribution of one finite value.
  public init(_ value: Double) {
    precondition(value.isFinite, "a constant must be finite")
    self.value = value
  }

  public var mean: Double { value }
  public var variance: Double { 0 }
  public func sample(using stream: inout RandomStream) -> Double { value }
}

/// Every value of an interval equally likely.
public struct Uniform: RandomVariable, Hashable {
  /// The smallest value, which can occur.
  public let lower: Double
  /// The limit from above, which does not occur unless rounding leads there.
  public let upper: Double

  /// The uniform distribution from `lower` to `upper`.
  public init(from lower: Double, to upper: Double) {
    precondition(lower.isFinite && upper.isFinite && lower <= upper, "not an interval: \(lower) to \(upper)")
    self.lower = lower
    self.upper = upper
  }

  public var mean: Double { lower + (upper - lower) / 2 }
  public var variance: Double { (upper - lower) * (upper - lower) / 12 }
  public func sample(using stream: inout RandomStream) -> Double {
    lower + (upper - lower) * stream.uniform()
  }
}

/// Time to the next of events that happen at a constant rate.
///
/// ```
/// P(X > x) = exp(-x / mean)
/// ```
///
/// Drawn by exact inversion, one random number a value, so that paired runs stay paired. Values reach
/// 36.7 means; nothing above 10^-16 of probability is cut off.
public struct Exponential: RandomVariable, Hashable {
  public let mean: Double

  /// The exponential distribution of a positive mean.
  public init(mean: Double) {
    precondition(mean > 0 && mean.isFinite, "exponential mean must be positive, is \(mean)")
    self.mean = mean
  }

  public var variance: Double { mean * mean }
  public func sample(using stream: inout RandomStream) -> Double { -mean * log(stream.openUniform()) }
}

/// Time to failure with a hazard that falls (shape below 1) or rises (above 1) with age.
///
/// ```
/// P(X > x) = exp(-(x / scale)^shape)
/// ```
///
/// Drawn by exact inversion, one random number a value.
public struct Weibull: RandomVariable, Hashable {
  /// The exponent of the hazard, without dimension.
  public let shape: Double
  /// The value that 36.8 % exceed.
  public let scale: Double

  /// The Weibull distribution of a positive shape and scale.
  public init(shape: Double, scale: Double) {
    precondition(shape > 0 && shape.isFinite, "Weibull shape must be positive, is \(shape)")
    precondition(scale > 0 && scale.isFinite, "Weibull scale must be positive, is \(scale)")
    self.shape = shape
    self.scale = scale
  }

  /// The Weibull distribution of a shape and a mean.
  public init(shape: Double, mean: Double) {
    self.init(shape: shape, scale: mean / tgamma(1 + 1 / shape))
  }

  public var mean: Double { scale * tgamma(1 + 1 / shape) }
  public var variance: Double {
    let first = tgamma(1 + 1 / shape)
    return scale * scale * (tgamma(1 + 2 / shape) - first * first)
  }
  public func sample(using stream: inout RandomStream) -> Double {
    scale * pow(-log(stream.openUniform()), 1 / shape)
  }
}
