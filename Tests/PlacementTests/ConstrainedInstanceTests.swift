import Placement
import TestProblems
import TestSupport
import Testing

@Suite("Instances with racks, power budgets and licences", .enabled(if: ReferenceData.isAvailable))
struct ConstrainedInstanceTests {
  // Best known values are those of the instances, by another solver (CP-SAT); for `migr` the price part. Little effort is asked to come within 2 %; the benchmark measures the default effort, and the larger instances.
  @Test(arguments: ["cons-24-500", "cons-40-500", "migr-24-500"])
  func `the search comes within 2 percent of the best known price with every rule kept`(
    name: String
  ) throws {
    let instance = try ConstrainedInstance(name)
    let problem = instance.problem()
    let bestKnown = instance.bestKnown[0]
    let plan = Portfolio(effort: .low).plan(for: problem)
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
    #expect(plan.refusals.isEmpty)
    #expect(plan.value * 100 <= bestKnown * 102)
    #expect(plan.bound.value <= bestKnown)
    // Licences are part of what is proven: the databases need at least so many hosts.
    #expect(plan.bound.licences > 0 || problem.rules.licences.isEmpty)
    if let certificate = plan.bound.certificate {
      #expect(
        BoundChecker(problem).verdict(on: certificate) == .proven(plan.bound.value - plan.bound.licences))
    }
  }
}
