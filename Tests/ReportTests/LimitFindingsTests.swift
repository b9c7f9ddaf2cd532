import Quantities
import Testing

@testable import Report
@testable import ResultStore

/// Limits that a layout runs into, and that make its figures look better than it is.
@Suite("Findings on limits")
struct LimitFindingsTests {
  private func findings(_ change: (inout StoredRun) -> Void) throws -> Findings {
    var study = try Examples.study()
    for index in study.layouts[1].runs.indices { change(&study.layouts[1].runs[index]) }
    return Findings(study: study)
  }

  @Test func `where cooling keeps up and nothing is capped, nothing is said`() throws {
    let found = Findings(study: try Examples.study())
    #expect(found.limits.isEmpty && found.plantBlast.isEmpty)
    // A thousandth of a per cent is a rounding of sizes.
    #expect(try findings { $0.unmetHeat = $0.itEnergy * 1e-5 }.limits.isEmpty)
  }

  @Test func `heat that nobody removes is told with its share and its time`() throws {
    let found = try findings {
      $0.unmetHeat = $0.itEnergy * 0.4
      $0.overloadedShare = Fraction(0.25)
    }
    #expect(
      found.limits == [
        "The cooling of virtualized falls short 25 % of the time and leaves heat worth 40 % of the equipment's energy in the "
          + "room: its energy and PUE are too low by what removing that would take."
      ])
    #expect(found.sentences.contains(found.limits[0]))
    #expect(Verdict(found.study).json.contains("\"heat_not_removed\": 0.4"))
  }

  @Test func `work that caps prevent is told`() throws {
    let found = try findings { $0.cappedWork = $0.demandedWork * 0.394 }
    #expect(found.limits == ["Power caps prevent 39.4 % of the work asked for in virtualized."])
    #expect(Verdict(found.study).json.contains("\"work_capped\": 0.39"))
  }
}
