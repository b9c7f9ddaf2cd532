public import Quantities
public import Virtualization

/// How running guests move from host to host.
public struct MigrationPolicy: Sendable, Hashable {
  /// The link of each host that copies go over; copies share it.
  public var link: BitsPerSecond
  /// Migrations that one host takes part in at a time.
  public var slots: Int
  /// Memory that a running guest makes dirty, as a rate.
  public var dirtyRate: BitsPerSecond
  /// The share of a guest's memory that is dirty again as soon as it is sent.
  public var workingSet: Fraction
  /// When to stop copying rounds.
  public var rules: PreCopyRules
  /// How often each guest is moved without need, as load balancers do; zero for never.
  public var churn: EventsPerYear

  /// 5 MB/s, a busy server of the published example writes 1 MB/s (Clark et al., NSDI 2005) and a database tens (from
  /// memory, low confidence).
  public static let usualDirtyRate = BitsPerSecond(5e6 * 8)

  /// Creates a policy.
  public init(
    link: BitsPerSecond = BitsPerSecond(1e9), slots: Int? = nil, dirtyRate: BitsPerSecond = usualDirtyRate,
    workingSet: Fraction = .zero, rules: PreCopyRules = .xen3, churn: EventsPerYear = .zero
  ) {
    self.link = link
    self.slots = slots ?? MigrationCost.slots(onLinkOf: link)
    self.dirtyRate = dirtyRate
    self.workingSet = workingSet
    self.rules = rules
    self.churn = churn
  }
}

/// Planned work on hosts that repeats: each host in turn is emptied, is away for a while, boots, and takes guests again.
public struct Maintenance: Sendable, Hashable {
  /// From the beginning of one round over all hosts to that of the next; the first begins after one interval.
  public var interval: Seconds
  /// How long a host is away, without its boot.
  public var duration: Seconds
  /// Hosts worked on at a time.
  public var batch: Int
  /// How long guests may take to leave; those that have not left then are shut down and start again with the host.
  public var patience: Seconds

  /// Creates a plan.
  public init(
    interval: Seconds, duration: Seconds, batch: Int = 1, patience: Seconds = Seconds(hours: 1)
  ) {
    self.interval = interval
    self.duration = duration
    self.batch = batch
    self.patience = patience
  }
}

/// Something that is done to a server in a running enclosure or rack at a date.
public struct HardwareChange: Sendable, Hashable {
  /// What is done.
  public enum Action: Sendable, Hashable {
    /// Emptied, taken out, and another put in its place, which takes a time.
    case replace(takes: Seconds)
    /// Emptied and taken out.
    case remove
    /// Put in again.
    case insert
  }

  /// When, from the start of the study.
  public var time: Seconds
  /// The server, from 0.
  public var server: Int
  /// What is done.
  public var action: Action

  /// Creates a change.
  public init(time: Seconds, server: Int, action: Action) {
    self.time = time
    self.server = server
    self.action = action
  }
}
