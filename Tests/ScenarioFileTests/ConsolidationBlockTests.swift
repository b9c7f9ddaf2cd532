import Documents
import Placement
import Quantities
import Scenario
import ScenarioFile
import Testing

@Suite("The block of consolidation, and rows of traces")
struct ConsolidationBlockTests {
  private static let technique = "    technique: vmware-esx-3"

  private func messages(_ lines: String) -> String {
    SmallRoom.messages(SmallRoom.changed(Self.technique, to: Self.technique + "\n" + lines))
  }

  private func policy(_ lines: String) throws -> ConsolidationPolicy {
    let outcome = SmallRoom.load(SmallRoom.changed(Self.technique, to: Self.technique + "\n" + lines))
    return try #require(outcome.scenario?.layouts[1].consolidation)
  }

  @Test(arguments: DetectorCatalog.all.map(\.name))
  func `every detector can be named, and has its own number`(name: String) throws {
    let entry = try #require(DetectorCatalog.entry(named: name))
    let usual = try policy("    consolidation: {detector: \(name)}").detector
    let standard = try entry.detector()
    #expect("\(usual)" == "\(standard)")
    let own = entry.parameter.name == "limit" ? "65 %" : "1.7"
    let other = try policy("    consolidation: {detector: \(name), \(entry.parameter.name): \(own)}").detector
    let written = try entry.detector(parameter: entry.parameter.name == "limit" ? 0.65 : 1.7)
    #expect("\(other)" == "\(written)")
  }

  @Test(arguments: SelectionCatalog.all.map(\.name))
  func `every selection can be named`(name: String) throws {
    let selection = try policy("    consolidation: {selection: \(name)}").selection
    let named = try #require(SelectionCatalog.entry(named: name)).selection
    #expect("\(selection)" == "\(named)")
  }

  @Test func `mistakes are told with what would be right`() {
    #expect(
      messages("    consolidation: {detector: local-regresion}").contains(
        "help: did you mean 'local-regression'?"))
    #expect(
      messages("    consolidation: {detector: local-regression, limit: 80 %}").contains(
        "detector 'local-regression' has no 'limit'"))
    #expect(messages("    consolidation: {look back: 30 d}").contains("are more than 288 samples of 15 min"))
    #expect(
      messages("    migration: false\n    consolidation: {}").contains(
        "guests cannot be moved together where migration is off"))
    let today = SmallRoom.changed(
      "    technique: bare-metal", to: "    technique: bare-metal\n    consolidation: {}")
    #expect(SmallRoom.messages(today).contains("does not move running guests"))
  }

  private func rows(_ words: String) -> ScenarioFile.Outcome {
    SmallRoom.load(
      SmallRoom.changed(
        "      count: 20\n      os: linux-2.6\n      memory: 512 MiB\n"
          + "      demand: {pattern: office-hours, mean: 6 %, peak: 25 %}",
        to: "      os: linux-2.6\n      memory: 512 MiB\n      demand: {trace: day.csv\(words)}"))
  }

  @Test func `rows choose guests of a table, and those that are not there are refused`() {
    #expect(rows("").scenario?.guestCount == 2)
    #expect(rows(", rows: 2-2").scenario?.guestCount == 1)
    for (words, message) in [
      ("2-3", "the table has 2 rows, found 2-3"), ("0-1", "'0-1' is no range of rows"),
      ("2", "'2' is no range of rows"), ("2-1", "'2-1' is no range of rows"),
    ] {
      #expect(DiagnosticRendering.text(rows(", rows: \(words)").diagnostics).contains(message))
    }
  }
}
