/// The best mixture of host contents when hosts may be used in parts: the linear relaxation over all patterns, by
/// column generation.
///
/// ```
/// minimize Σ_j c_j x_j   subject to   Σ_j a_fj x_j >= n_f for each size class f,   fewest_k <= Σ_{j of type k} x_j <= most_k
/// ```
/// `x_j` how many hosts are filled by pattern j, `a_fj` the guests of class f in it, `c_j` its cost, `n_f` the guests of
/// the class. Patterns are made when the duals ask for them, by an exact knapsack for each type of host.
///
/// **Source**: P. Gilmore, R. Gomory, "A linear programming approach to the cutting-stock problem", Operations Research,
/// 1961; the early bound after A. Farley, 1990; damped duals after P. Wentges, 1997 (from memory, medium confidence).
final class ColumnGeneration {
  let classes: SizeClasses
  private(set) var patterns: [Pattern] = []
  private var known: Set<Pattern> = []
  private let searches: [PatternSearch]
  private let program: LinearProgram
  /// One unit of cost in the linear program, so that its numbers are near one.
  private let costUnit: Double
  /// One unit of cost in whole duals.
  let scale: Int64
  private let artificialCost: Double
  private var isLimited = false

  /// What the relaxation came to.
  struct Solution {
    /// The value of the last restricted program, in units of the objective.
    var value: Double
    /// How many hosts each pattern fills, by index of pattern.
    var amounts: [Double]
    /// The proven bound with what proves it.
    var proof: DualProof
    /// Whether no better pattern exists, so that the value is the relaxation's.
    var isConverged: Bool
    /// Whether all guests are covered by real patterns.
    var isFeasible: Bool
  }

  init(_ classes: SizeClasses) {
    self.classes = classes
    searches = classes.types.indices.map { PatternSearch(classes, type: $0) }
    let dearest =
      classes.types.indices.map { type in
        Double(classes.types[type].cost) + Double(classes.types[type].guestCost.max() ?? 0)
      }.max() ?? 1
    costUnit = max(1, dearest)
    var scale: Int64 = 1
    while Double(scale) * costUnit < Double(Int64(1) << 42) { scale *= 2 }
    self.scale = scale
    artificialCost = 20
    program = LinearProgram(
      rowLower: classes.population.map(Double.init) + classes.types.map { _ in 0 },
      rowUpper: classes.population.map { _ in Double.greatestFiniteMagnitude }
        + classes.types.map { Double($0.count) })
    for row in 0..<classes.count { program.addColumn(cost: artificialCost, rows: [Int32(row)], values: [1]) }
    addSingletons()
  }

  /// Adds a pattern that is not known yet.
  @discardableResult
  func add(_ pattern: Pattern) -> Bool {
    guard !pattern.classes.isEmpty, known.insert(pattern).inserted else { return false }
    patterns.append(pattern)
    program.addColumn(
      cost: Double(cost(of: pattern)) / costUnit,
      rows: pattern.classes + [Int32(classes.count) + pattern.type],
      values: pattern.counts.map(Double.init) + [1])
    return true
  }

  /// What a host with a pattern costs.
  func cost(of pattern: Pattern) -> Int64 {
    let offer = classes.types[Int(pattern.type)]
    guard !offer.guestCost.isEmpty else { return offer.cost }
    return zip(pattern.classes, pattern.counts).reduce(offer.cost) {
      $0 + offer.guestCost[Int($1.0)] * Int64($1.1)
    }
  }

  private func addSingletons() {
    for type in classes.types.indices {
      for index in 0..<classes.count where classes.types[type].admits[index] {
        let count = classes.mostAlone(index, onType: type)
        if count > 0 { add(Pattern(type: Int32(type), classes: [Int32(index)], counts: [count])) }
      }
    }
  }

