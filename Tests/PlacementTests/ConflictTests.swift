import Placement
import Quantities
import TestProblems
import TestSupport
import Testing

@Suite("Conflicts")
struct ConflictTests {
  private func conflict(_ problem: PlacementProblem) throws -> Conflict {
    let plan = FirstFit().plan(for: problem)
    return try #require(Conflict(in: problem, refused: plan.refusals.map(\.guest)))
  }

  @Test func `of many guests it names the three replicas, their rule and nothing else`() throws {
    let rule = Separation("replicas", guests: [2, 5, 7], over: .domain(0))
    let problem = RuleTests.problem(
      sizes: [1, 1, 1, 1, 1, 1, 1, 1, 1], hosts: 4, capacity: 99, separations: [rule])
    let found = try conflict(problem)
    #expect(found.guests == [2, 5, 7] && found.rules == [.separation(0)] && found.isProvenSmallest)
    #expect(
      found.text(in: problem) { "database-\($0)" }
        == "database-2, database-5 and database-7 must stand in different enclosures ('replicas'), "
        + "but only 2 enclosures take them")
  }

  @Test func `a resource that runs out is named with what is wanted and offered`() throws {
    let problem = RuleTests.problem(sizes: [6, 6, 6, 1], hosts: 2, capacity: 8)
    let found = try conflict(problem)
    #expect(found.guests == [0, 1, 2] && found.rules == [.resource(0)] && found.isProvenSmallest)
    #expect(
      found.text(in: problem) { "g\($0)" }
        == "g0, g1 and g2 do not fit together: they take 18 MiB of memory, and 2 hosts offer 16 MiB, at most 8 MiB each"
    )
  }

  @Test func `a guest that is too large is a conflict of its own`() throws {
    let problem = RuleTests.problem(sizes: [1, 9], hosts: 2, capacity: 8)
    let found = try conflict(problem)
    #expect(found.guests == [1] && found.rules == [.resource(0)])
    #expect(
      found.text(in: problem) { "g\($0)" } == "g1 takes 9 MiB of memory, and no host offers more than 8 MiB")
  }

  @Test func `together and apart at once exclude each other`() throws {
    let problem = RuleTests.problem(
      sizes: [1, 1, 1], hosts: 4, capacity: 8, separations: [Separation("spread", guests: [0, 1])],
      rules: { _ in PlacementRules(affinities: [Affinity("app", guests: [0, 1, 2])]) })
    let found = try conflict(problem)
    #expect(
      found.guests == [0, 1] && found.rules == [.separation(0), .affinity(0)] && found.isProvenSmallest)
    let text = found.text(in: problem) { "g\($0)" }
    #expect(text.contains("'spread'") && text.contains("'app' keeps them together on one host"))
  }

  @Test func `a fence, a licence, a budget, a guest limit, classes and spare are named`() throws {
    func rules(_ problem: PlacementProblem) throws -> [ConflictRule] { try conflict(problem).rules }
    let fenced = RuleTests.problem(
      sizes: [5, 5], hosts: 4, capacity: 8,
      rules: { _ in PlacementRules(fences: [Fence("tenant", guests: [0, 1], hosts: [3])]) })
    #expect(try rules(fenced) == [.fence(0), .resource(0)])
    let licensed = RuleTests.problem(
      sizes: [5, 5], hosts: 4, capacity: 8,
      rules: { _ in
        PlacementRules(licences: [Licence("sql", guests: [0, 1], pricePerHost: .zero(.usd), hostLimit: 1)])
      })
    #expect(try rules(licensed) == [.licence(0), .resource(0)])
    let powered = RuleTests.problem(
      sizes: [4, 4, 4], hosts: 4, capacity: 8,
      rules: { table in
        PlacementRules(budgets: [.power("power", over: .domain(3), limits: [Watts(220)], of: table)])
      })
    // Three guests of 4 draw 50 W each beside the 100 W of one host.
    let found = try conflict(powered)
    #expect(found.guests == [0, 1, 2] && found.rules == [.budget(0)] && found.isProvenSmallest)
    #expect(try rules(Self.limited) == [.guestLimit])
    #expect(try rules(RuleTests.problem(sizes: [1], hosts: 1, capacity: 8, spare: .hosts(1))) == [.spare])
    var guests = GuestTable(resourceCount: 1)
    guests.append(size: [1])
    let homeless = PlacementProblem(
      resources: [.memory], guests: guests, hosts: HostTable(1, of: HostType("pdp-11", capacity: [4])),
      compatibility: Compatibility(classes: 1, hostTypes: 1, everywhere: false))
    #expect(try rules(homeless) == [.compatibility])
  }

  static let limited = problem(sizes: [1, 1, 1], hosts: 1, capacity: 9, guestLimit: 2)

  @Test func `restarts that cannot be are a conflict of the spare rule`() throws {
    let problem = problem(sizes: [6, 6], hosts: 2, capacity: 10, spare: .loss(of: .host))
    let found = try #require(Conflict(in: problem))
    #expect(found.guests == [0, 1] && found.rules == [.spare, .resource(0)] && found.isProvenSmallest)
  }

  @Test func `what can be placed has no conflict, and neither has what is only hard`() {
    #expect(Conflict(in: RuleTests.problem(sizes: [1, 2, 3], hosts: 1, capacity: 8)) == nil)
    // First fit in this order leaves one out; a plan exists.
    let tight = RuleTests.problem(sizes: [3, 3, 5, 5], hosts: 2, capacity: 8)
    #expect(FirstFit().plan(for: tight).refusals.count == 1)
    #expect(Conflict(in: tight, refused: [3]) == nil)
  }

  @Test func `every set is impossible, and possible without any one of its members, by trying everything`()
    throws
  {
    var (found, certain) = (0, 0)
    var kinds: [ConflictRule] = []
    for seed in 0..<900 as Range<UInt64> {
      let problem = randomProblem(seed: seed, guests: 6, hosts: 4)
      if case .loss = problem.spare { continue }
      let isPossible = ExhaustiveSearch(problem).fewestHosts() != nil
      guard let conflict = Conflict(in: problem) else {
        #expect(isPossible, "seed \(seed): a conflict was missed")
        continue
      }
      #expect(!isPossible, "seed \(seed): a conflict where there is none")
      func isPossibleWith(_ guests: [Int32], _ rules: [ConflictRule]) -> Bool {
        ExhaustiveSearch(problem.restricted(to: guests, keeping: rules)).fewestHosts() != nil
      }
      #expect(!isPossibleWith(conflict.guests, conflict.rules), "seed \(seed)")
      found += 1
      guard conflict.isProvenSmallest else { continue }
      certain += 1
      for index in conflict.guests.indices {
        var fewer = conflict.guests
        fewer.remove(at: index)
        #expect(isPossibleWith(fewer, conflict.rules), "seed \(seed), guest \(conflict.guests[index])")
      }
      for index in conflict.rules.indices {
        var fewer = conflict.rules
        fewer.remove(at: index)
        #expect(isPossibleWith(conflict.guests, fewer), "seed \(seed), \(conflict.rules[index])")
      }
      for rule in conflict.rules where !kinds.contains(rule) { kinds.append(rule) }
      #expect(!conflict.text(in: problem).isEmpty)
    }
    #expect(found > 200 && certain * 20 >= found * 19, "\(found), \(certain)")
    #expect(kinds.count >= 10, "\(kinds)")
  }

  @Test func `a large fleet without room is explained in sums`() throws {
    let problem = RuleTests.problem(sizes: [Int32](repeating: 3, count: 3000), hosts: 400, capacity: 8)
    let found = try #require(Conflict(in: problem))
    // Two of 3 fit a host of 8: one more than 800 is too many.
    #expect(found.guests.count == 801 && found.rules == [.resource(0)])
  }
}
