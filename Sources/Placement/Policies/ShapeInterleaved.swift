/// Guests in an order that asks for all resources at an even pace, each on the first host that admits it.
///
/// Each flavour belongs to the resource of which it takes the largest share of an average host. Within a resource the
/// largest come first; between resources the next guest is always of the one that is furthest behind its part of the
/// total demand. So no resource is used up early and stranded later, as happens by plain decreasing order where size and
/// shape go together, and yet the order does not depend on how guests are listed.
///
/// **Valid for** mixes of instance types. **Not modelled**: prices. **Example**: two memory-heavy and two cpu-heavy
/// guests alternate.
public struct ShapeInterleaved: PlacementPolicy {
  public let name = "shape-interleaved"

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    FirstFit().place(order(guests, fleet), into: &fleet)
  }

  func order(_ guests: [Int32], _ fleet: FleetState) -> [Int32] {
    let measure = GuestMeasure(fleet.problem, weights: .unit, norm: .largest)
    let factors = measure.factors(population: measure.population(of: guests))
    func shape(_ guest: Int32) -> (resource: Int, share: Double) {
      let flavour = Int(fleet.flavourOfGuest[Int(guest)]) * fleet.resourceCount
      var best = (resource: 0, share: -1.0)
      for resource in 0..<fleet.resourceCount {
        let share = Double(fleet.sizes[flavour + resource]) * factors.inverseCapacity[resource]
        if share > best.share { best = (resource, share) }
      }
      return best
    }
    var queues = [[(guest: Int32, share: Double)]](repeating: [], count: fleet.resourceCount)
    var demand = [Double](repeating: 0, count: fleet.resourceCount)
    for guest in measure.decreasing(guests) {
      let (resource, share) = shape(guest)
      queues[resource].append((guest, share))
      demand[resource] += share
    }
    var next = queues.map { _ in 0 }
    var given = demand.map { _ in 0.0 }
    var ordered: [Int32] = []
    ordered.reserveCapacity(guests.count)
    while ordered.count < guests.count {
      var behind = (part: Double.infinity, resource: 0)
      for resource in queues.indices where next[resource] < queues[resource].count {
        let part = demand[resource] > 0 ? given[resource] / demand[resource] : 0
        if part < behind.part { behind = (part, resource) }
      }
      let entry = queues[behind.resource][next[behind.resource]]
      next[behind.resource] += 1
      given[behind.resource] += entry.share
      ordered.append(entry.guest)
    }
    return ordered
  }
}

extension ShapeInterleaved {
  static let entry = PolicyEntry(
    "shape-interleaved",
    "Guests of all shapes in turn, the largest of each first, on the first host that admits them."
  ) { _ in
    ShapeInterleaved()
  }
}