  /// Solves the relaxation for so many guests of each size class and so many hosts of each type.
  ///
  /// - Parameters:
  ///   - waiting: the guests to cover; nil for all.
  ///   - cutoff: a value that some plan has; a bound that reaches it ends the work.
  ///   - isProof: whether the bound matters; without, the last exact searches are left out.
  func solve(
    waiting: [Int64]? = nil, in box: HostCounts, isProof: Bool = true, cutoff: Int64 = .max,
    _ budget: inout WorkBudget
  ) -> Solution {
    let guests = waiting ?? classes.population
    if waiting != nil || isLimited {
      for search in searches { search.limit(to: guests) }
      isLimited = waiting != nil
    }
    program.changeRowBounds(
      guests.map(Double.init) + box.fewest.map(Double.init),
      guests.map { _ in Double.greatestFiniteMagnitude } + box.most.map(Double.init))
    var best = DualProof(duals: guests.map { _ in 0 }, worths: classes.types.map { _ in 0 }, multipliers: [])
    var bestBound = -Double.infinity
    // Damping starts at the prices of the resources themselves, whose bound is that of total demand.
    var center: [Double]? = waiting == nil && guests.count > 40 ? resourcePrices(box) : nil
    var bestGuide = -Double.infinity
    if let start = center {
      let round = price(start, 16, 0, &budget)
      bestGuide = round.guide
      bestBound = round.lagrangian
      best = round.proof
    }
    var effort = 2_000
    // How much more than its cost a host may be worth without costing the bound its last whole unit.
    var slack = 0.0
    var isConverged = false
    let hardest = isProof ? 40_000_000 : 60_000
    var isFirst = true
    var mark = (round: 0, value: Double.infinity)
    while true {
      let isSolved = isFirst ? program.minimizeAfterRowChange() : program.minimize()
      isFirst = false
      budget.spend(20 * ((program.iterations + 1) * (program.rowCount + 4) + 2 * program.columnCount))
      guard isSolved else { break }
      let duals = program.duals
      let value = program.value
      let asked = center.map { zip($0, duals).map { 0.6 * $0 + 0.4 * $1 } } ?? duals
      let round = price(asked, effort, slack, &budget)
      if round.lagrangian > bestBound {
        bestBound = round.lagrangian
        best = round.proof
      }
      if round.guide > bestGuide, center != nil {
        bestGuide = round.guide
        center = asked
      }
      if budget.isSpent { break }
      // Many rounds that bring little: the patterns that would help are beyond this effort.
      mark.round += 1
      if mark.round % ColumnGeneration.patience == 0 {
        if isProof, mark.value - value < 3e-4 * abs(value), effort * 8 <= hardest { effort *= 8 }
        mark.value = value
      }
      // Nothing is gained by a bound that rounds up no further, or that no better plan can meet.
      if isProof, wholes(bestBound) >= min(wholes(value), Double(cutoff) / Double(classes.unit)) {
        isConverged = true
        break
      }
      if round.added > 0 { continue }
      if center != nil, asked != duals {
        // A damped dual that finds nothing has done its work: the bound has come closer, or the true duals are asked.
        if bestBound < value - 1e-7 * max(1, abs(value)) {
          let plain = price(duals, effort, slack, &budget)
          if plain.lagrangian > bestBound {
            bestBound = plain.lagrangian
            best = plain.proof
          }
          if plain.guide > bestGuide {
            bestGuide = plain.guide
            center = duals
          }
          if plain.added > 0 { continue }
          if plain.isComplete { isConverged = true }
        } else {
          isConverged = true
        }
      } else if round.isComplete {
        isConverged = true
      }
      if isConverged || effort >= hardest { break }
      effort *= 8
      if isProof { slack = self.slack(below: value) }
    }
    let amounts = program.amounts
    return Solution(
      value: program.value * costUnit, amounts: Array(amounts.dropFirst(classes.count)), proof: best,
      isConverged: isConverged, isFeasible: amounts.prefix(classes.count).allSatisfy { $0 < 1e-7 })
  }

  /// After how many rounds to ask whether they have brought anything.
  private static let patience = 12

