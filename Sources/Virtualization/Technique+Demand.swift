public import Quantities
public import Workload

/// The processor a host needs:
///
/// ```
/// demand(host) = sum over guests of work / efficiency(mix) + h0 * throughput
/// ```
/// - `work`: what a guest would do natively, in ssj_ops a second
/// - `efficiency(mix)`: what the guest keeps of its native throughput, without unit
/// - `h0`: share of the host's throughput that the hypervisor and its control system use, without unit
/// - `throughput`: what the host does at full load, in ssj_ops a second
///
/// **Valid for**: hosts that are not saturated. **Not modelled**: a cost for each operation and packet; it is
/// contained in the efficiencies for disk and network. **Source**: this program; figures by technique.
///
/// Example: 800 ssj_ops/s at an efficiency of 0.8 on a host of 10 000 ssj_ops/s with h0 = 2 % need 1 200 ssj_ops/s.
extension Technique {
  /// What part of its native throughput a guest of a system keeps on a host.
  public func efficiency(of mix: WorkClassMix, for system: OperatingSystem) -> Fraction {
    if case .modified(let otherwise?) = guestRules.kernel, !system.hasModifiableKernel {
      return otherwise.efficiency.efficiency(of: mix)
    }
    return efficiency.efficiency(of: mix)
  }

  /// The work rate that a guest's work takes of its host.
  public func hostDemand(of work: WorkPerSecond, mix: WorkClassMix, for system: OperatingSystem)
    -> WorkPerSecond
  {
    work / efficiency(of: mix, for: system).value
  }

  /// The work rate that the technique itself takes of a host, guests or none.
  public func ownDemand(onHostOf throughput: WorkPerSecond) -> WorkPerSecond {
    throughput * hostCost.work.value
  }
}
