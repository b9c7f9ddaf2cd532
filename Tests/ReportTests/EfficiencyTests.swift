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
      let cells = try rows.map { row in try #require(Double(row[layout + 1].replacing("\u{2009}", with: "")))
      }
      let runs = stored.runs
      func mean(_ value: (StoredRun) -> Double) -> Double {
        runs.reduce(0) { $0 + value($1) } / Double(runs.count)
      }
      #expect(isClose(cells[0], mean { $0.meterEnergy / $0.itEnergy }, relative: 5e-3))
      #expect(isClose(cells[0] * cells[1], 100, relative: 1e-2))
      #expect(isClose(cells[2], mean { $0.water.value / $0.itEnergy.kilowattHours }, relative: 5e-3))
      #expect(isClose(cells[3], contents.study.carbonIntensity.value * cells[0], relative: 1e-2))
      #expect(isClose(cells[4], mean { $0.servedWork / $0.meterEnergy.value }, relative: 5e-3))
    }
  }

  @Test func `the lead names the layout that does most work per energy`() throws {
    var contents = try Examples.standard.get()
    let better = contents.study.layouts[1].name
    for index in contents.study.layouts[1].runs.indices {
      contents.study.layouts[1].runs[index].servedWork *= 1000
    }
    let text = EfficiencySection(contents: contents).markup.serialized
    #expect(text.contains("\(better) does most work per energy"))
  }
}
