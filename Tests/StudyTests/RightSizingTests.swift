import Cooling
import Power
import Quantities
import Scenario
import Simulation
import Study
import TestScenarios
import TestSupport
import Testing

@Suite("The plant after consolidation")
struct RightSizingTests {
  /// Rack servers, and three times the same blades with hypervisors: in the plant as it is, right-sized, and given.
  private func scenario() throws -> Scenario {
    var blades: [Layout] = []
    for name in ["kept", "right-sized", "given"] {
      var layout = try TinyStudy.virtualized()
      layout.name = name
      blades.append(layout)
    }
    var scenario = try TinyStudy.scenario(
      days: 14, sample: Seconds(hours: 1), layouts: [TinyStudy.dedicated()] + blades)
    let specification = scenario.site.plant.specification
    scenario.site.plant = try specification.plant(designPower: Watts(5000), designHeat: Watts(5000))
    scenario.layouts[2].plant = .rightSized(by: .planned, margin: Fraction(percent: 20))
    scenario.layouts[3].plant = .given(
      try specification.plant(designPower: Watts(9000), designHeat: Watts(9000)))
    return scenario
  }

  @Test func `overhead grows in the plant that is kept and shrinks in one that is right-sized`() throws {
    let study = try StudyRun(scenario(), threads: 2).result()
    let pue = study.layouts.map { $0.runs[0].pue }
    let energy = study.layouts.map { $0.runs[0].meterEnergy }
    #expect(pue[1] > pue[0])
    #expect(pue[2] < pue[1] && energy[2] < energy[1])
    // One that is too large for the load is worse than either.
    #expect(pue[3] > pue[1] && energy[3] > energy[1])
    // The machines are the same: all of the difference is the plant's.
    #expect(Set(study.layouts[1...].map { $0.runs[0].itEnergy }).count == 1)
  }

  @Test func `the design says what plant a layout got`() throws {
    let scenario = try scenario()
    let designs = try Simulator(scenario).designs
    #expect(designs[1].plannedPower == designs[2].plannedPower)
    #expect(designs[1].plant.designPower == Watts(5000))
    #expect(isClose(designs[2].plant.designPower.value, designs[2].plannedPower.value * 1.2))
    #expect(designs[3].plant.designPower == Watts(9000))
    let units = designs.map { $0.plant.cooling.size.neededUnits }
    let heat = designs[2].plant.electrical.critical(it: designs[2].plant.designPower).heat
    #expect(units[1] == 5 && units[2] == Int(heat.kilowatts.rounded(.up)) && units[3] == 9)
  }

  /// UPS, generators and chillers stay beside the room of a plant that is kept.
  @Test func `floor behind the room stays with a plant that is kept, and follows one of its own`() throws {
    let designs = try Simulator(scenario()).designs
    let behind = designs.map { $0.floorArea * $0.backOfHouse.value }
    #expect(designs[1].floorArea != designs[0].floorArea)
    #expect(isClose(behind[1].value, behind[0].value, relative: 1e-12))
    #expect(behind[2] < behind[1])
  }

  /// A vendor's tool says 500 W for each server: that is a rating, and may size the plant.
  @Test func `what a vendor's tool gives is a rating, and sizes a plant that asks for it`() throws {
    var scenario = try scenario()
    scenario.layouts[2].servers.sizingTool = Watts(500)
    scenario.layouts[2].plant = .rightSized(by: .vendorTool, margin: Fraction(percent: 10))
    let design = try Simulator(scenario).designs[2]
    let tool = try #require(design.ratings.vendorTool)
    #expect(isClose(tool.value, 500 * Double(design.hosts)))
    #expect(isClose(design.plant.designPower.value, tool.value * 1.1))
    scenario.layouts[2].servers.sizingTool = nil
    #expect(throws: Simulator.Refusal.self) { try Simulator(scenario) }
  }

  @Test func `a layout without machines cannot have a plant sized for it`() throws {
    var scenario = try scenario()
    scenario.guests = []
    scenario.layouts[0].plant = .rightSized(by: .planned, margin: .zero)
    let error = #expect(throws: StudyRun.Failure.self) { _ = try StudyRun(scenario, threads: 1) }
    guard case .refused(.layout(let refusal)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusal.layout == 0 && refusal.key == "plant")
  }
}
