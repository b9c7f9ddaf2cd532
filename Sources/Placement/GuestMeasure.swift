/// How much a resource counts when sizes in several resources become one number.
public enum ResourceWeights: String, Sendable, CaseIterable {
  /// Every resource alike, as shares of an average host.
  case unit
  /// By demand: a resource counts as much as the average guest of the batch takes of an average host.
  case average
  /// By the demand of the guests that are still waiting, taken anew as they leave.
  case dynamic
}

/// How shares in several resources become one number.
public enum ShareNorm: String, Sendable, CaseIterable {
  /// The weighted sum (L1).
  case sum
  /// The weighted sum of squares (L2).
  case square
  /// The largest weighted share (L-infinity).
  case largest
}

/// One number for the size of a guest, or for what is free on a host.
///
/// ```
/// share_r = w_r * amount_r / C_r          sum: Σ share_r   square: Σ w_r (amount_r / C_r)²   largest: max share_r
/// ```
/// `C_r` is the mean capacity of a host, `w_r` the weight (1, or the mean of `amount_r / C_r` over the batch).
///
/// **Valid for** ordering guests and hosts; the numbers themselves mean nothing.
/// **Source**: R. Panigrahy, K. Talwar, L. Uyeda, U. Wieder, "Heuristics for vector bin packing", 2011; weight forms
/// after C. Mommessin, T. Erlebach, N. Shakhlevich, "Classification and evaluation of the algorithms for vector bin
/// packing", Computers & Operations Research, 2025 (`Unit`, `Avg`, `Avg-Dyn`).
struct GuestMeasure {
  private let problem: PlacementProblem
  private let weights: ResourceWeights
  private let norm: ShareNorm
  private let inverseCapacity: [Double]
  private let resourceCount: Int

  init(_ problem: PlacementProblem, weights: ResourceWeights, norm: ShareNorm) {
    self.problem = problem
    self.weights = weights
    self.norm = norm
    resourceCount = problem.resources.count
    var hostsOfType = [Double](repeating: 0, count: problem.hosts.types.count)
    for type in problem.hosts.typeOfHost { hostsOfType[Int(type)] += 1 }
    inverseCapacity = problem.resources.indices.map { resource in
      var total = 0.0
      for (type, hosts) in hostsOfType.enumerated() {
        total += hosts * Double(problem.hosts.types[type].capacity[resource])
      }
      return total > 0 ? Double(problem.hosts.count) / total : 0
    }
  }

  /// A weight for each resource, from how many guests of each flavour there are; already divided by capacity.
  func factors(population: [Int32]) -> Factors {
    var weight = [Double](repeating: 1, count: resourceCount)
    if weights != .unit {
      var total = 0.0
      for count in population { total += Double(count) }
      for resource in 0..<resourceCount {
        var demand = 0.0
        for (flavour, count) in population.enumerated() where count > 0 {
          demand += Double(count) * Double(size(ofFlavour: flavour, resource))
        }
        weight[resource] = total > 0 ? demand / total * inverseCapacity[resource] : 0
      }
    }
    return Factors(weight: weight, inverseCapacity: inverseCapacity, norm: norm)
  }

  private func size(ofFlavour flavour: Int, _ resource: Int) -> Int32 {
    problem.guests.size(of: problem.flavours.representative[flavour], resource)
  }

  /// How many guests of each flavour are in a batch.
  func population(of guests: [Int32]) -> [Int32] {
    var population = [Int32](repeating: 0, count: problem.flavours.count)
    for guest in guests { population[Int(problem.flavours.flavourOfGuest[Int(guest)])] += 1 }
    return population
  }

  /// The guests, largest first; equal sizes by flavour, then in the order given.
  func decreasing(_ guests: [Int32]) -> [Int32] {
    var population = population(of: guests)
    let flavours = decreasingFlavours(population)
    var next = [Int](repeating: 0, count: population.count)
    var offset = 0
    for flavour in flavours {
      next[Int(flavour)] = offset
      offset += Int(population[Int(flavour)])
    }
    population = []
    var ordered = [Int32](repeating: 0, count: guests.count)
    for guest in guests {
      let flavour = Int(problem.flavours.flavourOfGuest[Int(guest)])
      ordered[next[flavour]] = guest
      next[flavour] += 1
    }
    return ordered
  }

  /// How many times dynamic weights are taken anew at most; with more flavours than that, several leave at once.
  private static let reweighings = 512

  /// The flavours that occur, largest first.
  func decreasingFlavours(_ population: [Int32]) -> [Int32] {
    var waiting = population.indices.filter { population[$0] > 0 }.map(Int32.init)
    guard weights == .dynamic else { return sorted(waiting, factors(population: population)) }
    let chunk = (waiting.count + GuestMeasure.reweighings - 1) / GuestMeasure.reweighings
    var left = population
    var ordered: [Int32] = []
    while !waiting.isEmpty {
      waiting = sorted(waiting, factors(population: left))
      for flavour in waiting.prefix(chunk) { left[Int(flavour)] = 0 }
      ordered += waiting.prefix(chunk)
      waiting.removeFirst(min(chunk, waiting.count))
    }
    return ordered
  }

  private func sorted(_ flavours: [Int32], _ factors: Factors) -> [Int32] {
    let keyed = flavours.map { flavour in
      var total = 0.0
      for resource in 0..<resourceCount {
        factors.add(Double(size(ofFlavour: Int(flavour), resource)), resource, to: &total)
      }
      return (size: total, flavour: flavour)
    }
    return keyed.sorted { ($1.size, $0.flavour) < ($0.size, $1.flavour) }.map(\.flavour)
  }
}

/// Weights divided by capacity, ready for the inner loops.
struct Factors {
  let weight: [Double]
  let inverseCapacity: [Double]
  let norm: ShareNorm

  /// Adds one resource's amount to a number.
  @inline(__always)
  func add(_ amount: Double, _ resource: Int, to total: inout Double) {
    let share = amount * inverseCapacity[resource]
    switch norm {
    case .sum: total += weight[resource] * share
    case .square: total += weight[resource] * share * share
    case .largest: total = max(total, weight[resource] * share)
    }
  }
}
