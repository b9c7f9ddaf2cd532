/// Each guest, in the order given, on the host where most stays free: spreads guests over all hosts.
public struct WorstFit: PlacementPolicy {
  /// How much each resource counts in what stays free; dynamic weights count as average ones.
  public let weights: ResourceWeights
  /// How shares become one number.
  public let norm: ShareNorm

  /// Creates the policy.
  public init(weights: ResourceWeights = .average, norm: ShareNorm = .sum) {
    self.weights = weights
    self.norm = norm
  }

  public var name: String { "worst-fit (\(weights) weights, \(norm))" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let measure = GuestMeasure(fleet.problem, weights: weights, norm: norm)
    let factors = measure.factors(population: measure.population(of: guests))
    var roomiest = RoomiestHosts(fleet, factors: factors)
    for guest in guests { roomiest.place(guest, into: &fleet) }
  }
}

extension WorstFit {
  static let entry = PolicyEntry(
    "worst-fit", "Each guest, as listed, on the host where most stays free.",
    parameters: [.weights(default: .average, among: [.unit, .average]), .norm(default: .sum)]
  ) {
    WorstFit(weights: $0.weights, norm: $0.norm)
  }
}
