import Foundation
import Quantities
import Scenario
import Study
import TestScenarios
import Testing

@testable import Report
@testable import ResultStore

/// A small study that went through a results file, and variants of it.
enum Examples {
  /// A week in which much fails: a rack server for each guest, and blades with a hypervisor.
  static func contents(
    replications: Int = 3, storm: Bool = true, beside equipment: [OtherEquipment] = [],
    recoveries: [RecoveryPlan] = [], project: Bool = false, consolidation: ConsolidationPolicy? = nil
  ) throws -> ReportContents {
    let reliability = storm ? TinyStudy.stormy() : TinyStudy.never()
    var scenario = try TinyStudy.scenario(
      layouts: [
        TinyStudy.dedicated(reliability), TinyStudy.virtualized(reliability, spare: .enclosure),
      ], replications: replications)
    for index in scenario.layouts.indices { scenario.layouts[index].equipment = equipment }
    if let consolidation {
      scenario.layouts[1].consolidation = consolidation
      scenario.layouts[1].migration = MigrationPolicy()
      scenario.layouts[1].powerOffAfter = consolidation.interval
    }
    if !recoveries.isEmpty { scenario.site.disaster = Disaster(rate: EventsPerYear(0.01)) }
    for (index, plan) in recoveries.enumerated() { scenario.layouts[index].recovery = plan }
    if project { scenario.project = try TinyStudy.project() }
    scenario.gates = [
      try Gate("savings(virtualized).servers >= 10 %"), try Gate("value(virtualized).racks > 5"),
    ]
    let result = try StudyRun(scenario, threads: 2).result()
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("report-tests-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try ResultStore.open(path, mode: .write)
    let id = try store.write(result, from: StudySource(text: "bladesim: 1\n", version: "0.0-test"))
    let contents = try ReportContents(store.study(id), id: id, in: store)
    try store.close()
    return contents
  }

  /// The same study for all tests that only read it.
  static let standard = Result { try contents() }

  static func study() throws -> StoredStudy { try standard.get().study }

  /// A study whose second layout saves a share of energy and of money, give or take.
  static func study(
    energy: Double, cost: Double = 0.2, halfWidth: Double? = nil, equipment: Double? = nil,
    pue: (Double, Double) = (2, 2)
  ) throws -> StoredStudy {
    var study = try study()
    for (metric, saved) in [(StudyMetric.energy, energy), (.cost, cost)] {
      let base = 100_000.0
      set(metric, of: &study, 0, mean: base, savings: 0, halfWidth: nil)
      set(metric, of: &study, 1, mean: base * (1 - saved), savings: saved, halfWidth: halfWidth)
    }
    set(.pue, of: &study, 0, mean: pue.0, savings: 0, halfWidth: nil)
    set(.pue, of: &study, 1, mean: pue.1, savings: 1 - pue.1 / pue.0, halfWidth: nil)
    let equipment = equipment ?? energy
    study.layouts[1].decomposition = StoredDecomposition(
      total: StoredEstimate(mean: energy, halfWidth: halfWidth),
      equipment: StoredEstimate(mean: equipment, halfWidth: halfWidth),
      overhead: StoredEstimate(mean: equipment - energy, halfWidth: halfWidth))
    return study
  }

  private static func set(
    _ metric: StudyMetric, of study: inout StoredStudy, _ layout: Int, mean: Double, savings: Double,
    halfWidth: Double?
  ) {
    guard let index = study.layouts[layout].comparisons.firstIndex(where: { $0.metric == metric }) else {
      return
    }
    study.layouts[layout].comparisons[index].value = StoredEstimate(
      mean: mean, halfWidth: halfWidth.map { $0 * mean })
    study.layouts[layout].comparisons[index].savings = StoredEstimate(mean: savings, halfWidth: halfWidth)
  }

  /// A study of the first layout alone.
  static func single() throws -> ReportContents {
    var contents = try standard.get()
    contents.study.layouts = [contents.study.layouts[0]]
    contents.serverPower = [contents.serverPower[0]]
    contents.hours = [contents.hours[0]]
    contents.monthlyHours = [contents.monthlyHours[0]]
    contents.study.gates = []
    return contents
  }

  /// A study of many layouts with long names.
  static func crowd(_ count: Int) throws -> StoredStudy {
    var study = try study()
    let other = study.layouts[1]
    study.layouts = [study.layouts[0]]
    for index in 1..<count {
      var layout = other
      layout.name = "a-layout-with-quite-a-long-name-and-number-\(index)"
      study.layouts.append(layout)
    }
    return study
  }

  /// A study in which every name is chosen to break a page.
  static func hostile() throws -> ReportContents {
    var contents = try standard.get()
    let name = "<script>alert(\"1\")</script> & 'x' ]]> \u{1}\u{0}"
    contents.study.title = name
    contents.study.station = name
    contents.study.source = StudySource(
      text: name, inputs: [StudyInput(name: name, hash: "00")], version: name)
    for index in contents.study.layouts.indices {
      contents.study.layouts[index].name = name + "\(index)"
      contents.study.layouts[index].server = name
      contents.study.layouts[index].technique = name
      contents.study.layouts[index].rackBinding = name
      contents.study.layouts[index].enclosure?.title = name
      contents.study.layouts[index].placement.boundReason = name
      for rack in contents.study.layouts[index].racks.indices {
        for item in contents.study.layouts[index].racks[rack].equipment.indices {
          contents.study.layouts[index].racks[rack].equipment[item].name = name
        }
      }
      for cost in contents.study.layouts[index].costs.indices {
        contents.study.layouts[index].costs[cost].label = name
      }
    }
    for index in contents.study.groups.indices { contents.study.groups[index].name = name }
    for index in contents.study.gates.indices { contents.study.gates[index].text = name }
    for index in contents.components.indices { contents.components[index].title = name }
    contents.study.facts = [
      StoredFact(subject: name, name: name, value: name, source: name, confidence: name)
    ]
    return contents
  }
}
