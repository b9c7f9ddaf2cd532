/// What the Kubernetes scheduler's `NodeResourcesFit` score would do: each guest, as listed, on the host with the least, or
/// the most, of its processor and memory requested.
///
/// ```
/// least: mean over cpu and memory of ⌊ 100 (C - requested) / C ⌋          most: mean of ⌊ 100 requested / C ⌋
/// ```
/// `requested` includes the guest, `C` is the usable capacity. Processor and memory are the first two resources.
///
/// **Not modelled**: the other scores of the scheduler, and its random choice among equals (here the first).
/// **Source**: Kubernetes documentation, "Resource Bin Packing" and the `NodeResourcesFit` plugin (from memory).
public struct KubernetesScoring: PlacementPolicy {
  /// Which hosts are preferred.
  public enum Strategy: String, Sendable, CaseIterable {
    /// The emptiest: the scheduler's default.
    case least
    /// The fullest.
    case most
  }

  /// Which hosts are preferred.
  public let strategy: Strategy

  /// Creates the policy.
  public init(_ strategy: Strategy = .least) { self.strategy = strategy }

  public var name: String { "kubernetes (\(strategy) allocated)" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let counted = min(2, fleet.resourceCount)
    HostScan { flavour, host, fleet in
      var sum = 0.0
      for resource in 0..<counted {
        let taken = fleet.shareTaken(on: host, resource, withFlavour: flavour)
        sum += (100 * (strategy == .least ? 1 - taken : taken)).rounded(.down)
      }
      return (sum / Double(counted)).rounded(.down)
    }.place(guests, into: &fleet)
  }
}

extension KubernetesScoring {
  static let entry = PolicyEntry(
    "kubernetes", "As the Kubernetes scheduler: the host with the least, or the most, requested.",
    parameters: [
      PolicyParameter(
        name: "allocated", summary: "Which hosts are preferred.", choices: Strategy.allCases.map(\.rawValue),
        defaultChoice: Strategy.least.rawValue)
    ]
  ) {
    KubernetesScoring($0["allocated"].flatMap(Strategy.init) ?? .least)
  }
}
