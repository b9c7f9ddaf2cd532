import Availability
import Cooling
import Economics
import EventEngine
import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization

@Suite("Loss of power and cooling")
struct PlantFailureTests {
  private static let sample = Seconds(minutes: 15)
  private static let never = FailureModel(rate: .zero, repair: RepairTime(mean: Seconds(hours: 1)))

  /// A utility that is lost about once a week for two hours.
  private static func reliability(
    generator: PlantReliability.Generator? = PlantReliability.Generator(
      start: Seconds(10), failsToStart: .zero),
    rate: Double = 52, outage: Seconds = Seconds(hours: 2), autonomy: Seconds = Seconds(minutes: 10),
    unit: FailureModel = never, restart: Seconds = Seconds(minutes: 10), water: ChilledWaterBuffer? = nil,
    lumps: ThermalLumps = .rack
  ) -> PlantReliability {
    PlantReliability(
      utility: FailureModel(
        rate: EventsPerYear(rate), repair: RepairTime(mean: outage, distribution: .fixed)),
      generator: generator, autonomy: autonomy, coolingUnit: unit, coolingRestart: restart,
      chilledWater: water, lumps: lumps)
  }

  private func run(
    _ reliability: PlantReliability, layout: Layout? = nil, count: Int = 20, days: Double = 60,
    replication: Int = 0, change: (inout Scenario) -> Void = { _ in }
  ) throws -> RecordedRun {
    var scenario = try TinyStudy.scenario(
      days: days, sample: Self.sample,
      guests: [TinyStudy.steady(count: count, percent: 20, sample: Self.sample)],
      layouts: [layout ?? TinyStudy.dedicated()])
    scenario.site.reliability = reliability
    change(&scenario)
    return try RecordedRun(scenario, replication: replication)
  }

  private func times(_ kind: RunEvent.Kind, _ run: RecordedRun) -> [Instant] {
    run.sink.events.filter { $0.kind == kind }.map(\.time)
  }

  @Test func `the generator carries after its start, and chillers are back after theirs`() throws {
    let run = try run(Self.reliability())
    let lost = times(.utilityFailed, run)
    #expect(lost.count > 3)
    #expect(times(.coolingStopped, run) == lost)
    #expect(times(.generatorCarries, run) == lost.map { $0 + .seconds(10) })
    #expect(times(.coolingBack, run) == lost.map { $0 + .seconds(610) })
    #expect(times(.utilityBack, run) == lost.map { $0 + .seconds(7200) })
    #expect(run.summary.counts.rackShutdowns == 0)
    #expect(run.summary.counts.utilityOutages == lost.count)
  }

  /// 33 servers of 120 W in a rack: 3.96 kW.
  @Test func `a dense rack is too warm to the millisecond when the closed form says so`() throws {
    let lumps = ThermalLumps(
      air: JoulesPerKelvin(8000), mass: JoulesPerKelvin(100_000), coupling: WattsPerKelvin(150))
    let run = try run(Self.reliability(lumps: lumps), count: 33)
    #expect(run.design.racks.racks.count == 1)
    let outage = CoolingOutage(
      lumps: lumps, heat: Watts(33 * 120), start: run.design.plant.specification.inlet)
    let after = outage.time()
    #expect(after > Seconds(60) && after < Seconds(600))
    let lost = times(.utilityFailed, run)
    let expected = lost.map { ($0 + .seconds(after.value)).milliseconds }
    for (seen, computed) in zip(times(.rackOverheated, run).map(\.milliseconds), expected) {
      #expect(abs(seen - computed) <= 1)
    }
    #expect(run.summary.counts.rackShutdowns == lost.count)
    #expect(run.summary.counts.worstPlantBlast == 33)
    let trip = try #require(run.summary.counts.shortestTrip)
    #expect(isClose(trip.value, after.value, absolute: 0.0011))
    #expect(run.summary.figures.first { $0.name == "shortest-trip" }?.value == trip.value)
    // Servers wait for cooling, then boot; the guests boot on them.
    let layout = run.simulator.scenario.layouts[0]
    let boots = layout.servers.model.power.boot.duration + layout.technique.times.boot.value
    let down = Seconds(610) - after + boots
    #expect(isClose(run.summary.downtime.total.value, down.value * 33 * Double(lost.count), relative: 1e-4))
  }

