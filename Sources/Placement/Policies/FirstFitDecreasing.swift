/// Guests from the largest to the smallest, each on the first host that admits it.
///
/// The usual default of sizing tools. Strong where guests are large, weak (a tenth and more above the best) where
/// size and shape go together, as in the instance types of clouds: it uses up one shape first and strands the other
/// resource at the end.
public struct FirstFitDecreasing: PlacementPolicy {
  /// How much each resource counts in a guest's size.
  public let weights: ResourceWeights
  /// How shares become one size.
  public let norm: ShareNorm

  /// Creates the policy.
  public init(weights: ResourceWeights = .average, norm: ShareNorm = .sum) {
    self.weights = weights
    self.norm = norm
  }

  public var name: String { "first-fit-decreasing (\(weights) weights, \(norm))" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let order = GuestMeasure(fleet.problem, weights: weights, norm: norm).decreasing(guests)
    FirstFit().place(order, into: &fleet)
  }
}

extension FirstFitDecreasing {
  static let entry = PolicyEntry(
    "first-fit-decreasing", "Guests from the largest to the smallest, each on the first host that admits it.",
    parameters: [.weights(default: .average), .norm(default: .sum)]
  ) {
    FirstFitDecreasing(weights: $0.weights, norm: $0.norm)
  }
}
