public import Workload

/// What a technique asks of the guest.
public struct GuestRules: Sendable, Hashable {
  /// Which programs can run.
  public enum Instructions: Sendable, Hashable {
    /// What the host's processor executes.
    case ofHost
    /// Those of an emulated machine, whatever the host is.
    case emulated([InstructionSet])
  }

  /// What the guest's kernel must be.
  public enum Kernel: Sendable, Hashable {
    /// Any, unmodified.
    case any
    /// One modified for the hypervisor; others only with the processor's help, at another efficiency.
    case modified(otherwise: AssistedGuests?)
    /// None of its own: it shares the kernel of a host of this family.
    case hosts(OperatingSystem.Family)
  }

  /// How guests run that the technique cannot serve in its own way.
  public struct AssistedGuests: Sendable, Hashable {
    /// What the processor must do.
    public let assistance: HardwareAssistance
    /// From which year.
    public let year: Int
    /// What they keep of their native throughput.
    public let efficiency: Efficiency

    /// Creates a rule.
    public init(assistance: HardwareAssistance, year: Int, efficiency: Efficiency) {
      self.assistance = assistance
      self.year = year
      self.efficiency = efficiency
    }
  }

  /// How guests with 64-bit addresses are treated.
  public enum SixtyFourBits: Sendable, Hashable {
    /// They run as others do.
    case accepted
    /// They run only with the processor's help.
    case assisted(HardwareAssistance)
    /// They do not run.
    case refused
  }

  /// Guests that do not know their hypervisor and are served by emulated devices, at another efficiency.
  public struct Unaware: Sendable, Hashable {
    /// The families whose later systems do know it.
    public let aware: [OperatingSystem.Family]
    /// The release year from which they do.
    public let since: Int
    /// What all others keep of their native throughput.
    public let efficiency: Efficiency

    /// Creates a rule.
    public init(exceptFor aware: [OperatingSystem.Family], since: Int, efficiency: Efficiency) {
      self.aware = aware
      self.since = since
      self.efficiency = efficiency
    }

    /// Whether the rule is for a system.
    public func applies(to system: OperatingSystem) -> Bool {
      !aware.contains(system.family) || system.year < since
    }
  }

  /// Which programs can run.
  public let instructions: Instructions
  /// What the kernel must be.
  public let kernel: Kernel
  /// How guests with 64-bit addresses are treated.
  public let sixtyFourBits: SixtyFourBits
  /// The families that run at all; nil for every one.
  public let families: [OperatingSystem.Family]?
  /// How guests fare that do not know their hypervisor; nil if that makes no difference.
  public let unaware: Unaware?

  /// Creates rules.
  public init(
    instructions: Instructions, kernel: Kernel, sixtyFourBits: SixtyFourBits = .accepted,
    families: [OperatingSystem.Family]? = nil, unaware: Unaware? = nil
  ) {
    self.instructions = instructions
    self.kernel = kernel
    self.sixtyFourBits = sixtyFourBits
    self.families = families
    self.unaware = unaware
  }
}
