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

  /// A general-purpose system underneath: its kernel, a few services and the technique's own programs.
  static let hostSystem = HostCost(
    memory: Estimate(
      mebibytes: 256, in: 128...1024, source: "a server system without applications, and tools",
      confidence: .memoryLow),
    work: Estimate(
      percent: 2, in: 1...5, source: "the host's system and agents at rest", confidence: .judgement))

  /// A hypervisor on the bare machine with its management.
  static let hypervisor = HostCost(
    memory: Estimate(
      mebibytes: 1024, in: 512...4096, source: "hypervisor and management agents", confidence: .memoryLow),
    work: Estimate(percent: 2, in: 1...5, source: "hypervisor and agents at rest", confidence: .judgement))
}
