/// Whole hosts from a mixture in parts: fixes the patterns that the relaxation uses most, solves it again for the guests
/// that are left, and so on.
struct ColumnDive {
  let generation: ColumnGeneration
  let box: HostCounts
  private var random: SplitMix
  private let isGreedy: Bool

  /// A dive; seed 0 always takes the largest part, others draw among the large ones.
  init(_ generation: ColumnGeneration, in box: HostCounts, seed: UInt64) {
    self.generation = generation
    self.box = box
    random = SplitMix(seed: seed)
    isGreedy = seed == 0
  }

  /// Patterns, each with how many hosts it fills, and the guests that they leave over.
  struct Result {
    var fixed: [(pattern: Int, hosts: Int64)] = []
    var waiting: [Int64]
    var isComplete: Bool { waiting.allSatisfy { $0 == 0 } }
  }

  /// Dives from a solution of the relaxation for all guests.
  mutating func run(from solution: ColumnGeneration.Solution, _ budget: inout WorkBudget) -> Result {
    var result = Result(waiting: generation.classes.population)
    var box = box
    var amounts = solution.amounts
    while !result.isComplete {
      if !fixWhole(amounts, &result, &box), !fixOne(amounts, &result, &box) { return result }
      if result.isComplete || budget.isSpent { break }
      let next = generation.solve(waiting: result.waiting, in: box, isProof: false, &budget)
      amounts = next.amounts
    }
    return result
  }

  /// Fixes the whole part of each amount.
  private func fixWhole(_ amounts: [Double], _ result: inout Result, _ box: inout HostCounts) -> Bool {
    var isFixed = false
    for (index, amount) in amounts.enumerated() where amount >= 1 - 1e-6 {
      let hosts = fix(index, hosts: Int64(amount + 1e-6), &result, &box)
      isFixed = isFixed || hosts > 0
    }
    return isFixed
  }

  /// Fixes one host of the pattern with the largest part, weighed by how much of it is still needed.
  private mutating func fixOne(_ amounts: [Double], _ result: inout Result, _ box: inout HostCounts) -> Bool {
    var candidates: [(part: Double, index: Int)] = []
    for (index, amount) in amounts.enumerated() where amount > 1e-6 { candidates.append((amount, index)) }
    candidates.sort { ($1.part, $0.index) < ($0.part, $1.index) }
    if !isGreedy, let best = candidates.first {
      let near = candidates.prefix { $0.part >= 0.6 * best.part }.count
      candidates.swapAt(0, Int(random.next(below: UInt64(near))))
    }
    for candidate in candidates where fix(candidate.index, hosts: 1, &result, &box) > 0 { return true }
    return false
  }

  private func fix(
    _ index: Int, hosts wanted: Int64, _ result: inout Result, _ box: inout HostCounts
  ) -> Int64 {
    let pattern = generation.patterns[index]
    let type = Int(pattern.type)
    var hosts = min(wanted, box.most[type])
    // No more hosts than some size class in the pattern can still fill at least in part.
    let useful = zip(pattern.classes, pattern.counts).map {
      (result.waiting[Int($0)] + Int64($1) - 1) / Int64($1)
    }.max()
    hosts = min(hosts, useful ?? 0)
    guard hosts > 0 else { return 0 }
    for (index, count) in zip(pattern.classes, pattern.counts) {
      result.waiting[Int(index)] = max(0, result.waiting[Int(index)] - hosts * Int64(count))
    }
    box.most[type] -= hosts
    box.fewest[type] = max(0, box.fewest[type] - hosts)
    result.fixed.append((index, hosts))
    return hosts
  }
}

/// A repeatable stream of random numbers, so that the same seed gives the same plan.
///
/// **Source**: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA, 2014.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below 1.
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from 0 to below a limit.
  mutating func next(below limit: UInt64) -> UInt64 { next().multipliedFullWidth(by: limit).high }
}
