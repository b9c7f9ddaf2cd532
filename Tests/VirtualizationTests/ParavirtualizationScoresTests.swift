import Quantities
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("The first paravirtualization benchmarks")
struct ParavirtualizationScoresTests {
  /// Benchmark, and the efficiencies of Xen, VMware Workstation and User-Mode Linux as quoted with two digits.
  static let quoted: [(String, Double, Double, Double)] = [
    ("SPEC INT2000", 1.00, 0.98, 0.97), ("Linux build", 0.97, 0.79, 0.49), ("OSDB-IR", 0.92, 0.47, 0.38),
    ("OSDB-OLTP", 0.95, 0.12, 0.18), ("dbench", 0.96, 0.74, 0.27), ("SPEC WEB99", 0.99, 0.29, 0.33),
  ]

  @Test(arguments: zip(ParavirtualizationScores.all, quoted))
  func `the quoted ratios come back from the raw scores`(
    _ row: ParavirtualizationScores.Row, _ quoted: (name: String, xen: Double, vmware: Double, uml: Double)
  ) {
    #expect(row.benchmark == quoted.name)
    #expect(isClose(row.efficiency(\.xen).value, quoted.xen, absolute: 0.005))
    #expect(isClose(row.efficiency(\.vmwareWorkstation).value, quoted.vmware, absolute: 0.005))
    #expect(isClose(row.efficiency(\.userModeLinux).value, quoted.uml, absolute: 0.005))
    #expect(row.efficiency(\.native) == .one)
  }

  @Test func `ratios are exact quotients`() {
    #expect(ParavirtualizationScores.integer.efficiency(\.xen).value == 567.0 / 567)
    #expect(ParavirtualizationScores.build.efficiency(\.xen).value == 263.0 / 271)
    #expect(ParavirtualizationScores.transactions.efficiency(\.xen).value == 1633.0 / 1714)
    #expect(ParavirtualizationScores.webServer.efficiency(\.userModeLinux).value == 172.0 / 518)
  }

  @Test func `a build takes 3 per cent longer under Xen`() {
    let build = ParavirtualizationScores.build
    #expect(isClose(build.xen / build.native - 1, 0.030, absolute: 0.0005))
  }

  @Test func `a single guest under Xen keeps the measured ratios`() {
    let linux = system("linux-2.6")
    let measured: [(WorkClass, Double)] = [
      (.cpuBound, 567.0 / 567), (.kernelHeavy, 263.0 / 271), (.disk, 400.0 / 418), (.network, 514.0 / 518),
    ]
    for (workClass, ratio) in measured {
      let taken = Technique.xen3Paravirtual.hostDemand(
        of: WorkPerSecond(1000), mix: WorkClassMix(only: workClass), for: linux)
      #expect(isClose(1000 / taken.value, ratio, relative: 1e-15))
    }
  }
}
