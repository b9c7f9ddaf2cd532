import Catalog
import Documents
import Foundation
import Quantities
import Scenario
import Testing
import Workload

@testable import ScenarioFile

@Suite("Files that a scenario names")
struct ResourceTests {
  @Test(arguments: [
    ("day.csv", "/scenarios/day.csv"), ("traces/day.csv", "/scenarios/traces/day.csv"),
    ("/data/day.csv", "/data/day.csv"), ("${DATA}/day.csv", "/reference/day.csv"),
    ("${NAME}/${NAME}.csv", "/scenarios/x/x.csv"), ("a$b", "/scenarios/a$b"),
  ])
  func `paths begin in the folder of the scenario and may hold variables`(path: String, location: String)
    throws
  {
    let resources = FolderResources(folder: "/scenarios", variables: ["DATA": "/reference", "NAME": "x"])
    #expect(try resources.location(of: path) == location)
  }

  @Test(arguments: [
    ("${TRACES}/a.csv", "the variable 'TRACES' is not set"),
    ("${DATA/a.csv", "'${DATA/a.csv' has a '${' without '}'"),
    ("${}/a.csv", "the variable '' is not set"),
  ])
  func `a variable that is not set is named`(path: String, message: String) {
    let problem = #expect(throws: ResourceProblem.self) {
      try FolderResources(folder: "", variables: ["DATA": "/reference"]).read(path)
    }
    #expect(problem?.message == message)
  }

  @Test func `a missing file says where it was looked for`() {
    let resources = FolderResources(folder: "/no/such/folder")
    #expect(
      throws: ResourceProblem(
        "/no/such/folder/a.csv: there is no such file",
        help: "relative paths begin in the folder of the scenario, '/no/such/folder'")
    ) {
      try resources.read("a.csv")
    }
  }

  @Test func `a server of the user's own is read by path with its facts beside it`() throws {
    let data = Shipped.folder.appendingPathComponent("Sources/Catalog/Data/servers")
    func text(_ name: String) throws -> String {
      try String(contentsOf: data.appendingPathComponent(name), encoding: .utf8)
        .replacingOccurrences(of: "hp-dl380-g5", with: "our-server")
    }
    let files = [
      "./hardware/ours.yaml": try text("hp-dl380-g5.yaml"),
      "./hardware/ours.facts.yaml": try text("hp-dl380-g5.facts.yaml"),
    ]
    let scenario = SmallRoom.changed(
      "servers: {model: hp-dl380-g4}", to: "servers: {model: ./hardware/ours.yaml}")
    let outcome = ScenarioFile.load(
      SourceFile(name: "room.yaml", bytes: Array(scenario.utf8)), resources: MemoryResources(files: files))
    #expect(outcome.diagnostics.all.map(\.message) == [])
    let model = try #require(outcome.scenario).layouts[0].servers.model
    #expect(model.slug == "our-server")
    #expect(model.throughput == Catalog.builtIn.server("hp-dl380-g5")?.throughput)
  }

  @Test func `mistakes in a device type are told at its own lines`() {
    let files = [
      "./ours.yaml": "manufacturer: HP\nmodle: Ours\nslug: ours\nu_height: 1\n",
      "./ours.facts.yaml": "ours: {kind: server}\n",
    ]
    let scenario = SmallRoom.changed("servers: {model: hp-dl380-g4}", to: "servers: {model: ./ours.yaml}")
    let outcome = ScenarioFile.load(
      SourceFile(name: "room.yaml", bytes: Array(scenario.utf8)), resources: MemoryResources(files: files))
    #expect(outcome.scenario == nil)
    let complaint = outcome.diagnostics.all.first { $0.message.contains("modle") }
    #expect(complaint?.file.name == "./ours.yaml" && complaint?.position?.line == 2)
  }

  @Test func `a trace without names is told from one with names by its first field`() throws {
    let scenario = SmallRoom.changed(
      "      count: 20\n", to: ""
    ).replacing("pattern: office-hours, mean: 6 %, peak: 25 %", with: "trace: unnamed.csv")
    let guests = try #require(SmallRoom.load(scenario).scenario).guests
    #expect(guests[0].count == 1)
    guard case .traces(let series) = guests[0].demand else {
      Issue.record("no traces")
      return
    }
    #expect(series[0].samples == [5, 10, 15, 20])
  }
}