  /// Prices of size classes that are sums of prices of resources: the duals of the cheapest offer in parts of hosts.
  private func resourcePrices(_ box: HostCounts) -> [Double] {
    let resources = 0..<classes.resourceCount
    let demand = resources.map { resource in
      (0..<classes.count).reduce(0.0) {
        $0 + Double(classes.population[$1]) * Double(classes.size($1, resource))
      }
    }
    let offer = LinearProgram(
      rowLower: demand, rowUpper: demand.map { _ in Double.greatestFiniteMagnitude })
    for (type, host) in classes.types.enumerated() {
      offer.addColumn(
        cost: Double(host.cost) / costUnit, rows: resources.map(Int32.init),
        values: host.capacity.map(Double.init),
        upper: Double(box.most[type]))
    }
    let prices = offer.minimize() ? offer.duals : resources.map { _ in 0 }
    return (0..<classes.count).map { index in
      let least = classes.types.compactMap { $0.guestCost.isEmpty ? nil : $0.guestCost[index] }.min() ?? 0
      return resources.reduce(Double(least) / costUnit) {
        $0 + max(0, prices[$1]) * Double(classes.size(index, $1))
      }
    } + classes.types.map { _ in 0 }
  }

  /// A value of the program in units of the objective, rounded up to whole ones.
  private func wholes(_ value: Double) -> Double {
    (value * costUnit / Double(classes.unit) - 1e-6).rounded(.up)
  }

  /// By which share all worths may exceed the costs so that the bound still rounds up as the value of the relaxation does.
  private func slack(below value: Double) -> Double {
    let unit = Double(classes.unit)
    let whole = wholes(value) - 1
    guard whole >= 1 else { return 0 }
    return max(0, min(0.05, 0.95 * (value * costUnit / unit / whole - 1)))
  }

  private struct Round {
    var added = 0
    var isComplete = true
    var proof: DualProof
    /// The proven bound.
    var lagrangian: Double
    /// What the bound would be if the patterns found were the best there are: a guide for damping, and no proof.
    var guide = -Double.infinity
  }

  /// Asks each type of host for patterns that the duals favour.
  private func price(_ asked: [Double], _ effort: Int, _ slack: Double, _ budget: inout WorkBudget) -> Round {
    let factor = costUnit * Double(scale)
    let duals = (0..<classes.count).map { Int64(max(0, (asked[$0] * factor).rounded(.down))) }
    var round = Round(proof: DualProof(duals: duals, worths: [], multipliers: []), lagrangian: 0)
    var met = round.proof
    for type in classes.types.indices {
      let offer = classes.types[type]
      let row = classes.count + type
      let profits =
        offer.guestCost.isEmpty ? duals : zip(duals, offer.guestCost).map { $0 - scale * $1 }
      let reduced = Double(offer.cost) * Double(scale) - asked[row] * factor
      let threshold = Int64(max(0, reduced * (1 + slack) + 1e-9 * factor))
      let outcome = searches[type].search(profits: profits, above: threshold, nodes: effort)
      budget.spend(3 * outcome.nodes + 40 * classes.count)
      for pattern in outcome.patterns where add(pattern) { round.added += 1 }
      if classes.count > 40, effort <= 16_000, !outcome.isExact {
        // Other orders find other good patterns: many different columns at once make fewer rounds.
        for shake in 1...6 as ClosedRange<UInt64> {
          let seed = shake &+ UInt64(patterns.count) &* 8
          let other = searches[type].search(
            profits: profits, above: threshold, nodes: effort / 2, shake: seed)
          budget.spend(3 * other.nodes + 40 * classes.count)
          for pattern in other.patterns.suffix(2) where add(pattern) { round.added += 1 }
        }
      }
      if !outcome.isExact { round.isComplete = false }
      round.proof.worths.append(outcome.bound)
      met.worths.append(outcome.value)
      round.proof.multipliers.append(outcome.multipliers)
    }
    // Lowered prices (Farley) make the better bound where there are more hosts than anyone needs.
    var box = HostCounts(classes)
    for type in classes.types.indices {
      box.fewest[type] = Int64(program.lower(classes.count + type))
      box.most[type] = Int64(program.upper(classes.count + type))
    }
    met = met.scaledDown(classes, box, scale: scale)
    round.guide = Double(met.scaledBound(classes, box, scale: scale)) / factor
    round.proof = round.proof.scaledDown(classes, box, scale: scale)
    round.lagrangian = Double(round.proof.scaledBound(classes, box, scale: scale)) / factor
    return round
  }
}
