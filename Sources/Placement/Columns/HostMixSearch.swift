/// How many hosts of each type to take, and what to put on them: branch and bound on the numbers of hosts over column
/// generation.
///
/// Each node allows a range of hosts of each type. Its bound is that of the relaxation, proven in whole numbers; its plan is
/// a dive. Nodes are taken by bound, the lowest first, and split where the relaxation uses a part of a host.
struct HostMixSearch {
  private let generation: ColumnGeneration
  private var nodes: [Node] = []
  /// The best filling found, and what it costs.
  private(set) var best: (cost: Int64, dive: ColumnDive.Result)?
  /// A value that some plan reaches already, from elsewhere.
  private var incumbent: Int64

  private struct Node {
    let box: HostCounts
    let solution: ColumnGeneration.Solution
    let proof: DualProof
    let bound: Int64
    var split: Split?
    var isClosed = false
  }

  private struct Split {
    let type: Int
    let atMost: Int64
    let below: Int
    let above: Int
  }

  /// Prepares a search.
  ///
  /// - Parameter incumbent: the value of a plan that is known already.
  init(_ classes: SizeClasses, incumbent: Int64 = .max) {
    generation = ColumnGeneration(classes)
    self.incumbent = incumbent
  }

  /// The generated patterns.
  var patterns: [Pattern] { generation.patterns }

  /// Offers patterns of a known plan.
  func offer(_ patterns: [Pattern]) {
    for pattern in patterns { generation.add(pattern) }
  }

  /// The proven bound: the least of the leaves.
  var bound: Int64 {
    nodes.filter { $0.split == nil }.map(\.bound).min() ?? 0
  }

  /// Searches until the bound meets the best plan or the work is done.
  ///
  /// - Parameters:
  ///   - dives: how many dives to try at the root and at nodes where all numbers of hosts are whole.
  mutating func run(dives: Int, isProofOnly: Bool = false, _ budget: inout WorkBudget) {
    let root = HostCounts(generation.classes)
    _ = solve(root, floor: 0, &budget)
    if !isProofOnly { dive(node: 0, count: dives, &budget) }
    while !budget.isSpent {
      var next = -1
      for index in nodes.indices where nodes[index].split == nil && !nodes[index].isClosed {
        if next < 0 || nodes[index].bound < nodes[next].bound { next = index }
      }
      guard next >= 0, nodes[next].bound < incumbent else { return }
      guard let (type, atMost) = fractionalType(nodes[next]) else {
        nodes[next].isClosed = true
        if !isProofOnly { dive(node: next, count: 2 * dives, &budget) }
        continue
      }
      var (low, high) = (nodes[next].box, nodes[next].box)
      low.most[type] = atMost
      high.fewest[type] = atMost + 1
      let floor = nodes[next].bound
      let below = solve(low, floor: floor, &budget)
      let above = solve(high, floor: floor, &budget)
      nodes[next].split = Split(type: type, atMost: atMost, below: below, above: above)
      if !isProofOnly {
        let better = nodes[below].bound <= nodes[above].bound ? below : above
        if nodes[better].bound < incumbent { dive(node: better, count: 1, &budget) }
      }
    }
  }

  private mutating func solve(_ box: HostCounts, floor: Int64, _ budget: inout WorkBudget) -> Int {
    let solution = generation.solve(in: box, cutoff: incumbent, &budget)
    let proof = solution.proof.scaledDown(generation.classes, box, scale: generation.scale)
    let bound = proof.bound(generation.classes, box, scale: generation.scale)
    nodes.append(Node(box: box, solution: solution, proof: proof, bound: bound))
    return nodes.count - 1
  }

  /// How many hosts of each type the relaxation takes, when all are whole and there are several types.
  private func wholeHosts(_ node: Node) -> [Int64]? {
    guard generation.classes.types.count > 1, node.solution.isFeasible else { return nil }
    var hosts = [Double](repeating: 0, count: generation.classes.types.count)
    for (index, amount) in node.solution.amounts.enumerated() {
      hosts[Int(generation.patterns[index].type)] += amount
    }
    guard hosts.allSatisfy({ abs($0 - $0.rounded()) < 1e-5 }) else { return nil }
    return hosts.map { Int64($0.rounded()) }
  }

  /// The type of which the relaxation takes the most uneven number of hosts, and that number rounded down.
  private func fractionalType(_ node: Node) -> (type: Int, atMost: Int64)? {
    guard generation.classes.types.count > 1 else { return nil }
    var hosts = [Double](repeating: 0, count: generation.classes.types.count)
    for (index, amount) in node.solution.amounts.enumerated() {
      hosts[Int(generation.patterns[index].type)] += amount
    }
    var best: (distance: Double, type: Int)?
    for (type, amount) in hosts.enumerated() {
      let distance = abs(amount - amount.rounded())
      if distance > 1e-5, best.map({ distance > $0.distance }) ?? true { best = (distance, type) }
    }
    return best.map { ($0.type, Int64(hosts[$0.type].rounded(.down))) }
  }

  private mutating func dive(node: Int, count: Int, _ budget: inout WorkBudget) {
    var box = nodes[node].box
    if let hosts = wholeHosts(nodes[node]) {
      // The relaxation takes whole hosts of each type: a plan with just these is what its value promises.
      (box.fewest, box.most) = (hosts, hosts)
    }
    for seed in 0..<UInt64(count) {
      // In a fleet of ten thousands, one host in ten thousand is no reason to go on.
      let near =
        nodes[node].bound + nodes[node].bound / (10_000 * generation.classes.unit) * generation.classes.unit
      if budget.isSpent || (incumbent <= near && generation.classes.isByHostOnly) { return }
      if incumbent <= nodes[node].bound { return }
      var dive = ColumnDive(generation, in: box, seed: seed)
      let result = dive.run(from: nodes[node].solution, &budget)
      let cost = trueCost(result)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, result) }
      if result.isComplete { incumbent = min(incumbent, cost) }
    }
  }

  /// What a filling costs when every guest is counted once, and each guest left over as a host of its own.
  private func trueCost(_ result: ColumnDive.Result) -> Int64 {
    var left = generation.classes.population
    var total: Int64 = 0
    for (index, hosts) in result.fixed {
      let pattern = generation.patterns[index]
      let offer = generation.classes.types[Int(pattern.type)]
      total += hosts * offer.cost
      for (sizeClass, count) in zip(pattern.classes, pattern.counts) {
        let guests = min(left[Int(sizeClass)], hosts * Int64(count))
        left[Int(sizeClass)] -= guests
        if !offer.guestCost.isEmpty { total += guests * offer.guestCost[Int(sizeClass)] }
      }
    }
    let dearest = generation.classes.types.map(\.cost).max() ?? 0
    return total + result.waiting.reduce(0) { $0 + $1 * dearest }
  }

  /// The proof of the bound, as a tree.
  func certificate() -> (scale: Int64, root: BoundCertificate.Node)? {
    nodes.isEmpty ? nil : (generation.scale, certificate(of: 0))
  }

  private func certificate(of node: Int) -> BoundCertificate.Node {
    guard let split = nodes[node].split else { return .leaf(nodes[node].proof) }
    return .split(
      type: split.type, atMost: split.atMost, below: certificate(of: split.below),
      above: certificate(of: split.above))
  }
}
