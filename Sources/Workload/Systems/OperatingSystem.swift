public import Quantities

/// An operating system release that a guest runs: what decides where it may run and what it has in common with
/// its neighbours.
public struct OperatingSystem: Sendable, Hashable {
  /// Systems with a common ancestry, whose kernels are of one kind.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    case linux, windows, solaris, bsd, vms, ultrix
    case rsx = "rsx-11"
    case tops = "tops-10/20"

    /// The name in messages and reports.
    public var title: String {
      switch self {
      case .linux: "Linux"
      case .windows: "Windows"
      case .solaris: "Solaris"
      case .ultrix: "Ultrix"
      case .bsd, .vms, .rsx, .tops: rawValue.uppercased()
      }
    }
  }

  /// The name in catalogues and scenario files, such as `windows-2003`.
  public let name: String
  /// The name in messages and reports, such as `Windows 2003`.
  public let title: String
  /// What kind of kernel it has.
  public let family: Family
  /// The year of its release.
  public let year: Int
  /// The instruction set it was built for.
  public let instructionSet: InstructionSet
  /// The width of its addresses: 16, 32, 36 or 64 bits.
  public let bits: Int
  /// Whether a kernel changed for a hypervisor can be had, as paravirtualization asks.
  public let hasModifiableKernel: Bool
  /// Memory that the system itself occupies before any application starts.
  public let baseMemory: Estimate<Bytes>

  /// Creates an operating system.
  public init(
    name: String, title: String, family: Family, year: Int, instructionSet: InstructionSet, bits: Int,
    hasModifiableKernel: Bool, baseMemory: Estimate<Bytes>
  ) {
    self.name = name
    self.title = title
    self.family = family
    self.year = year
    self.instructionSet = instructionSet
    self.bits = bits
    self.hasModifiableKernel = hasModifiableKernel
    self.baseMemory = baseMemory
  }
}