  @Test func `chilled water carries the heat until it is spent`() throws {
    let water = ChilledWaterBuffer(volume: Liters(60), usableRise: KelvinDifference(6))
    let run = try run(Self.reliability(water: water), count: 33)
    let holds = water.rideThrough(heat: Watts(33 * 120))
    #expect(holds > Seconds(60) && holds < Seconds(600))
    for (lost, stopped) in zip(times(.utilityFailed, run), times(.coolingStopped, run)) {
      #expect(abs((stopped - lost).milliseconds - Int64((holds.value * 1000).rounded())) <= 1)
    }
    let enough = ChilledWaterBuffer(volume: Liters(6000), usableRise: KelvinDifference(6))
    #expect(try self.run(Self.reliability(water: enough), count: 33).summary.counts.coolingStops == 0)
  }

  /// The room is built for 5 kW and draws 2.4. Batteries carry the losses of UPS and PDUs too, so they do not quite hold
  /// twice their time.
  @Test func `without a generator everything is dark once the battery is empty`() throws {
    let run = try run(Self.reliability(generator: nil, restart: Seconds(minutes: 1)))
    let lost = times(.utilityFailed, run)
    let chain = run.design.plant.electrical
    let holds =
      Seconds(minutes: 10)
      * (chain.critical(it: Watts(5000)).ups.input / chain.critical(it: Watts(2400)).ups.input)
    #expect(holds > Seconds(minutes: 15) && holds < Seconds(minutes: 10) * (5000.0 / 2400))
    for (lost, empty) in zip(lost, times(.batteryEmpty, run)) {
      #expect(abs((empty - lost).milliseconds - Int64((holds.value * 1000).rounded())) <= 1)
    }
    #expect(run.summary.counts.blackouts == lost.count && lost.count > 3)
    #expect(run.summary.counts.worstPlantBlast == 20)
    // A sample that lies wholly in the dark has no server power at all.
    let dark = Int((lost[0] + .seconds(3600)).milliseconds / 900_000)
    #expect(run.watts(.serversIdle)[dark] == 0 && run.watts(.serversWork)[dark] == 0)
  }

