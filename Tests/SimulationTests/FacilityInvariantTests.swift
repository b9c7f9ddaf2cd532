import Availability
import Cooling
import Economics
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

/// What must hold for the facility of any legal scenario. Ledgers of energy and heat are checked within every run, at each
/// sample, to 1e-9; a run that does not close throws.
@Suite("Facility of any scenario")
struct FacilityInvariantTests {
  /// A site in a real climate with a plant of a kind, everything that can be set at random within its range.
  private func site(_ entry: PlantEntry, seed: UInt64) throws -> Site {
    var random = SeededGenerator(seed: seed)
    func pick<Value>(_ values: [Value]) throws -> Value {
      try #require(values.randomElement(using: &random))
    }
    var settings = PlantParameters()
    for parameter in entry.parameters where Bool.random(using: &random) {
      let least = try parameter.quantity.init(parameter.leastText).value
      let greatest = try parameter.quantity.init(parameter.greatestText).value
      settings.set(
        try parameter.setting(parameter.quantity.init(Double.random(in: least...greatest, using: &random))))
    }
    let climate = try pick(ClimateCatalog.all)
    var site = try TinyStudy.site()
    site.weather = SyntheticWeather.year(of: climate)
    let specification = PlantSpecification(
      power: ChainSpecification(
        era: try pick(ElectricalEra.all), topology: try pick(UPS.Topology.allCases),
        upsHeat: try pick(LossStage.HeatLocation.allCases)),
      cooling: CoolingSpecification(
        entry: entry, settings: settings, unitCapacity: Watts(.random(in: 500...5000, using: &random)),
        spareUnits: .random(in: 0...2, using: &random),
        room: RoomAir(
          recirculation: Fraction(.random(in: 0...0.8, using: &random)),
          serverRise: KelvinDifference(.random(in: 3...30, using: &random)))),
      hottest: WeatherSample(dryBulb: Celsius(38), dewPoint: Celsius(22)))
    let design = Watts(.random(in: 800...8000, using: &random))
    site.plant = try specification.plant(designPower: design, designHeat: design)
    return site
  }

  private func scenario(_ site: Site, count: Int, days: Double, sample: Seconds, layout: Layout) throws
    -> Scenario
  {
    var scenario = try TinyStudy.scenario(
      days: days, sample: sample, guests: [TinyStudy.steady(count: count, percent: 20, sample: sample)],
      layouts: [layout])
    scenario.site = site
    return scenario
  }

