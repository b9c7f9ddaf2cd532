/// What a placement costs at least when its burden is limited.
///
/// ```
/// value >= max( bound of the problem,  V - Σ top gains - knapsack(burden) )
/// ```
/// `V` is today's value without licences. To close a host all its guests must leave, so what closing saves is at most a fractional knapsack
/// over hosts: saving against the weight of their guests. Where the place of a guest counts (energy), each guest that moves
/// gains at most the difference to its cheapest type; these gains are another fractional knapsack over guests.
///
/// **Valid for** any placement under any rules: rules only raise the value. **Source**: definition; G. Dantzig's bound of
/// the knapsack.
struct SavingsBound {
  private let value: Int64
  private let floor: Int64
  private let hosts: [(saving: Int64, weight: Int64)]
  private let guests: [(saving: Int64, weight: Int64)]

  /// - Parameter floor: a bound on every placement.
  init(_ problem: PlacementProblem, current: [Int32], weights: [Int64], floor: Int64) {
    let cost = PlacementCost(problem)
    var weight = [Int64](repeating: 0, count: problem.hosts.count)
    var isUsed = [Bool](repeating: false, count: problem.hosts.count)
    var gains: [(saving: Int64, weight: Int64)] = []
    for guest in current.indices where current[guest] >= 0 {
      weight[Int(current[guest])] += weights[guest]
      isUsed[Int(current[guest])] = true
      guard !cost.isByHostOnly else { continue }
      let types = problem.hosts.types.indices.map { cost.ofGuest(Int32(guest), onType: $0) }
      let own = types[Int(problem.hosts.typeOfHost[Int(current[guest])])]
      gains.append((own - (types.min() ?? own), weights[guest]))
    }
    let closings = isUsed.indices.filter { isUsed[$0] }.map {
      (saving: cost.ofHost[Int(problem.hosts.typeOfHost[$0])], weight: weight[$0])
    }
    // A few moves may save many licences.
    value = cost.value(of: current) - cost.ofLicences(in: current)
    self.floor = floor
    hosts = SavingsBound.byRatio(closings)
    guests = SavingsBound.byRatio(gains)
  }

  private static func byRatio(_ items: [(saving: Int64, weight: Int64)]) -> [(saving: Int64, weight: Int64)] {
    items.sorted {
      Double($1.saving) / Double(max(1, $1.weight)) < Double($0.saving) / Double(max(1, $0.weight))
    }
  }

  /// The least value within a burden.
  func value(within burden: Int64) -> Int64 {
    max(floor, value - SavingsBound.most(hosts, burden) - SavingsBound.most(guests, burden))
  }

  /// The most that whole items and a part of one save within a weight, rounded up.
  private static func most(_ items: [(saving: Int64, weight: Int64)], _ limit: Int64) -> Int64 {
    var (left, total) = (limit, Int64(0))
    for item in items {
      if item.weight <= left {
        total += item.saving
        left -= item.weight
      } else {
        // A part of the next item; whole savings only where all are equal, as with hosts.
        let part = Double(item.saving) * Double(left) / Double(item.weight)
        let isUniform = items.allSatisfy { $0.saving == item.saving }
        return total + (isUniform ? 0 : Int64(part.rounded(.up)))
      }
    }
    return total
  }
}
