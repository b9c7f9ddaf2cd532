public import Quantities

/// Batteries and generators behind a utility that fails: how often the site goes dark all the same.
///
/// ```
/// reached = exp(-b / m)                             an outage outlasts the batteries
/// i of n start: binomial with 1 - s                 each fails to start with chance s
/// i running fall below k before the outage ends:    product for j = k...i of j r / (j r + 1 / m)
/// dark a year = outages * reached * chance that fewer than k start or remain
/// ```
/// - m: mean length of an outage; b: autonomy of the batteries; s: failure to start, by demand
/// - r: failures of a running generator in its own running time; n: generators, k: how many are needed
///
/// Once it is dark it stays so until the utility is back, m on average, since the rest of an exponential time is as long as
/// all of it.
///
/// **Valid for**: exponential outages, batteries that outlast the start. **Not modelled**: fuel, repair of a generator during
/// the outage, a second try to start, batteries not yet full. **Source**: competing exponential times, closed form; 0.5 to
/// 1.5 % a start and 1 in 1 000 h from memory, medium confidence.
///
/// Example: 5 outages a year of 2.5 h on average, batteries for 10 min, one generator at 1 % and 0.001/h: dark 0.058 times
/// a year, 8.7 min in all.
public struct StandbyPower: Hashable, Sendable {
  /// The utility.
  public let utility: FailureModel
  /// How long the batteries last.
  public let autonomy: Seconds
  /// Generators.
  public let generators: Int
  /// How many of them carry the load.
  public let needed: Int
  /// The chance that one does not start when it should.
  public let failureToStart: Fraction
  /// Failures of one while it runs, in a year of running.
  public let failureToRun: EventsPerYear

  /// The chance that a generator does not start.
  public static let usualFailureToStart = Estimate(
    Fraction(percent: 1), in: Fraction(percent: 0.5)...Fraction(percent: 1.5),
    source: "IEEE 493 family: 0.5 to 1.5 % of starts", confidence: .memoryMedium)

  /// Failures of a generator in a year of running: 1 in 1 000 h.
  public static let usualFailureToRun = EventsPerYear(8.76)

  /// Creates a supply; no generators, or at least as many as are needed.
  public init(
    utility: FailureModel, autonomy: Seconds, generators: Int, needed: Int = 1,
    failureToStart: Fraction = usualFailureToStart.value, failureToRun: EventsPerYear = usualFailureToRun
  ) {
    precondition(utility.repair.mean > .zero && autonomy >= .zero, "an outage takes time")
    precondition(generators == 0 || (1...generators).contains(needed), "no more are needed than there are")
    precondition(failureToStart >= .zero && failureToStart <= .one, "a chance lies from 0 to 1")
    precondition(failureToRun >= .zero, "failures are not negative")
    self.utility = utility
    self.autonomy = autonomy
    self.generators = generators
    self.needed = needed
    self.failureToStart = failureToStart
    self.failureToRun = failureToRun
  }

  /// The chance that an outage outlasts the batteries.
  public var chanceToOutlast: Fraction {
    Fraction(exponential(-(autonomy / utility.repair.mean)))
  }

  /// The chance that generators fail an outage that has outlasted the batteries.
  public var chanceToFail: Fraction {
    guard generators > 0 else { return .one }
    let start = 1 - failureToStart.value
    let running = failureToRun.value * utility.repair.mean.years
    var chance = 0.0
    var combinations = 1.0
    for started in 0...generators {
      var starts = combinations
      for _ in 0..<started { starts *= start }
      for _ in started..<generators { starts *= failureToStart.value }
      var falls = 1.0
      for units in stride(from: started, through: needed, by: -1) {
        falls *= Double(units) * running / (Double(units) * running + 1)
      }
      chance += starts * falls
      combinations *= Double(generators - started) / Double(started + 1)
    }
    return Fraction(min(1, chance))
  }

  /// How often and how long the site is dark.
  public var outages: OutageProfile {
    let rate = utility.rate * utility.steadyState.availability * (chanceToOutlast * chanceToFail)
    return OutageProfile(
      state: SteadyState(unavailability: Fraction(rate.value * utility.repair.mean.years)), rate: rate)
  }
}
