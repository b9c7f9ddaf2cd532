/// Each guest, in the order given, on the host where least stays free.
public struct BestFit: PlacementPolicy {
  /// How much each resource counts in what stays free; dynamic weights count as average ones.
  public let weights: ResourceWeights
  /// How shares become one number.
  public let norm: ShareNorm

  /// Creates the policy.
  public init(weights: ResourceWeights = .average, norm: ShareNorm = .sum) {
    self.weights = weights
    self.norm = norm
  }

  public var name: String { "best-fit (\(weights) weights, \(norm))" }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let measure = GuestMeasure(fleet.problem, weights: weights, norm: norm)
    let population = measure.population(of: guests)
    var search = TightestHost(fleet, waiting: population, factors: measure.factors(population: population))
    var last = (flavour: Int32(-1), host: Int32(-1))
    for guest in guests {
      let flavour = fleet.flavourOfGuest[Int(guest)]
      // The host that took the last guest of this flavour has become tighter and no other has changed.
      if flavour != last.flavour || last.host < 0 || !fleet.admits(flavour: flavour, on: last.host) {
        last = (flavour, search.host(for: flavour, in: fleet) ?? -1)
      }
      guard last.host >= 0 else { continue }
      search.willUse(last.host, in: fleet)
      fleet.put(guest, on: last.host)
    }
  }
}

extension BestFit {
  static let entry = PolicyEntry(
    "best-fit", "Each guest, as listed, on the host where least stays free.",
    parameters: [.weights(default: .average, among: [.unit, .average]), .norm(default: .sum)]
  ) {
    BestFit(weights: $0.weights, norm: $0.norm)
  }
}
