/// Why a guest cannot run under a technique on a host, and what could run it there.
public struct Refusal: Sendable, Hashable, CustomStringConvertible {
  /// What kind of obstacle there is.
  public enum Obstacle: String, Sendable, Hashable, CaseIterable {
    /// The technique is not offered in the host's year.
    case year
    /// The technique does not run on the host's processor.
    case hostProcessor = "host processor"
    /// The host runs a system that the technique does not run on.
    case hostSystem = "host system"
    /// The processor lacks VT-x, AMD-V or nested paging.
    case assistance
    /// The guest's programs are for another processor.
    case instructionSet = "instruction set"
    /// The technique has no guests of this family of systems.
    case family = "system family"
    /// The guest's addresses are too wide.
    case addressWidth = "address width"
    /// The guest's kernel cannot be modified.
    case kernel
    /// The guest would have to share a kernel of another kind.
    case sharedKernel = "shared kernel"
    /// The guest has too many virtual processors.
    case virtualCPUs = "virtual CPUs"
    /// The guest has too much memory.
    case memory
  }

  /// What kind of obstacle there is.
  public let obstacle: Obstacle
  /// The guest, the technique and the reason, as a clause.
  public let reason: String
  /// Names of the techniques of the catalogue that could run the guest on this host.
  public let possible: [String]

  /// The reason and the ways out, as one line.
  public var description: String {
    "\(reason); possible: \(possible.isEmpty ? "none" : possible.joined(separator: ", "))"
  }
}
