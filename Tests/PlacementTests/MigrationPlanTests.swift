import Placement
import Quantities
import TestSupport
import Testing

@Suite("Plans of moves")
struct MigrationPlanTests {
  @Test func `a plan of any two placements passes the checker and ends in the second`() {
    var (complete, blocked, pivots) = (0, 0, 0)
    for seed in 0..<2000 as Range<UInt64> {
      let problem = randomMigration(seed: seed)
      let plan = MigrationPlanner(effort: WorkBudget(5_000)).plan(problem)
      let violations = MigrationPlanChecker(problem).violations(of: plan)
      #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3))")
      complete += plan.isComplete ? 1 : 0
      blocked += plan.isComplete ? 0 : 1
      pivots += plan.pivots
    }
    // Of these cases: else the test would say little.
    #expect(complete > 1600 && blocked > 0 && pivots > 20, "\(complete) \(blocked) \(pivots)")
  }

  @Test func `small plans are near the least makespan, and the bound is below it`() {
    var (cases, optimal, proven, directly, excess, worst) = (0, 0, 0, 0, 0.0, 0.0)
    for seed in 0..<2500 as Range<UInt64> {
      let problem = randomMigration(seed: seed, guests: 8, hosts: 5, hasRules: false)
      guard (2...5).contains(problem.movers.count),
        let least = ExhaustiveMigration(problem: problem).leastMakespan()
      else { continue }
      let plan = MigrationPlanner(effort: WorkBudget(50_000)).plan(problem)
      #expect(plan.isComplete && plan.bound.milliseconds <= plan.makespan, "seed \(seed)")
      #expect(plan.bound.milliseconds <= plan.bound.direct && plan.bound.direct <= least, "seed \(seed)")
      guard plan.pivots == 0 else { continue }
      #expect(plan.makespan >= least, "seed \(seed)")
      cases += 1
      optimal += plan.makespan == least ? 1 : 0
      proven += plan.bound.milliseconds == plan.makespan ? 1 : 0
      directly += plan.bound.direct == plan.makespan ? 1 : 0
      let over = Double(plan.makespan) / Double(least) - 1
      excess += over
      worst = max(worst, over)
    }
    #expect(cases > 300 && proven > cases / 2 && directly > 4 * cases / 5, "\(cases) \(proven) \(directly)")
    #expect(worst < 0.15 && excess < 0.01 * Double(cases))
    #expect(Double(optimal) >= 0.99 * Double(cases), "\(optimal) of \(cases)")
  }

  @Test func `a plan is found where one exists, and guests are blocked where none does`() {
    var (reachable, unreachable, missed) = (0, 0, 0)
    for seed in 0..<1500 as Range<UInt64> {
      let problem = randomMigration(seed: seed, guests: 6, hosts: 4, hasRules: false)
      let plan = MigrationPlanner(effort: WorkBudget(2_000)).plan(problem)
      let isReachable = ExhaustiveMigration(problem: problem).isReachable()
      if plan.isComplete { #expect(isReachable, "seed \(seed)") }
      reachable += isReachable ? 1 : 0
      unreachable += isReachable ? 0 : 1
      missed += isReachable && !plan.isComplete ? 1 : 0
    }
    #expect(reachable > 1000 && unreachable > 10)
    #expect(missed == 0)
  }

  @Test func `two full hosts swap their guests over a third`() {
    let problem = migration(sizes: [10, 8], from: [0, 1], to: [1, 0], hosts: 3, capacity: 10)
    let plan = MigrationPlanner().plan(problem)
    #expect(plan.isComplete && plan.pivots == 1 && plan.moves.count == 3)
    // The smaller one takes the detour: 80 + 100 + 80.
    #expect(plan.makespan == 260)
    #expect(plan.moves.map(\.guest) == [1, 0, 1])
    #expect(MigrationPlanChecker(problem).violations(of: plan).isEmpty)
  }

  @Test func `a guest that stays makes room for a while when nobody else can`() {
    // 6 and 6 swap between hosts of 10 that are otherwise full; only the 4 fits the third host.
    let problem = migration(
      sizes: [6, 6, 4, 4, 6], from: [0, 1, 0, 1, 2], to: [1, 0, 0, 1, 2], hosts: 3, capacity: 10)
    let plan = MigrationPlanner().plan(problem)
    #expect(MigrationPlanChecker(problem).violations(of: plan).isEmpty)
    #expect(plan.isComplete == ExhaustiveMigration(problem: problem).isReachable())
  }

  @Test func `a swap without free room anywhere names both guests and what is missing`() {
    let problem = migration(
      sizes: [10, 10, 5], from: [0, 1, 2], to: [1, 0, 2], hosts: 3, capacity: 10)
    let plan = MigrationPlanner().plan(problem)
    #expect(plan.moves.isEmpty)
    #expect(
      plan.blocked == [
        BlockedMove(guest: 0, from: 0, to: 1, reason: .noRoom(resource: 0, missing: 10)),
        BlockedMove(guest: 1, from: 1, to: 0, reason: .noRoom(resource: 0, missing: 10)),
      ])
    #expect(!ExhaustiveMigration(problem: problem).isReachable())
    #expect(plan.gap == nil)
  }

