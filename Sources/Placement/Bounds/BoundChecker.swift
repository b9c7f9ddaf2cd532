/// Proves a certificate again from the raw problem, with whole numbers and knapsacks of its own.
///
/// It shares no code with column generation: groups are compared guest by guest, and the worth of a host is searched
/// for by a plain branch and bound.
public struct BoundChecker: Sendable {
  /// What became of a proof.
  public enum Verdict: Hashable, Sendable {
    /// No placement of all guests is cheaper than this, in whole units of the objective.
    case proven(Int64)
    /// The certificate does not fit the problem.
    case malformed
    /// Some content of a host is worth more than the certificate says.
    case worthTooLow(type: Int)
    /// The work ran out before the proof was complete.
    case unfinished
  }

  private let problem: PlacementProblem
  private let cost: PlacementCost

  /// Creates a checker for a problem.
  public init(_ problem: PlacementProblem) {
    self.problem = problem
    cost = PlacementCost(problem)
  }

  /// Proves a certificate.
  ///
  /// - Parameter nodes: how many nodes the knapsacks may look at in all.
  public func verdict(on certificate: BoundCertificate, nodes: Int = 50_000_000) -> Verdict {
    guard let groups = Groups(certificate, problem) else { return .malformed }
    var count = [Int64](repeating: 0, count: problem.hosts.types.count)
    for host in 0..<problem.usableHostCount { count[Int(problem.hosts.typeOfHost[host])] += 1 }
    let nothing = [Int64](repeating: 0, count: count.count)
    var nodes = nodes
    return verdict(certificate.root, certificate, groups, nothing, count, &nodes)
  }

  private func verdict(
    _ node: BoundCertificate.Node, _ certificate: BoundCertificate, _ groups: Groups, _ fewest: [Int64],
    _ most: [Int64], _ nodes: inout Int
  ) -> Verdict {
    switch node {
    case .split(let type, let atMost, let below, let above):
      guard problem.hosts.types.indices.contains(type) else { return .malformed }
      var (low, high) = (most, fewest)
      low[type] = min(low[type], atMost)
      high[type] = max(high[type], atMost + 1)
      let left = verdict(below, certificate, groups, fewest, low, &nodes)
      guard case .proven(let leftBound) = left else { return left }
      let right = verdict(above, certificate, groups, high, most, &nodes)
      guard case .proven(let rightBound) = right else { return right }
      return .proven(min(leftBound, rightBound))
    case .leaf(let proof):
      return leafVerdict(proof, certificate.scale, groups, fewest, most, &nodes)
    }
  }

  private func leafVerdict(
    _ proof: DualProof, _ scale: Int64, _ groups: Groups, _ fewest: [Int64], _ most: [Int64],
    _ nodes: inout Int
  ) -> Verdict {
    let types = problem.hosts.types.indices
    guard scale > 0, proof.duals.count == groups.population.count, proof.worths.count == types.count,
      proof.worths.allSatisfy({ $0 >= 0 }), proof.duals.allSatisfy({ $0 >= 0 && $0 < 1 << 56 })
    else { return .malformed }
    // An empty range of hosts holds no placement at all.
    if types.contains(where: { fewest[$0] > most[$0] }) { return .proven(.max) }
    var total: Int128 = 0
    for group in groups.population.indices {
      total += Int128(proof.duals[group]) * Int128(groups.population[group])
    }
    for type in types {
      if most[type] > 0 {
        let hint = proof.multipliers.count == types.count ? proof.multipliers[type] : []
        var knapsack = groups.knapsack(problem, cost, proof.duals, scale, type: type, hint: hint)
        switch knapsack.exceeds(proof.worths[type], &nodes) {
        case true?: return .worthTooLow(type: type)
        case nil: return .unfinished
        case false?: break
        }
      }
      let gain = Int128(scale) * Int128(cost.ofHost[type]) - Int128(proof.worths[type])
      total += Int128(gain > 0 ? fewest[type] : most[type]) * gain
    }
    let unit = Int128(scale) * Int128(cost.unit)
    return .proven(Int64(clamping: (max(0, total) + unit - 1) / unit) * cost.unit)
  }
}

/// The groups of a certificate, checked against the guests.
private struct Groups {
  let sizes: [[Int32]]
  let classes: [Int32]
  /// How many of a group one host takes at most, by a rule.
  let mostOnHost: [Int64]
  var population: [Int64]
  /// For each type, what the cheapest guest of a group costs there, and whether any guest may run there.
  private var least: [[Int64]]

  init?(_ certificate: BoundCertificate, _ problem: PlacementProblem) {
    guard certificate.groupOfGuest.count == problem.guests.count else { return nil }
    let cost = PlacementCost(problem)
    sizes = certificate.groups.map(\.size)
    classes = certificate.groups.map(\.guestClass)
    population = [Int64](repeating: 0, count: sizes.count)
    least = problem.hosts.types.map { _ in certificate.groups.map { _ in Int64.max } }
    guard sizes.allSatisfy({ $0.count == problem.resources.count && $0.allSatisfy { $0 >= 0 } }) else {
      return nil
    }
    for guest in 0..<problem.guests.count where certificate.groupOfGuest[guest] >= 0 {
      let group = Int(certificate.groupOfGuest[guest])
      guard sizes.indices.contains(group), classes[group] == problem.guests.classes[guest] else { return nil }
      for resource in problem.resources.indices
      where sizes[group][resource] > problem.guests.sizes[guest * problem.resources.count + resource] {
        return nil
      }
      population[group] += 1
      for type in problem.hosts.types.indices {
        least[type][group] = min(least[type][group], cost.ofGuest(Int32(guest), onType: type))
      }
    }
    mostOnHost = certificate.groups.map { Int64($0.mostOnHost) }
    for group in sizes.indices where mostOnHost[group] < min(Int64(Int32.max), population[group]) {
      let members = Set(certificate.groupOfGuest.indices.filter { certificate.groupOfGuest[$0] == group })
      let isKeptApart = problem.separations.contains { rule in
        Int64(rule.limit) <= mostOnHost[group] && members.isSubset(of: rule.guests.map { Int($0) })
      }
      if !isKeptApart { return nil }
    }
  }

