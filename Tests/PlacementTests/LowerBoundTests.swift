import Placement
import Quantities
import TestProblems
import Testing

@Suite("Lower bound")
struct LowerBoundTests {
  @Test(
    arguments: [
      ([Int32](repeating: 3, count: 5), 8, nil, 3), ([8, 8, 8], 8, nil, 3),
      ([1, 1, 1, 1, 1], 8, Int32(2), 3),
      ([5, 5, 5], 8, nil, 3), ([], 8, nil, 0), ([9, 1], 8, nil, 1), ([0, 0], 8, nil, 1),
    ] as [([Int32], Int32, Int32?, Int)])
  func `counts hosts by hand`(sizes: [Int32], capacity: Int32, guestLimit: Int32?, expected: Int) {
    let bound = LowerBound(of: problem(sizes: sizes, hosts: 9, capacity: capacity, guestLimit: guestLimit))
    #expect(bound.hosts == expected)
  }

  @Test func `says what it rests on`() {
    let large = LowerBound(of: problem(sizes: [5, 5, 5], hosts: 9, capacity: 8))
    #expect(large.reason == .largeGuests(resource: "memory"))
    let crowded = LowerBound(of: problem(sizes: [1, 1, 1], hosts: 9, capacity: 8, guestLimit: 1))
    #expect(crowded.reason == .guestLimit)
    let apart = LowerBound(
      of: problem(
        sizes: [1, 1, 1], hosts: 9, capacity: 8, separations: [Separation("replicas", guests: [0, 1, 2])]))
    #expect(apart.hosts == 3 && apart.reason == .separation("replicas"))
  }

  @Test func `counts the largest hosts first and no more than there are`() {
    var guests = GuestTable(resourceCount: 1)
    guests.append(size: [5], copies: 9)
    let types = [HostType("small", capacity: [10]), HostType("large", capacity: [20])]
    let hosts = HostTable(types: types, typeOfHost: [0, 0, 0, 1])
    #expect(
      LowerBound(of: PlacementProblem(resources: [.memory], guests: guests, hosts: hosts)).hosts == 4)
  }

  @Test func `a mixture beats each dimension on different hosts`() {
    // 30 of each: three cpu hosts alone would do for cpu, three memory hosts for memory, but not both at once.
    var guests = GuestTable(resourceCount: 2)
    guests.append(size: [1, 1], copies: 30)
    let types = [HostType("cpu", capacity: [10, 2]), HostType("memory", capacity: [2, 10])]
    let hosts = HostTable(
      types: types, typeOfHost: [Int32](repeating: 0, count: 20) + [Int32](repeating: 1, count: 20))
    let bound = LowerBound(
      of: PlacementProblem(resources: [.cpu(unit: "cores"), .memory], guests: guests, hosts: hosts))
    #expect(bound.hosts == 5 && bound.reason == .mixture)
  }

  @Test func `a demand above the whole fleet is one host more than there are`() {
    let problem = problem(sizes: [Int32](repeating: 5, count: 20), hosts: 3, capacity: 10)
    #expect(LowerBound(of: problem).hosts == 4)
    #expect(FirstFit().plan(for: problem).gap == nil)
  }

  @Test func `a spare share raises it`() {
    let sizes = [Int32](repeating: 1, count: 40)
    let plain = LowerBound(of: problem(sizes: sizes, hosts: 9, capacity: 10))
    let spare = LowerBound(of: problem(sizes: sizes, hosts: 9, capacity: 10, spare: .fraction(Fraction(0.2))))
    #expect(plain.hosts == 4 && spare.hosts == 5)
  }

  @Test func `never exceeds the optimum found by trying everything`() {
    var tried = 0
    var tight = 0
    for seed in 0..<1500 as Range<UInt64> {
      let problem = randomProblem(seed: seed, guests: 6, hosts: 4)
      guard let optimum = ExhaustiveSearch(problem).fewestHosts() else { continue }
      let bound = LowerBound(of: problem).hosts
      #expect(bound <= optimum, "seed \(seed)")
      tried += 1
      tight += bound == optimum ? 1 : 0
    }
    #expect(tried > 400)
    #expect(tight * 2 > tried)
  }
}

/// Tries every placement of a tiny problem.
struct ExhaustiveSearch {
  let problem: PlacementProblem
  let checker: PlacementChecker

  init(_ problem: PlacementProblem) {
    self.problem = problem
    checker = PlacementChecker(problem)
  }

  /// The fewest hosts that hold all guests, or nil when no placement does.
  func fewestHosts() -> Int? { least { Set($0).count } }

  /// The least value of the objective with which all guests have a host, or nil when no placement does.
  func leastValue() -> Int64? {
    let cost = PlacementCost(problem)
    return least { cost.value(of: $0) }
  }

  private func least<Value: Comparable>(_ value: ([Int32]) -> Value) -> Value? {
    var places = [Int32](repeating: -1, count: problem.guests.count)
    return search(&places, 0, value)
  }

  private func search<Value: Comparable>(
    _ places: inout [Int32], _ guest: Int, _ value: ([Int32]) -> Value
  ) -> Value? {
    guard guest < places.count else { return value(places) }
    var best: Value?
    for host in 0..<Int32(problem.hosts.count) {
      places[guest] = host
      guard checker.ruleViolations(of: places).isEmpty, let found = search(&places, guest + 1, value) else {
        continue
      }
      best = best.map { min($0, found) } ?? found
    }
    places[guest] = -1
    return best
  }
}
