/// The most valuable content of one host: a bounded knapsack in several dimensions, solved exactly.
///
/// ```
/// maximize Σ p_i x_i   subject to   Σ s_ir x_i <= C_r for each resource r,   0 <= x_i <= u_i, whole
/// ```
/// Depth first over the size classes, by value for weight `p_i / Σ_r λ_r s_ir`, as many guests of each as fit first. The
/// multipliers `λ_r` are the duals of the linear relaxation, as integers, so that every bound is exact:
/// ```
/// rest of a node <= Σ_r λ_r R_r + Σ_{later i} u_i max(0, p_i - Σ_r λ_r s_ir)      and      <= best ratio left * Σ_r λ_r R_r
/// ```
/// A size class is left out while one that is nowhere larger and not worth less still has guests to give (dominance).
///
/// **Valid for** profits whose sum over a host stays below 2^60. **Source**: H. Kellerer, U. Pferschy, D. Pisinger,
/// "Knapsack Problems", 2004, chapter 9 (from memory, medium confidence).
final class PatternSearch {
  /// What a search has found.
  struct Outcome {
    /// The patterns worth more than the threshold that were met, the best last.
    var patterns: [Pattern] = []
    /// The value of the best one, or the threshold when there is none.
    var value: Int64
    /// No pattern is worth more than this.
    var bound: Int64
    /// The multipliers of the resources that the bounds of the search rested on.
    var multipliers: [Int64] = []
    /// How many nodes were looked at.
    var nodes = 0
    /// Whether the search came to its end, so that the bound is the value.
    var isExact: Bool { value == bound }
  }

  private let type: Int32
  private let resourceCount: Int
  private let capacity: [Int64]
  /// The size classes that this type may run, and for each the most guests on one host.
  private let admitted: [Int]
  private let mostAlone: [Int32]
  private var most: [Int32]
  private let sizes: [Int32]
  /// For each admitted class those that are nowhere larger, as positions in `admitted`.
  private let smaller: [[Int32]]
  private let relaxation: LinearProgram

  // Working storage of one search, by depth.
  private let ratio: UnsafeMutablePointer<Double>
  private let profit: UnsafeMutablePointer<Int64>
  private let weight: UnsafeMutablePointer<Int64>
  private let gainLeft: UnsafeMutablePointer<Int64>
  private let limit: UnsafeMutablePointer<Int32>
  private let size: UnsafeMutablePointer<Int32>
  private let taken: UnsafeMutablePointer<Int32>
  private let dominatorStart: UnsafeMutablePointer<Int32>
  private var dominators: [Int32] = []
  private var order: [Int] = []

  /// Prepares searches for a type of host.
  init(_ classes: SizeClasses, type: Int) {
    let offer = classes.types[type]
    self.type = Int32(type)
    resourceCount = classes.resourceCount
    capacity = offer.capacity.map(Int64.init)
    let dimensions = 0..<classes.resourceCount
    admitted = (0..<classes.count).filter { offer.admits[$0] && classes.population[$0] > 0 }
    mostAlone = admitted.map { index in
      dimensions.reduce(Int32(clamping: classes.population[index])) { most, resource in
        let size = classes.size(index, resource)
        return size > 0 ? min(most, offer.capacity[resource] / size) : most
      }
    }
    most = mostAlone
    let sizes = admitted.flatMap { index in dimensions.map { classes.size(index, $0) } }
    self.sizes = sizes
    let count = admitted.count
    smaller = (0..<count).map { large in
      guard count <= PatternSearch.dominanceLimit else { return [] }
      return (0..<count).filter { small in
        small != large
          && dimensions.allSatisfy {
            sizes[small * dimensions.count + $0] <= sizes[large * dimensions.count + $0]
          }
      }.map(Int32.init)
    }
    relaxation = LinearProgram(
      rowLower: capacity.map { _ in -Double.greatestFiniteMagnitude }, rowUpper: capacity.map(Double.init))
    for position in 0..<count {
      let own = sizes[(position * dimensions.count)..<((position + 1) * dimensions.count)]
      relaxation.addColumn(
        cost: 0, rows: dimensions.map(Int32.init), values: own.map(Double.init), upper: Double(most[position]))
    }
    let room = count + 1
    ratio = .allocate(capacity: room)
    profit = .allocate(capacity: room)
    weight = .allocate(capacity: room)
    gainLeft = .allocate(capacity: room)
    limit = .allocate(capacity: room)
    size = .allocate(capacity: room * dimensions.count)
    taken = .allocate(capacity: room)
    dominatorStart = .allocate(capacity: room)
    taken.initialize(repeating: 0, count: room)
  }

