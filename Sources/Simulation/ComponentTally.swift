public import Availability
public import Quantities

/// What the failures of one kind of component came to in a run.
public struct ComponentTally: Sendable, Hashable {
  /// The kind.
  public let part: FailingPart
  /// Units that failed, a strike of a whole group at once being one.
  public var unitFailures = 0
  /// Times a group was out.
  public var outages = 0
  /// Guests that lost their host.
  public var guestsLost = 0
  /// Guests among them that found another host at once; the rest waited.
  public var guestsRestarted = 0
  /// Guests whose group had a unit less, without being out.
  public var guestsDegraded = 0
  /// The most guests that one outage took down.
  public var worst = 0
  /// Time that guests were down which had lost their host in this way, in milliseconds.
  public var downMilliseconds: Int64 = 0

  /// Nothing yet.
  public init(_ part: FailingPart) { self.part = part }

  /// Time that guests were down which had lost their host in this way, summed over guests; until they ran again, whatever
  /// failed meanwhile.
  public var guestTimeDown: Seconds { .milliseconds(downMilliseconds) }

  /// Books an outage.
  mutating func add(lost: Int, restarted: Int) {
    outages += 1
    guestsLost += lost
    guestsRestarted += restarted
    worst = max(worst, lost)
  }
}
