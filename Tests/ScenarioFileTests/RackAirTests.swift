import Quantities
import Scenario
import ScenarioFile
import Simulation
import Study
import Testing

/// From a scenario to the air that its racks draw in.
@Suite("Intakes of a scenario's racks")
struct RackAirTests {
  /// Twenty servers and an array in two racks of 5 kW, of which the second has room left.
  private func result(_ cooling: String = "", gate: String) throws -> StudyResult {
    let text = SmallRoom.changed("duration: 1 y, sample: 15 min", to: "duration: 7 d, sample: 1 h")
      .replacing("{plant: perimeter-dx-2005}", with: "{plant: perimeter-dx-2005\(cooling)}")
      .replacing("savings(blades).energy >= 10 %", with: gate)
      .replacing(
        "    technique: bare-metal",
        with:
          "    technique: bare-metal\n    equipment: [{name: array, count: 1, height: 3 U, power: 1.2 kW, weight: 30 kg}]"
      )
    return try StudyRun(try #require(SmallRoom.load(text).scenario), threads: 1).result()
  }

  @Test func `the warmest is the rack that draws the most, and a condition can ask for it`() throws {
    let result = try result(gate: "value(today).intake <= 27")
    let (layout, scenario) = (result.layouts[0], result.scenario)
    let peaks = PowerPeaks(of: layout.runs).racks
    #expect(peaks.count == 2 && peaks[0] > peaks[1])
    let intakes = layout.design.air(in: scenario).intakes(drawing: peaks)
    let warmest = try #require(intakes.indices.max { intakes[$0] < intakes[$1] })
    #expect(peaks[warmest] == peaks.max())
    let gate = try #require(result.gates.first)
    #expect(gate.measured?.mean == intakes[warmest].value)
    #expect(gate.holds == (intakes[warmest] <= Celsius(27)))
  }

  @Test func `neighbours that count for nothing leave each rack to its own exhaust`() throws {
    func spread(_ share: String) throws -> Double {
      let result = try result(", neighbour exhaust: \(share)", gate: "value(today).intake <= 27")
      let layout = result.layouts[0]
      let intakes = layout.design.air(in: result.scenario).intakes(drawing: PowerPeaks(of: layout.runs).racks)
      return try (#require(intakes.max()) - #require(intakes.min())).value
    }
    let (own, some, even) = (try spread("0 %"), try spread("30 %"), try spread("100 %"))
    #expect(own > some && some > even && even < 1e-9)
  }

  @Test func `a share of a temperature, or of a neighbour beyond all of it, is refused`() {
    #expect(
      SmallRoom.messages(SmallRoom.changed("energy >= 10 %", to: "intake >= 10 %"))
        .contains("'intake' is a temperature, of which there are no shares"))
    let messages = SmallRoom.messages(
      SmallRoom.changed("perimeter-dx-2005}", to: "perimeter-dx-2005, neighbour exhaust: 120 %}"))
    #expect(messages.contains("'neighbour exhaust'"))
  }
}
