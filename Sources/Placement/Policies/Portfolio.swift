/// Runs the simple rules, column generation and the improver, keeps the best plan, and says how far it can be from the best
/// possible.
///
/// The rules come first and cost little. The best of them starts the search over patterns, which proves the bound; the
/// improver takes the best plan further (before that, where rules bind, ruin and recreate does); the hosts it has found go back into the search as patterns. The work is counted in
/// steps, so that the plan does not depend on the machine. Ends early when plan and bound meet.
///
/// **Valid for** any problem. **Not modelled**: the rules that imitate other products take no part.
public struct Portfolio: PlacementPolicy {
  /// How much work it may do.
  public let effort: PlacementEffort

  /// Creates the policy.
  public init(effort: PlacementEffort = .normal) { self.effort = effort }

  public var name: String { "portfolio (\(effort) effort)" }

  public var quick: (any PlacementPolicy)? { FirstFitDecreasing() }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    var budget = effort.budget(guests: guests.count)
    _ = Portfolio.solve(guests, &fleet, &budget)
  }

  public func plan(for problem: PlacementProblem) -> PlacementPlan { result(for: problem).plan }

  /// A plan, and how it came about.
  public func result(for problem: PlacementProblem) -> (plan: PlacementPlan, incumbents: [Incumbent]) {
    var fleet = FleetState(problem)
    var budget = effort.budget(guests: problem.guests.count)
    let (bound, incumbents) = Portfolio.solve(Array(0..<Int32(problem.guests.count)), &fleet, &budget)
    return (PlacementPlan(fleet, method: name, bound: bound), incumbents)
  }

  private static let seed: UInt64 = 20_251_127

  /// Places a batch, and returns the bound when the batch is the whole problem.
  private static func solve(
    _ guests: [Int32], _ fleet: inout FleetState, _ budget: inout WorkBudget
  ) -> (bound: LowerBound?, incumbents: [Incumbent]) {
    guard !guests.isEmpty else { return (nil, []) }
    let cost = PlacementCost(fleet.problem)
    let start = fleet
    let isWhole = start.hostsUsed == 0 && guests.count == start.problem.guests.count
    let isLarge = guests.count > 50_000 || guests.count * start.flavourCount > 20_000_000
    var incumbents: [Incumbent] = []
    var best = PatternLP.bestOf(
      isLarge ? quickRules : quickRules + slowRules + (start.load == nil ? [] : [LeastPeakRise()]),
      for: guests, from: start, &budget)
    incumbents.append(Incumbent(steps: budget.spent, value: best.standing.value))
    var bound: LowerBound? = isWhole ? LowerBound(of: fleet.problem) : nil
    func isDone(_ best: Standing) -> Bool { best.unplaced == 0 && best.value == bound?.value }

    // Where rules bind, or guests are left over, patterns and emptied hosts are not enough: rules come first then.
    let isRuled =
      start.hasRules || best.standing.unplaced > 0 && bound?.hosts ?? 0 <= start.problem.usableHostCount
    if isRuled, guests.count <= ruledGuests, !isDone(best.standing) {
      var share = budget.share(atMost: budget.left * 4 / 10)
      let spent = budget.spent
      var search = RuinAndRecreate(best.fleet, guests: guests, seed: seed)
      search.run(downTo: bound?.value ?? 0, &share)
      budget.spend(share.spent)
      let found = Standing(search.best, cost)
      if found < best.standing {
        best = (found, search.best)
        incumbents += search.incumbents.map { Incumbent(steps: spent + $0.steps, value: $0.value) }
      }
    }

    // Half of the work for the search over patterns, the rest for the improver and a second search.
    var rounds = 0
    while rounds < 2, !budget.isSpent, !isDone(best.standing) {
      var share = budget.share(atMost: budget.left * (rounds == 0 ? 5 : 10) / 10)
      let before = share
      var trial = start
      let proven = PatternLP.improve(
        &trial, by: guests, startingAt: start.hostsUsed == 0 ? best.fleet : nil, &share)
      budget.spend(share.spent - before.spent)
      if let proven { bound = bound?.strengthened(by: proven) ?? proven }
      let standing = Standing(trial, cost)
      if standing < best.standing {
        best = (standing, trial)
        incumbents.append(Incumbent(steps: budget.spent, value: standing.value))
      }
      rounds += 1
      if rounds == 2 || isDone(best.standing) { break }
      let spent = budget.spent
      var share2 = budget.share(atMost: budget.left * 7 / 10)
      var improver = Improver(best.fleet, guests: guests, seed: seed)
      improver.run(downTo: bound?.value ?? 0, &share2)
      budget.spend(share2.spent)
      incumbents += improver.incumbents.map { Incumbent(steps: spent + $0.steps, value: $0.value) }
      let improved = Standing(improver.fleet, cost)
      guard improved < best.standing else { break }
      best = (improved, improver.fleet)
    }
    fleet = best.fleet
    return (bound, incumbents)
  }

  /// Up to how many guests the search by rules is tried.
  private static let ruledGuests = 5_000

  private static let quickRules: [any PlacementPolicy] = [
    FirstFit(), ShapeInterleaved(), FirstFitDecreasing(weights: .unit), FirstFitDecreasing(weights: .average),
    FirstFitDecreasing(weights: .average, norm: .square), FirstFitDecreasing(weights: .unit, norm: .largest),
  ]

  private static let slowRules: [any PlacementPolicy] = [
    BestFitDecreasing(), DotProduct(weights: .unit), DotProduct(weights: .average), DotProduct(),
    L2Norm(weights: .unit), L2Norm(weights: .average), L2Norm(), MinFragmentation(),
  ]
}

extension Portfolio {
  static let entry = PolicyEntry(
    "portfolio", "All rules, column generation and an improver; keeps the best plan and proves a bound.",
    parameters: [.effort]
  ) {
    Portfolio(effort: $0.effort)
  }
}
