import Placement
import TestProblems
import TestSupport
import Testing

@Suite("Instances with racks, power budgets and licences", .enabled(if: ReferenceData.isAvailable))
struct ConstrainedInstanceTests {
  // Best known values are those of the instances, by another solver (CP-SAT); for `migr` the price part.
  @Test(arguments: ["cons-24-500", "cons-40-500", "cons-60-500", "migr-24-500", "migr-48-500"])
  func
    `the search meets the best known price, with every rule kept and a bound as good as certified`(
      name: String
    ) throws
  {
    let instance = try ConstrainedInstance(name)
    let problem = instance.problem()
    let bestKnown = instance.bestKnown[0]
    let plan = Portfolio().plan(for: problem)
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
    #expect(plan.refusals.isEmpty)
    #expect(plan.value * 1000 <= bestKnown * 1005)
    #expect(plan.bound.value <= bestKnown)
    #expect(plan.bound.value >= instance.lowerBound[0] - 1)
    // Licences are part of what is proven: the databases need at least so many hosts.
    #expect(plan.bound.licences > 0 || problem.rules.licences.isEmpty)
    if let certificate = plan.bound.certificate {
      #expect(
        BoundChecker(problem).verdict(on: certificate) == .proven(plan.bound.value - plan.bound.licences))
    }
  }

  @Test func `other draws of an instance keep its rules, and no plan is cheaper than its certificate`() throws
  {
    for seed in 1...6 as ClosedRange<UInt64> {
      let problem = try ConstrainedInstance("migr-24-500").redrawn(seed: seed).problem()
      let plan = Portfolio(effort: .low).plan(for: problem)
      #expect(PlacementChecker(problem).violations(of: plan).isEmpty, "seed \(seed)")
      guard plan.refusals.isEmpty, let certificate = plan.bound.certificate else { continue }
      #expect(BoundChecker(problem).verdict(on: certificate) == .proven(plan.bound.value), "seed \(seed)")
      #expect(plan.bound.value <= plan.value)
    }
  }
}
