public import Quantities

/// Two equal units of which one must work, each repaired while the other carries on.
///
/// ```
/// MTTF = (3 * lambda + mu) / (2 * lambda^2)
/// ```
///
/// - lambda: failure rate of one unit, 1/s; mu: repair rate, 1/s; MTTF: mean time from both up to both down, s.
///
/// **Valid for**: exponential times, both units in service. **Not modelled**: imperfect switch-over, common causes.
/// **Source**: Markov chain of three states, closed form.
///
/// Example: at 8 % a year and 8 h of repair a pair is lost once in some 85 600 years.
public struct RepairablePair: Hashable, Sendable {
  /// One unit.
  public let unit: FailureModel

  /// Creates a pair of units with failures above zero and a repair time above zero.
  public init(of unit: FailureModel) {
    precondition(unit.rate > .zero && unit.repair.mean > .zero, "units fail and are repaired")
    self.unit = unit
  }

  /// The mean time until both are down.
  public var meanTimeToFailure: Seconds {
    let lambda = 1 / unit.rate.meanInterval.value
    let mu = 1 / unit.repair.mean.value
    return Seconds((3 * lambda + mu) / (2 * lambda * lambda))
  }
}
