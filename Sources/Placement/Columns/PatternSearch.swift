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
  let resourceCount: Int
  let capacity: [Int64]
  /// The size classes that this type may run, and for each the most guests on one host.
  let admitted: [Int]
  private let mostAlone: [Int32]
  private var most: [Int32]
  let sizes: [Int32]
  /// For each admitted class those that are nowhere larger, as positions in `admitted`.
  private let smaller: [[Int32]]
  let relaxation: LinearProgram

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
  private var lines: [ExactLine] = []
  private var order: [Int] = []
  /// How many guests of each class are still to be had in the part that is searched.
  var left: [Int32]
  /// The classes taken before the part that is searched.
  private var prefix: [Int] = []

  /// Prepares searches for a type of host.
  init(_ classes: SizeClasses, type: Int) {
    let offer = classes.types[type]
    self.type = Int32(type)
    resourceCount = classes.resourceCount
    capacity = offer.capacity.map(Int64.init)
    let dimensions = 0..<classes.resourceCount
    admitted = (0..<classes.count).filter { offer.admits[$0] && classes.population[$0] > 0 }
    mostAlone = admitted.map { classes.mostAlone($0, onType: type) }
    most = mostAlone
    left = mostAlone
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
        cost: 0, rows: dimensions.map(Int32.init), values: own.map(Double.init), upper: Double(most[position])
      )
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
  ///   - shake: with another number than 0, classes are taken in another order, drawn with this seed.
  func search(
    profits: [Int64], above threshold: Int64, nodes nodeLimit: Int, shake: UInt64 = 0
  ) -> Outcome {
    var whole = Part(free: capacity, positions: [], value: 0, prefix: [])
    whole.positions = admitted.indices.filter { most[$0] > 0 && profits[admitted[$0]] > 0 }
    left = most
    var outcome = Outcome(value: threshold, bound: threshold)
    guard !whole.positions.isEmpty else { return outcome }
    var budget = nodeLimit
    let isDeep = nodeLimit >= PatternSearch.lineWorth && whole.positions.count > PatternSearch.manyClasses
    let root = explore(
      &whole, profits, around: nil, splits: isDeep ? PatternSearch.splits : 0,
      withLines: nodeLimit >= PatternSearch.lineWorth,
      shake, &budget, &outcome)
    outcome.nodes = nodeLimit - budget
    outcome.bound = budget > 0 ? outcome.value : max(root, outcome.value)
    return outcome
  }

  /// A part of the search: what is free, which size classes may still be taken, and what has been taken.
  struct Part {
    var free: [Int64]
    var positions: [Int]
    var value: Int64
    var prefix: [Int]
  }

  /// How often a search is split by its largest guest, each part with multipliers of its own.
  private static let splits = 3
  /// With so few size classes one set of multipliers does for the whole search.
  private static let manyClasses = 40

  /// Searches a part: either at once, or split by which of its size classes is the largest that is taken.
  ///
  /// - Returns: the bound of the part by its relaxation.
  private func explore(
    _ part: inout Part, _ profits: [Int64], around: [Int64]?, splits: Int, withLines: Bool, _ shake: UInt64,
    _ budget: inout Int,
    _ outcome: inout Outcome
  ) -> Int64 {
    let multipliers = around.map { refined($0, part, profits) } ?? self.multipliers(part, profits)
    if around == nil { outcome.multipliers = multipliers }
    let threshold = outcome.value - part.value
    var root = arrange(part, profits, multipliers, threshold, shake)
    if around != nil { budget -= 16 * part.positions.count }
    guard root > threshold, !order.isEmpty else { return part.value + root }
    // A relaxation that is close already needs no multipliers of its own for every part.
    let isLoose = Double(part.value + root) > PatternSearch.looseness * Double(outcome.value)
    guard splits > 0, isLoose, order.count > PatternSearch.fewClasses else {
      lines = []
      if withLines, order.count > 6 {
        root = min(root, drawLines(multipliers, part.free))
        if around != nil { budget -= order.count * resourceCount * 16 }
        if root <= threshold { return part.value + root }
      }
      descend(part, multipliers, &budget, &outcome)
      return part.value + root
    }
    // The largest first: what is left after them has many constraints and a tight relaxation.
    var waiting = order.map { (share: share($0, of: part.free), position: $0) }
    waiting.sort { ($1.share, $0.position) < ($0.share, $1.position) }
    var rest = waiting.map(\.position)
    while let position = rest.first, budget > 0 {
      let worth = profits[admitted[position]]
      var inner = Part(
        free: part.free, positions: [], value: part.value + worth, prefix: part.prefix + [position])
      for resource in 0..<resourceCount {
        inner.free[resource] -= Int64(sizes[position * resourceCount + resource])
      }
      left[position] -= 1
      if inner.value > outcome.value { record(inner.value, inner.prefix, depth: -1, &outcome) }
      inner.positions = rest.filter { left[$0] > 0 && fits($0, inner.free) }
      if !inner.positions.isEmpty {
        _ = explore(
          &inner, profits, around: multipliers, splits: splits - 1, withLines: withLines, 0, &budget, &outcome
        )
      }
      left[position] += 1
      // From here on this class is not taken: nor is any that it dominates.
      rest.removeFirst()
      rest.removeAll { other in
        profits[admitted[other]] <= worth && isSmaller(position, other)
      }
    }
    return part.value + root
  }

  private static let fewClasses = 10
  private static let looseness = 1.15

  private func share(_ position: Int, of free: [Int64]) -> Double {
    var largest = 0.0
    for resource in 0..<resourceCount where free[resource] > 0 {
      largest = max(largest, Double(sizes[position * resourceCount + resource]) / Double(free[resource]))
    }
    return largest
  }

  private func fits(_ position: Int, _ free: [Int64]) -> Bool {
    for resource in 0..<resourceCount where Int64(sizes[position * resourceCount + resource]) > free[resource]
    {
      return false
    }
    return true
  }

  private func isSmaller(_ small: Int, _ large: Int) -> Bool {
    for resource in 0..<resourceCount
    where sizes[small * resourceCount + resource] > sizes[large * resourceCount + resource] {
      return false
    }
    return true
  }

  private func descend(
    _ part: Part, _ multipliers: [Int64], _ budget: inout Int, _ outcome: inout Outcome
  ) {
    var residual = part.free.map { Int32($0) }
    var weightLeft: Int64 = 0
    for resource in 0..<resourceCount { weightLeft += part.free[resource] * multipliers[resource] }
    prefix = part.prefix
    residual.withUnsafeMutableBufferPointer { residual in
      dominators.withUnsafeBufferPointer { dominators in
        guard let free = residual.baseAddress else { return }
        descend(0, part.value, weightLeft, free, dominators.baseAddress, &budget, &outcome)
      }
    }
  }

  /// From so many nodes on, exact sums along each resource pay.
  private static let lineWorth = 10_000

  /// For each resource, the best of the later classes when that resource is kept exactly and the others are paid for.
  ///
  /// - Returns: the bound of the root by them.
  private func drawLines(_ multipliers: [Int64], _ capacity: [Int64]) -> Int64 {
    var root = Int64.max
    var total: Int64 = 0
    for resource in 0..<resourceCount { total += multipliers[resource] * capacity[resource] }
    for resource in 0..<resourceCount where capacity[resource] > 0 && multipliers[resource] > 0 {
      let line = ExactLine(
        resource: resource, capacity: capacity[resource], price: multipliers[resource],
        sizes: order.indices.map { size[$0 * resourceCount + resource] },
        gains: order.indices.map {
          profit[$0] - weight[$0] + multipliers[resource] * Int64(size[$0 * resourceCount + resource])
        }, limits: order.indices.map { limit[$0] })
      let own = multipliers[resource] * capacity[resource]
      root = min(root, total - own + line.best(from: 0, free: Int32(clamping: capacity[resource])))
      lines.append(line)
    }
    return root
  }

  /// Sorts the size classes and fills the working storage.
  ///
  /// - Returns: the bound of the root.
  private func arrange(
    _ part: Part, _ profits: [Int64], _ multipliers: [Int64], _ threshold: Int64, _ shake: UInt64
  ) -> Int64 {
    var weights = [Int64](repeating: 0, count: admitted.count)
    var root: Int64 = 0
    for resource in 0..<resourceCount { root += multipliers[resource] * part.free[resource] }
    for position in part.positions {
      var sum: Int64 = 0
      for resource in 0..<resourceCount {
        sum += multipliers[resource] * Int64(sizes[position * resourceCount + resource])
      }
      weights[position] = sum
      root += Int64(copies(position, part.free)) * max(0, profits[admitted[position]] - sum)
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
    var random = SplitMix(seed: shake)
    let keyed = part.positions
      .filter { value($0) > 0 && weights[$0] - value($0) < root - threshold }
      .map { position in
        let factor = shake == 0 ? 1 : 0.8 + 0.4 * Double(random.next(below: 1 << 20)) / Double(1 << 20)
        return (ratio: ratio(position) * factor, value: value(position), position: position)
      }
    let sorted = keyed.sorted {
      ($1.ratio, $1.value, $0.position) < ($0.ratio, $0.value, $1.position)
    }
    order = sorted.map(\.position)
    var depthOf = [Int32](repeating: -1, count: admitted.count)
    for (depth, position) in order.enumerated() { depthOf[position] = Int32(depth) }
    dominators.removeAll(keepingCapacity: true)
    for (depth, entry) in sorted.enumerated() {
      let position = entry.position
      // The margin covers rounding of the quotient.
      self.ratio[depth] = ratio(position) * (1 + 1e-12)
      profit[depth] = entry.value
      weight[depth] = weights[position]
      limit[depth] = copies(position, part.free)
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
      if depth + 1 < order.count { self.ratio[depth] = max(self.ratio[depth], self.ratio[depth + 1]) }
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
      for line in lines {
        let room = free[line.resource]
        if value + weightLeft - line.price * Int64(room) + line.best(from: depth, free: room) <= outcome.value
        {
          return
        }
      }
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
    for resource in 0..<resourceCount where own[resource] > 0 {
      most = min(most, free[resource] / own[resource])
    }
    for resource in 0..<resourceCount { free[resource] -= most * own[resource] }
    var count = most
    while true {
      taken[depth] = count
      let worth = value + Int64(count) * profit[depth]
      if worth > outcome.value { record(worth, prefix, depth: depth, &outcome) }
      descend(
        depth + 1, worth, weightLeft - Int64(count) * weight[depth], free, dominators, &budget, &outcome)
      if count == 0 || budget <= 0 { break }
      count -= 1
      for resource in 0..<resourceCount { free[resource] += own[resource] }
    }
    for resource in 0..<resourceCount { free[resource] += count * own[resource] }
    taken[depth] = 0
  }

  private func record(_ worth: Int64, _ prefix: [Int], depth: Int, _ outcome: inout Outcome) {
    outcome.value = worth
    var content = [Int32](repeating: 0, count: admitted.count)
    for position in prefix { content[position] += 1 }
    if depth >= 0 { for level in 0...depth { content[order[level]] += taken[level] } }
    let positions = content.indices.filter { content[$0] > 0 }
    if outcome.patterns.count >= 8 { outcome.patterns.removeFirst() }
    outcome.patterns.append(
      Pattern(
        type: type, classes: positions.map { Int32(admitted[$0]) }, counts: positions.map { content[$0] }))
  }
}
