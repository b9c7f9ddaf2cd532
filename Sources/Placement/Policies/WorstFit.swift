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
    var roomiest = RoomiestHosts()
    var flavour: Int32 = -1
    for guest in guests {
      if fleet.flavourOfGuest[Int(guest)] != flavour {
        flavour = fleet.flavourOfGuest[Int(guest)]
        roomiest.gather(for: flavour, in: fleet, factors: factors)
      }
      guard let host = roomiest.host(for: flavour, in: fleet) else { continue }
      fleet.put(guest, on: host)
      roomiest.update(host, in: fleet, factors: factors)
    }
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
