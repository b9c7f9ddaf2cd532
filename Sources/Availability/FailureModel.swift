public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How often one unit fails and how long it is then out, as plain values for a generator and for closed forms.
///
/// ```
/// MTBF = year / rate            mean time from repair to the next failure
/// A = MTBF / (MTBF + MTTR)
/// scale = MTBF / gamma(1 + 1/shape)      Weibull
/// ```
///
/// - rate: failures of one unit a year of operation; MTTR: mean repair time, s; shape: Weibull shape of the time to
///   failure, 1 for exponential, below 1 for early failures, above 1 for wear.
///
/// **Valid for**: units that are as good as new after repair. **Not modelled**: dependence on temperature and load,
/// partial failures. **Source**: renewal theory, closed form.
///
/// Example: 8 % a year and 8 h of repair give an availability of 0.99992695, 0.64 h down a year.
public struct FailureModel: Hashable, Sendable {
  /// Failures of one unit a year of operation.
  public let rate: EventsPerYear
  /// How long repairs take.
  public let repair: RepairTime
  /// Weibull shape of the time to failure; 1 is exponential.
  public let shape: Double

  /// Creates a model; the rate zero or more, the shape above zero.
  public init(rate: EventsPerYear, repair: RepairTime, shape: Double = 1) {
    precondition(rate >= .zero, "failures are not negative")
    precondition(shape > 0, "a Weibull shape is above zero")
    self.rate = rate
    self.repair = repair
    self.shape = shape
  }

  /// Creates a model from a mean time between failures above zero, with exponential times.
  public init(meanTimeBetweenFailures: Seconds, repair: RepairTime) {
    precondition(meanTimeBetweenFailures > .zero, "a unit works before it fails")
    self.init(rate: EventsPerYear(Seconds.year / meanTimeBetweenFailures), repair: repair)
  }

  /// The mean time from repair to the next failure; nil for a unit that never fails.
  public var meanTimeBetweenFailures: Seconds? { rate > .zero ? rate.meanInterval : nil }

  /// The Weibull scale of the time to failure; nil for a unit that never fails.
  public var weibullScale: Seconds? {
    meanTimeBetweenFailures.map { $0 / tgamma(1 + 1 / shape) }
  }

  /// The long-run availability of one unit.
  public var steadyState: SteadyState { SteadyState(rate: rate, repair: repair.mean) }
}
