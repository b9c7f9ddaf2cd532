import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

/// Every overhead ratio comes back from a run.
@Suite("Techniques in a run")
struct TechniqueOverheadTests {
  private static let quarter = Seconds(minutes: 15)

  /// What one guest of a system makes its host do under a technique, as a share of the host, the technique's own included.
  private func load(
    _ technique: Technique, _ system: OperatingSystem, _ percent: UInt8, of reference: Double,
    days: Double = 2
  ) throws -> (share: Double, served: Double, mix: WorkClassMix) {
    let model = try TinyStudy.steady(count: 1, percent: percent, memory: 0.5, sample: Self.quarter)
    let guest = GuestGroup(
      name: "guest", count: 1, operatingSystem: system, memory: model.memory, disk: model.disk,
      mix: model.mix,
      demand: model.demand, reference: DemandReference(name: "r", throughput: WorkPerSecond(reference)))
    var layout = try TinyStudy.dedicated()
    layout.technique = technique
    let run = try RecordedRun(
      TinyStudy.scenario(days: days, sample: Self.quarter, guests: [guest], layouts: [layout]))
    #expect(run.summary.work.contention == 0, "uncontended")
    return (
      run.summary.hosts[0].meanUtilization.value, run.summary.work.served / (days * 86_400), guest.mix
    )
  }

  @Test(arguments: TechniqueCatalog.all.map(\.name))
  func `a guest alone on a host takes its work over its efficiency`(name: String) throws {
    let technique = try TinyStudy.technique(name)
    // Any system that it carries on some host: each makes its guests pay by its own figures.
    let hosts = (1995...2024).flatMap { year in
      [ProcessorVendor.intel, .amd, .sun].flatMap { vendor in
        [InstructionSet.amd64, .sparc].map { set in
          HostFacts(instructionSet: set, year: year, vendor: vendor, assistance: .nestedPaging)
        }
      }
    }
    let model = try TinyStudy.steady(count: 1, percent: 1, memory: 0.5, sample: Self.quarter)
    let systems = OperatingSystemCatalog.all.filter { system in
      let guest = GuestGroup(
        name: "guest", count: 1, operatingSystem: system, memory: Bytes(mebibytes: 1), disk: model.disk,
        mix: model.mix, demand: model.demand, reference: model.reference)
      return hosts.contains { technique.carries(guest, on: $0) }
    }
    #expect(!systems.isEmpty)
    for system in systems {
      // 80 % of a reference that is a hundredth of the host: 0.8 % of it natively.
      let busy = try load(technique, system, 80, of: 100)
      let idle = try load(technique, system, 0, of: 100)
      let native = 80.0 / 10_000
      let inverse = WorkClass.allCases.reduce(0) {
        $0 + busy.mix[$1].value / technique.efficiency(for: system)[$1].value.value
      }
      #expect(
        isClose(busy.share - idle.share, native * inverse, relative: 1e-9), "\(name) with \(system.name)")
      #expect(isClose(busy.served, 80, relative: 1e-9))
      #expect(isClose(idle.share, technique.hostCost.work.value.value, absolute: 1e-5))
    }
  }
}
