import Availability
import Cooling
import Facility
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

@Suite("The air that racks draw in")
struct RackAirTests {
  private static let hour = Seconds(hours: 1)

  private func scenario(
    _ layout: Layout, guests: Int = 70, percent: UInt8 = 50, arrays: Int = 0,
    change: (inout Scenario) -> Void = { _ in }
  ) throws -> Scenario {
    var layout = layout
    layout.equipment = [
      OtherEquipment(
        name: "array", count: arrays, height: RackUnits(3), power: Watts(400), weight: Kilograms(30),
        cables: 4)
    ]
    var scenario = try TinyStudy.scenario(
      days: 20, sample: Self.hour,
      guests: [TinyStudy.steady(count: guests, percent: percent, sample: Self.hour)], layouts: [layout])
    change(&scenario)
    return scenario
  }

  @Test(arguments: [false, true])
  func `the energy of all racks is that of the equipment, also where the room was dark`(blades: Bool) throws {
    let layout = blades ? try TinyStudy.virtualized() : try TinyStudy.dedicated()
    for outages in [0.0, 52] {
      let scenario = try scenario(layout, arrays: 2) {
        $0.site.reliability = PlantReliability(
          utility: FailureModel(
            rate: EventsPerYear(outages), repair: RepairTime(mean: Seconds(hours: 3), distribution: .fixed)),
          generator: nil,
          coolingUnit: FailureModel(rate: .zero, repair: RepairTime(mean: Seconds(hours: 1))),
          coolingRestart: Seconds(minutes: 10))
      }
      let run = try RecordedRun(scenario).summary
      #expect((run.counts.blackouts > 0) == (outages > 0))
      let sum = run.facility.rackEnergy.reduce(.zero, +)
      #expect(isClose(sum.value, run.itEnergy.value, relative: 1e-9))
    }
  }

  @Test func `racks of a steady load draw in what the row of their planned powers says`() throws {
    let scenario = try scenario(TinyStudy.dedicated())
    let run = try RecordedRun(scenario)
    let racks = run.design.racks.racks.map(\.totals.power)
    #expect(racks.count == 3 && racks[0] == racks[1] && racks[2] < racks[0])
    let air = run.design.air(in: scenario)
    let supply = run.design.plant.cooling.supply
    let row = try #require(run.design.plant.specification.room.row(planned: racks))
    let intakes = air.intakes(drawing: run.summary.facility.rackPeaks)
    for (found, expected) in zip(intakes, row.intakes(supply: supply, powers: racks)) {
      #expect(isClose(found.value, expected.value, absolute: 1e-9))
    }
    // The rack at the end beside a full one is the warmest, the bare one the coolest.
    #expect(intakes[0] > intakes[1] && intakes[1] > intakes[2] && intakes[2] > supply)
    // At a steady load the mean is the peak.
    let means = run.summary.facility.rackEnergy.map { $0.power(over: scenario.horizon.duration) }
    for (mean, peak) in zip(means, run.summary.facility.rackPeaks) {
      #expect(isClose(mean.value, peak.value, relative: 1e-9))
    }
    #expect(air.intakes(drawing: racks.map { _ in .zero }).allSatisfy { isClose($0.value, supply.value) })
  }

  @Test func `one rack draws in the air of the room`() throws {
    let scenario = try scenario(TinyStudy.dedicated(), guests: 20)
    let run = try RecordedRun(scenario)
    let intakes = run.design.air(in: scenario).intakes(drawing: run.summary.facility.rackPeaks)
    #expect(intakes.count == 1)
    #expect(isClose(intakes[0].value, run.design.plant.specification.inlet.value, absolute: 1e-9))
  }

  @Test func `racks of one row do not breathe the exhaust of another`() throws {
    // Eleven racks and more stand in two rows.
    let scenario = try scenario(TinyStudy.dedicated(), guests: 300)
    let design = try Simulator(scenario).designs[0]
    let racks = design.racks.racks.count
    let plan = FloorPlan.forRoom(racks: racks)
    #expect(plan.rows == 2)
    let air = design.air(in: scenario)
    var powers = [Watts](repeating: .zero, count: racks)
    powers[0] = Watts(5000)
    let intakes = air.intakes(drawing: powers)
    let supply = design.plant.cooling.supply
    #expect(intakes.count == racks)
    for rack in 0..<racks {
      #expect((intakes[rack].value > supply.value + 1e-9) == plan.racks(inRow: 0).contains(rack))
    }
  }
}
