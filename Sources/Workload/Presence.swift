public import Quantities

/// When the guests of a group exist.
public enum Presence: Sendable, Hashable {
  /// From the start of the study to its end.
  case always
  /// From one moment until another, or until the end.
  case during(from: Moment, until: Moment?)
  /// They come and go at random; the group's count is how many there are at the start.
  case arrivals(Arrivals)
}

/// A point in a study's time.
public enum Moment: Sendable, Hashable {
  /// So long after the start.
  case offset(Seconds)
  /// The first instant of a day, local time.
  case date(CalendarDate)

  /// How long after midnight of the study's first day; negative for dates before it.
  public func offset(from firstDay: CalendarDate) -> Seconds {
    switch self {
    case .offset(let offset): offset
    case .date(let date): Seconds(days: Double(date.daysSince1970 - firstDay.daysSince1970))
    }
  }
}

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

/// A random length of time, described by its mean and the kind of its distribution.
public struct RandomDuration: Sendable, Hashable {
  /// The kind of distribution around the mean.
  public enum Distribution: Sendable, Hashable {
    /// Always the mean.
    case constant
    /// Without memory; arrivals of a Poisson process.
    case exponential
    /// Skewed to the right; `variation` is standard deviation over mean.
    case lognormal(variation: Fraction)
    /// With this shape: below 1 early ends are more likely, above 1 late ones.
    case weibull(shape: Double)
  }

  /// The mean; positive.
  public let mean: Seconds
  /// The kind of distribution.
  public let distribution: Distribution

  /// Creates a random length of time.
  ///
  /// - Precondition: the mean is positive.
  public init(mean: Seconds, distribution: Distribution = .exponential) {
    precondition(mean > .zero, "a mean length of time is positive")
    self.mean = mean
    self.distribution = distribution
  }
}
