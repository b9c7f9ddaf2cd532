import Placement
import Quantities
import TestProblems
import TestSupport
import Testing

@Suite("Prices and energy as objectives")
struct ObjectiveTests {
  static let types = [
    HostType("small", capacity: [10], price: Money(3, .usd), idlePower: Watts(100), peakPower: Watts(200)),
    HostType("large", capacity: [30], price: Money(7, .usd), idlePower: Watts(150), peakPower: Watts(450)),
  ]

  /// Guests of 6 on small and large hosts, as many as one likes.
  private func problem(
    _ count: Int, _ size: Int32, _ objective: PlacementObjective, limits: [Int?] = [nil, nil]
  ) -> PlacementProblem {
    let guests = SpareAndSizingTests.guests(count, [size])
    let supplies = zip(ObjectiveTests.types, limits).map { HostSupply($0, limit: $1) }
    return PlacementProblem(
      resources: [.cpu(unit: "cores")], guests: guests,
      hosts: HostTable(supplying: supplies, for: guests, objective: objective), objective: objective)
  }

  @Test(
    arguments: [
      // Five guests of 6 fill a large host for 7; one alone is cheaper on a small one for 3.
      (1, 3), (2, 6), (3, 7), (5, 7), (6, 10), (10, 14), (11, 17),
    ] as [(Int, Int64)])
  func `the cheapest fleet is found and proven`(guests: Int, expected: Int64) throws {
    let plan = Portfolio(effort: .low).plan(for: problem(guests, 6, .price))
    #expect(plan.value == expected * 1_000_000)
    #expect(plan.isProvenOptimal)
    let certificate = plan.bound.certificate
    if let certificate {
      let problem = problem(guests, 6, .price)
      #expect(BoundChecker(problem).verdict(on: certificate) == .proven(plan.value))
    }
  }

  @Test func `a limited supply is kept`() {
    // One large host takes five, the other six need small ones.
    let plan = Portfolio(effort: .low).plan(for: problem(11, 6, .price, limits: [nil, 1]))
    #expect(plan.value == (7 + 6 * 3) * 1_000_000 && plan.isProvenOptimal)
  }

  @Test func `energy counts idle hosts and each guest's part, rounded up`() {
    // A guest of 3 on a small host: 100 W and 3/10 of 100 W; on a large one 150 W and 3/30 of 300 W: the same 30 W.
    let one = Portfolio(effort: .low).plan(for: problem(1, 3, .energy(drivenBy: 0)))
    #expect(one.value == 130_000 && one.isProvenOptimal)
    // Seven guests of 4: 100 / 10 and 300 / 30 W a core alike, so idle power decides: one large host instead of four.
    let seven = Portfolio(effort: .low).plan(for: problem(7, 4, .energy(drivenBy: 0)))
    #expect(seven.value == 150_000 + 7 * 40_000 && seven.isProvenOptimal)
  }

  @Test func `enough hosts of an unlimited type are listed for any number of guests`() {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var guests = GuestTable(resourceCount: 2)
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        guests.append(size: (0..<2).map { _ in Int32.random(in: 0...20, using: &random) })
      }
      let supply = HostSupply(HostType("host", capacity: [20, 20]))
      let hosts = HostTable(supplying: [supply], for: guests, objective: .hosts)
      let problem = PlacementProblem(resources: [.memory, .disk], guests: guests, hosts: hosts)
      #expect(FirstFit().plan(for: problem).refusals.isEmpty)
    }
  }

  @Test func `no bound exceeds the cheapest placement found by trying everything`() {
    var tight = 0
    var tried = 0
    for seed in 0..<240 as Range<UInt64> {
      let base = randomProblem(seed: seed, guests: 5, hosts: 4)
      var random = SeededGenerator(seed: seed)
      let types = base.hosts.types.map { type in
        HostType(
          type.name, capacity: type.capacity, guestLimit: type.guestLimit,
          price: Money(Double(Int.random(in: 1...9, using: &random)), .usd), idlePower: Watts(50),
          peakPower: Watts(Double(Int.random(in: 60...200, using: &random))))
      }
      let objective: PlacementObjective = seed % 2 == 0 ? .price : .energy(drivenBy: 0)
      let problem = PlacementProblem(
        resources: base.resources, guests: base.guests,
        hosts: HostTable(types: types, typeOfHost: base.hosts.typeOfHost, domains: base.hosts.domains),
        compatibility: base.compatibility, separations: base.separations, rules: base.rules,
        objective: objective)
      guard let optimum = ExhaustiveSearch(problem).leastValue() else { continue }
      tried += 1
      let plan = Portfolio(effort: .low).plan(for: problem)
      #expect(LowerBound(of: problem).value <= optimum && plan.bound.value <= optimum, "seed \(seed)")
      #expect(!plan.refusals.isEmpty || plan.value >= optimum, "seed \(seed)")
      tight += plan.refusals.isEmpty && plan.value == optimum ? 1 : 0
    }
    #expect(tried > 60)
    #expect(tight * 10 >= tried * 9, "\(tight) of \(tried)")
  }
}
