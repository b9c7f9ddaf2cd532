import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Sentences on what was left undone")
struct LimitFindingsTests {
  /// The second layout with heat that was left for a share of the time, as much as a quarter of its IT energy.
  private func study(share: Double, figures: [StoredFigure] = []) throws -> StoredStudy {
    var study = try Examples.study()
    for index in study.layouts[1].runs.indices {
      study.layouts[1].runs[index].overloadedShare = Fraction(share)
      study.layouts[1].runs[index].unmetHeat = study.layouts[1].runs[index].itEnergy / 4
      study.layouts[1].runs[index].figures = figures
    }
    return study
  }

  private let outages = [StoredFigure(name: "cooling-stops", title: "stops", unit: "", value: 2)]

  @Test func `heat that was left is told with its hours and what it is of the IT energy`() throws {
    let findings = Findings(study: try study(share: 0.1))
    #expect(
      findings.heatLeft == [
        "The plant of virtualized cannot remove all of its heat in 876 hours a year (10 % of the time): as much as "
          + "25 % of its IT energy stays in the room, so its energy and its PUE are too low."
      ])
    #expect(findings.sentences.contains(findings.heatLeft[0]))
  }

  @Test func `short outages of cooling are not taken for a plant that is too small`() throws {
    #expect(Findings(study: try study(share: 0.0099, figures: outages)).heatLeft.isEmpty)
    #expect(Findings(study: try study(share: 0.0099)).heatLeft.count == 1)
    let long = Findings(study: try study(share: 0.01, figures: outages)).heatLeft
    #expect(long.count == 1)
    #expect(long.first?.contains("(1 % of the time, outages of cooling among them)") == true)
  }

  @Test func `work that caps prevented is a share of all that was asked for`() throws {
    var study = try Examples.study()
    #expect(Findings(study: study).capped == "")
    for index in study.layouts[1].runs.indices {
      study.layouts[1].runs[index].demandedWork = index == 0 ? 300 : 100
      study.layouts[1].runs[index].cappedWork = index == 0 ? 150 : 0
    }
    #expect(
      Findings(study: study).capped
        == "Power caps prevent 30 % of the work asked for in virtualized, which the energy saved does not show."
    )
  }

  @Test func `the worst loss of cooling or power of all replications is told`() throws {
    var study = try Examples.study()
    #expect(Findings(study: study).plantReach == "")
    for index in study.layouts[1].runs.indices {
      let value = index == 1 ? 17.0 : 3
      study.layouts[1].runs[index].figures = [
        StoredFigure(name: "worst-plant-blast", title: "blast", unit: "", value: value)
      ]
    }
    #expect(
      Findings(study: study).plantReach
        == "One loss of cooling or power took down up to 17 guests in virtualized.")
  }
}
