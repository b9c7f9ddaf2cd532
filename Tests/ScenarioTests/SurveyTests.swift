import Quantities
import TestScenarios
import Testing
import Virtualization
import Workload

@testable import Scenario

/// One layout under many techniques.
@Suite("A layout under every technique")
struct SurveyTests {
  /// The tiny study with its blades under every technique of the catalogue, and a guest of another kind.
  private func surveyed(_ other: String? = nil, count: Int = 0) throws -> Scenario {
    var scenario = try TinyStudy.scenario(layouts: [TinyStudy.dedicated()])
    if let other {
      let web = scenario.guests[0]
      scenario.guests.append(
        GuestGroup(
          name: "other", count: count, operatingSystem: try #require(OperatingSystemCatalog.named(other)),
          memory: Bytes(mebibytes: 1), disk: web.disk, mix: web.mix, demand: web.demand,
          reference: DemandReference(name: "small", throughput: WorkPerSecond(10))))
    }
    let candidates = try TechniqueCatalog.all.map { technique in
      var layout = try TinyStudy.virtualized()
      layout.name = "blades-\(technique.name)"
      layout.technique = technique
      layout.entry = 1
      layout.restart = technique.restartsGuests ? layout.restart : nil
      return layout
    }
    scenario.addSurvey("blades", entry: 1, of: candidates)
    return scenario
  }

  @Test func `each technique is simulated or has a guest that stands in its way, and never both`() throws {
    let scenario = try surveyed()
    let survey = try #require(scenario.surveys.first)
    #expect(survey.entries.map(\.technique.name) == TechniqueCatalog.all.map(\.name))
    for entry in survey.entries {
      let isHindered = entry.findings.contains { $0.hindrance != nil }
      #expect((entry.layout == nil) == isHindered, "\(entry.technique.name)")
      guard let layout = entry.layout else { continue }
      #expect(scenario.layouts[layout].technique == entry.technique)
    }
    let layouts = survey.entries.compactMap(\.layout)
    #expect(layouts == Array(1..<scenario.layouts.count) && layouts.count >= 3)
    #expect(!scenario.issues().contains { $0.severity == .error })
  }

  @Test func `every refusal names just those that could carry the guest`() throws {
    let scenario = try surveyed("windows-2003")
    let survey = try #require(scenario.surveys.first)
    let host = scenario.layouts[1].servers.model.hostFacts(in: 2006)
    var refusals = 0
    for entry in survey.entries {
      for (group, finding) in zip(scenario.guests, entry.findings) {
        guard let hindrance = finding.hindrance else { continue }
        refusals += 1
        #expect(!hindrance.reason.isEmpty && !hindrance.possible.contains(entry.technique.name))
        for name in hindrance.possible {
          #expect(try TinyStudy.technique(name).refusal(for: group, on: host) == nil, "\(name)")
        }
        #expect(hindrance.possible.contains("bare-metal"), "\(entry.technique.name): \(hindrance.reason)")
      }
    }
    #expect(refusals > TechniqueCatalog.all.count / 2)
  }

  @Test func `a group of no guests is judged and stands in nobody's way`() throws {
    let (alone, asked) = (try surveyed(), try surveyed("rsx-11m-plus"))
    #expect(asked.layouts.map(\.name) == alone.layouts.map(\.name))
    let able = asked.surveys[0].entries.filter { $0.findings[2].hindrance == nil }.map(\.technique.name)
    #expect(able == ["simh-pdp-11"])
    #expect(!asked.issues().contains { $0.severity == .error })
  }

  @Test func `a guest that nobody carries together with the others is told at the key`() throws {
    let scenario = try surveyed("rsx-11m-plus", count: 1)
    #expect(scenario.layouts.count == 1)
    let issue = try #require(scenario.issues().first { $0.path == "layouts[1].techniques" })
    #expect(issue.severity == .error && issue.help?.contains("cannot run") == true)
  }

  @Test func `guests that go elsewhere stand in nobody's way, unless all do`() throws {
    var scenario = try surveyed("windows-2003", count: 1)
    scenario.surveys = []
    scenario.layouts = [try TinyStudy.dedicated()]
    let candidates = try TechniqueCatalog.all.map { technique in
      var layout = try TinyStudy.virtualized(restart: nil)
      layout.name = "blades-\(technique.name)"
      layout.technique = technique
      layout.entry = 1
      layout.otherwise = [.bareMetal]
      return layout
    }
    scenario.addSurvey("blades", entry: 1, of: candidates)
    let host = scenario.layouts[0].servers.model.hostFacts(in: 2006)
    for entry in scenario.surveys[0].entries {
      let own = scenario.guests.map { entry.technique.carries($0, on: host) }
      // A hindrance is the technique's own, whoever takes the guest in its stead.
      #expect(zip(own, entry.findings).allSatisfy { $0 || $1.hindrance != nil }, "\(entry.technique.name)")
      if !own.contains(true) { #expect(entry.layout == nil, "\(entry.technique.name)") }
    }
    let named = scenario.layouts.map(\.name)
    #expect(named.contains("blades-linux-vserver") && named.contains("blades-virtuozzo-windows"))
    #expect(!named.contains("blades-esxi") && !named.contains("blades-solaris-zones"))
  }

  @Test func `a guest larger than a host is told by its size`() throws {
    // Bochs keeps a hundredth: 30 % of a host become 30 hosts.
    let survey = try surveyed().surveys[0]
    let bochs = try #require(survey.entries.first { $0.technique.name == "bochs" })
    let hindrance = try #require(bochs.findings[0].hindrance)
    #expect(hindrance.obstacle == "host size" && hindrance.possible.contains("bare-metal"))
    #expect(bochs.layout == nil && !hindrance.possible.contains("bochs"))
  }

  @Test func `findings are the technique's own figures`() throws {
    let scenario = try surveyed()
    for entry in scenario.surveys[0].entries {
      for (group, finding) in zip(scenario.guests, entry.findings) {
        let own = entry.technique.efficiency(for: group.operatingSystem)
        let inverse = WorkClass.allCases.reduce(0) { $0 + group.mix[$1].value / own[$1].value.value }
        #expect(abs(finding.efficiency.value * inverse - 1) < 1e-12)
        let shared = entry.technique.sharedMemory(of: [(group.operatingSystem, group.memory)])
        let expected = group.memory + entry.technique.guestMemory.overhead(of: group.memory) - shared
        #expect(abs((finding.memory - expected).value) < 1)
      }
    }
  }
}