  @Test(arguments: PlantCatalog.all)
  func `every figure is finite, PUE is at least 1, and the ledgers close`(entry: PlantEntry) throws {
    for seed in UInt64(0)..<12 {
      let layouts = [try TinyStudy.dedicated(), try TinyStudy.virtualized()]
      for layout in layouts {
        let count = [1, 6, 17][Int(seed % 3)]
        let run = try RecordedRun(
          scenario(
            site(entry, seed: seed), count: count, days: 30, sample: Seconds(hours: 6), layout: layout))
        let summary = run.summary
        #expect(summary.pue >= 1 && summary.pue.isFinite)
        #expect(summary.unmetHeat >= .zero && summary.water >= .zero)
        for component in EnergyComponent.allCases {
          for watts in run.watts(component) { #expect(watts.isFinite) }
        }
        #expect(summary.energy.allSatisfy { $0.value.isFinite })
        #expect(summary.electricityCost.amount.isFinite)
      }
    }
  }

  @Test(arguments: PlantCatalog.all)
  func `half the sample changes a year's energy by less than 0.1 per cent`(entry: PlantEntry) throws {
    func year(_ sample: Seconds) throws -> Joules {
      var site = try site(entry, seed: 7)
      site.weather = SyntheticWeather.year(of: .chicagoOHare)
      return try RecordedRun(
        scenario(site, count: 6, days: 365, sample: sample, layout: TinyStudy.dedicated())
      ).summary.meterEnergy
    }
    let (hourly, halved) = (try year(Seconds(hours: 1)), try year(Seconds(minutes: 30)))
    #expect(isClose(hourly.value, halved.value, relative: 1e-3))
  }

  /// Plants within their capacity: one that is overloaded leaves heat in the room, and its electricity with it.
  @Test(arguments: PlantCatalog.all)
  func `PUE rises when the servers go and the plant stays`(entry: PlantEntry) throws {
    for seed in UInt64(20)..<26 {
      var site = try site(entry, seed: seed)
      let specification = site.plant.specification
      site.plant = try specification.plant(designPower: Watts(8000), designHeat: Watts(12_000))
      func run(_ count: Int) throws -> RunSummary {
        try RecordedRun(
          scenario(site, count: count, days: 365, sample: Seconds(hours: 12), layout: TinyStudy.dedicated())
        ).summary
      }
      let (full, tenth) = (try run(40), try run(4))
      #expect(full.overloadedShare == .zero)
      #expect(tenth.pue > full.pue && tenth.meterEnergy < full.meterEnergy)
    }
  }

  /// What comes in at the meter leaves as heat: what the plant rejects, what it could not remove, and what heats rooms beside.
  @Test(arguments: PlantCatalog.all)
  func `heat is IT power and losses, to the last joule of a run`(entry: PlantEntry) throws {
    for seed in UInt64(40)..<46 {
      let site = try site(entry, seed: seed)
      let run = try RecordedRun(
        scenario(
          site, count: 9, days: 30, sample: Seconds(hours: 2),
          layout: seed.isMultiple(of: 2) ? TinyStudy.dedicated() : TinyStudy.virtualized()))
      let summary = run.summary
      let lighting = run.design.plant.electrical.lighting.value * 30 * 86_400
      func sum(_ components: [EnergyComponent]) -> Double {
        components.reduce(0) { $0 + summary.energy[$1.rawValue].value }
      }
      let upsIsInside = site.plant.specification.power.upsHeat == .whiteSpace
      let inside =
        summary.itEnergy.value + lighting + sum([.distribution]) + (upsIsInside ? sum([.ups]) : 0)
      let cooling = sum([.compressors, .airFans, .humidityAndPumps])
      let beside = sum([.switchgear, .building]) - lighting + (upsIsInside ? 0 : sum([.ups]))
      let rejected = summary.facility.rejectedHeat.value + summary.unmetHeat.value
      #expect(isClose(rejected, inside + cooling, relative: 1e-9))
      #expect(isClose(rejected + beside, summary.meterEnergy.value, relative: 1e-9))
    }
  }

  /// Random storms of guests and failures on random sites in real climates, some of which go dark.
  @Test(arguments: PlantCatalog.all)
  func `any scenario on any site has a PUE of at least 1 and finite figures`(entry: PlantEntry) throws {
    var runs = 0
    for seed in UInt64(0)..<24 {
      var scenario = try ConservationTests.randomScenario(seed: seed &* 7919)
      scenario.site = try site(entry, seed: seed)
      if seed.isMultiple(of: 2) {
        scenario.site.reliability = PlantReliability(
          utility: FailureModel(rate: EventsPerYear(400), repair: RepairTime(mean: Seconds(hours: 3))),
          generator: seed.isMultiple(of: 4) ? nil : .usual,
          coolingUnit: FailureModel(rate: EventsPerYear(100), repair: RepairTime(mean: Seconds(hours: 9))))
      }
      let run: RecordedRun
      do { run = try RecordedRun(scenario) } catch let refusal as Simulator.Refusal {
        guard case .layout = refusal else { throw refusal }
        continue
      }
      runs += 1
      let summary = run.summary
      #expect(summary.pue >= 1 && summary.pue.isFinite, "seed \(seed)")
      #expect(isClose(summary.energy.reduce(Joules.zero, +).value, summary.meterEnergy.value, relative: 1e-9))
      for component in EnergyComponent.allCases {
        #expect(run.watts(component).allSatisfy { $0.isFinite && $0 > -1e-6 }, "seed \(seed): \(component)")
      }
      let figures = [
        summary.water.value, summary.unmetHeat.value, summary.generatorEnergy.value,
        summary.generatorFuel.value,
        summary.electricityCost.amount, summary.peakIT.value, summary.peakMeter.value,
        summary.facility.supplyHeatIndex.value, summary.facility.rejectedHeat.value,
      ]
      #expect(figures.allSatisfy { $0.isFinite && $0 >= 0 }, "seed \(seed): \(figures)")
    }
    #expect(runs > 8, "\(runs)")
  }
}
