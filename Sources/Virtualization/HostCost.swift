public import Quantities

/// What a technique itself takes of each host, whatever runs on it.
public struct HostCost: Sendable, Hashable {
  /// Memory of the hypervisor and its control system.
  public let memory: Estimate<Bytes>
  /// Share of the host's throughput that they use.
  public let work: Estimate<Fraction>

  /// Creates a cost.
  public init(memory: Estimate<Bytes>, work: Estimate<Fraction>) {
    self.memory = memory
    self.work = work
  }
}
