/// A way of running guests on a host: what it costs and what it permits. A catalogue entry.
public struct Technique: Sendable, Hashable {
  /// How a technique works.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case bareMetal = "bare metal"
    case emulation
    case userModeKernel = "user-mode kernel"
    case binaryTranslation = "binary translation"
    case paravirtualization
    case hardwareAssisted = "hardware-assisted"
    case operatingSystemLevel = "operating-system level"
  }

  /// The name in scenario files, such as `xen-3-pv`.
  public let name: String
  /// The name in messages and reports, such as `Xen paravirtualization`.
  public let title: String
  /// How it works.
  public let kind: Kind
  /// The years in which it is offered for new layouts.
  public let years: YearSpan
  /// What part of its native throughput a guest keeps.
  public let efficiency: Efficiency
  /// What the technique itself takes of each host.
  public let hostCost: HostCost
  /// What each guest takes beyond its configured memory.
  public let guestMemory: GuestMemoryCost
  /// Memory that guests of one system share, by family; empty if nothing is shared.
  public let pageSharing: [PageSharing]
  /// What its virtual devices do beyond taking processor time.
  public let devices: DeviceCost
  /// How it emulates another machine's processor; nil if guests' instructions are those of the host.
  public let emulator: Emulator?
  /// The ceilings of the product.
  public let limits: TechniqueLimits
  /// How long guests take to appear.
  public let times: TechniqueTimes
  /// What the host must have.
  public let hostRules: HostRules
  /// What the guest may be.
  public let guestRules: GuestRules
  /// Whether running guests move between hosts.
  public let migratesLive: Bool
  /// Whether guests of a failed host are restarted on others.
  public let restartsGuests: Bool

  /// Creates a technique.
  public init(
    name: String, title: String, kind: Kind, years: YearSpan, efficiency: Efficiency, hostCost: HostCost,
    guestMemory: GuestMemoryCost, pageSharing: [PageSharing] = [], devices: DeviceCost = .none,
    emulator: Emulator? = nil, limits: TechniqueLimits, times: TechniqueTimes, hostRules: HostRules,
    guestRules: GuestRules, migratesLive: Bool,
    restartsGuests: Bool
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.years = years
    self.efficiency = efficiency
    self.hostCost = hostCost
    self.guestMemory = guestMemory
    self.pageSharing = pageSharing
    self.devices = devices
    self.emulator = emulator
    self.limits = limits
    self.times = times
    self.hostRules = hostRules
    self.guestRules = guestRules
    self.migratesLive = migratesLive
    self.restartsGuests = restartsGuests
  }
}
