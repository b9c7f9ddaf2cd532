/// Fills one host after another with the guest whose shape is most like what is free there.
///
/// ```
/// score = Σ_r w_r (s_r / C_r) (f_r / C_r)
/// ```
/// `s_r` the size of the guest, `f_r` the free amount, `C_r` the mean capacity, `w_r` the weight.
///
/// **Valid for** guests of few flavours: the work is hosts times flavours. **Not modelled**: prices of hosts.
/// **Source**: R. Panigrahy et al., "Heuristics for vector bin packing", 2011. **Example**: on a host with 8 of 8
/// cores and 2 of 8 GiB free, a guest of 4 cores and 1 GiB goes before one of 1 core and 2 GiB.
public struct DotProduct: PlacementPolicy {
  /// How much each resource counts.
  public let weights: ResourceWeights

  /// Creates the policy.
  public init(weights: ResourceWeights = .dynamic) { self.weights = weights }

  public var name: String { "dot-product (\(weights) weights)" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    HostByHost(weights: weights) { weight, size, free in weight * size * free }.place(guests, into: &fleet)
  }
}

extension DotProduct {
  static let entry = PolicyEntry(
    "dot-product", "Host by host, the guest whose shape is most like what is free.",
    parameters: [.weights(default: .dynamic)]
  ) {
    DotProduct(weights: $0.weights)
  }
}
