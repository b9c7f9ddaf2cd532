import Quantities

/// Guests that come and go: how often one arrives and how long it stays.
public struct Arrivals: Sendable, Hashable {
  /// Time between two arrivals.
  public let interval: RandomDuration
  /// Time from arrival to departure.
  public let lifetime: RandomDuration

  /// Creates a process of arrivals.
  public init(interval: RandomDuration, lifetime: RandomDuration) {
    self.interval = interval
    self.lifetime = lifetime
  }

  /// How many guests are there on average once arrivals and departures balance (Little's law:
  /// lifetime over interval). A week's stay with an arrival each day makes 7.
  public var meanPopulation: Double { lifetime.mean / interval.mean }
}
