public import Quantities
public import Workload

extension Technique {
  /// The work rate that a guest's work takes of its host.
  ///
  /// ```
  /// demand(host) = sum over guests of work / efficiency(mix) + h0 * throughput
  /// ```
  /// - `work`: what a guest would do natively, in ssj_ops a second
  /// - `efficiency(mix)`: what the guest keeps of its native throughput, without unit
  /// - `h0`: share of the host's throughput that the technique itself uses (``ownDemand(onHostOf:)``), without unit
  /// - `throughput`: what the host does at full load, in ssj_ops a second
  ///
  /// **Valid for**: hosts that are not saturated. **Not modelled**: a cost for each operation and packet; it is
  /// contained in the efficiencies for disk and network. **Source**: definition; figures by technique.
  ///
  /// Example: 970 ssj_ops/s of user-mode computing under VMware ESX 3, which keeps 97 %, take 1 000 of the host;
  /// on a host of 10 000 the hypervisor itself takes 200 more.
  public func hostDemand(
    of work: WorkPerSecond, mix: WorkClassMix, for system: OperatingSystem
  ) -> WorkPerSecond {
    work / efficiency(of: mix, for: system).value
  }

  /// What part of its native throughput a guest of a system keeps.
  public func efficiency(of mix: WorkClassMix, for system: OperatingSystem) -> Fraction {
    efficiency(for: system).efficiency(of: mix)
  }

  /// What part of its native throughput a guest of a system keeps, by kind of work.
  ///
  /// Differs from ``efficiency`` for systems that run only with the processor's help, and for those that do not know
  /// their hypervisor.
  public func efficiency(for system: OperatingSystem) -> Efficiency {
    if case .modified(let otherwise?) = guestRules.kernel, !system.hasModifiableKernel {
      return otherwise.efficiency
    }
    if let unaware = guestRules.unaware, unaware.applies(to: system) { return unaware.efficiency }
    return efficiency
  }

  /// The work rate that the technique itself takes of a host, guests or none.
  public func ownDemand(onHostOf throughput: WorkPerSecond) -> WorkPerSecond {
    throughput * hostCost.work.value
  }
}
