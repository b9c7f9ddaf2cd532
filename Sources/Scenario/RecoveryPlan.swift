public import Availability
public import Quantities
import Virtualization

/// How a layout comes back after its site is lost, and what it does for that day beforehand.
///
/// One form for all methods. Machines that stand elsewhere are there at once, others are ordered; each takes a crew for a
/// while; then data are read back by few streams, one guest by one stream; then guests boot, few at a time on each
/// machine. Methods differ in their defaults and in how old the data are that come back.
public struct RecoveryPlan: Sendable, Hashable {
  /// Where the data come from, and onto what.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Machines are set up by hand, system and all; data come from the backup.
    case rebuild
    /// Whole disks are written back from images of the same machines.
    case image
    /// Guests are read from the backup onto hosts of whatever make.
    case restore
    /// Copies at the other site follow at intervals.
    case replication
    /// Each write is at the other site before it counts.
    case synchronous

    /// Whether data are at the other site already, so that none are read back.
    public var hasCopies: Bool { self == .replication || self == .synchronous }

    /// What a machine takes of a crew before guests can come back on it, unless it is stated.
    ///
    /// By hand as ``SiteRebuild/physicalEffort`` says. An hour to rack a machine and start it from an image, or to install
    /// a hypervisor: judgements. Nothing where hosts run already.
    public var usualEffort: Seconds {
      switch self {
      case .rebuild: SiteRebuild.physicalEffort.value
      case .image, .restore: Seconds(hours: 1)
      case .replication, .synchronous: .zero
      }
    }

    /// Whether hosts for all guests stand elsewhere, unless their number is stated.
    public var standsByUsually: Bool { self != .rebuild && self != .image }

    /// What a guest waits after its data are back, beside its boot: a restored image restarts once.
    public var restart: Seconds { self == .image ? ProvisioningMethod.bareMetalImage.perPartition : .zero }
  }

  /// Regular full copies of the guests' disks.
  public struct Backup: Sendable, Hashable {
    /// From the beginning of one round over all guests to that of the next.
    public var interval: Seconds
    /// Drives or jobs that write, and later read, at a time.
    public var streams: Int
    /// The rate of one.
    public var rate: BitsPerSecond

    /// Creates a backup.
    public init(
      interval: Seconds = Seconds(hours: 24), streams: Int = 1, rate: BitsPerSecond = BackupPlan.lto3
    ) {
      self.interval = interval
      self.streams = streams
      self.rate = rate
    }
  }

  /// Consistent points that are copied to the other site.
  public struct Points: Sendable, Hashable {
    /// Between two points.
    public var interval: Seconds
    /// The link to the other site.
    public var link: BitsPerSecond

    /// Creates points; 5 minutes as in ``RecoveryMethod``, a link of 100 Mbit/s as an assumption.
    public init(interval: Seconds = Seconds(minutes: 5), link: BitsPerSecond = BitsPerSecond(100e6)) {
      self.interval = interval
      self.link = link
    }
  }

  /// Planned tries of the recovery.
  public struct Drill: Sendable, Hashable {
    /// Between two drills; the first begins after one interval.
    public var interval: Seconds
    /// The share of guests that is brought back, most important first.
    public var guests: Fraction
    /// People who stand by until the last is back, beside the crews.
    public var people: Int

    /// Creates a plan of drills.
    public init(interval: Seconds, guests: Fraction = .one, people: Int = 2) {
      self.interval = interval
      self.guests = guests
      self.people = people
    }
  }

  /// The method.
  public var method: Method
  /// The backup; nil for none, which only methods with copies can do without.
  public var backup: Backup?
  /// The points of ``Method/replication``.
  public var points: Points
  /// The share of a guest's disk that changes in a day.
  public var dailyChange: Fraction
  /// From the loss until the recovery begins.
  public var declaration: Seconds
  /// Hosts that stand elsewhere; nil for as many as the guests need.
  public var spareHosts: Int?
  /// From the beginning of the recovery until those hosts are at hand.
  public var readiness: Seconds
  /// From the beginning of the recovery until ordered machines are there.
  public var procurement: Seconds
  /// Crews that set up machines at the same time.
  public var crews: Int
  /// What one machine takes of a crew.
  public var effort: Seconds
  /// Guests that one machine starts at a time.
  public var slots: Int
  /// The drills; nil for none.
  public var drill: Drill?

  /// Disks change by 2 % a day: a judgement, incremental backups are of 1 to 10 %.
  public static let usualDailyChange = Fraction(0.02)

  /// Creates a plan with the usual values of a method.
  public init(method: Method) {
    self.method = method
    backup = method.hasCopies ? nil : Backup()
    points = Points()
    dailyChange = RecoveryPlan.usualDailyChange
    declaration = .zero
    spareHosts = method.standsByUsually ? nil : 0
    readiness = .zero
    procurement = ProvisioningMethod.physicalServer.fixed.value
    crews = 2
    effort = method.usualEffort
    slots = RestartTiming.virtualInfrastructure3.slots
    drill = nil
  }

  /// How fast disks of so much data change.
  public func changes(of disks: Bytes) -> BitsPerSecond {
    BitsPerSecond(disks.value * 8 * dailyChange.value / Seconds(days: 1).value)
  }
}

/// The loss of a whole site with everything in it.
public struct Disaster: Sendable, Hashable {
  /// When, from the start of the study; nil for any moment of it, drawn anew in each replication.
  public var time: Seconds?
  /// How often one is to be expected; zero where nobody says.
  public var rate: EventsPerYear

  /// Creates a disaster.
  public init(time: Seconds? = nil, rate: EventsPerYear = .zero) {
    self.time = time
    self.rate = rate
  }
}
