import Foundation
import Placement
import Quantities
import TestProblems
import TestSupport
import Testing

@Suite("Savings against moves")
struct SavingsCurveTests {
  /// A random problem whose hosts have prices, and a placement of some of its guests.
  static func random(seed: UInt64, guests: Int, hosts: Int) -> (PlacementProblem, [Int32], [Int64]) {
    let base = randomProblem(seed: seed, guests: guests, hosts: hosts)
    var random = SeededGenerator(seed: seed ^ 0x5A)
    let types = base.hosts.types.map {
      HostType(
        $0.name, capacity: $0.capacity, guestLimit: $0.guestLimit,
        price: Money(Double(Int.random(in: 1...9, using: &random)), .usd))
    }
    let problem = PlacementProblem(
      resources: base.resources, guests: base.guests,
      hosts: HostTable(types: types, typeOfHost: base.hosts.typeOfHost, domains: base.hosts.domains),
      compatibility: base.compatibility, separations: base.separations, spare: base.spare,
      objective: Bool.random(using: &random) ? .hosts : .price)
    var fleet = FleetState(problem)
    for guest in 0..<Int32(problem.guests.count) {
      let admitting = (0..<Int32(problem.hosts.count)).filter { fleet.admits(guest, on: $0) }
      if let host = admitting.randomElement(using: &random) { fleet.place(guest, on: host) }
    }
    let weights = fleet.hostOfGuest.map { _ in Int64.random(in: 1...6, using: &random) }
    return (problem, fleet.hostOfGuest, weights)
  }

  /// The least value for each burden over all placements, by trying them all.
  static func front(_ problem: PlacementProblem, _ current: [Int32], _ weights: [Int64]) -> [Int64: Int64] {
    var least: [Int64: Int64] = [:]
    let cost = PlacementCost(problem)
    var fleet = FleetState(problem)
    func search(_ guest: Int, _ burden: Int64) {
      guard guest < current.count else {
        least[burden] = min(least[burden] ?? .max, cost.value(of: fleet.hostOfGuest))
        return
      }
      guard current[guest] >= 0 else { return search(guest + 1, burden) }
      for host in 0..<Int32(problem.hosts.count) where fleet.admits(Int32(guest), on: host) {
        fleet.place(Int32(guest), on: host)
        search(guest + 1, burden + (host == current[guest] ? 0 : weights[guest]))
        fleet.remove(Int32(guest))
      }
    }
    search(0, 0)
    return least
  }

  @Test func `the curve of a small fleet is the best of all placements, by hosts and by price`() {
    var steps = 0
    for seed in 0..<1200 as Range<UInt64> {
      let (problem, current, weights) = SavingsCurveTests.random(seed: seed, guests: 6, hosts: 4)
      // Restarts after a loss are a rule on the placement as a whole, which the curve only filters by.
      if case .loss = problem.spare { continue }
      let curve = BudgetedConsolidation(problem, current: current, weights: weights).curve()
      #expect(curve.isExact, "seed \(seed)")
      let front = SavingsCurveTests.front(problem, current, weights)
      for burden in 0...weights.reduce(0, +) {
        let best = front.filter { $0.key <= burden }.map(\.value).min()
        let point = curve.best(within: burden)
        #expect(point.value == best, "seed \(seed), burden \(burden)")
        #expect(point.bound <= point.value, "seed \(seed)")
      }
      steps += curve.points.count - 1
    }
    #expect(steps > 40, "\(steps)")
  }

