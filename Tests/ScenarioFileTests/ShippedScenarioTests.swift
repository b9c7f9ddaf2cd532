import Documents
import Economics
import Foundation
import Placement
import Quantities
import Scenario
import ScenarioFile
import Simulation
import Study
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Scenarios that come with the program")
struct ShippedScenarioTests {
  @Test func `the flagship loads without a complaint`() throws {
    let outcome = try Shipped.load("one-floor-to-one-corner")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let scenario = try #require(outcome.scenario)
    #expect(scenario.guestCount == 160)
    #expect(scenario.layouts.map(\.name) == ["today", "blades", "blades-virtualized"])
    #expect(scenario.layouts.map(\.placement.oneGuestPerHost) == [true, true, false])
    #expect(scenario.layouts[2].placement.spare == .enclosure)
    #expect(scenario.layouts[0].restart == nil && scenario.layouts[2].restart != nil)
    #expect(scenario.replications == 20 && scenario.seed == 2005)
    #expect(scenario.site.plant.designPower.value == 60_000)
    #expect(!scenario.gates.isEmpty)
  }

  @Test func `the sandboxes load without a complaint, and end with too few servers on purpose`() throws {
    let outcome = try Shipped.load("sandboxes")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let scenario = try #require(outcome.scenario)
    #expect(
      scenario.layouts.map(\.provisioning?.name)
        == ["physical-server", "template-copy-2005", "linked-clone", "linked-clone"])
    #expect(scenario.layouts.map { $0.reclaimIdleAfter != nil } == [false, false, true, true])
    #expect(scenario.layouts.map(\.placement.waitsWhenFull) == [false, false, false, true])
    #expect(scenario.gates.map(\.metric).contains(.waiting))
  }

  @Test func `the loss of a site loads without a complaint`() throws {
    let outcome = try Shipped.load("disaster-recovery")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let scenario = try #require(outcome.scenario)
    #expect(scenario.layouts.map(\.recovery?.method) == [.rebuild, .restore, .replication])
    #expect(scenario.gates.filter(\.metric.isOfRecovery).count == scenario.gates.count)
  }

  @Test(.enabled(if: ReferenceData.isAvailable))
  func `the measured day has one guest for each row of its trace`() throws {
    let outcome = try Shipped.load("planetlab-day")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    #expect(outcome.scenario?.guestCount == 1052)
  }

  @Test func `one estate runs under every technique that can carry it`() throws {
    let outcome = try Shipped.load("every-technique")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let scenario = try #require(outcome.scenario)
    let survey = try #require(scenario.surveys.first)
    #expect(survey.entries.map(\.technique) == TechniqueCatalog.all)
    let result = try StudyRun(scenario, threads: 2).result()
    #expect(result.gates.allSatisfy(\.holds) && !result.gates.isEmpty)
    #expect(result.layouts.count == scenario.layouts.count && scenario.layouts.count >= 12)
    for entry in survey.entries {
      // A technique is left out for what a guest that exists says, and for nothing else.
      let refused = zip(scenario.guests, entry.findings).filter { $0.count > 0 && $1.hindrance != nil }
      #expect((entry.layout == nil) == !refused.isEmpty, "\(entry.technique.name)")
      guard let layout = entry.layout else { continue }
      let design = result.layouts[layout].design
      #expect(design.plan.isComplete && result.layouts[layout].runs[0].work.contention == 0)
    }
    // The ways to carry Solaris for SPARC and a PDP-11 on a PC: emulators of those machines.
    func able(_ group: String) -> [String] {
      let index = scenario.guests.firstIndex { $0.name == group } ?? 0
      return survey.entries.filter { $0.findings[index].hindrance == nil }.map(\.technique.name)
    }
    #expect(able("plant-control") == ["simh-pdp-11"])
    #expect(able("ledger") == ["qemu-tcg"] && able("billing").contains("solaris-zones"))
  }

  @Test func `Red Hat, Windows, Solaris and a PDP-11 run side by side in one enclosure`() throws {
    let outcome = try Shipped.load("mixed-estate")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    var scenario = try #require(outcome.scenario)
    scenario.replications = 1
    let result = try StudyRun(scenario, threads: 2).result()
    #expect(result.gates.allSatisfy(\.holds) && !result.gates.isEmpty)
    let design = result.layouts[1].design
    #expect(
      design.pools.map(\.pool.title) == ["VMware ESX 3", "Solaris Zones + SIMH (PDP-11)", "Bare metal"])
    #expect(design.enclosures == 1 && design.plan.isComplete)
    #expect(design.pools.map(\.guests) == [50, 6, 1])
    // Two sockets of each host with the hypervisor are paid for, and no others.
    let book = CostBook(scenario, design: design, run: result.layouts[1].runs[0])
    #expect(book.items.contains { $0.label == "hypervisor, \(2 * design.pools[0].hosts) x" })
    #expect(book.items.contains { $0.label == "memory, \(design.hosts) x" })
    for layout in result.layouts { #expect(layout.runs[0].work.contention == 0) }
  }

  @Test func `offices by day and jobs by night share servers where sums are what counts`() throws {
    let outcome = try Shipped.load("day-and-night")
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    var scenario = try #require(outcome.scenario)
    scenario.replications = 1
    let result = try StudyRun(scenario, threads: 2).result()
    #expect(result.gates.allSatisfy(\.holds) && !result.gates.isEmpty)
    let designs = result.layouts.map(\.design)
    // No plan by own peaks needs fewer servers, and none by the peak of sums either.
    #expect(designs[0].plan.isProvenOptimal && designs[2].plan.isProvenOptimal)
    #expect(2 * designs[2].hosts < designs[0].hosts && designs[2].hosts < designs[1].hosts)
    let sums = try #require(designs[2].together)
    #expect(sums.highest <= sums.limit && sums.above == 0 && sums.serversByGuest == designs[0].hosts)
    let percentile = try #require(designs[3].together)
    #expect(percentile.highest > percentile.limit && percentile.above > 0 && percentile.above <= 0.05)
    #expect(percentile.serversByGuest == designs[1].hosts && designs[0].together == nil)
    // More servers by every guest's own percentile break the promise of the desktops for longer: their peaks meet.
    let broken = result.layouts.map {
      $0.runs[0].figures.first { $0.name == "contention-broken-desktops" }?.value ?? 0
    }
    #expect(broken[0] == 0 && broken[1] > 2 * broken[2] && broken[2] > 0)
  }
}

/// The scenarios in the project.
enum Shipped {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func file(_ name: String) throws -> SourceFile {
    let path = folder.appendingPathComponent("scenarios/\(name)/scenario.yaml").path
    return SourceFile(name: "scenario.yaml", bytes: try SourceFile.read(path: path).bytes)
  }

  static func load(_ name: String) throws -> ScenarioFile.Outcome {
    let resources = FolderResources(
      folder: folder.appendingPathComponent("scenarios/\(name)").path,
      variables: ["BLADESIM_REFERENCE_DATA": ReferenceData.folder.path])
    return ScenarioFile.load(try file(name), resources: resources)
  }
}
