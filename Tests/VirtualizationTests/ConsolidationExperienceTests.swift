import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Consolidation claims")
struct ConsolidationExperienceTests {
  @Test(arguments: zip(ConsolidationExperience.all, [(19.8, 0.454), (32.4, 0.462)]))
  func `claims are less than half of the ratio of throughputs`(
    _ claim: ConsolidationExperience, _ expected: (ratio: Double, discount: Double)
  ) throws {
    #expect(isClose(claim.new / claim.old, expected.ratio, absolute: 0.06))
    #expect(isClose(claim.discount.value, expected.discount, absolute: 0.0005))
    #expect(try #require(ConsolidationExperience.expected.range).contains(claim.discount))
  }

  @Test func `the expected discount is the mean of the claims`() {
    let claims = ConsolidationExperience.all
    let mean = claims.reduce(0) { $0 + $1.discount.value } / Double(claims.count)
    #expect(isClose(mean, ConsolidationExperience.expected.value.value, absolute: 0.005))
  }

  /// What the parts leave of a host: a cap on utilization, the hypervisor's share, efficiency, one spare in so many.
  @Test(arguments: [0.60, 0.65, 0.70], [4, 6, 8])
  func `efficiency, a cap and a spare host leave what was claimed`(_ cap: Double, _ hosts: Int) throws {
    let technique = Technique.vmwareESX3
    let mix = try #require(WorkClassMixCatalog.named("application"))
    let usable = cap - technique.hostCost.work.value.value
    let kept = usable * technique.efficiency(of: mix, for: system("linux-2.6")).value
    let discount = kept * Double(hosts - 1) / Double(hosts)
    #expect(try #require(ConsolidationExperience.expected.range).contains(Fraction(discount)))
  }
}
