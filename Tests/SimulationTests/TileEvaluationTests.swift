import Availability
import Cooling
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Tiles against the slow way")
struct TileEvaluationTests {
  /// Host watts at the servers' own plane, sample by sample, as metered.
  private func metered(_ sink: MemorySink, blades: Bool) -> [Double] {
    sink.blocks.flatMap { block in
      (0..<block.count).map { sample in
        func watts(_ component: EnergyComponent) -> Double { block.watts[component]?[sample] ?? .nan }
        return watts(.serversIdle) + watts(.serversWork) + (blades ? 0 : watts(.supplies))
      }
    }
  }

  private func agree(_ scenario: Scenario, layout: Int, blades: Bool) throws -> MemorySink {
    let simulator = try Simulator(scenario)
    let plan = try simulator.plan(replication: 0)
    var sink: MemorySink? = MemorySink()
    let summary = try simulator.run(layout: layout, plan: plan, replication: 0, into: &sink)
    let kept = try #require(sink)
    let (slow, capped) = SlowEvaluator(
      scenario: scenario, design: simulator.designs[layout], plan: plan, events: kept.events
    ).evaluate()
    if scenario.layouts[layout].technique.kind == .bareMetal {
      #expect(isClose(summary.work.capped, capped, relative: 1e-4, absolute: summary.work.demanded * 1e-6))
    }
    #expect((summary.work.capped > 0) == (capped > 0))
    let fast = metered(kept, blades: blades)
    #expect(fast.count == slow.count)
    // Weights are whole quanta, 65 535 of the largest guest's: half a quantum of a few dozen guests at most.
    for (sample, (one, other)) in zip(fast, slow).enumerated() where !isClose(one, other, relative: 2e-5) {
      Issue.record("sample \(sample): \(one) W by tiles, \(other) W by the slow way")
      break
    }
    return kept
  }

