public import Workload

extension Technique {
  /// Whether guests with two systems can be on one host under this technique.
  ///
  /// Guests without a kernel of their own all run the host's, so all have the same system. Others do not mind.
  public func coexist(_ one: OperatingSystem, _ other: OperatingSystem) -> Bool {
    !sharesHostKernel || one.name == other.name
  }

  /// Whether its guests have no kernel of their own.
  public var sharesHostKernel: Bool {
    if case .hosts = guestRules.kernel { true } else { false }
  }
}

extension Technique {
  /// Whether guests under two techniques can be on one host.
  ///
  /// - A hypervisor on the bare machine has its hosts to itself, and so has a system on bare metal.
  /// - Techniques on a general system share one if there is a family that carries both, and if at least one of them runs as
  ///   an ordinary process: an emulator, or a kernel in user mode. Two that change the host's kernel do not meet on it.
  ///
  /// **Not modelled**: stock kernels that carry two, such as KVM and containers. **Source**: how the products are installed
  /// (from memory, high confidence).
  ///
  /// Example: SIMH runs beside the contexts of Linux-VServer and beside Solaris zones; VMware ESX runs beside nothing.
  public func sharesHosts(with other: Technique) -> Bool {
    guard name != other.name else { return true }
    guard runsOnSystem, other.runsOnSystem, isProcess || other.isProcess else { return false }
    guard let own = hostRules.systems, let others = other.hostRules.systems else { return true }
    return own.contains { others.contains($0) }
  }

  /// Whether a guest under the technique is an ordinary process of its host's system.
  public var isProcess: Bool { kind == .emulation || kind == .userModeKernel }

  /// Whether a general system runs underneath.
  private var runsOnSystem: Bool { hostRules.systems != nil || kind == .emulation }
}