  @Test(arguments: [(1, 80), (2, 40), (3, 30), (8, 10)] as [(Int32, Int64)])
  func `a host takes part in no more moves than it has slots`(slots: Int32, makespan: Int64) {
    let problem = migration(
      sizes: [Int32](repeating: 1, count: 8), from: [Int32](repeating: 0, count: 8),
      to: [1, 1, 1, 1, 2, 2, 2, 2],
      hosts: 3, capacity: 8, slots: slots)
    let plan = MigrationPlanner().plan(problem)
    #expect(plan.makespan == makespan && plan.bound.milliseconds == makespan)
    #expect(slots == 8 || plan.bound.reason == "link of host 0")
    #expect(plan.peakConcurrency == min(8, Int(slots)))
    #expect(plan.mebibytes == 8 && plan.downtime == 8 && plan.worstDowntime == 1)
  }

  @Test func `links in both directions let a host send and receive at once`() {
    func makespan(_ directions: MigrationLinks.Directions) -> Int64 {
      MigrationPlanner().plan(
        migration(
          sizes: [1, 1], from: [0, 1], to: [1, 0], hosts: 2, capacity: 4, directions: directions)
      ).makespan
    }
    #expect(makespan(.shared) == 20)
    #expect(makespan(.separate) == 10)
  }

  @Test func `guests that are kept apart are apart at every moment`() {
    // Two replicas exchange hosts. They may never share one, so one of them waits on the third host.
    let problem = migration(
      sizes: [1, 1], from: [0, 1], to: [1, 0], hosts: 3, capacity: 4, slots: 4,
      separations: [Separation("replicas", guests: [0, 1])])
    let plan = MigrationPlanner().plan(problem)
    #expect(plan.isComplete && plan.pivots == 1)
    #expect(MigrationPlanChecker(problem).violations(of: plan).isEmpty)
  }

  @Test func `a chain of full hosts moves from its open end, and the bound counts two of its moves`() {
    let problem = migration(
      sizes: [10, 10, 10], from: [0, 1, 2], to: [1, 2, 3], hosts: 4, capacity: 10, slots: 2)
    let plan = MigrationPlanner().plan(problem)
    #expect(plan.moves.map(\.guest) == [2, 1, 0])
    #expect(plan.makespan == 300 && plan.bound.milliseconds == 200 && plan.bound.direct == 300)
    #expect(plan.waves == [1, 2, 3])
    #expect(plan.freedHosts(in: problem).map(\.host) == [0])
    #expect(plan.freedHosts(in: problem).map(\.time) == [300])
  }

  @Test func `the same problem has the same plan`() {
    for seed in 0..<50 as Range<UInt64> {
      let problem = randomMigration(seed: seed)
      let planner = MigrationPlanner(effort: WorkBudget(20_000))
      #expect(planner.plan(problem) == planner.plan(problem))
    }
  }

  @Test func `durations follow memory, rate, memory sent again and downtime`() {
    // 1024 MB at 112 MB/s with a fifth sent again, and 60 ms: 1024 / 112 * 1.2 + 0.06 = 11.0314 s.
    let times = MigrationTimes(
      memory: [Bytes(1024e6)], rate: BitsPerSecond(112e6 * 8), dirty: Fraction(0.2), downtime: Seconds(0.06))
    #expect(times.milliseconds(of: 0, width: 1) == 11_032)
    #expect(times.downtime == [60] && times.mebibytes == [977])
  }

  @Test func `the checker sees what is wrong with a plan`() {
    let problem = migration(sizes: [10, 8], from: [0, 1], to: [1, 0], hosts: 3, capacity: 10)
    let plan = MigrationPlanner().plan(problem)
    func violations(_ change: (inout [PlannedMove]) -> Void) -> [MigrationViolation] {
      var moves = plan.moves
      change(&moves)
      return MigrationPlanChecker(problem).violations(
        of: MigrationPlan(moves, of: problem, bound: MakespanBound(of: problem)))
    }
    #expect(violations { _ in }.isEmpty)
    #expect(violations { $0.removeLast() } == [.notAtTarget(guest: 1)])
    #expect(
      violations { $0[1] = PlannedMove(guest: 0, from: 0, to: 1, start: 0, end: 100) }.contains(
        .overfull(host: 1, resource: 0)))
    #expect(
      violations { $0[1] = PlannedMove(guest: 0, from: 0, to: 1, start: 0, end: 100) }.contains(
        .crowdedLink(host: 1)))
    #expect(
      violations { $0[0] = PlannedMove(guest: 1, from: 1, to: 2, start: 0, end: 70) }.contains(
        .wrongDuration(guest: 1)))
    #expect(
      violations { $0[0] = PlannedMove(guest: 1, from: 2, to: 0, start: 0, end: 80) }.contains(
        .wrongOrigin(guest: 1)))
    #expect(violations { $0[0] = PlannedMove(guest: 1, from: 1, to: 9, start: 0, end: 80) } == [.malformed])
  }
}
