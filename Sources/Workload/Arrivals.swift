import Quantities

/// Guests that come and go: how often one arrives and how long it stays.
public struct Arrivals: Sendable, Hashable {
  /// Time between two arrivals.
  public let interval: RandomDuration
  /// Time from arrival to departure.
  public let lifetime: RandomDuration
  /// Time from then on for which nobody remembers to remove it; nil when each is removed at once.
  ///
  /// A guest that is not used any more keeps its place and its demand, unless a layout reclaims what is idle.
  public let forgotten: RandomDuration?
  /// Whether a stay begins when the guest first runs, not when it is asked for: who waits loses nothing of it.
  public let staysFromStart: Bool

  /// Creates a process of arrivals.
  public init(
    interval: RandomDuration, lifetime: RandomDuration, forgotten: RandomDuration? = nil,
    staysFromStart: Bool = false
  ) {
    self.staysFromStart = staysFromStart
    self.forgotten = forgotten
    self.interval = interval
    self.lifetime = lifetime
  }

  /// How many guests are there on average once arrivals and departures balance (Little's law:
  /// lifetime and what is forgotten over interval). A week's stay with an arrival each day makes 7.
  public var meanPopulation: Double { (lifetime.mean + (forgotten?.mean ?? .zero)) / interval.mean }
}