  deinit {
    ratio.deallocate()
    profit.deallocate()
    weight.deallocate()
    gainLeft.deallocate()
    limit.deallocate()
    size.deallocate()
    taken.deallocate()
    dominatorStart.deallocate()
  }

  /// Beyond so many size classes dominance costs more than it saves.
  private static let dominanceLimit = 600

  /// From now on no pattern holds more guests of a size class than wait.
  func limit(to waiting: [Int64]) {
    for position in admitted.indices {
      most[position] = min(mostAlone[position], Int32(clamping: waiting[admitted[position]]))
    }
    relaxation.changeUpper(most.map(Double.init))
  }

  /// Finds patterns worth more than a threshold.
  ///
  /// - Parameters:
  ///   - profits: what a guest of each size class is worth.
  ///   - threshold: what a pattern must exceed; not negative.
  ///   - nodes: how many nodes to look at at most.
  func search(profits: [Int64], above threshold: Int64, nodes nodeLimit: Int) -> Outcome {
    let multipliers = self.multipliers(profits)
    let root = arrange(profits, multipliers, threshold)
    var outcome = Outcome(value: threshold, bound: max(threshold, root))
    outcome.multipliers = multipliers
    guard root > threshold, !order.isEmpty else { return outcome }
    var residual = capacity.map { Int32($0) }
    var budget = nodeLimit
    residual.withUnsafeMutableBufferPointer { residual in
      multipliers.withUnsafeBufferPointer { multipliers in
        dominators.withUnsafeBufferPointer { dominators in
          guard let free = residual.baseAddress, let price = multipliers.baseAddress else { return }
          var weightLeft: Int64 = 0
          for resource in 0..<resourceCount { weightLeft += Int64(free[resource]) * price[resource] }
          descend(0, 0, weightLeft, free, dominators.baseAddress, &budget, &outcome)
        }
      }
    }
    outcome.nodes = nodeLimit - budget
    if budget > 0 { outcome.bound = outcome.value }
    return outcome
  }

  /// The duals of the linear relaxation, rounded to whole numbers.
  private func multipliers(_ profits: [Int64]) -> [Int64] {
    var largest: Int64 = 1
    for index in admitted { largest = max(largest, profits[index]) }
    let scale = Double(largest)
    relaxation.changeCosts(admitted.map { -max(0, Double(profits[$0])) / scale })
    guard relaxation.minimize() else { return capacity.map { _ in 1 } }
    return relaxation.duals.map { Int64(max(0, -$0 * scale).rounded()) }
  }

