import Placement
import Quantities
import TestProblems
import TestSupport
import Testing

@Suite("Spare capacity and fleet sizing")
struct SpareAndSizingTests {
  static func guests(_ count: Int, _ size: [Int32]) -> GuestTable {
    var guests = GuestTable(resourceCount: size.count)
    guests.append(size: size, copies: count)
    return guests
  }
  static let blade = HostType("blade", capacity: [100, 16_384])
  static let resources: [Resource] = [.cpu(unit: "%"), .memory]

  static func sizing(
    _ guests: GuestTable, spare: SpareRule, perEnclosure: Int = 16, type: HostType = blade
  ) throws -> FleetSizing {
    try FleetSizing.smallest(
      resources: resources, guests: guests, hostType: type, hostsPerDomain: perEnclosure, spare: spare,
      policy: FirstFitDecreasing())
  }

  @Test(arguments: [
    (SpareRule.none, 20), (.hosts(1), 21), (.hosts(3), 23), (.loss(of: .host), 21),
    (.loss(of: .domain(0)), 36),
    (.fraction(Fraction(percent: 20)), 27),
  ])
  func `160 guests of 2 GiB, eight to a blade`(spare: SpareRule, expected: Int) throws {
    // A fifth kept free leaves 13 107 MiB, six guests to a blade.
    let sizing = try SpareAndSizingTests.sizing(SpareAndSizingTests.guests(160, [5, 2048]), spare: spare)
    #expect(sizing.hosts == expected)
    #expect(PlacementChecker(sizing.problem).violations(of: sizing.plan).isEmpty)
    let binding = try #require(sizing.binding)
    #expect(binding.kind == .resource(1))
    #expect(binding.isSpare == (spare == .loss(of: .host) || spare == .loss(of: .domain(0))))
    #expect(binding.text(in: sizing.problem) == (binding.isSpare ? "memory, for restarts" : "memory"))
  }

  @Test func `one guest a blade is bound by the guest limit`() throws {
    let type = HostType("blade", capacity: [100, 16_384], guestLimit: 1)
    let sizing = try SpareAndSizingTests.sizing(
      SpareAndSizingTests.guests(160, [5, 2048]), spare: .none, type: type)
    #expect(sizing.hosts == 160 && sizing.binding?.kind == .guestLimit)
  }

  @Test func `cpu binds when it is the scarcer`() throws {
    let sizing = try SpareAndSizingTests.sizing(SpareAndSizingTests.guests(40, [30, 512]), spare: .none)
    #expect(sizing.hosts == 14 && sizing.binding?.kind == .resource(0))
  }

  @Test func `one small guest still needs a host, and an empty table none`() throws {
    let one = try SpareAndSizingTests.sizing(SpareAndSizingTests.guests(1, [5, 2048]), spare: .none)
    #expect(one.hosts == 1 && one.binding?.kind == .resource(1))
    let none = try SpareAndSizingTests.sizing(SpareAndSizingTests.guests(0, [5, 2048]), spare: .none)
    #expect(none.hosts == 0 && none.binding == nil)
  }

  @Test func `a guest larger than the host is refused by name`() throws {
    #expect(throws: FleetSizingProblem.self) {
      try SpareAndSizingTests.sizing(SpareAndSizingTests.guests(2, [5, 20_000]), spare: .none)
    }
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func `a fleet survives the loss of any enclosure and is never larger than without spare plus two`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var guests = GuestTable(resourceCount: 2)
    for _ in 0..<Int.random(in: 1...120, using: &random) {
      guests.append(size: [
        Int32.random(in: 1...40, using: &random), Int32.random(in: 200...8000, using: &random),
      ])
    }
    let perEnclosure = Int.random(in: 1...8, using: &random)
    let plain = try SpareAndSizingTests.sizing(guests, spare: .none, perEnclosure: perEnclosure)
    let safe = try SpareAndSizingTests.sizing(
      guests, spare: .loss(of: .domain(0)), perEnclosure: perEnclosure)
    #expect(PlacementChecker(safe.problem).violations(of: safe.plan).isEmpty)
    #expect(safe.hosts > plain.hosts)
    #expect(safe.hosts <= plain.hosts + 2 * perEnclosure)
    #expect(plain.hosts >= plain.plan.bound.hosts)
  }

  @Test func `a plan without room for restarts says who is stranded`() {
    let problem = problem(
      sizes: [6, 6, 6], hosts: 3, capacity: 10, spare: .loss(of: .domain(0)), hostsPerEnclosure: 1)
    let plan = FirstFit().plan(for: problem)
    #expect(plan.refusals.isEmpty && !plan.isComplete)
    #expect(plan.restart?.stranded.map(\.guest) == [0, 1, 2])
    #expect(plan.restart?.stranded.first?.reason == .noRoom(resource: 0, missing: 2))
    #expect(plan.description.hasSuffix("3 guests cannot restart"))
  }

  @Test func `enough capacity in total is not enough when it is in pieces`() {
    // 4 x 4 units free hold 16, yet no piece takes a guest of 6.
    let sizes = [Int32](repeating: 6, count: 5)
    let plan = FirstFit().plan(for: problem(sizes: sizes, hosts: 5, capacity: 10, spare: .loss(of: .host)))
    #expect(plan.restart?.isComplete == false)
  }

  @Test func `restarts keep separations`() {
    let rule = Separation("replicas", guests: [0, 1])
    let two = problem(sizes: [1, 1], hosts: 2, capacity: 10, separations: [rule], spare: .loss(of: .host))
    #expect(FirstFit().plan(for: two).restart?.isComplete == false)
    let three = problem(sizes: [1, 1], hosts: 3, capacity: 10, separations: [rule], spare: .loss(of: .host))
    #expect(FirstFit().plan(for: three).isComplete)
  }

  @Test func `a share that is not exact in binary keeps whole units`() {
    let problem = problem(sizes: [1], hosts: 1, capacity: 10, spare: .fraction(Fraction(0.9)))
    #expect(problem.usableCapacity(ofType: 0, 0) == 1)
  }
}
