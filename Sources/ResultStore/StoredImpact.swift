/// What the failures of one kind of component do to the guests of a layout: as planned, and as seen in the runs.
public struct StoredImpact: Sendable, Hashable {
  /// The name of the kind, such as `power-supply`.
  public var part: String
  /// The name for people.
  public var title: String
  /// As computed from the design; nil for the plant, of which no closed form is known.
  public var expected: Expected?
  /// What was seen, on average over the runs.
  public var seen: Seen

  /// What closed forms say.
  public struct Expected: Sendable, Hashable {
    /// Groups, and units in all of them.
    public var groups: Int
    public var units: Int
    /// Guests down by the loss of one unit, and guests that then run on with a unit less.
    public var unitGuestsLost: Int
    public var unitGuestsDegraded: Int
    /// Guests down by the loss of the worst group, those of them with room elsewhere, and guests that run on with less.
    public var groupGuestsLost: Int
    public var groupGuestsRestarted: Int
    public var groupGuestsDegraded: Int
    /// Hours down, summed over guests, of that loss: the worst case.
    public var groupGuestHoursDown: Double
    /// Failures of units and outages of groups a year, over the site.
    public var unitFailuresPerYear: Double
    public var outagesPerYear: Double
    /// How long an outage lasts on average.
    public var meanOutageHours: Double
    /// Hours down a year, summed over guests.
    public var guestHoursDownPerYear: Double

    /// Minutes that a guest is down in the worst case, on average over those that are lost.
    public var minutesDown: Double {
      groupGuestsLost > 0 ? 60 * groupGuestHoursDown / Double(groupGuestsLost) : 0
    }
  }

  /// What happened.
  public struct Seen: Sendable, Hashable {
    /// Failures of units and outages of groups a year.
    public var unitFailuresPerYear: Double
    public var outagesPerYear: Double
    /// Guests that lost their host, found another at once, and ran on with a unit less, a year.
    public var guestsLostPerYear: Double
    public var guestsRestartedPerYear: Double
    public var guestsDegradedPerYear: Double
    /// The most guests that one outage took, in any run.
    public var worstGuestsLost: Int
    /// Hours down a year, summed over guests.
    public var guestHoursDownPerYear: Double
  }
}
