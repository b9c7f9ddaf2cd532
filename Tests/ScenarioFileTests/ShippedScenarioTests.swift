import Documents
import Foundation
import Quantities
import Scenario
import ScenarioFile
import TestSupport
import Testing

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