  func knapsack(
    _ problem: PlacementProblem, _ cost: PlacementCost, _ duals: [Int64], _ scale: Int64, type: Int,
    hint: [Int64]
  ) -> PlainKnapsack {
    let host = problem.hosts.types[type]
    let limit = Int64(host.guestLimit ?? Int32.max)
    var items: [PlainKnapsack.Item] = []
    for group in sizes.indices where population[group] > 0 {
      guard problem.compatibility[classes[group], Int32(type)] else { continue }
      let worth = duals[group] - scale * least[type][group]
      guard worth > 0 else { continue }
      // The guest limit is one resource more.
      items.append(
        PlainKnapsack.Item(
          worth: worth, size: sizes[group].map(Int64.init) + [1],
          most: min(population[group], mostOnHost[group])))
    }
    let capacity = problem.resources.indices.map { Int64(problem.usableCapacity(ofType: type, $0)) } + [limit]
    var weights = hint.count >= problem.resources.count ? Array(hint.prefix(problem.resources.count)) : []
    if weights.isEmpty { weights = problem.resources.map { _ in 0 } }
    weights.append(hint.count > problem.resources.count ? hint[problem.resources.count] : 0)
    return PlainKnapsack(items: items, capacity: capacity, weights: weights.map { max(0, $0) })
  }
}

/// A knapsack in several dimensions, asked only whether anything is worth more than a value.
private struct PlainKnapsack {
  struct Item {
    let worth: Int64
    let size: [Int64]
    let most: Int64
  }

  private let items: [Item]
  private let capacity: [Int64]
  private let weights: [Int64]
  /// For each item, what it and all later ones can gain over their weights at most.
  private let gains: [Int64]
  private let itemWeights: [Int64]
  /// For each item, earlier ones that are nowhere larger and worth at least as much.
  private let better: [[Int]]

  init(items: [Item], capacity: [Int64], weights: [Int64]) {
    func weight(_ item: Item) -> Int64 { zip(item.size, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    self.capacity = capacity
    self.weights = weights
    self.items = items.filter { item in zip(item.size, capacity).allSatisfy { $0 <= $1 } }.sorted {
      Int128($0.worth) * Int128(weight($1)) > Int128($1.worth) * Int128(weight($0))
    }
    itemWeights = self.items.map(weight)
    let sorted = self.items
    better = sorted.indices.map { late in
      (0..<late).filter { early in
        sorted[early].worth >= sorted[late].worth
          && zip(sorted[early].size, sorted[late].size).allSatisfy { $0 <= $1 }
      }
    }
    var gains: [Int64] = [0]
    for item in self.items.reversed() {
      let fitting = zip(item.size, capacity).reduce(item.most) { $1.0 > 0 ? min($0, $1.1 / $1.0) : $0 }
      gains.append(gains[gains.count - 1] + max(0, item.worth - weight(item)) * fitting)
    }
    self.gains = gains.reversed()
  }

  /// Whether some content is worth more; nil when the nodes ran out.
  mutating func exceeds(_ value: Int64, _ nodes: inout Int) -> Bool? {
    var taken = [Int64](repeating: 0, count: items.count)
    return search(0, 0, capacity, value, &taken, &nodes)
  }

  private func fitting(_ item: Item, _ free: [Int64]) -> Int64 {
    var most = item.most
    for resource in free.indices where item.size[resource] > 0 {
      most = min(most, free[resource] / item.size[resource])
    }
    return most
  }

  private func search(
    _ start: Int, _ worth: Int64, _ free: [Int64], _ value: Int64, _ taken: inout [Int64], _ nodes: inout Int
  ) -> Bool? {
    if worth > value { return true }
    var weightFree: Int64 = 0
    for resource in free.indices { weightFree += free[resource] * weights[resource] }
    for index in start..<items.count {
      nodes -= 1
      if nodes <= 0 { return nil }
      if worth + weightFree + gains[index] <= value { return false }
      let item = items[index]
      // No later item is worth more for its weight.
      if Int128(item.worth) * Int128(weightFree) <= Int128(value - worth) * Int128(itemWeights[index]) {
        return false
      }
      let most = fitting(item, free)
      // A content that has this item where a better and no larger one is to be had is not the best.
      guard most > 0, !better[index].contains(where: { taken[$0] < fitting(items[$0], capacity) }) else {
        continue
      }
      var left = free
      for resource in free.indices { left[resource] -= most * item.size[resource] }
      for count in (0...most).reversed() {
        taken[index] = count
        let found = search(index + 1, worth + count * item.worth, left, value, &taken, &nodes)
        if found != false {
          taken[index] = 0
          return found
        }
        for resource in free.indices { left[resource] += item.size[resource] }
      }
      taken[index] = 0
      return false
    }
    return false
  }
}
