import Cooling
import Power
import Quantities
import Scenario
import TestScenarios
import TestSupport
import Testing

@testable import Simulation

@Suite("Indices of the building")
struct FacilityTotalsTests {
  private func run(_ change: (inout Scenario) throws -> Void = { _ in }) throws -> RunSummary {
    var scenario = try TinyStudy.scenario(days: 7, layouts: [TinyStudy.dedicated()])
    try change(&scenario)
    let simulator = try Simulator(scenario)
    return try simulator.run(layout: 0, plan: simulator.plan(replication: 0), replication: 0)
  }

  @Test func `PUE falls as IT is metered further up, and partial PUEs add up to it`() throws {
    let run = try run()
    let meters = try #require(run.meters(heatReuse: .zero))
    let pue = try PUECategory.allCases.map { try #require(meters.pue($0)).value }
    #expect(pue[0] < pue[1] && pue[1] < pue[2])
    #expect(isClose(pue[2], run.pue, relative: 1e-12))
    let parts = try OverheadZone.allCases.map { try #require(run.partialPUE($0)).value - 1 }
    #expect(parts.allSatisfy { $0 > 0 })
    #expect(isClose(1 + parts.reduce(0, +), run.pue, relative: 1e-9))
  }

  @Test func `the meter at the PDUs reads what the chain says at a steady load`() throws {
    let hour = Seconds(hours: 1)
    let steady = try TinyStudy.steady(count: 20, percent: 50, sample: hour)
    var scenario = try TinyStudy.scenario(
      days: 1, sample: hour, guests: [steady], layouts: [TinyStudy.dedicated()])
    scenario.site.plant.specification.cooling.room = RoomAir(
      recirculation: Fraction(percent: 25), serverRise: KelvinDifference(14))
    let simulator = try Simulator(scenario)
    let run = try simulator.run(layout: 0, plan: simulator.plan(replication: 0), replication: 0)
    let chain = scenario.site.plant.electrical
    let reading = chain.critical(it: run.itEnergy.power(over: Seconds(days: 1)))
    #expect(
      isClose(run.facility.rackPDULoss.value, reading.rackPDU.loss.value * 86_400, relative: 1e-9))
    // Many constant-speed units move more air than the servers draw, so what is stated holds.
    #expect(isClose(run.facility.supplyHeatIndex.value, 0.25, relative: 1e-9))
  }

  @Test func `reused heat lowers energy reuse effectiveness by its share of what is rejected`() throws {
    let run = try run()
    func ere(_ share: Double) throws -> Double {
      try #require(run.meters(heatReuse: Fraction(percent: share))?.energyReuseEffectiveness).value
    }
    #expect(isClose(try ere(0), run.pue, relative: 1e-12))
    let rejected = run.facility.rejectedHeat / run.itEnergy
    #expect(rejected > 1, "all heat of IT leaves, and that of the compressors")
    #expect(isClose(try ere(20), run.pue - 0.2 * rejected, relative: 1e-9))
  }

  @Test(arguments: [(2.0, 0.1, 0.1), (1, 0.1, 0.1), (0.5, 0.1, 0.5), (0.25, 0, 0.75), (1, 0, 0)])
  func `units that move less air than the servers draw make more of it go round`(
    flow: Double, stated: Double, index: Double
  ) throws {
    let rise = KelvinDifference(19)
    var meter = RoomMeter(
      RoomAir(recirculation: Fraction(stated), serverRise: rise), sample: Seconds(900))
    let heat = Watts(10_000)
    let drawn = ServerAir.flow(carrying: heat, rise: rise)
    let reading = CoolingReading(
      heat: heat, unmet: .zero, coil: Watts(10_500), free: .zero, compressor: Watts(3000), fans: Watts(500),
      pumps: .zero, humidity: .zero, supply: Celsius(14), returnAir: Celsius(26), airflow: drawn * flow,
      water: .zero)
    meter.record(try TinyStudy.site().plant.electrical.critical(it: heat), reading)
    let all = meter.airJoules + meter.recirculatedJoules
    #expect(isClose(meter.recirculatedJoules / all, index, absolute: 1e-12))
    // The same room by its own model.
    let room = RoomAir(recirculation: Fraction(index), serverRise: rise)
    #expect(isClose(room.supplyHeatIndex.value, index, absolute: 1e-12))
    #expect(isClose(meter.rejectedJoules, 13_500 * 900))
  }
}
