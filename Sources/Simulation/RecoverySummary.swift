import EventEngine
public import Quantities

/// What the loss of the site does to a layout in one replication.
public struct RecoverySummary: Sendable, Hashable {
  /// A time of each guest, in short.
  public struct Spread: Sendable, Hashable {
    /// Over guests.
    public let mean: Seconds
    /// At least 95 % of guests are at or below it.
    public let percentile95: Seconds
    /// Of the guest that has most.
    public let worst: Seconds

    /// Of some times; all zero for none.
    init(_ times: [TimeSpan]) {
      let sorted = times.sorted()
      let sum = sorted.reduce(Int64(0)) { $0 + $1.milliseconds }
      mean = Seconds(times.isEmpty ? 0 : Double(sum) / 1000 / Double(times.count))
      let rank = (95 * times.count + 99) / 100
      percentile95 = Seconds(rank == 0 ? 0 : sorted[rank - 1].seconds)
      worst = Seconds(sorted.last?.seconds ?? 0)
    }
  }

  /// The backup of the guests that are there when the site is lost.
  public struct Backup: Sendable, Hashable {
    /// How long a round takes.
    public let window: Seconds
    /// How long it may take.
    public let interval: Seconds
    /// Whether each round ends before the next should begin.
    public var fits: Bool { window <= interval }
  }

  /// The drills of the study, which are all alike.
  public struct Drills: Sendable, Hashable {
    /// How many.
    public let count: Int
    /// Until the last guest of one is back.
    public let duration: Seconds
    /// Hours of people that one takes: crews, and those who stand by.
    public let labour: Seconds
  }

  /// When the site is lost, from the start of the study.
  public let moment: Seconds
  /// Guests that are lost with it, each of which comes back.
  public let guests: Int
  /// Machines that they come back on.
  public let machines: Int
  /// Of these, how many are ordered.
  public let ordered: Int
  /// How much work each guest loses: from the state that comes back until the site is lost.
  public let point: Spread
  /// From the loss of the site until each guest is back.
  public let time: Spread
  /// Data that were written since the state that comes back.
  public let lost: Bytes
  /// Time of crews.
  public let labour: Seconds
  /// The backup; nil for a plan without one.
  public let backup: Backup?
  /// The drills; nil for a plan without any.
  public let drills: Drills?

  /// Hours that guests are down, summed over them.
  public var downtime: Seconds { time.mean * Double(guests) }
}
