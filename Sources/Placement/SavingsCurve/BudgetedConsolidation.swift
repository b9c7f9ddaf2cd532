/// The best placements that can be reached from today's with few moves: which hosts to empty first, and what it saves.
///
/// Fleets of at most 16 hosts and 96 guests are searched exhaustively (``OpenHostSearch``), if the objective counts hosts
/// only; others are emptied host by host (``HostEvacuation``) and improved by exchanges.
///
/// **Valid for** every rule of a problem; a rule that today's placement breaks may stay broken. **Not modelled**: what
/// pivots add to the moves, which only a plan of the moves tells (``MigrationPlanner``). Placements that do not bear the
/// loss of a domain where ``SpareRule/loss(of:)`` asks for it are left out, but not looked for: the curve may end early.
public struct BudgetedConsolidation: Sendable {
  private let problem: PlacementProblem
  private let current: [Int32]
  private let weights: [Int64]
  private let effort: WorkBudget

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - current: the host of each guest today; -1 for one that takes no part.
  ///   - weights: the burden of moving each guest, such as its memory; nil counts moves.
  ///   - effort: the most work to do.
  public init(
    _ problem: PlacementProblem, current: [Int32], weights: [Int64]? = nil,
    effort: WorkBudget = WorkBudget(60_000_000)
  ) {
    precondition(current.count == problem.guests.count, "a placement covers every guest")
    precondition(weights.map { $0.count == current.count } ?? true, "every guest has a weight")
    precondition(weights.map { $0.allSatisfy { $0 >= 0 } } ?? true, "weights are not negative")
    self.problem = problem
    self.current = current
    self.weights = weights ?? [Int64](repeating: 1, count: current.count)
    self.effort = effort
  }

  /// The curve up to a burden.
  public func curve(within limit: Int64 = .max) -> SavingsCurve {
    var budget = effort
    let cost = PlacementCost(problem)
    let bound = SavingsBound(problem, current: current, weights: weights, floor: floor)
    var logs: [[SavingsCurve.Shift]] = []
    var points = [point(current, cost, bound, log: -1, length: 0)]
    func add(_ places: [Int32]) {
      let shifts = places.indices.filter { places[$0] != current[$0] }.map {
        SavingsCurve.Shift(guest: Int32($0), host: places[$0])
      }
      logs.append(shifts)
      points.append(point(places, cost, bound, log: logs.count - 1, length: shifts.count))
    }
    if OpenHostSearch.isSmall(problem) {
      var search = OpenHostSearch(
        problem, current: current, weights: weights, isWelcome: { bearsLosses($0) })
      for found in search.run(within: limit, &budget) { add(found.places) }
      if search.isExhaustive {
        return SavingsCurve(points, current: current, logs: logs, isExact: true)
      }
      budget = effort.share(atMost: effort.left / 4)
    }
    var evacuation = HostEvacuation(problem, current: current, weights: weights)
    evacuation.run(within: limit, &budget)
    logs.append(evacuation.log)
    points += evacuationPoints(evacuation, cost, bound, log: logs.count - 1)
    if points.last.map({ $0.burden < limit }) ?? true {
      for places in evacuation.improved(downTo: bound.value(within: limit), &budget)
      where bearsLosses(places) {
        add(places)
      }
    }
    return SavingsCurve(
      points.filter { $0.burden <= limit }, current: current, logs: logs, isExact: false)
  }

  /// Whether every guest of a lost unit restarts elsewhere, where the problem asks for that.
  private func bearsLosses(_ places: [Int32]) -> Bool {
    guard case .loss(let level) = problem.spare else { return true }
    var fleet = FleetState(problem)
    for guest in places.indices where places[guest] >= 0 { fleet.put(Int32(guest), on: places[guest]) }
    return RestartPlan(after: level, in: fleet).isComplete
  }

  /// A bound on every placement of the guests that take part.
  private var floor: Int64 { current.contains(-1) ? 0 : LowerBound(of: problem).value }

  private func point(
    _ places: [Int32], _ cost: PlacementCost, _ bound: SavingsBound, log: Int, length: Int
  ) -> SavingsCurve.Point {
    var isUsed = [Bool](repeating: false, count: problem.hosts.count)
    var (moves, burden) = (0, Int64(0))
    for guest in places.indices where places[guest] >= 0 {
      isUsed[Int(places[guest])] = true
      guard places[guest] != current[guest] else { continue }
      moves += 1
      burden += weights[guest]
    }
    return SavingsCurve.Point(
      moves: moves, burden: burden, hostsUsed: isUsed.count { $0 },
      value: cost.value(of: places), bound: bound.value(within: burden), log: log, length: length)
  }

  /// The placement after each host that was emptied.
  private func evacuationPoints(
    _ evacuation: HostEvacuation, _ cost: PlacementCost, _ bound: SavingsBound, log: Int
  ) -> [SavingsCurve.Point] {
    var places = current
    var done = 0
    // Losses are tried at so many points at most: each takes a restart of every host.
    let isChecked = if case .loss = problem.spare { true } else { false }
    let stride = isChecked ? 1 + evacuation.marks.count / 40 : 1
    return evacuation.marks.enumerated().compactMap { index, mark in
      for shift in evacuation.log[done..<mark] { places[Int(shift.guest)] = shift.host }
      done = mark
      let isShown = (evacuation.marks.count - 1 - index) % stride == 0
      guard isShown, bearsLosses(places) else { return nil }
      return point(places, cost, bound, log: log, length: mark)
    }
  }
}
