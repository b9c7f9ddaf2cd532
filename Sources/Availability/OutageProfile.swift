public import Quantities

/// How often a thing is out and for how long: its long-run share of time down with the rate of its outages.
///
/// ```
/// unit:      nu = lambda * A                                  mean outage = U / nu
/// series:    nu = sum of nu_i * product over j /= i of A_j
/// parallel:  nu = sum of nu_i * product over j /= i of U_j
/// k of n:    nu = C(n, k) A^k U^(n - k) * k * lambda
/// ```
/// - A, U: shares of time up and down; nu: outages in a year of calendar time; lambda: failures in a year of operation
///
/// The share of time alone cannot tell one outage of a day from a hundred of a quarter of an hour. **Valid for**: independent
/// units, each with its own repair. **Not modelled**: queues for repair. **Source**: frequency and duration method, such as
/// R. Billinton and R. Allan, *Reliability Evaluation of Engineering Systems* (1992), from memory, high confidence.
///
/// Example: 1 of 2 units of 1 failure a year and 1 day of repair: out 0.00544 times a year, for half a day.
public struct OutageProfile: Hashable, Sendable {
  /// The share of time down.
  public let state: SteadyState
  /// Outages in a year of calendar time.
  public let rate: EventsPerYear

  /// Creates a profile.
  public init(state: SteadyState, rate: EventsPerYear) {
    precondition(rate >= .zero, "outages are not negative")
    self.state = state
    self.rate = rate
  }

  /// The outages of one unit.
  public init(of unit: FailureModel) {
    let state = unit.steadyState
    self.init(state: state, rate: unit.rate * state.availability)
  }

  /// Never out.
  public static let never = OutageProfile(state: .perfect, rate: .zero)

  /// How long an outage lasts on average; zero for what is never out.
  public var meanOutage: Seconds {
    rate > .zero ? Seconds.year * (state.unavailability.value / rate.value) : .zero
  }

  /// All must be up.
  public static func series(_ parts: [OutageProfile]) -> OutageProfile {
    // Two at a time: nu = nu_1 A_2 + nu_2 A_1.
    parts.reduce(.never) { sum, part in
      OutageProfile(
        state: .series([sum.state, part.state]),
        rate: sum.rate * part.state.availability + part.rate * sum.state.availability)
    }
  }

  /// One must be up; there is at least one.
  public static func parallel(_ parts: [OutageProfile]) -> OutageProfile {
    precondition(!parts.isEmpty, "there is a unit")
    return parts.dropFirst().reduce(parts[0]) { sum, part in
      OutageProfile(
        state: .parallel([sum.state, part.state]),
        rate: sum.rate * part.state.unavailability + part.rate * sum.state.unavailability)
    }
  }

  /// At least a number of equal units must be up, 1 to `count`.
  public static func atLeast(_ needed: Int, of count: Int, each unit: FailureModel) -> OutageProfile {
    precondition((1...count).contains(needed), "some are needed, and no more than there are")
    let each = unit.steadyState
    // The chance that exactly the needed number is up: C(n, k) A^k U^(n-k).
    var atTheEdge = 1.0
    for index in 0..<needed {
      atTheEdge *= each.availability.value * Double(count - index) / Double(needed - index)
    }
    for _ in needed..<count { atTheEdge *= each.unavailability.value }
    return OutageProfile(
      state: .atLeast(needed, of: count, each: each), rate: unit.rate * (atTheEdge * Double(needed)))
  }
}