  @Test func `a generator that fails on a third of demands darkens the site as often`() throws {
    var (demands, failures, blackouts) = (0, 0, 0)
    for replication in 0..<12 {
      let run = try run(
        Self.reliability(
          generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(1.0 / 3))),
        days: 365, replication: replication)
      demands += run.summary.counts.utilityOutages
      failures += run.summary.counts.generatorFailures
      blackouts += run.summary.counts.blackouts
    }
    let share = Double(failures) / Double(demands)
    let deviation = (1.0 / 3 * 2 / 3 / Double(demands)).squareRoot()
    #expect(abs(share - 1.0 / 3) < 3 * deviation)
    // The last outage of a study may end after it.
    #expect(blackouts <= failures && blackouts >= failures - 12)
  }

  /// Units of 1 kW: servers at work need four of the six with the losses of the room, 2.4 kW of them; all booting, 3.2 kW, five.
  @Test func `spare units bear failures; when too few are left racks warm with what they leave`() throws {
    let wears = FailureModel(
      rate: EventsPerYear(20), repair: RepairTime(mean: Seconds(hours: 50), distribution: .exponential))
    let run = try run(Self.reliability(rate: 0, unit: wears), days: 365) { scenario in
      scenario.site.plant.cooling = scenario.site.plant.specification.cooling.entry.make(
        PlantSize(designHeat: Watts(5000), unitCapacity: Watts(1000), spareUnits: 1), PlantParameters())
    }
    #expect(run.summary.counts.coolingUnitFailures > 80)
    #expect(run.summary.counts.coolingStops == 0)
    #expect(run.summary.counts.rackShutdowns > 0)
    let units = run.design.plant.cooling.size.units
    let booting = run.design.plant.electrical.critical(it: Watts(3200)).heat
    var down = 0
    for event in run.sink.events {
      switch event.kind {
      case .coolingUnitFailed: down += 1
      case .coolingUnitRepaired: down -= 1
      case .rackOverheated: #expect(Watts(kilowatts: Double(units - down)) < booting)
      default: break
      }
    }
  }

  @Test func `the generator's energy is metered, and neither billed nor lost`() throws {
    let dark = try run(Self.reliability(), days: 60)
    let lit = try run(Self.reliability(rate: 0), days: 60)
    let outages = Double(dark.summary.counts.utilityOutages)
    let hours = dark.summary.generatorEnergy.kilowattHours / (lit.summary.meterEnergy.kilowattHours / 1440)
    // Cooling stands still for ten minutes of each outage, so a little less than its length.
    #expect(hours < 1.99 * outages && hours > 1.8 * outages)
    let billed = dark.summary.bills.reduce(0.0) { $0 + $1.energyCost.amount } / 0.1
    let bought = (dark.summary.meterEnergy - dark.summary.generatorEnergy).kilowattHours
    #expect(isClose(billed, bought, relative: 1e-6))
    #expect(dark.summary.generatorFuel.value > 0.25 * dark.summary.generatorEnergy.kilowattHours)
  }

  @Test(arguments: [1, 7, 96, 256])
  func `the length of tiles changes nothing`(length: Int) throws {
    func summary(_ tile: Int) throws -> RunSummary {
      var scenario = try TinyStudy.scenario(
        days: 30, layouts: [TinyStudy.virtualized(TinyStudy.stormy(), spare: .hosts(1))])
      scenario.site.reliability = Self.reliability(
        generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)), rate: 120,
        unit: FailureModel(rate: EventsPerYear(20), repair: RepairTime(mean: Seconds(hours: 30))))
      return try RecordedRun(scenario, tileLength: tile).summary
    }
    let (one, other) = (try summary(256), try summary(length))
    #expect(one.counts == other.counts && one.downtime == other.downtime)
    #expect(isClose(one.meterEnergy.value, other.meterEnergy.value, relative: 1e-12))
    #expect(isClose(one.generatorEnergy.value, other.generatorEnergy.value, relative: 1e-9))
    #expect(isClose(one.unmetHeat.value, other.unmetHeat.value, relative: 1e-9))
  }

  /// Every ledger and the conservation of guests are checked within the run.
  @Test(arguments: 0..<60)
  func `storms of everything lose no guest and no joule`(seed: UInt64) throws {
    for layout in [
      try TinyStudy.dedicated(TinyStudy.stormy()),
      try TinyStudy.virtualized(
        TinyStudy.stormy(), spare: .hosts(1), powerOffAfter: seed % 2 == 0 ? Seconds(hours: 1) : nil,
        restart: seed % 3 == 0 ? nil : RestartPolicy(detection: Seconds(15), slotsPerHost: 2)),
    ] {
      var scenario = try TinyStudy.scenario(days: 40, layouts: [layout], seed: seed)
      scenario.site.reliability = Self.reliability(
        generator: seed % 5 == 0
          ? nil : PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)),
        rate: 150, outage: Seconds(minutes: 40),
        unit: FailureModel(rate: EventsPerYear(30), repair: RepairTime(mean: Seconds(hours: 60))),
        lumps: ThermalLumps(
          air: JoulesPerKelvin(3000), mass: JoulesPerKelvin(20_000), coupling: WattsPerKelvin(100)))
      let summary = try RecordedRun(scenario).summary
      #expect(summary.counts.utilityOutages > 5)
    }
  }
}
