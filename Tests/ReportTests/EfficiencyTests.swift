import Quantities
import TestSupport
import Testing

@testable import Report
@testable import ResultStore

@Suite("Efficiency ratios")
struct EfficiencyTests {
  @Test func `the ratios agree with each other and with the runs`() throws {
    let contents = try Examples.standard.get()
    let rows = EfficiencySection(contents: contents).table.rows
    for (layout, stored) in contents.study.layouts.enumerated() {
      func cell(_ title: String) throws -> Double {
        let row = try #require(rows.first { $0[0].hasPrefix(title) })
        let number = row[layout + 1].split(separator: " ±")[0]
        return try #require(Double(String(number).replacing("\u{202F}", with: "")))
      }
      let runs = stored.runs
      func mean(_ value: (StoredRun) -> Double) -> Double {
        runs.reduce(0) { $0 + value($1) } / Double(runs.count)
      }
      let pue = try cell("PUE (category 3")
      #expect(isClose(pue, mean { $0.meterEnergy / $0.itEnergy }, relative: 5e-3))
      #expect(try isClose(pue * cell("DCiE"), 100, relative: 1e-2))
      #expect(try isClose(cell("WUE"), mean { $0.water.value / $0.itEnergy.kilowattHours }, relative: 5e-3))
      #expect(try isClose(cell("CUE"), contents.study.carbonIntensity.value * pue, relative: 1e-2))
      #expect(
        try isClose(
          cell("work per energy at"), mean { $0.servedWork / $0.meterEnergy.value }, relative: 2e-2))
      #expect(try cell("PUE (category 1") <= cell("PUE (category 2"))
    }
  }

  @Test func `the lead names the layout that does most work per energy`() throws {
    var contents = try Examples.standard.get()
    let better = contents.study.layouts[1].name
    for index in contents.study.layouts[1].comparisons.indices
    where contents.study.layouts[1].comparisons[index].metric == .workPerEnergy {
      contents.study.layouts[1].comparisons[index].value.mean *= 1000
    }
    let text = EfficiencySection(contents: contents).markup.serialized
    #expect(text.contains("\(better) does most work per energy"))
  }

  @Test func `a study of an earlier version of the file shows what it holds`() throws {
    var contents = try Examples.standard.get()
    for index in contents.study.layouts.indices {
      contents.study.layouts[index].comparisons.removeAll { $0.metric != .pue && $0.metric != .energy }
    }
    #expect(EfficiencySection(contents: contents).table.rows.map { $0[0] }.count == 1)
    #expect(EfficiencySection(contents: contents).markup.serialized.contains("PUE is computed, not assumed."))
  }
}
