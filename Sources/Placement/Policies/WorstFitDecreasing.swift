/// Guests from the largest to the smallest, each on the host where most stays free: an even spread.
public struct WorstFitDecreasing: PlacementPolicy {
  /// How much each resource counts. Dynamic weights order the guests; what stays free is then measured by average.
  public let weights: ResourceWeights
  /// How shares become one number.
  public let norm: ShareNorm

  /// Creates the policy.
  public init(weights: ResourceWeights = .average, norm: ShareNorm = .sum) {
    self.weights = weights
    self.norm = norm
  }

  public var name: String { "worst-fit-decreasing (\(weights) weights, \(norm))" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let order = GuestMeasure(fleet.problem, weights: weights, norm: norm).decreasing(guests)
    WorstFit(weights: weights == .dynamic ? .average : weights, norm: norm).place(order, into: &fleet)
  }
}

extension WorstFitDecreasing {
  static let entry = PolicyEntry(
    "worst-fit-decreasing",
    "Guests from the largest to the smallest, each on the host where most stays free.",
    parameters: [.weights(default: .average), .norm(default: .sum)]
  ) {
    WorstFitDecreasing(weights: $0.weights, norm: $0.norm)
  }
}
