import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Efficiency")
struct EfficiencyTests {
  @Test func `half the time at full speed and half at half speed makes two thirds`() throws {
    func part(_ value: Double) -> Estimate<Fraction> {
      Estimate(exactly: Fraction(value), source: "test", confidence: .judgement)
    }
    let efficiency = Efficiency(
      cpuBound: part(1), kernelHeavy: part(0.5), disk: part(1), network: part(1))
    let mix = try #require(
      WorkClassMix(cpuBound: Fraction(0.5), kernelHeavy: Fraction(0.5), disk: .zero, network: .zero))
    #expect(isClose(efficiency.efficiency(of: mix).value, 2.0 / 3))
  }

  @Test(arguments: TechniqueCatalog.all, WorkClass.allCases)
  func `a guest of one class keeps exactly that class's efficiency`(
    _ technique: Technique, _ workClass: WorkClass
  ) {
    let kept = technique.efficiency.efficiency(of: WorkClassMix(only: workClass))
    #expect(isClose(kept.value, technique.efficiency[workClass].value.value, relative: 1e-15))
  }

  @Test(arguments: TechniqueCatalog.all)
  func `a mix lies between its worst and its best class`(_ technique: Technique) {
    let parts = WorkClass.allCases.map { technique.efficiency[$0].value.value }
    for entry in WorkClassMixCatalog.all {
      let kept = technique.efficiency.efficiency(of: entry.mix).value
      #expect(kept >= (parts.min() ?? 0) - 1e-12 && kept <= (parts.max() ?? 0) + 1e-12)
    }
  }

  @Test func `the default mixes keep what consolidated servers of 2005 kept`() throws {
    let application = try #require(WorkClassMixCatalog.named("application"))
    let linux = system("linux-2.6")
    let esx = Technique.vmwareESX3.efficiency(of: application, for: linux).value
    let xen = Technique.xen3Paravirtual.efficiency(of: application, for: linux).value
    #expect(isClose(esx, 0.90, absolute: 0.01))
    #expect(isClose(xen, 0.97, absolute: 0.03))
    #expect(Technique.bareMetal.efficiency(of: application, for: linux) == .one)
  }

  @Test func `work under ESX costs the host more than it does natively`() {
    let work = Technique.vmwareESX3.hostDemand(
      of: WorkPerSecond(970), mix: WorkClassMix(only: .cpuBound), for: system("windows-2003"))
    #expect(isClose(work.value, 1000))
    #expect(isClose(Technique.vmwareESX3.ownDemand(onHostOf: WorkPerSecond(10_000)).value, 200))
  }

  @Test func `Windows under Xen pays for the processor's help`() {
    let kernelHeavy = WorkClassMix(only: .kernelHeavy)
    let windows = Technique.xen3Paravirtual.efficiency(of: kernelHeavy, for: system("windows-2003"))
    let linux = Technique.xen3Paravirtual.efficiency(of: kernelHeavy, for: system("linux-2.6"))
    #expect(isClose(windows.value, 0.5))
    #expect(isClose(linux.value, 263.0 / 271))
  }
}
