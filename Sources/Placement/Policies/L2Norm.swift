/// Fills one host after another with the guest that leaves least free there, in the sense of least squares.
///
/// ```
/// score = -Σ_r w_r (f_r / C_r - s_r / C_r)²
/// ```
/// `s_r` the size of the guest, `f_r` the free amount, `C_r` the mean capacity, `w_r` the weight.
///
/// **Valid for** guests of few flavours: the work is hosts times flavours. **Not modelled**: prices of hosts.
/// **Source**: R. Panigrahy et al., "Heuristics for vector bin packing", 2011. **Example**: with 4 cores and 4 GiB
/// free, a guest of 3 cores and 3 GiB (rest 1 and 1) goes before one of 4 cores and 1 GiB (rest 0 and 3).
public struct L2Norm: PlacementPolicy {
  /// How much each resource counts.
  public let weights: ResourceWeights

  /// Creates the policy.
  public init(weights: ResourceWeights = .dynamic) { self.weights = weights }

  public var name: String { "l2-norm (\(weights) weights)" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    HostByHost(weights: weights) { weight, size, free in -weight * (free - size) * (free - size) }
      .place(guests, into: &fleet)
  }
}

extension L2Norm {
  static let entry = PolicyEntry(
    "l2-norm", "Host by host, the guest that leaves least free in the sense of least squares.",
    parameters: [.weights(default: .dynamic)]
  ) {
    L2Norm(weights: $0.weights)
  }
}
