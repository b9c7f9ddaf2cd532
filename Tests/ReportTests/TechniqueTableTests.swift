import Foundation
import Quantities
import Scenario
import Study
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@testable import Report
@testable import ResultStore

/// Techniques that were compared, from the scenario through the results file to text, JSON and page.
@Suite("Techniques in verdict and report")
struct TechniqueTableTests {
  private static let shared = Result { try surveyed() }

  /// The tiny study under every technique, with a Windows guest that only asks, and the path of its results file.
  private static func surveyed() throws -> (contents: ReportContents, expected: StoredStudy, path: String) {
    var scenario = try TinyStudy.scenario(layouts: [TinyStudy.dedicated()])
    let web = scenario.guests[0]
    scenario.guests.append(
      GuestGroup(
        name: "asked", count: 0, operatingSystem: try #require(OperatingSystemCatalog.named("windows-2003")),
        memory: web.memory, disk: web.disk, mix: web.mix, demand: web.demand, reference: web.reference))
    let candidates = try TechniqueCatalog.all.map { technique in
      var layout = try TinyStudy.virtualized()
      layout.name = "blades-\(technique.name)"
      layout.technique = technique
      layout.restart = technique.restartsGuests ? layout.restart : nil
      return layout
    }
    scenario.addSurvey("blades", entry: 1, of: candidates)
    let result = try StudyRun(scenario, threads: 2).result()
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("technique-tests-\(UUID().uuidString).sqlite").path
    let store = try ResultStore.open(path, mode: .write)
    let source = StudySource(text: "bladesim: 1\n", version: "0.0-test")
    let id = try store.write(result, from: source)
    let contents = try ReportContents(store.study(id), id: id, in: store)
    try store.close()
    try FileManager.default.removeItem(atPath: path)
    return (contents, StoredStudy(result, source: source), path)
  }

  @Test func `what was found about each comes back from the file`() throws {
    let (contents, expected, _) = try Self.shared.get()
    #expect(contents.study.techniques == expected.techniques && contents.study.techniques.count == 30)
    #expect(contents.study.carriages == expected.carriages && contents.study.carriages.count == 90)
  }

  @Test func `figures are those of the layouts`() throws {
    let study = try Self.shared.get().contents.study
    let table = try #require(TechniqueTable.all(of: study).first)
    #expect(TechniqueTable.all(of: study).count == 1 && table.survey == "blades")
    #expect(table.runs.map(\.layout.name) == study.layouts.dropFirst().map(\.name))
    for run in table.runs {
      #expect(isClose(run.density * Double(run.layout.placement.hostsUsed), 18, relative: 1e-12))
      let energy = run.layout.runs[0].energy
      #expect(!energy.isEmpty)
      let mean = run.layout.runs[0].itEnergy.value / study.duration.value
      #expect(isClose(run.power.value, mean, relative: 1e-9))
      #expect(isClose(run.powerPerGuest.value, mean / 18, relative: 1e-9))
      let technique = try TinyStudy.technique(run.technique.name)
      let group = try TinyStudy.group("web", count: 1)
      let efficiency = technique.efficiency(of: group.mix, for: group.operatingSystem).value
      #expect(run.efficiency == efficiency...efficiency)
    }
  }

  @Test func `the text is short and has all of them`() throws {
    let study = try Self.shared.get().contents.study
    let text = Verdict(study).text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= Verdict.columns })
    let words = Set(
      text.split { " \n,;".contains($0) }.map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) })
    for technique in study.techniques { #expect(words.contains(technique.name), "\(technique.name)") }
    #expect(text.contains("asked (Windows 2003)"))
    #expect(lines.count < 70)
  }

  @Test func `JSON has each with its reason, and the page has the section`() throws {
    let contents = try Self.shared.get().contents
    let object = try JSONSerialization.jsonObject(with: Data(Verdict(contents.study).json.utf8))
    let members = try #require(object as? [String: Any])
    let techniques = try #require(members["techniques"] as? [[String: Any]])
    #expect(techniques.compactMap { $0["technique"] as? String } == TechniqueCatalog.all.map(\.name))
    for technique in techniques {
      let guests = try #require(technique["guests"] as? [[String: Any]])
      let isRefused = guests.prefix(2).contains { $0["carried"] as? Bool == false }
      #expect((technique["layout"] is NSNull) == isRefused)
      for guest in guests {
        #expect((guest["reason"] is NSNull) == (guest["carried"] as? Bool))
      }
    }
    let page = HTMLReport(contents).text
    #expect(
      page.contains("id=\"techniques\"") && page.contains("shares the host&#39;s Linux kernel")
        || page.contains("shares the host's Linux kernel"))
    #expect(!HTMLReport(try Examples.standard.get()).text.contains("id=\"techniques\""))
  }
}
