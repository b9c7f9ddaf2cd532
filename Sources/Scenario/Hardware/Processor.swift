public import Quantities
public import Virtualization
public import Workload

/// The processors of a server, all of one model.
public struct Processor: Sendable, Hashable {
  /// What a processor does to help a hypervisor.
  public enum Extension: String, Sendable, Hashable, CaseIterable {
    /// Intel's trapping of privileged instructions.
    case vtx = "vt-x"
    /// Intel's nested paging.
    case ept
    /// Intel's tagged translation buffer.
    case vpid
    /// AMD's trapping of privileged instructions.
    case amdV = "amd-v"
    /// AMD's nested paging.
    case npt
  }

  /// The model as its maker names it.
  public let name: String
  /// Its maker.
  public let vendor: ProcessorVendor
  /// The instruction set.
  public let instructionSet: InstructionSet
  /// What it does to help a hypervisor.
  public let extensions: [Extension]
  /// How many are fitted.
  public let sockets: Int
  /// Cores of all of them together.
  public let cores: Int
  /// Nominal clock of a core.
  public let clock: Hertz

  /// Creates processors; at least one socket, and at least one core in each.
  public init(
    name: String, vendor: ProcessorVendor, instructionSet: InstructionSet, extensions: [Extension],
    sockets: Int, cores: Int, clock: Hertz
  ) {
    precondition(sockets >= 1 && cores >= sockets, "each socket holds at least one core")
    self.name = name
    self.vendor = vendor
    self.instructionSet = instructionSet
    self.extensions = extensions
    self.sockets = sockets
    self.cores = cores
    self.clock = clock
  }

  /// The help for hypervisors as techniques ask for it.
  public var assistance: HardwareAssistance {
    if extensions.contains(.ept) || extensions.contains(.npt) { return .nestedPaging }
    return extensions.contains(.vtx) || extensions.contains(.amdV) ? .trapping : .none
  }
}
