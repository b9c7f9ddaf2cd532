import Placement
import Quantities
import Testing

@Suite("Rules about groups, hosts and units")
struct RuleTests {
  /// Guests of one resource on equal hosts, in enclosures of 2, racks of 4, feeds odd and even, sites of 8.
  static func problem(
    sizes: [Int32], hosts: Int, capacity: Int32, separations: [Separation] = [],
    rules: (HostTable) -> PlacementRules = { _ in PlacementRules() }, spare: SpareRule = .none,
    objective: PlacementObjective = .hosts
  ) -> PlacementProblem {
    var guests = GuestTable(resourceCount: 1)
    for size in sizes { guests.append(size: [size]) }
    let type = HostType(
      "host", capacity: [capacity], price: Money(10, .usd), idlePower: Watts(100), peakPower: Watts(200))
    let table = HostTable(
      hosts, of: type,
      domains: [
        FailureDomains("enclosure", hosts: hosts, hostsPerDomain: 2),
        FailureDomains("rack", hosts: hosts, hostsPerDomain: 4),
        FailureDomains("feed", domainOfHost: (0..<hosts).map { Int32($0 % 2) }),
        FailureDomains("site", hosts: hosts, hostsPerDomain: 8),
      ])
    return PlacementProblem(
      resources: [.memory], guests: guests, hosts: table, separations: separations, rules: rules(table),
      spare: spare, objective: objective)
  }

  static let levels: [(level: FailureLevel, units: Int)] = [
    (.host, 16), (.domain(0), 8), (.domain(1), 4), (.domain(2), 2), (.domain(3), 2),
  ]

  @Test(arguments: levels.indices)
  func `replicas stand apart over hosts, enclosures, racks, feeds and sites`(index: Int) {
    let (level, units) = RuleTests.levels[index]
    let rule = Separation("replicas", guests: (0...Int32(units)).map { $0 }, over: level)
    let problem = RuleTests.problem(
      sizes: [Int32](repeating: 1, count: units + 1), hosts: 16, capacity: 99, separations: [rule])
    let plan = FirstFit().plan(for: problem)
    // One to each unit, and the last one is refused for the rule.
    let used = plan.hostOfGuest.filter { $0 >= 0 }.map { problem.hosts.unit(of: $0, at: level) }
    #expect(Set(used).count == units && used.count == units)
    #expect(plan.refusals.map(\.reason) == [.separated(rule: 0)])
  }

  @Test(arguments: levels.indices)
  func `a group stands together on a host, in an enclosure, a rack, on a feed or a site`(index: Int) {
    let level = RuleTests.levels[index].level
    let problem = RuleTests.problem(
      sizes: [7, 2, 2, 2], hosts: 16, capacity: 8,
      rules: { _ in PlacementRules(affinities: [Affinity("app", guests: [1, 2, 3], in: level)]) })
    let plan = FirstFit().plan(for: problem)
    #expect(plan.refusals.isEmpty)
    let units = plan.hostOfGuest.dropFirst().map { problem.hosts.unit(of: $0, at: level) }
    #expect(Set(units).count == 1)
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
    var torn = plan.hostOfGuest
    torn[3] = (torn[2] + 9) % 16
    #expect(PlacementChecker(problem).ruleViolations(of: torn).contains(.apart(rule: 0)))
  }

  @Test func `a group passes by a host that has room for one of it only`() {
    let problem = RuleTests.problem(
      sizes: [5, 3, 4], hosts: 2, capacity: 8,
      rules: { _ in PlacementRules(affinities: [Affinity("app", guests: [1, 2])]) })
    #expect(FirstFit().plan(for: problem).hostOfGuest == [0, 1, 1])
  }

  @Test func `a group that fits nowhere as a whole is refused with its name`() {
    let problem = RuleTests.problem(
      sizes: [5, 5], hosts: 3, capacity: 8,
      rules: { _ in PlacementRules(affinities: [Affinity("app", guests: [0, 1])]) })
    let plan = FirstFit().plan(for: problem)
    #expect(plan.refusals.map(\.reason) == [.notTogether(rule: 0), .notTogether(rule: 0)])
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
    #expect(RefusalReason.notTogether(rule: 0).text(in: problem).hasPrefix("kept together by 'app'"))
  }

