public import Quantities

/// Equal units of which some must work, with the rate at which so many fail that the group does.
///
/// ```
/// n:       all needed                                      2n:  two sides of n, one whole side needed
/// n + r:   n of n + r needed                               (a side counts as a unit with n times the rate)
/// lambda_alone = (1 - beta) * lambda      lambda_common = beta * lambda      nu = alone in series with common
/// ```
/// - lambda: failure rate of one unit; beta: share of it that strikes the whole group at once
/// - nu: outages of the group a year (``outages``)
///
/// ``meanTimeToFailure`` is another figure: the mean time from all up to the first outage. With repair short against the
/// time between failures it is close to one divided by nu.
///
/// **Valid for**: exponential times, each unit repaired on its own while the others carry on. **Not modelled**: failed
/// switch-overs, other than through beta; spares that run out. **Source**: k-of-n Markov chain and beta factor, closed
/// forms; beta of 1 to 5 % for redundant supplies from memory, medium confidence.
///
/// Example: 2 units at 8 % a year repaired in 8 h, one needed: first out after 85 566 years on average; with 2 % of common
/// cause after 620.
public struct RedundancyGroup: Hashable, Sendable {
  /// How many units there are beyond those that are needed.
  public enum Scheme: Hashable, Sendable {
    /// As many as needed.
    case exactly
    /// So many more.
    case plus(Int)
    /// All of them twice, on two sides.
    case twice
  }

  /// One unit, common causes included.
  public let unit: FailureModel
  /// Units that carry the load.
  public let needed: Int
  /// What there is beyond.
  public let scheme: Scheme
  /// The share of a unit's failures that strikes all at once.
  public let commonCause: Fraction

  /// Common causes of redundant supplies.
  public static let usualCommonCause = Estimate(
    Fraction(percent: 2), in: Fraction(percent: 1)...Fraction(percent: 5),
    source: "beta factor of redundant UPSs and supplies, 1 to 5 %", confidence: .memoryMedium)

  /// Creates a group; at least one unit is needed.
  public init(of unit: FailureModel, needed: Int = 1, _ scheme: Scheme, commonCause: Fraction = .zero) {
    precondition(needed >= 1, "a unit is needed")
    precondition(commonCause >= .zero && commonCause <= .one, "a share lies from 0 to 1")
    if case .plus(let more) = scheme { precondition(more >= 0, "spare units are not negative") }
    self.unit = unit
    self.needed = needed
    self.scheme = scheme
    self.commonCause = commonCause
  }

  /// All units.
  public var count: Int {
    switch scheme {
    case .exactly: needed
    case .plus(let more): needed + more
    case .twice: 2 * needed
    }
  }

  /// Failures of single units a year of operation: each is a service call, few are an outage.
  public var unitFailures: EventsPerYear { unit.rate * Double(count) }

  /// Whether there is anything beyond what is needed.
  public var isRedundant: Bool { count > needed }

  /// The same units as sides with spares.
  public var arrangement: UnitArrangement {
    switch scheme {
    case .exactly: UnitArrangement(unitsPerSide: needed)
    case .plus(let more): UnitArrangement(unitsPerSide: needed + more, spareUnits: more)
    case .twice: UnitArrangement(sides: 2, unitsPerSide: needed, spareSides: 1)
    }
  }

  /// The outages of the group.
  public var outages: OutageProfile { arrangement.outages(of: unit, commonCause: commonCause) }

  /// The mean time from all units up to the first outage; nil for units that never fail.
  ///
  /// From the chain by the number of failed units: with failure rates `f_j`, repair rates `r_j` and the common cause `c`,
  /// the time left is `T_j = (1 + f_j T_(j+1) + r_j T_(j-1)) / (f_j + r_j + c)`, and zero once the group is out.
  public var meanTimeToFailure: Seconds? {
    guard unit.rate > .zero else { return nil }
    let sides = scheme == .twice
    let units = sides ? 2 : count
    let spare = units - (sides ? 1 : needed)
    let share = isRedundant ? commonCause.value : 0
    let rate = 1 / unit.rate.meanInterval.value
    let common = rate * share
    let alone = rate * (1 - share) * Double(sides ? needed : 1)
    let repair = unit.repair.mean > .zero ? 1 / unit.repair.mean.value : .infinity
    guard repair < .infinity else {
      // Repaired at once: only what strikes all, or needs no second failure, puts the group out.
      if spare == 0 { return Seconds(1 / (alone * Double(units))) }
      return common > 0 ? Seconds(1 / common) : nil
    }
    // T_j = a_j + b_j T_(j+1), and T_0 = sum of a_j times the product of b before it.
    var time = 0.0
    var product = 1.0
    var (a, b) = (0.0, 0.0)
    for failed in 0...spare {
      let failing = alone * Double(units - failed)
      let repairing = failed == 0 ? 0 : repair * Double(failed)
      let leaving = failing + common + repairing * (1 - b)
      a = (1 + repairing * a) / leaving
      b = failing / leaving
      time += product * a
      product *= b
    }
    return Seconds(time)
  }
}
