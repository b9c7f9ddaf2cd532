import Documents
import Foundation
import Quantities
import Scenario
import ScenarioFile
import Study
import Testing

@Suite("Published cases")
struct CaseStudyTests {
  static let folder = Shipped.folder.appendingPathComponent("scenarios/cases")

  /// The names of all cases, in order.
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  private func study(_ name: String, also gates: [Gate] = []) throws -> StudyResult {
    let path = Self.folder.appendingPathComponent("\(name).yaml").path
    let outcome = ScenarioFile.load(
      try SourceFile.read(path: path), resources: FolderResources(folder: Self.folder.path))
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    var scenario = try #require(outcome.scenario)
    #expect(!scenario.gates.isEmpty && scenario.replications == 1)
    scenario.gates += gates
    return try StudyRun(scenario, threads: 2).result()
  }

  @Test func `there are cases`() {
    #expect(Self.names == ["consolidation-10-to-1", "energy-logic", "ohio-university"])
  }

  @Test(arguments: names)
  func `a case lands where its gates say, and its figures are those of the page`(name: String) throws {
    let figures = try PublishedFigure.all().filter { $0.scenario == name }
    #expect(!figures.isEmpty)
    let gates = try study(name, also: figures.map(\.gate)).gates
    for outcome in gates { #expect(outcome.holds, "\(outcome.gate.text)") }
    for (figure, outcome) in zip(figures, gates.suffix(figures.count)) {
      let measured = try #require(outcome.measured).mean * (outcome.gate.form == .savings ? 100 : 1)
      #expect(
        DecimalText.rounded(measured, decimals: figure.decimals) == figure.simulated,
        "\(outcome.gate.text): \(measured)")
    }
  }

  @Test(arguments: ["consolidation-10-to-1", "ohio-university"])
  func `a plant that is right-sized after consolidation uses less than the one that is kept`(name: String)
    throws
  {
    let study = try study(name)
    let names = study.scenario.layouts.map(\.name)
    let before = study.layouts[0]
    let kept = study.layouts[try #require(names.firstIndex(of: "kept"))]
    let sized = study.layouts[try #require(names.firstIndex(of: "right-sized"))]
    func value(_ metric: Gate.Metric, _ layout: LayoutResult) -> Double {
      layout.values(of: metric, in: study.scenario)[0]
    }
    #expect(value(.pue, kept) > value(.pue, before))
    #expect(value(.pue, sized) < value(.pue, kept))
    #expect(value(.energy, sized) < value(.energy, kept))
  }
}

/// A row of the page about cases: what is measured in which scenario, and what the page says came out.
struct PublishedFigure {
  let scenario: String
  /// The expression as a gate that always holds.
  let gate: Gate
  /// The number without spaces between thousands.
  let simulated: String

  /// Digits behind the decimal point.
  var decimals: Int { simulated.split(separator: ".").dropFirst().first?.count ?? 0 }

  /// The rows of the page whose second column is an expression.
  static func all() throws -> [PublishedFigure] {
    let page = try String(
      contentsOf: Shipped.folder.appendingPathComponent("docs/cases.md"), encoding: .utf8)
    return try page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let expression = cells[1].replacing("`", with: "")
      let limit = expression.hasPrefix("savings") ? "-1000 %" : "-1000000000"
      return PublishedFigure(
        scenario: cells[0].replacing("`", with: ""), gate: try Gate("\(expression) >= \(limit)"),
        simulated: cells[4].replacing(" ", with: "").replacing("%", with: ""))
    }
  }
}
