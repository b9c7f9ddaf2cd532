import Placement
import Quantities
import TestProblems
import Testing

@Suite("Metrics of a plan")
struct PlanMetricsTests {
  @Test func `use, stranded capacity and room by hand`() throws {
    // Hosts of 8: one holds 6, one 8, one is empty. Two are free on the first, which no guest of 6 or 8 can use.
    let problem = RuleTests.problem(sizes: [6, 8], hosts: 3, capacity: 8)
    let metrics = PlanMetrics(FirstFit().plan(for: problem), of: problem)
    let memory = try #require(metrics.resources.first)
    #expect(memory.usable == 16 && memory.taken == 14 && memory.stranded == 2)
    #expect(memory.utilization == Fraction(14.0 / 16) && memory.fragmentation == Fraction(2.0 / 16))
    #expect(metrics.room.map(\.more) == [1, 1])
    #expect(metrics.hostsOfType == [2] && metrics.price == Money(20, .usd))
    #expect(metrics.idlePower == Watts(200) && metrics.peakPower == Watts(400))
  }

  @Test func `half of the mix fits what is free, so half of it counts as fragmented`() throws {
    let problem = RuleTests.problem(sizes: [2, 5], hosts: 1, capacity: 10)
    let metrics = PlanMetrics(FirstFit().plan(for: problem), of: problem)
    // 3 of 10 free: a guest of 2 fits, a guest of 5 does not.
    #expect(metrics.resources[0].stranded == 0)
    #expect(abs(metrics.resources[0].fragmentation.value - 0.15) < 1e-12)
    #expect(metrics.room.map(\.more) == [1, 0])
  }

  @Test func `blast radius counts guests and replicas at every level`() {
    let problem = RuleTests.problem(
      sizes: [4, 4, 4, 4, 4], hosts: 8, capacity: 8,
      separations: [Separation("replicas", guests: [0, 1, 4])])
    let metrics = PlanMetrics(FirstFit().plan(for: problem), of: problem)
    // Guests 0 and 2 on host 0, 1 and 3 on host 1, 4 on host 2.
    #expect(metrics.blastRadius.map(\.guests) == [2, 4, 5, 3, 5])
    #expect(metrics.blastRadius.map { $0.worstGroup?.lost } == [1, 2, 3, 2, 3])
    #expect(metrics.blastRadius[1].worstGroup?.placed == 3)
  }

  @Test func `headroom and licences are what the rules leave and cost`() {
    let problem = RuleTests.problem(
      sizes: [8, 4], hosts: 8, capacity: 8,
      rules: { table in
        PlacementRules(
          licences: [Licence("sql", guests: [0, 1], pricePerHost: Money(35, .usd))],
          budgets: [.power("circuit", over: .domain(2), limits: [Watts(500), Watts(300)], of: table)])
      }, objective: .price)
    let plan = FirstFit().plan(for: problem)
    let metrics = PlanMetrics(plan, of: problem)
    // Host 0 on feed 0 draws 200 W, host 1 on feed 1 150 W.
    #expect(metrics.headroom.map(\.used) == [[200_000, 150_000]])
    #expect(metrics.headroom.map(\.left) == [[300_000, 150_000]])
    #expect(metrics.licences.map(\.hosts) == [2] && metrics.licences[0].cost == Money(70, .usd))
    #expect(metrics.price == Money(90, .usd) && plan.value == 90_000_000)
  }

  @Test func `what is taken and free adds up, and room is real, on random problems`() {
    for seed in 0..<300 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      let plan = FirstFit().plan(for: problem)
      let metrics = PlanMetrics(plan, of: problem)
      for (resource, use) in metrics.resources.enumerated() {
        let taken = plan.hostOfGuest.indices.filter { plan.hostOfGuest[$0] >= 0 }.reduce(Int64(0)) {
          $0 + Int64(problem.guests.size(of: Int32($1), resource))
        }
        #expect(use.taken == taken, "seed \(seed)")
        #expect(use.stranded >= 0 && use.stranded <= use.usable - use.taken, "seed \(seed)")
        #expect(use.fragmentation.value >= Double(use.stranded) / Double(max(1, use.usable)) - 1e-9)
      }
      // A flavour of which a guest was refused has no room.
      for refusal in plan.refusals {
        let flavour = problem.flavours.flavourOfGuest[Int(refusal.guest)]
        for room in metrics.room where problem.flavours.flavourOfGuest[Int(room.guest)] == flavour {
          #expect(room.more == 0, "seed \(seed)")
        }
      }
      for (index, headroom) in metrics.headroom.enumerated() {
        #expect(headroom.left.allSatisfy { $0 >= 0 }, "seed \(seed), budget \(index)")
      }
    }
  }
}