  @Test func `a fence keeps guests on its hosts and is named when those are full`() {
    let problem = RuleTests.problem(
      sizes: [5, 5, 5], hosts: 4, capacity: 8,
      rules: { _ in PlacementRules(fences: [Fence("tenant", guests: [0, 1, 2], hosts: [1, 3])]) })
    let plan = FirstFit().plan(for: problem)
    #expect(plan.hostOfGuest == [1, 3, -1])
    #expect(plan.refusals.map(\.reason) == [.fencedOff(rule: 0)])
    #expect(
      PlacementChecker(problem).ruleViolations(of: [0, 3, -1]) == [.outsideFence(rule: 0, guest: 0)])
    #expect(RefusalReason.fencedOff(rule: 0).text(in: problem) == "hosts with room are outside 'tenant'")
  }

  @Test func `licences cost once for each host that needs them, and the search keeps them on few hosts`() {
    // Six guests of 4 on hosts of 8: three hosts for 10 each. The two databases on one host pay 35 once.
    let problem = RuleTests.problem(
      sizes: [4, 4, 4, 4, 4, 4], hosts: 6, capacity: 8,
      rules: { _ in
        PlacementRules(licences: [Licence("sql", guests: [0, 3], pricePerHost: Money(35, .usd))])
      }, objective: .price)
    #expect(FirstFit().plan(for: problem).value == (30 + 70) * 1_000_000)
    let plan = Portfolio(effort: .low).plan(for: problem)
    #expect(plan.value == (30 + 35) * 1_000_000 && plan.isProvenOptimal)
    #expect(plan.bound.licences == 35_000_000)
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
  }

  @Test func `a licence that is spent is named`() {
    let problem = RuleTests.problem(
      sizes: [5, 5], hosts: 3, capacity: 8,
      rules: { _ in
        PlacementRules(licences: [
          Licence("sql", guests: [0, 1], pricePerHost: .zero(.usd), hostLimit: 1)
        ])
      })
    let plan = FirstFit().plan(for: problem)
    #expect(plan.refusals.map(\.reason) == [.licenceSpent(rule: 0)])
    #expect(PlacementChecker(problem).ruleViolations(of: [0, 1]) == [.licenceExceeded(rule: 0)])
  }

  @Test func `a power budget counts idle hosts and load, and the next rack is used`() {
    // Rack of 4 hosts, 100 W idle and 200 W full: two hosts idle and their load of 8 of 8 each use up 400 W.
    let problem = RuleTests.problem(
      sizes: [8, 8, 8], hosts: 8, capacity: 8,
      rules: { table in
        PlacementRules(budgets: [
          .power("rack power", over: .domain(1), limits: [Watts(400), Watts(200)], of: table)
        ])
      })
    let plan = FirstFit().plan(for: problem)
    #expect(plan.hostOfGuest == [0, 1, 4])
    #expect(
      PlacementChecker(problem).ruleViolations(of: [0, 1, 2]) == [.overBudget(rule: 0, unit: 0)])
    let one = RuleTests.problem(
      sizes: [8, 8, 8, 1], hosts: 8, capacity: 8, rules: { _ in problem.rules })
    let refused = FirstFit().plan(for: one)
    #expect(refused.refusals.map(\.guest) == [3] && refused.refusals.map(\.reason) == [.overBudget(rule: 0)])
    #expect(
      RefusalReason.overBudget(rule: 0).text(in: one) == "hosts with room are at the limit of 'rack power'")
  }

  @Test func `a weight budget counts hosts in use and not their load`() {
    let problem = RuleTests.problem(
      sizes: [1, 8, 8], hosts: 4, capacity: 8,
      rules: { _ in
        PlacementRules(budgets: [
          .weight("rack weight", over: .domain(1), limits: [Kilograms(50)], ofHost: [Kilograms(20)])
        ])
      })
    #expect(FirstFit().plan(for: problem).hostOfGuest == [0, 1, -1])
  }

  @Test func `slots are as large as the largest guest`() {
    // Guests of 1 and 4 on four hosts of 16: four slots each, and one host's four are kept.
    let sizes: [Int32] = [4] + [Int32](repeating: 1, count: 15)
    let problem = RuleTests.problem(sizes: sizes, hosts: 4, capacity: 16, spare: .slots(lost: 1))
    let plan = FirstFit().plan(for: problem)
    #expect(plan.refusals.count == 4 && plan.refusals.allSatisfy { $0.reason == .noSlot })
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
    let all = [Int32](repeating: 0, count: 16)
    #expect(PlacementChecker(problem).ruleViolations(of: all).contains(.tooFewSlots))
  }

  @Test func `a fleet is sized with rules that grow with it`() throws {
    // Guests of 8 fill a host of 200 W; a rack of four hosts has 600 W, so it takes three of them.
    let type = HostType("host", capacity: [8], idlePower: Watts(100), peakPower: Watts(200))
    var guests = GuestTable(resourceCount: 1)
    guests.append(size: [8], copies: 6)
    let sizing = try FleetSizing.smallest(
      resources: [.memory], guests: guests, hostType: type, hostsPerDomain: 4, domainName: "rack",
      rules: { table in
        let racks = table.unitCount(at: .domain(0))
        return PlacementRules(budgets: [
          .power(
            "rack power", over: .domain(0), limits: [Watts](repeating: Watts(600), count: racks), of: table)
        ])
      }, policy: FirstFit())
    // Three in the first rack, whose fourth host stays empty, and three in the second.
    #expect(sizing.hosts == 7 && sizing.plan.hostsUsed == 6)
    #expect(sizing.binding?.text(in: sizing.problem) == "'rack power'")
  }
}