  @Test func `every point of any curve is a placement that keeps the rules, cheaper than the one before`() {
    for seed in 0..<20 as Range<UInt64> {
      let (problem, current, weights) = SavingsCurveTests.random(seed: seed, guests: 60, hosts: 30)
      let search = BudgetedConsolidation(
        problem, current: current, weights: weights, effort: WorkBudget(30_000))
      let curve = search.curve()
      let checker = PlacementChecker(problem)
      for (index, point) in curve.points.enumerated() {
        let places = curve.placement(at: point)
        #expect(checker.ruleViolations(of: places).isEmpty, "seed \(seed)")
        let moved = places.indices.filter { places[$0] != current[$0] }
        #expect(point.moves == moved.count && point.burden == moved.reduce(0) { $0 + weights[$1] })
        #expect(point.value == PlacementCost(problem).value(of: places) && point.bound <= point.value)
        #expect(point.hostsUsed == Set(places.filter { $0 >= 0 }).count)
        guard index > 0 else { continue }
        if case .loss(let level) = problem.spare {
          var fleet = FleetState(problem)
          for guest in places.indices where places[guest] >= 0 {
            fleet.place(Int32(guest), on: places[guest])
          }
          #expect(RestartPlan(after: level, in: fleet).isComplete, "seed \(seed)")
        }
        #expect(point.value < curve.points[index - 1].value && point.burden > curve.points[index - 1].burden)
      }
      // A limit cuts the curve off, and does not make it worse.
      let limit = curve.best().burden / 2
      let part = search.curve(within: limit)
      #expect(part.points.allSatisfy { $0.burden <= limit }, "seed \(seed)")
    }
  }

  @Test func `half-empty hosts are emptied in the order of what each move saves`() {
    // Hosts with 1, 2, 3 and 4 guests of 10 places: three hosts close with 1, 3 and 6 moves.
    let current: [Int32] = [0, 1, 1, 2, 2, 2, 3, 3, 3, 3]
    let problem = problem(sizes: current.map { _ in 1 }, hosts: 4, capacity: 10)
    let curve = BudgetedConsolidation(problem, current: current).curve()
    #expect(curve.points.map(\.moves) == [0, 1, 3, 6])
    #expect(curve.points.map(\.hostsUsed) == [4, 3, 2, 1])
    #expect(curve.points.map(\.bound) == [4, 3, 2, 1])
    #expect(curve.best(within: 5).hostsUsed == 2)
  }
}

@Suite("Instances of moving to cheaper placements", .enabled(if: ReferenceData.isAvailable))
struct CheapestMovesTests {
  @Test(arguments: ["migr-24-500", "migr-48-500"])
  func `price, then memory moved, are the proven optimum`(name: String) throws {
    let instance = try ConstrainedInstance(name)
    let hosts = instance.hosts
    let problem = instance.problem(hasBudgets: false)
    let current = instance.current
    #expect(current.count == instance.guests.count)
    let memory = instance.guests.map { Int64($0.size[1]) }
    let curve = BudgetedConsolidation(problem, current: current, weights: memory).curve()
    let best = curve.best()
    #expect([best.value, best.burden] == instance.bestKnown)
    let places = curve.placement(at: best)
    #expect(PlacementChecker(problem).ruleViolations(of: places).isEmpty)
    // The budget of rack power is not a rule of the problem; the placement keeps it all the same.
    var power: [String: Int64] = [:]
    for (index, host) in hosts.enumerated() where places.contains(Int32(index)) {
      power[host.rack, default: 0] += host.idleW * 1000
    }
    for (guest, place) in places.enumerated() {
      let host = hosts[Int(place)]
      let (swing, cores) = ((host.peakW - host.idleW) * 1000, Int64(host.capacity[0]))
      power[host.rack, default: 0] += (swing * Int64(instance.guests[guest].size[0]) + cores - 1) / cores
    }
    for (rack, watts) in power { #expect(watts <= instance.constraints.rackPowerBudgetMw[rack] ?? 0) }
    let migration = MigrationProblem(
      problem, from: current, to: places,
      times: MigrationTimes(
        milliseconds: memory.map { $0 * 1000 }, downtime: memory.map { _ in 0 },
        mebibytes: memory.map { $0 * 1024 }),
      links: MigrationLinks(hosts: hosts.count, slots: 2))
    let plan = MigrationPlanner().plan(migration)
    #expect(plan.isComplete && MigrationPlanChecker(migration).violations(of: plan).isEmpty)
  }
}
