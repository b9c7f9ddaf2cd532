public import Quantities

/// The network that all data is copied over, shared evenly.
///
/// ```
/// rate of each of n copies = min(r, C / n),   n <= slots
/// ```
/// `C` the rate of the network, `r` the most that one copy takes (disk or interface of the source).
///
/// **Valid for** copies long against the time in which rates settle. **Not modelled**: changes of the data during the
/// copy (the last of them go over within the cut-over), other traffic, several links.
/// **Source**: processor sharing with a limit per job, as in the textbooks on queueing.
/// **Example**: 36 GB at 100 Mbit/s take 48 min; two at once 96 min.
public struct CopyNetwork: Sendable, Hashable {
  /// When copies may run.
  public enum Times: Sendable, Hashable {
    /// At any time, beside production.
    case anyTime
    /// In change windows only.
    case inWindows
  }

  /// The rate of the network.
  public var rate: BitsPerSecond
  /// The most that one copy takes; nil when only the network limits it.
  public var perCopy: BitsPerSecond?
  /// The most copies at once; nil when there is no such limit.
  public var slots: Int?
  /// When copies may run.
  public var times: Times
  /// Whether a copy may stop at the end of a window and go on in the next. If not, it begins only when it and all
  /// copies under way will end in time.
  public var spansWindows: Bool

  /// Creates a network.
  public init(
    rate: BitsPerSecond, perCopy: BitsPerSecond? = nil, slots: Int? = nil, times: Times = .anyTime,
    spansWindows: Bool = true
  ) {
    self.rate = rate
    self.perCopy = perCopy
    self.slots = slots
    self.times = times
    self.spansWindows = spansWindows
  }
}

/// A part of the network whose guests get new addresses: a VLAN with its subnet and the services in front of it.
public struct NetworkSegment: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Work before the first of its guests is copied: VLAN, subnet, routes on the new switches.
  public var setUp: Labor
  /// Work for each guest before it is copied: address, name, firewall rules.
  public var eachGuest: Labor
  /// Virtualized services that are pointed to the new addresses, in a window, once all its guests are over.
  public var services: [NetworkService]

  /// Creates a segment.
  public init(
    _ name: String, setUp: Labor = .none, eachGuest: Labor = .none, services: [NetworkService] = []
  ) {
    self.name = name
    self.setUp = setUp
    self.eachGuest = eachGuest
    self.services = services
  }
}

/// A service of the network in front of guests: virtual address, load balancer pool, firewall context.
public struct NetworkService: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The work of pointing it to the new addresses.
  public var work: Labor

  /// Creates a service.
  public init(_ name: String, work: Labor) {
    self.name = name
    self.work = work
  }
}
