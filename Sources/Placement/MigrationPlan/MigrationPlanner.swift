/// Makes a plan of moves from one placement to another.
///
/// 1. ``SequenceSearch`` finds an order in which the moves are possible, with pivots where they block one another.
/// 2. ``MoveSchedule`` starts them in parallel by several rules of priority: the longest chain that waits for a move, the work
///    of its busiest link, both, its duration, the order found.
/// 3. Priorities are changed at random and better ones kept, until the makespan meets the bound or the work is done.
///
/// Work is counted in looks at waiting moves, so that the same input gives the same plan everywhere.
///
/// A move that waits may keep its links and its room from others of lower priority, so that plans which leave something idle
/// on purpose are met as well.
///
/// **Valid for** every rule of a problem.
public struct MigrationPlanner: Sendable {
  /// How much work improving may do.
  public let effort: WorkBudget

  /// Creates a planner.
  public init(effort: WorkBudget = WorkBudget(2_000_000)) { self.effort = effort }

  /// The plan for a problem. Guests that cannot move are named in ``MigrationPlan/blocked``; the others move.
  public func plan(_ problem: MigrationProblem) -> MigrationPlan {
    let bound = MakespanBound(of: problem)
    var search = SequenceSearch(problem)
    let sequence = search.run()
    let schedule = MoveSchedule(sequence, of: problem, on: search.initialFleet)
    // Priorities add no pivots: without any, nothing is shorter than straight moves can be.
    let least = sequence.detour == 0 ? bound.direct : bound.milliseconds
    var improvement = ScheduleImprovement(schedule, downTo: least, effort)
    let moves = improvement.run()
    return MigrationPlan(moves, blocked: sequence.blocked, of: problem, bound: bound)
  }
}

/// Looks for priorities that make a schedule shorter.
private struct ScheduleImprovement {
  private let schedule: MoveSchedule
  private let bound: Int64
  private var budget: WorkBudget
  private var random = SplitMix(seed: 1)
  private var best: (starts: [Int64], makespan: Int64)?
  private var bestPriority: [Double] = []
  private var bestStrict: [Bool] = []
  private var bestOrder = MoveSchedule.Order.all
  private var fruitless = 0

  init(_ schedule: MoveSchedule, downTo bound: Int64, _ budget: WorkBudget) {
    self.schedule = schedule
    self.bound = bound
    self.budget = budget
  }

  private var count: Int { schedule.count }
  private var isDone: Bool { best.map { $0.makespan <= bound } ?? false }

  mutating func run() -> [PlannedMove] {
    guard count > 0 else { return [] }
    let lenient = [Bool](repeating: false, count: count)
    // Certain to succeed: one after the other in the order that was found.
    attempt([Double](repeating: 0, count: count), lenient, .all)
    for priority in rules {
      for order in [MoveSchedule.Order.byTarget, .free] where !isDone { attempt(priority, lenient, order) }
    }
    // The fewer the moves, the fewer the orders worth trying.
    let patience = 200 + 60 * count * count
    while !isDone, !budget.isSpent, fruitless < patience {
      let priority = nextPriority()
      attempt(
        priority, nextStrictness(),
        random.next(below: 4) == 0 ? .byTarget : bestOrder == .all ? .free : bestOrder)
    }
    guard let best else { preconditionFailure("moves in the order of their sequence block one another") }
    return schedule.moves(best.starts)
  }

  /// The best priorities with some noise, or with two exchanged.
  private mutating func nextPriority() -> [Double] {
    var priority = bestPriority
    let choice = Int(random.next(below: 6))
    guard choice < 3 else {
      for _ in 4...max(4, choice) {
        let (left, right) = (random.next(below: UInt64(count)), random.next(below: UInt64(count)))
        priority.swapAt(Int(left), Int(right))
      }
      return priority
    }
    let strength = [0.02, 0.1, 0.5][choice] * (bestPriority.reduce(0) { max($0, abs($1)) } + 1)
    for move in priority.indices {
      priority[move] += strength * (Double(random.next(below: 2001)) / 1000 - 1)
    }
    return priority
  }

  /// Which moves others may not overtake next: as in the best run, but one; none; or a third.
  private mutating func nextStrictness() -> [Bool] {
    switch random.next(below: 4) {
    case 0: return bestStrict
    case 1:
      var next = bestStrict
      next[Int(random.next(below: UInt64(next.count)))].toggle()
      return next
    case 2: return bestStrict.map { _ in false }
    default: return bestStrict.map { _ in random.next(below: 3) == 0 }
    }
  }

  private var rules: [[Double]] {
    let tails = schedule.tails.map(Double.init)
    let pressure = schedule.pressure.map(Double.init)
    return [
      zip(tails, pressure).map { $0 + $1 }, tails, zip(tails, pressure).map { $0 / 1e6 + $1 },
      tails.indices.map { -Double($0) },
    ]
  }

  private mutating func attempt(_ priority: [Double], _ isStrict: [Bool], _ order: MoveSchedule.Order) {
    // One that is as short may lead on to a shorter one.
    let limit = best.map { $0.makespan + 1 } ?? .max
    fruitless += 1
    guard let run = schedule.run(priority, isStrict, order: order, limit: limit, &budget) else { return }
    if run.makespan < best?.makespan ?? .max { fruitless = 0 }
    best = run
    bestPriority = priority
    bestStrict = isStrict
    bestOrder = order
  }
}