  /// Sorts the size classes and fills the working storage.
  ///
  /// - Returns: the bound of the root.
  private func arrange(_ profits: [Int64], _ multipliers: [Int64], _ threshold: Int64) -> Int64 {
    var weights = [Int64](repeating: 0, count: admitted.count)
    var root: Int64 = 0
    for resource in 0..<resourceCount { root += multipliers[resource] * capacity[resource] }
    for position in admitted.indices {
      var sum: Int64 = 0
      for resource in 0..<resourceCount {
        sum += multipliers[resource] * Int64(sizes[position * resourceCount + resource])
      }
      weights[position] = sum
      root += Int64(most[position]) * max(0, profits[admitted[position]] - sum)
    }
    guard root > threshold else {
      order = []
      return root
    }
    func value(_ position: Int) -> Int64 { profits[admitted[position]] }
    func ratio(_ position: Int) -> Double {
      weights[position] > 0 ? Double(value(position)) / Double(weights[position]) : .infinity
    }
    // Taking a guest that loses more than the distance of root and threshold cannot pay.
    let keyed = admitted.indices
      .filter { value($0) > 0 && most[$0] > 0 && weights[$0] - value($0) < root - threshold }
      .map { (ratio: ratio($0), value: value($0), position: $0) }
    let sorted = keyed.sorted {
      ($1.ratio, $1.value, $0.position) < ($0.ratio, $0.value, $1.position)
    }
    order = sorted.map(\.position)
    var depthOf = [Int32](repeating: -1, count: admitted.count)
    for (depth, position) in order.enumerated() { depthOf[position] = Int32(depth) }
    dominators.removeAll(keepingCapacity: true)
    for (depth, entry) in sorted.enumerated() {
      let position = entry.position
      // Any ratio left is at most this one; the margin covers rounding of the quotient.
      self.ratio[depth] = entry.ratio * (1 + 1e-12)
      profit[depth] = entry.value
      weight[depth] = weights[position]
      limit[depth] = most[position]
      for resource in 0..<resourceCount {
        size[depth * resourceCount + resource] = sizes[position * resourceCount + resource]
      }
      dominatorStart[depth] = Int32(dominators.count)
      for other in smaller[position] {
        let before = depthOf[Int(other)]
        if before >= 0, before < Int32(depth), value(Int(other)) >= entry.value { dominators.append(before) }
      }
    }
    dominatorStart[order.count] = Int32(dominators.count)
    gainLeft[order.count] = 0
    for depth in order.indices.reversed() {
      gainLeft[depth] = gainLeft[depth + 1] + Int64(limit[depth]) * max(0, profit[depth] - weight[depth])
    }
    return root
  }

  /// Looks at every choice from a depth on that may beat the best value.
  private func descend(
    _ start: Int, _ value: Int64, _ weightLeft: Int64, _ free: UnsafeMutablePointer<Int32>,
    _ dominators: UnsafePointer<Int32>?, _ budget: inout Int, _ outcome: inout Outcome
  ) {
    var depth = start
    let end = order.count
    while depth < end {
      if budget <= 0 { return }
      budget -= 1
      if value + weightLeft + gainLeft[depth] <= outcome.value { return }
      if Double(value) + ratio[depth] * Double(weightLeft) + 1 < Double(outcome.value) { return }
      var most = limit[depth]
      let own = size + depth * resourceCount
      for resource in 0..<resourceCount where own[resource] > 0 {
        if own[resource] > free[resource] {
          most = 0
          break
        }
        if most > 1 { most = min(most, free[resource] / own[resource]) }
      }
      if most > 0, let dominators {
        for index in dominatorStart[depth]..<dominatorStart[depth + 1] {
          let better = Int(dominators[Int(index)])
          if taken[better] < limit[better] {
            most = 0
            break
          }
        }
      }
      if most > 0 { break }
      depth += 1
    }
    guard depth < end else { return }
    var most = limit[depth]
    let own = size + depth * resourceCount
    for resource in 0..<resourceCount where own[resource] > 0 { most = min(most, free[resource] / own[resource]) }
    for resource in 0..<resourceCount { free[resource] -= most * own[resource] }
    var count = most
    while true {
      taken[depth] = count
      let worth = value + Int64(count) * profit[depth]
      if worth > outcome.value { record(worth, depth, &outcome) }
      descend(
        depth + 1, worth, weightLeft - Int64(count) * weight[depth], free, dominators, &budget, &outcome)
      if count == 0 || budget <= 0 { break }
      count -= 1
      for resource in 0..<resourceCount { free[resource] += own[resource] }
    }
    for resource in 0..<resourceCount { free[resource] += count * own[resource] }
    taken[depth] = 0
  }

  private func record(_ worth: Int64, _ depth: Int, _ outcome: inout Outcome) {
    outcome.value = worth
    var content = (0...depth).filter { taken[$0] > 0 }.map { (Int32(admitted[order[$0]]), taken[$0]) }
    content.sort { $0.0 < $1.0 }
    if outcome.patterns.count >= 8 { outcome.patterns.removeFirst() }
    outcome.patterns.append(Pattern(type: type, classes: content.map(\.0), counts: content.map(\.1)))
  }
}
