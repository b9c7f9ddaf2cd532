import Placement
import TestProblems
import Testing

@Suite("Every placement policy")
struct PolicyContractTests {
  @Test(arguments: PolicyCatalog.all.map(\.name))
  func `keeps every rule and loses no guest on thousands of problems`(name: String) throws {
    let entry = try #require(PolicyCatalog.entry(named: name))
    let settings = quickSettings(entry)
    let policy = try entry.policy(settings)
    for seed in 0..<2000 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      let violations = PlacementChecker(problem).violations(of: policy.plan(for: problem))
      #expect(violations.isEmpty, "seed \(seed)")
    }
  }

  @Test func `keeps every rule with every choice of parameters`() throws {
    for policy in try everyPolicy() {
      for seed in 5000..<5040 as Range<UInt64> {
        let problem = randomProblem(seed: seed)
        let violations = PlacementChecker(problem).violations(of: policy.plan(for: problem))
        #expect(violations.isEmpty, "\(policy.name), seed \(seed)")
      }
    }
  }

  @Test func `gives the same plan twice`() throws {
    for policy in try everyPolicy() {
      for seed in 9000..<9020 as Range<UInt64> {
        let problem = randomProblem(seed: seed)
        #expect(policy.plan(for: problem) == policy.plan(for: problem), "\(policy.name), seed \(seed)")
      }
    }
  }

  @Test func `leaves guests that have a host where they are`() throws {
    for policy in try everyPolicy() {
      for seed in 0..<20 as Range<UInt64> {
        let problem = randomProblem(seed: seed)
        let guests = Array(0..<Int32(problem.guests.count))
        var fleet = FleetState(problem)
        FirstFit().place(guests.filter { $0 % 2 == 0 }, into: &fleet)
        let before = fleet.hostOfGuest
        policy.place(guests.filter { $0 % 2 == 1 }, into: &fleet)
        for guest in guests where guest % 2 == 0 {
          #expect(fleet.hostOfGuest[Int(guest)] == before[Int(guest)])
        }
        let wrong = PlacementChecker(problem).ruleViolations(of: fleet.hostOfGuest)
        #expect(wrong.isEmpty, "\(policy.name), seed \(seed)")
      }
    }
  }

  @Test(arguments: PolicyCatalog.all.map(\.name))
  func `takes a problem without guests or without hosts`(name: String) throws {
    let entry = try #require(PolicyCatalog.entry(named: name))
    let policy = try entry.policy(quickSettings(entry))
    let empty = policy.plan(for: problem(sizes: [], hosts: 3, capacity: 8))
    #expect(empty.isComplete && empty.hostsUsed == 0 && empty.isProvenOptimal)
    let homeless = policy.plan(for: problem(sizes: [1, 2], hosts: 0, capacity: 8))
    #expect(homeless.refusals.map(\.reason) == [.incompatible, .incompatible])
  }
}
