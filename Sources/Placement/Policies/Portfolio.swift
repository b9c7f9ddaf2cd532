/// Runs the simple rules, column generation and the improver, keeps the best plan, and says how far it can be from the best
/// possible.
///
/// The rules come first and cost little. The best of them starts the search over patterns, which proves the bound; the
/// improver takes the best plan further; the hosts it has found go back into the search as patterns. Where rules bind, ruin and
/// recreate and the improver take turns before that, half of the time within the cost that the bound allows. The work is counted
/// in steps, so that the plan does not depend on the machine. Ends early when plan and bound meet.
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
    var budget = effort.budget(guests: guests.count, isRuled: fleet.hasRules)
    _ = Portfolio.solve(guests, &fleet, &budget)
  }

  public func plan(for problem: PlacementProblem) -> PlacementPlan { result(for: problem).plan }

  /// A plan, and how it came about.
  public func result(for problem: PlacementProblem) -> (plan: PlacementPlan, incumbents: [Incumbent]) {
    var fleet = FleetState(problem)
    var budget = effort.budget(guests: problem.guests.count, isRuled: fleet.hasRules)
    let (bound, incumbents) = Portfolio.solve(Array(0..<Int32(problem.guests.count)), &fleet, &budget)
    return (PlacementPlan(fleet, method: name, bound: bound), incumbents)
  }

  private static let seed: UInt64 = 20_251_127

  /// Places a batch, and returns the bound when the batch is the whole problem.
  private static func solve(
    _ guests: [Int32], _ fleet: inout FleetState, _ budget: inout WorkBudget
  ) -> (bound: LowerBound?, incumbents: [Incumbent]) {
    guard !guests.isEmpty else { return (nil, []) }
    let isLarge = guests.count > 50_000 || guests.count * fleet.flavourCount > 20_000_000
    let rules = isLarge ? quickRules : quickRules + slowRules + (fleet.load == nil ? [] : [LeastPeakRise()])
    var search = PortfolioSearch(guests, from: fleet, by: rules, budget)

    // Where rules bind, or guests are left over, patterns and emptied hosts are not enough: rules come first then. A short
    // search of them and the bound often meet; the long one is for when they do not.
    if search.isRuled, guests.count <= ruledGuests, !search.isDone {
      let (turn, reserve) = (stepsOfATurn * guests.count, search.budget.left * 3 / 10)
      search.ruinAndRecreate(atMost: turn, seed: seed)
      search.searchPatterns(atMost: search.budget.left / 5)
      var round: UInt64 = 0
      var before = search.budget.left + 1
      // Where nothing can be moved, such as on no hosts at all, no work is done either.
      while !search.isDone, search.budget.left > reserve, search.budget.left < before {
        (round, before) = (round + 1, search.budget.left)
        search.improve(atMost: turn, seed: seed &+ round)
        // Bounds are mostly within reach, so half of the time is for finding room within what the bound allows.
        if let bound = search.bound {
          search.ruinAndRecreate(atMost: turn, limit: bound.value, seed: seed &+ round)
        }
        search.ruinAndRecreate(atMost: turn, seed: seed &+ round)
      }
    }
    // Half of the work for the search over patterns, the rest for the improver and a second search.
    search.searchPatterns(atMost: search.budget.left / 2)
    if search.improve(atMost: search.budget.left * 7 / 10, seed: seed) {
      search.searchPatterns(atMost: search.budget.left)
    }
    fleet = search.best.fleet
    budget = search.budget
    return (search.bound, search.incumbents)
  }

  /// How long a turn is for each guest: with fewer steps ruin and recreate gets nowhere, with more it stays where it is.
  private static let stepsOfATurn = 80_000

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

/// The best plan so far, what no plan can go below, and the work that is left: what the searches of a portfolio hand on.
private struct PortfolioSearch {
  private(set) var best: (standing: Standing, fleet: FleetState)
  private(set) var bound: LowerBound?
  private(set) var incumbents: [Incumbent]
  private(set) var budget: WorkBudget
  private let guests: [Int32]
  private let start: FleetState
  private let cost: PlacementCost

  /// Starts with the best filling by some rules.
  init(_ guests: [Int32], from start: FleetState, by rules: [any PlacementPolicy], _ budget: WorkBudget) {
    self.guests = guests
    self.start = start
    self.budget = budget
    cost = PlacementCost(start.problem)
    best = PatternLP.bestOf(rules, for: guests, from: start, &self.budget)
    incumbents = [Incumbent(steps: self.budget.spent, value: best.standing.value)]
    let isWhole = start.hostsUsed == 0 && guests.count == start.problem.guests.count
    bound = isWhole ? LowerBound(of: start.problem) : nil
  }

  /// Whether there is nothing left to find, or no work left to find it.
  var isDone: Bool {
    budget.isSpent || best.standing.unplaced == 0 && best.standing.value == bound?.value
  }

  /// Whether rules other than sizes decide where guests go.
  var isRuled: Bool {
    start.hasRules || best.standing.unplaced > 0 && bound?.hosts ?? 0 <= start.problem.usableHostCount
  }

  /// Takes a plan that is better.
  ///
  /// - Parameter steps: how it came about, counted from a number of steps on.
  @discardableResult
  private mutating func offer(_ found: FleetState, _ steps: [Incumbent], from before: Int) -> Bool {
    let standing = Standing(found, cost)
    guard standing < best.standing else { return false }
    best = (standing, found)
    incumbents += steps.map { Incumbent(steps: before + $0.steps, value: $0.value) }
    return true
  }

  /// Fills whole hosts by patterns, and proves a bound.
  mutating func searchPatterns(atMost steps: Int) {
    guard !isDone else { return }
    var share = budget.share(atMost: steps)
    let before = budget.spent
    var trial = start
    let proven = PatternLP.improve(
      &trial, by: guests, startingAt: start.hostsUsed == 0 ? best.fleet : nil, &share)
    budget.spend(share.spent)
    if let proven { bound = bound?.strengthened(by: proven) ?? proven }
    offer(trial, [Incumbent(steps: share.spent, value: Standing(trial, cost).value)], from: before)
  }

  /// Takes guests out and puts them back, within a limit of cost.
  mutating func ruinAndRecreate(atMost steps: Int, limit: Int64 = .max, seed: UInt64) {
    guard !isDone else { return }
    var share = budget.share(atMost: steps)
    let before = budget.spent
    var search = RuinAndRecreate(best.fleet, guests: guests, limit: limit, seed: seed)
    search.run(downTo: bound?.value ?? 0, &share)
    budget.spend(share.spent)
    offer(search.best, search.incumbents, from: before)
  }

  /// Shifts, swaps and empties hosts.
  ///
  /// - Returns: whether that made the plan better.
  @discardableResult
  mutating func improve(atMost steps: Int, seed: UInt64) -> Bool {
    guard !isDone else { return false }
    var share = budget.share(atMost: steps)
    let before = budget.spent
    var improver = Improver(best.fleet, guests: guests, seed: seed)
    improver.run(downTo: bound?.value ?? 0, &share)
    budget.spend(share.spent)
    return offer(improver.fleet, improver.incumbents, from: before)
  }
}

extension Portfolio {
  static let entry = PolicyEntry(
    "portfolio", "All rules, column generation and an improver; keeps the best plan and proves a bound.",
    parameters: [.effort]
  ) {
    Portfolio(effort: $0.effort)
  }
}
