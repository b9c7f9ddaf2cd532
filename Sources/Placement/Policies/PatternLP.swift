/// Chooses contents of whole hosts by column generation, rounds by diving, and searches over the numbers of hosts by type.
///
/// A first plan comes from the simple rules; it gives the first patterns and a value to beat. The relaxation over all
/// patterns gives the bound, dives give plans, and splitting the numbers of hosts by type closes the gap between them.
/// The work depends on the number of different sizes and not on the number of guests: with more than 200 of them,
/// neighbours are joined.
///
/// **Valid for** any problem; at its best where guests have few sizes, or hosts have several types and prices.
/// **Not modelled**: patterns keep guests of a rule apart over single hosts (``SizeClasses``); all other rules play no part in
/// their choice, only in their filling.
/// **Source**: P. Gilmore, R. Gomory, 1961; see ``ColumnGeneration``, ``ColumnDive`` and ``HostMixSearch``.
public struct PatternLP: PlacementPolicy {
  /// How much work it may do.
  public let effort: PlacementEffort

  /// Creates the policy.
  public init(effort: PlacementEffort = .normal) { self.effort = effort }

  public var name: String { "pattern-lp (\(effort) effort)" }

  public var quick: (any PlacementPolicy)? { FirstFitDecreasing() }

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    var budget = effort.budget(guests: guests.count)
    _ = PatternLP.improve(&fleet, by: guests, &budget)
  }

  public func plan(for problem: PlacementProblem) -> PlacementPlan {
    var fleet = FleetState(problem)
    var budget = effort.budget(guests: problem.guests.count)
    let bound = PatternLP.improve(&fleet, by: Array(0..<Int32(problem.guests.count)), &budget)
    return PlacementPlan(fleet, method: name, bound: bound)
  }

  private static let rules: [any PlacementPolicy] = [
    FirstFit(), FirstFitDecreasing(), DotProduct(), L2Norm(),
  ]

  /// The best filling by some rules, the first among equals.
  static func bestOf(
    _ rules: [any PlacementPolicy], for guests: [Int32], from start: FleetState, _ budget: inout WorkBudget
  ) -> (standing: Standing, fleet: FleetState) {
    let cost = PlacementCost(start.problem)
    var best = (standing: Standing(start, cost), fleet: start)
    for rule in rules where best.standing.unplaced > 0 || !budget.isSpent {
      var trial = start
      rule.place(guests, into: &trial)
      budget.spend(guests.count * 4)
      let standing = Standing(trial, cost)
      if standing < best.standing { best = (standing, trial) }
    }
    return best
  }

  /// Places a batch.
  ///
  /// - Returns: the proven bound, when the batch is the whole problem.
  static func improve(
    _ fleet: inout FleetState, by guests: [Int32], startingAt known: FleetState? = nil,
    _ budget: inout WorkBudget
  ) -> LowerBound? {
    let problem = fleet.problem
    let cost = PlacementCost(problem)
    // Hosts in use are filled up first; patterns are for empty ones.
    var left = guests
    let isFresh = fleet.hostsUsed == 0
    if !isFresh {
      fleet.withOnlyUsedHostsOpen { BestFitDecreasing().place(guests, into: &$0) }
      left = guests.filter { fleet.hostOfGuest[Int($0)] == FleetState.unplaced }
    }
    guard !left.isEmpty else { return nil }
    let start = fleet
    var best =
      known.map { (standing: Standing($0, cost), fleet: $0) }
      ?? bestOf(PatternLP.rules, for: left, from: start, &budget)
    let instant = LowerBound(of: problem)
    if isFresh, best.standing.unplaced == 0, best.standing.value == instant.value {
      fleet = best.fleet
      return instant
    }

    var waiting = [Int32](repeating: 0, count: fleet.flavourCount)
    for guest in left { waiting[Int(fleet.flavourOfGuest[Int(guest)])] += 1 }
    var empty = [Int64](repeating: 0, count: problem.hosts.types.count)
    for host in 0..<Int32(start.hostCount) where start.isOpen(host) && start.guestCount[Int(host)] == 0 {
      empty[Int(start.typeOfHost[Int(host)])] += 1
    }
    let fine = SizeClasses(problem, waiting: waiting, hosts: empty)
    guard fine.count > 0 else {
      fleet = best.fleet
      return nil
    }
    let isExact = fine.count <= SizeClasses.most
    let classes = fine.joined(to: SizeClasses.most, upwards: true)
    var search = HostMixSearch(
      classes, incumbent: best.standing.unplaced == 0 ? best.standing.value - instant.licences : .max)
    search.offer(best.fleet.patterns(classes))
    search.run(dives: 12, &budget)
    if let found = search.best {
      var trial = start
      var filling = PatternFilling(classes, guests: left, in: trial)
      filling.fill(&trial, with: found.dive.fixed, of: search.patterns)
      let standing = Standing(trial, cost)
      if standing < best.standing { best = (standing, trial) }
    }
    fleet = best.fleet
    guard isFresh, left.count == problem.guests.count else { return nil }
    if isExact {
      return LowerBound(search, classes, problem, instant: instant)
    }
    let share = min(effortForBound, max(1, (budget.left + budget.spent) / 3))
    return LowerBound(of: problem, level: .strong(WorkBudget(share)))
  }

  /// The work for the bound where it needs a search of its own.
  private static let effortForBound = 100_000_000
}

/// How much work a searching policy may do, in steps and not in seconds.
public enum PlacementEffort: String, Sendable, CaseIterable {
  /// For a tenth of a second or so.
  case least
  /// For a second or so.
  case low
  /// For some seconds.
  case normal
  /// For a minute or so.
  case high

  /// The steps for so many guests: a few guests never take long, but where rules bind, a few are hard already.
  public func budget(guests: Int, isRuled: Bool = false) -> WorkBudget {
    switch self {
    case .least: WorkBudget(min(10_000_000, 20_000 * guests))
    case .low: WorkBudget(min(100_000_000, (isRuled ? 1_000_000 : 200_000) * guests))
    case .normal: WorkBudget(min(500_000_000, 10_000_000 * guests))
    case .high: WorkBudget(min(6_000_000_000, 100_000_000 * guests))
    }
  }
}

extension PatternLP {
  static let entry = PolicyEntry(
    "pattern-lp", "Contents of whole hosts by column generation and diving; proves a bound.",
    parameters: [.effort]
  ) {
    PatternLP(effort: $0.effort)
  }
}
