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

  /// Which programs can run.
  public let instructions: Instructions
  /// What the kernel must be.
  public let kernel: Kernel
  /// How guests with 64-bit addresses are treated.
  public let sixtyFourBits: SixtyFourBits

  /// Creates rules.
  public init(instructions: Instructions, kernel: Kernel, sixtyFourBits: SixtyFourBits = .accepted) {
    self.instructions = instructions
    self.kernel = kernel
    self.sixtyFourBits = sixtyFourBits
  }
}