  @Test func `a quiet week agrees, one guest a server`() throws {
    _ = try agree(TinyStudy.scenario(layouts: [TinyStudy.dedicated()]), layout: 0, blades: false)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `weeks of failures and restarts in mid-tile agree`(seed: UInt64) throws {
    let scenario = try TinyStudy.scenario(
      days: 28, layouts: [TinyStudy.virtualized(TinyStudy.stormy(), spare: .enclosure)], seed: seed)
    let sink = try agree(scenario, layout: 0, blades: true)
    #expect(sink.events.contains { $0.kind == .enclosureFailed || $0.kind == .hostFailed })
    #expect(sink.events.contains { $0.kind == .guestRestarted })
  }

  @Test(arguments: [3, 5, 13])
  func `blades spread over a given number of enclosures agree, also where some stand empty`(
    enclosures: Int
  ) throws {
    var layout = try TinyStudy.virtualized(TinyStudy.stormy(), count: 11)
    layout.servers.enclosures = enclosures
    let sink = try agree(
      TinyStudy.scenario(days: 28, layouts: [layout], seed: UInt64(enclosures)), layout: 0, blades: true)
    #expect(sink.events.contains { $0.kind == .enclosureFailed })
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `weeks of lost power and cooling agree, with racks that shut down and sites in the dark`(seed: UInt64)
    throws
  {
    var scenario = try TinyStudy.scenario(
      days: 28,
      layouts: [TinyStudy.dedicated(TinyStudy.stormy()), TinyStudy.virtualized(TinyStudy.stormy())],
      seed: seed)
    scenario.site.reliability = PlantReliability(
      utility: FailureModel(rate: EventsPerYear(100), repair: RepairTime(mean: Seconds(hours: 1))),
      generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)),
      coolingUnit: FailureModel(rate: EventsPerYear(10), repair: RepairTime(mean: Seconds(hours: 20))),
      lumps: ThermalLumps(
        air: JoulesPerKelvin(2000), mass: JoulesPerKelvin(9000), coupling: WattsPerKelvin(100)))
    for layout in 0...1 {
      let sink = try agree(scenario, layout: layout, blades: layout == 1)
      #expect(sink.events.contains { $0.kind == .rackOverheated || $0.kind == .batteryEmpty })
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `weeks in which everything fails agree: supplies, fans, modules, distribution, power and cooling`(
    seed: UInt64
  ) throws {
    var reliability = TinyStudy.stormy()
    reliability.components = ComponentFailures(
      ComponentFailures.catalogue.models.mapValues { _ in
        FailureModel(rate: EventsPerYear(40), repair: RepairTime(mean: Seconds(hours: 11)))
      }, commonCause: Fraction(percent: 10))
    var scenario = try TinyStudy.scenario(
      days: 28,
      layouts: [TinyStudy.dedicated(reliability), TinyStudy.virtualized(reliability, spare: .enclosure)],
      seed: seed)
    if seed.isMultiple(of: 2) {
      scenario.site.reliability = PlantReliability(
        utility: FailureModel(rate: EventsPerYear(50), repair: RepairTime(mean: Seconds(hours: 1))),
        generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)),
        coolingUnit: FailureModel(rate: EventsPerYear(10), repair: RepairTime(mean: Seconds(hours: 20))))
    }
    for layout in 0...1 {
      let sink = try agree(scenario, layout: layout, blades: layout == 1)
      #expect(
        sink.events.contains { $0.kind == .groupLost } && sink.events.contains { $0.kind == .groupBack })
    }
  }

  @Test func `guests that come and go, and hosts that are switched off and on, agree`() throws {
    let arrivals = Presence.arrivals(
      Arrivals(
        interval: RandomDuration(mean: Seconds(hours: 7)), lifetime: RandomDuration(mean: Seconds(days: 2))))
    let guests = [
      try TinyStudy.group("web", count: 5), try TinyStudy.group("sandbox", count: 3, presence: arrivals),
    ]
    let scenario = try TinyStudy.scenario(
      days: 28, guests: guests,
      layouts: [TinyStudy.virtualized(powerOffAfter: Seconds(minutes: 20))])
    let sink = try agree(scenario, layout: 0, blades: true)
    #expect(sink.events.contains { $0.kind == .hostOff })
    #expect(sink.events.contains { $0.kind == .hostOn })
    #expect(sink.events.contains { $0.kind == .guestArrived })
    #expect(sink.events.contains { $0.kind == .guestDeparted })
  }

  @Test(arguments: [
    PowerCapChoice(server: Watts(125)), PowerCapChoice(rack: Watts(780)), PowerCapChoice(circuit: Watts(700)),
    PowerCapChoice(server: Watts(130), rack: Watts(690)),
  ])
  func `weeks of failures under caps agree, a server for each guest`(caps: PowerCapChoice) throws {
    for seed in UInt64(1)...3 {
      var layout = try TinyStudy.dedicated(TinyStudy.stormy())
      layout.caps = caps
      let guests = [try TinyStudy.group("busy", count: 6, mean: 35, peak: 90)]
      let sink = try agree(
        TinyStudy.scenario(days: 28, guests: guests, layouts: [layout], seed: seed), layout: 0, blades: false)
      #expect(sink.events.contains { $0.kind == .hostFailed })
    }
  }

  @Test(arguments: [
    PowerCapChoice(enclosure: Watts(640)), PowerCapChoice(rack: Watts(1250)),
    PowerCapChoice(server: Watts(150), enclosure: Watts(650), circuit: Watts(1280)),
  ])
  func `weeks of failures, restarts and power-off under caps agree, in enclosures`(caps: PowerCapChoice)
    throws
  {
    for seed in UInt64(1)...3 {
      var layout = try TinyStudy.virtualized(
        TinyStudy.stormy(), spare: .host, powerOffAfter: Seconds(minutes: 20))
      layout.caps = caps
      layout.hostLimits.sizeBy = .mean
      let arrivals = Presence.arrivals(
        Arrivals(
          interval: RandomDuration(mean: Seconds(hours: 7)), lifetime: RandomDuration(mean: Seconds(days: 2)))
      )
      let guests = [
        try TinyStudy.group("web", count: 20, mean: 12, peak: 60),
        try TinyStudy.group("sandbox", count: 3, presence: arrivals),
      ]
      let sink = try agree(
        TinyStudy.scenario(days: 28, guests: guests, layouts: [layout], seed: seed), layout: 0, blades: true)
      #expect(sink.events.contains { $0.kind == .guestRestarted })
    }
  }

  @Test func `lost power and cooling under caps agree`() throws {
    var outages = 0
    for seed in UInt64(1)...4 {
      var layout = try TinyStudy.virtualized(TinyStudy.stormy())
      layout.caps = PowerCapChoice(rack: Watts(1500))
      var scenario = try TinyStudy.scenario(days: 28, layouts: [layout], seed: seed)
      scenario.site.reliability = PlantReliability(
        utility: FailureModel(rate: EventsPerYear(100), repair: RepairTime(mean: Seconds(hours: 1))),
        generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)),
        coolingUnit: FailureModel(rate: EventsPerYear(10), repair: RepairTime(mean: Seconds(hours: 20))),
        lumps: ThermalLumps(
          air: JoulesPerKelvin(2000), mass: JoulesPerKelvin(9000), coupling: WattsPerKelvin(100)))
      let sink = try agree(scenario, layout: 0, blades: true)
      outages += sink.events.count { $0.kind == .batteryEmpty || $0.kind == .rackOverheated }
    }
    #expect(outages > 0)
  }

  @Test func `the sample length moves the energy of a stormy month by less than a thousandth`() throws {
    func energy(_ minutes: Double) throws -> Double {
      let scenario = try TinyStudy.scenario(
        days: 28, sample: Seconds(minutes: minutes), layouts: [TinyStudy.virtualized(TinyStudy.stormy())])
      let simulator = try Simulator(scenario)
      return try simulator.run(layout: 0, plan: simulator.plan(replication: 0), replication: 0).meterEnergy
        .value
    }
    #expect(isClose(try energy(15), try energy(30), relative: 5e-3))
  }
}
