public import Quantities

/// What the failures of one kind of component do to the guests of a site, by the event and by the year.
public struct ComponentImpact: Hashable, Sendable {
  /// What one outage of one group does.
  public struct Event: Hashable, Sendable {
    /// Guests that go down.
    public let guestsLost: Int
    /// Guests among them that are restarted elsewhere; the rest wait for the repair.
    public let guestsRestarted: Int
    /// Guests that run on with one path or feed less until the repair.
    public let guestsDegraded: Int
    /// Time down, summed over guests.
    public let guestTimeDown: Seconds

    /// Creates an event.
    public init(guestsLost: Int, guestsRestarted: Int, guestsDegraded: Int, guestTimeDown: Seconds) {
      self.guestsLost = guestsLost
      self.guestsRestarted = guestsRestarted
      self.guestsDegraded = guestsDegraded
      self.guestTimeDown = guestTimeDown
    }

    /// Nothing.
    public static let none = Event(
      guestsLost: 0, guestsRestarted: 0, guestsDegraded: 0, guestTimeDown: .zero)

    /// What an event does to the guests of two sets that share none.
    public static func + (one: Event, other: Event) -> Event {
      Event(
        guestsLost: one.guestsLost + other.guestsLost,
        guestsRestarted: one.guestsRestarted + other.guestsRestarted,
        guestsDegraded: one.guestsDegraded + other.guestsDegraded,
        guestTimeDown: one.guestTimeDown + other.guestTimeDown)
    }
  }

  /// The component.
  public let component: ComponentReliability
  /// Groups of it on the site.
  public let groups: Int
  /// Failures of single units a year, each a service call.
  public let unitFailures: EventsPerYear
  /// Outages of groups a year, over the site.
  public let outages: EventsPerYear
  /// The outage that takes most guests, and of these the one with most time down.
  public let worst: Event
  /// Guests lost a year.
  public let guestsLostPerYear: EventsPerYear
  /// Guests restarted a year.
  public let guestsRestartedPerYear: EventsPerYear
  /// Guests that run degraded for a while, a year.
  public let guestsDegradedPerYear: EventsPerYear
  /// Time down a year, summed over guests.
  public let guestTimeDownPerYear: Seconds

  /// Time down a year of one guest on average; zero without guests.
  public func timeDownPerGuest(of guests: Int) -> Seconds {
    guests == 0 ? .zero : guestTimeDownPerYear / Double(guests)
  }
}
