public import Quantities

/// The processors of a server, all of one model.
public struct Processor: Sendable, Hashable {
  /// The model as its maker names it.
  public let name: String
  /// Its maker, in lower case: `intel`, `amd`.
  public let vendor: String
  /// The instruction set, in lower case: `x86-64`.
  public let architecture: String
  /// What it offers to a hypervisor, in lower case: `vt-x`, `ept`, `vpid`, `amd-v`, `npt`.
  public let extensions: [String]
  /// How many are fitted.
  public let sockets: Int
  /// Cores of all of them together.
  public let cores: Int
  /// Nominal clock of a core.
  public let clock: Hertz

  /// Creates processors; sockets and cores at least 1.
  public init(
    name: String, vendor: String, architecture: String, extensions: [String], sockets: Int, cores: Int,
    clock: Hertz
  ) {
    precondition(sockets >= 1 && cores >= sockets, "each socket holds at least one core")
    self.name = name
    self.vendor = vendor
    self.architecture = architecture
    self.extensions = extensions
    self.sockets = sockets
    self.cores = cores
    self.clock = clock
  }
}
