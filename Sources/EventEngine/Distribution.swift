/// Any of the distributions, as a plain value that a scenario can hold.
public enum Distribution: RandomVariable, Hashable {
  /// Always the same value.
  case constant(Constant)
  /// Every value of an interval equally likely.
  case uniform(Uniform)
  /// Time between events of a constant rate.
  case exponential(Exponential)
  /// Time to failure with a falling or rising hazard.
  case weibull(Weibull)
  /// The bell curve.
  case normal(Normal)
  /// A value whose logarithm is normal.
  case logNormal(LogNormal)
  /// A sum of waiting times.
  case gamma(Gamma)
  /// A number of independent events.
  case poisson(Poisson)
  /// A rank of popularity.
  case zipf(Zipf)
  /// Measured values.
  case empirical(Empirical)

  public var mean: Double { content.mean }
  public var variance: Double { content.variance }

  public func sample(using stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let it): it.sample(using: &stream)
    case .uniform(let it): it.sample(using: &stream)
    case .exponential(let it): it.sample(using: &stream)
    case .weibull(let it): it.sample(using: &stream)
    case .normal(let it): it.sample(using: &stream)
    case .logNormal(let it): it.sample(using: &stream)
    case .gamma(let it): it.sample(using: &stream)
    case .poisson(let it): it.sample(using: &stream)
    case .zipf(let it): it.sample(using: &stream)
    case .empirical(let it): it.sample(using: &stream)
    }
  }

  /// The distribution inside, for what is asked too rarely to need a switch of its own.
  private var content: any RandomVariable {
    switch self {
    case .constant(let it): it
    case .uniform(let it): it
    case .exponential(let it): it
    case .weibull(let it): it
    case .normal(let it): it
    case .logNormal(let it): it
    case .gamma(let it): it
    case .poisson(let it): it
    case .zipf(let it): it
    case .empirical(let it): it
    }
  }
}
