public import Placement
public import Quantities

/// How running guests are moved together over time, so that hosts without guests can be switched off, and apart again when
/// they ask for more.
///
/// Every ``interval`` overloaded hosts give up guests, and hosts with little to do are emptied. Memory and virtual
/// processors are always reserved in full; processor time is counted as guests have asked for it lately.
///
/// What keeps guests from going to and fro: a host that takes a guest must stay ``headroom`` below the limit at which the
/// detector would call it overloaded, at every sample of ``lookBack``; a guest that has moved stays for ``settle``, and so
/// does a host that has been switched on; a host is emptied only if all its guests fit elsewhere and what it no longer
/// draws is worth more, within ``payback``, than the copies and the boot that will bring it back.
///
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), for detectors, selections and the order of a round; the rules against
/// going to and fro are ours. Defaults are judgements.
public struct ConsolidationPolicy: Sendable {
  /// Which of the hosts that may take a guest takes it.
  public enum Target: String, Sendable, Hashable, CaseIterable {
    /// The one with the least left of processors and memory together, so that others become empty.
    case fullest
    /// The one whose draw rises least, as in the literature.
    case leastPower = "least power"
  }

  /// From one round to the next.
  public var interval: Seconds
  /// When a host is overloaded.
  public var detector: any OverloadDetector
  /// Which guest leaves an overloaded host next.
  public var selection: any GuestSelection
  /// Which host takes it.
  public var target: Target
  /// The utilization below which hosts are emptied if that pays.
  public var underload: Fraction
  /// What a host that takes a guest keeps below the detector's limit, as a share of its throughput.
  public var headroom: Fraction
  /// For how long in the past a host must have had room for the guest.
  public var lookBack: Seconds
  /// How long a guest that has moved stays, and a host that was switched on is not emptied.
  public var settle: Seconds
  /// The time within which emptying a host must pay.
  public var payback: Seconds
  /// Migrations under way at a time, beside the slots of hosts; nil for no other limit.
  public var movesAtOnce: Int?

  /// Creates a policy.
  public init(
    interval: Seconds = Seconds(minutes: 5),
    detector: any OverloadDetector = StaticThreshold(limit: usualLimit),
    selection: any GuestSelection = MinimumMigrationTime(), target: Target = .fullest,
    underload: Fraction = usualUnderload, headroom: Fraction = usualHeadroom,
    lookBack: Seconds = Seconds(hours: 2), settle: Seconds = Seconds(minutes: 30),
    payback: Seconds = Seconds(hours: 1), movesAtOnce: Int? = nil
  ) {
    precondition(interval > .zero, "rounds take time")
    self.interval = interval
    self.detector = detector
    self.selection = selection
    self.target = target
    self.underload = underload
    self.headroom = headroom
    self.lookBack = lookBack
    self.settle = settle
    self.payback = payback
    self.movesAtOnce = movesAtOnce
  }

  /// The limit of the static threshold in the literature.
  public static let usualLimit = Fraction(percent: 80)
  /// Hosts less than half busy are emptied where possible.
  public static let usualUnderload = Fraction(percent: 50)
  /// On the PlanetLab day half as many servers are overfull with it as with 5 points, for 3 % more energy of the servers.
  public static let usualHeadroom = Fraction(percent: 15)
}
