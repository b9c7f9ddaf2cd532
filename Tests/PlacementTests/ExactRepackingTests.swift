import TestProblems
import TestSupport
import Testing

@testable import Placement

@Suite("Exact re-packing")
struct ExactRepackingTests {
  /// The best of all ways to stand that the checker has nothing against.
  private static func best(
    _ problem: PlacementProblem, _ size: (Int32) -> Double
  ) -> (value: Int64, shape: Double)? {
    let (guests, hosts) = (problem.guests.count, problem.hosts.count)
    let checker = PlacementChecker(problem)
    var best: (value: Int64, shape: Double)?
    var places = [Int32](repeating: 0, count: guests)
    func place(_ guest: Int) {
      guard guest < guests else {
        guard checker.ruleViolations(of: places).isEmpty else { return }
        var fill = [Double](repeating: 0, count: hosts)
        for (guest, host) in places.enumerated() { fill[Int(host)] += size(Int32(guest)) }
        let used = Set(places).count
        let (value, shape) = (Int64(used), fill.reduce(0) { $0 + $1 * $1 })
        if best.map({ (value, -shape) < ($0.value, -$0.shape) }) ?? true { best = (value, shape) }
        return
      }
      for host in 0..<Int32(hosts) {
        places[guest] = host
        place(guest + 1)
      }
    }
    place(0)
    return best
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `it finds the best of all ways, with guests kept apart and without`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sizes = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      Int32.random(in: 2...6, using: &random)
    }
    let separations = seed % 2 == 0 ? [] : [Separation("apart", guests: [0, 1])]
    let problem = problem(sizes: sizes, hosts: 3, capacity: 11, separations: separations)
    let cost = PlacementCost(problem)
    let size = { (guest: Int32) in Double(sizes[Int(guest)]) }
    let expected = ExactRepackingTests.best(problem, size)
    var budget = WorkBudget(1_000_000)
    var fleet = FleetState(problem)
    let found = ExactRepacking.placement(
      of: (0..<Int32(sizes.count)).map { ($0, size($0)) }, on: [0, 1, 2], in: &fleet, cost: cost,
      better: ExactRepacking.Worth(value: 1000, shape: 0), &budget)
    #expect(fleet.hostsUsed == 0 && fleet.hostOfGuest.allSatisfy { $0 == FleetState.unplaced })
    #expect((found == nil) == (expected == nil))
    guard let found, let expected else { return }
    var places = [Int32](repeating: -1, count: sizes.count)
    for (guest, host) in found { places[Int(guest)] = host }
    #expect(PlacementChecker(problem).ruleViolations(of: places).isEmpty)
    var fill = [0.0, 0, 0]
    for (guest, host) in found { fill[Int(host)] += size(guest) }
    #expect(Int64(Set(places).count) == expected.value)
    #expect(fill.reduce(0) { $0 + $1 * $1 } == expected.shape)
  }
}
