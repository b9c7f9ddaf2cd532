import Availability
import Catalog
import Cooling
import Documents
import Economics
import Facility
import Placement
import Power
import Quantities
import Scenario
import Testing
import Virtualization
import Workload

@testable import ScenarioFile

/// A scenario that writes every key there is.
@Suite("Every key of a scenario")
struct CompleteScenarioTests {
  static let text = """
    bladesim: 1
    title: Everything at once
    horizon: {start: 2007-01-01, end: 2008-01-01, sample: 5 min}
    seed: 42
    replications: 3
    site:
      weather: {epw: year.epw}
      electricity:
        energy: 0.08 USD/kWh
        demand: 10 USD/kW-month
        ratchet: 80 %
        ratchet months: 6
        fixed: 120 USD
        bands:
          - {name: night, days: all, from: 0, to: 6, price: 0.03 USD/kWh}
          - {name: peak, days: workdays, from: 12, to: 18, price: 0.15 USD/kWh}
        carbon: 600 g/kWh
      floor: {area: 465 m2, limit: 1200 kg/m2, price: 250 USD/m2-year, allowance: 2.5 m2}
      racks:
        model: generic-42u
        usable: 38 U
        power: 8 kW
        power rule: room average
        weight: 700 kg
        ports: 48
        circuit: {phases: three, voltage: 208 V, breaker: 30 A, derating: 80 %, power factor: 95 %}
      power: {era: 2005, design: 80 kW, topology: 2n, ups: eco-mode, module: 40 kW, ups heat: white-space}
      cooling:
        plant: perimeter-dx-variable
        design: 90 kW
        unit: 30 kW
        spare units: 2
        supply: 22 degC
        least-flow: 40 %
        recirculation: 8 %
        server rise: 12 K
        envelope: recommended-2016
        outside air: 0.04 m3/s
        humidifier: spray
        neighbour exhaust: 45 %
      reuse: 20 %
      reliability:
        utility: {rate: 3 /y, repair: 90 min}
        generator: {start: 15 s, fails to start: 2 %}
        battery: 8 min
        cooling unit: {rate: 0.2 /y, repair: 12 h}
        cooling restart: 5 min
        chilled water: {volume: 4 m3, rise: 5 K}
        shutdown: 42 degC
      disaster: {at: 120 d, rate: 0.5 %/y}
    workload:
      measured on: 26880 ssj_ops/s
      guests:
        - name: web
          count: 12
          os: linux-2.6
          class: {cpu: 50 %, kernel: 20 %, disk: 10 %, network: 20 %}
          memory: 512 MiB
          disk: 20 GiB
          virtual cpus: 2
          measured on: hp-dl380-g5
          service: critical
          shares: 2000
          limit: 60 %
          waits: true
          active memory: 70 %
          memory bound: true
          traffic: {disk: 20 MB/s, network: 40 Mbit/s}
          response: {alone: 20 ms, promised: 50 ms}
          demand:
            pattern: office-hours
            mean: 4 %
            p95: 12 %
            shape: {opens: 7 h, closes: 19 h, lunch dip: 10 %, night: 5 %, weekend: 20 %}
            noise: {deviation: 20 %, memory: 1 h}
            variants: 6
          presence: {from: 10 d, until: 2007-12-01}
        - name: projects
          count: 3
          os: linux-2.6
          class: development
          memory: 1 GiB
          demand: {pattern: diurnal, mean: 5 %, peak: 20 %, noise: 0 %}
          presence:
            arrivals:
              every: {mean: 5 d, distribution: weibull, shape: 1.5}
              stay: {mean: 60 d, distribution: lognormal, variation: 80 %}
              forgotten: {mean: 30 d}
              stay from: start
        - name: measured
          os: linux-2.6
          memory: 256 MiB
          service: deferrable
          demand: {trace: day.csv, format: percent-csv, interval: 5 min, rows: 1-2}
    layouts:
      - name: rack
        servers:
          model: hp-dl380-g5
          count: 40
          memory: 16 GiB
          supplies: {count: 2, rating: 800 W, efficiency: platinum, redundancy: n+n, sharing: cold-redundant}
          power curve: fan
          exponent: 1.3
          sizing tool: 420 W
          owned: true
        equipment:
          - name: disk-array
            count: 4
            height: 3.5 U
            power: 350 W
            weight: 38 kg
            ports: 4
            cables: 7
            price: 9000 USD
          - {name: switch, count: 2, height: 1 U, power: 80 W, weight: 6 kg}
        technique: xen-3-pv
        hosts: {cpu: 70 %, memory: 80 %, size by: p95}
        placement:
          policy: dot-product
          weights: average
          one guest per host: false
          spare: 2 hosts
          when full: wait
          apart: [{guests: [web], over: server, at most: 8}]
          together: [{guests: [measured], in: server}]
          fences: [{guests: [web, measured], from server: 2, to server: 12}]
          licences: [{name: database, guests: [web], price: 500 USD, servers: 12}]
        contention: {interference: 4 %, swap: flash, disk: 200 MB/s, network: 2 Gbit/s}
        caps: {server: 400 W, rack: 7 kW, circuit: 6.5 kW, controller: firmware}
        plant: {right-size: {by: derated, margin: 25 %}}
        power off after: 30 min
        consolidation:
          every: 10 min
          detector: local-regression
          safety: 1.1
          selection: minimum-utilization
          target: least power
          under load: 40 %
          headroom: 6 %
          look back: 2 h
          settle: 1 h
          pays within: 3 h
          moves at once: 8
        provisioning: linked-clone
        reclaim idle after: 7 d
        restart: false
        reliability:
          server: {rate: 10 %/y, repair: 6 h, repair times: lognormal, variation: 120 %, shape: 0.8}
          enclosure: {rate: 1 %/y, repair: 24 h, repair times: fixed}
          components:
            power-supply: {rate: 2 %/y, repair: 3 h}
            enclosure-power-supply: {rate: 2.5 %/y}
            enclosure-fan: {rate: 1 %/y}
            interconnect-module: {rate: 3 %/y}
            management-module: {rate: 4 %/y}
            rack-distribution-unit: {rate: 0.5 %/y}
            ups-module: {rate: 5 %/y, repair times: fixed}
            static-switch: {rate: 6 %/y, shape: 1.2}
            common cause: 3 %
        costs:
          - {item: support, category: maintenance, amount: 300 USD, per: server, every: year}
          - {item: move, category: project, amount: 9000 USD}
      - name: blades
        servers:
          model: hp-bl460c-g1
          enclosure: hp-c7000
          enclosures: 2
          count: 20
          fitting: {ethernet-10g: 2, fibre-channel: 1, manager: 1}
          supplies: {count: 4, rating: 2000 W, efficiency: silver, redundancy: n+1, sharing: shared}
        technique: vmware-esx-3
        except: {projects: linux-vserver, measured: bare-metal}
        otherwise: [qemu-tcg, bare-metal]
        placement: {spare: 10 %}
        racks: {model: hpe-10642-g2, circuit: 12 kW}
        caps: {enclosure: 4 kW}
        plant:
          power: {era: 2015, design: 40 kW, distribution: 2025}
          cooling: {plant: air-economizer-2025}
        restart: {detection: 20 s, slots: 2}
        consolidation: {detector: static-threshold, limit: 75 %}
        migration: {link: 10 Gbit/s, slots: 4, dirty: 80 Mbit/s, working set: 2 %, churn: 12 /y}
        maintenance: {every: 30 d, takes: 2 h, batch: 2, patience: 45 min}
        changes:
          - {at: 90 d, server: 3, do: replace, takes: 15 min}
        costs: [{item: hypervisor, category: licences, amount: 2875 USD, per: socket, technique: vmware-esx-3}]
        recovery:
          method: replication
          backup: {every: 12 h, streams: 4, rate: 60 MB/s}
          points: {every: 10 min, link: 1 Gbit/s}
          changes: 3 %
          declared after: 20 min
          site: {hosts: 2, ready: 2 h}
          procurement: 2 w
          crews: 3
          effort: 90 min
          slots: 6
          drill: {every: 180 d, guests: 25 %, people: 5}
      - name: many
        servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
        techniques: [kvm, xen-3-pv]
      - name: spare-blades
        servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
        technique: bare-metal
        placement: {spare: one host}
        restart: {by: identity-takeover, detection: 40 s, reassign: 90 s}
    assert: ["value(blades).pue < 2.5", "savings(blades).energy >= 10 %"]
    project:
      to: blades
      start: 2007-01-08
      limit: 3 y
      effort variation: 30 %
      calendars:
        - name: early
          weekly: [{days: workdays, from: 6 h, length: 8 h}]
          closed: [2007-05-28, {from: 2007-12-24, through: 2008-01-01}]
      roles: [{name: administrator, price: 60 USD/h}, {name: technician, price: 40 USD/h}]
      skills:
        - name: migration
          course: {length: 24 h, price: 3000 USD, seats: 1, speed before: 20 %, speed after: 110 %}
      people:
        - name: Anna
          role: technician
          calendar: early
          joins windows: false
          skills: [migration, hands]
          trained: [migration]
          absences: [2007-07-02]
          speed: 90 %
        - {name: Ben}
      windows: {weekly: [{days: saturday, from: 8 h, length: 10 h}], closed: [2007-04-07]}
      network: {rate: 10 Gbit/s, per copy: 200 Mbit/s, slots: 4, in windows: true, spans windows: false}
      equipment:
        ordered after: 7 d
        lead time: 28 d
        lead time variation: 20 %
        rack: 6 h
        install: {effort: 2 h, skill: hands}
      tasks:
        - {name: assessment, work: 40 h, price: 30000 USD}
        - {name: rewiring, work in window: {effort: 3 h, skill: hands}, after: [blades]}
        - {name: approval, wait: 10 d, after: [assessment]}
      moves after: [approval, rewiring]
      move:
        prepare: 5 h
        cut over: 90 min
        roll back: 45 min
        test: 1 h
        decommission: 2 h
        failure: 5 %
        test failure: 2 %
        parallel running: 14 d
        proving: 35 d
        move price: 250 USD
        removal price: 100 USD
      exceptions: [{guests: measured, cut over: 3 h}]
      waves:
        size: 4
        order: largest first
        separates groups: true
        gate: accepted
        pause: 3 d
        pilot: 2
        pilot gate: moved

    """

  static let files = SmallRoom.files.merging(["year.epw": epw]) { first, _ in first }

  /// A year of 20 °C in EnergyPlus form.
  static let epw: String = {
    let header = ["LOCATION,Nowhere,-,-,TEST,000000,42.0,-88.0,-6.0,200.0"] + Array(repeating: "X", count: 7)
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let rows = days.enumerated().flatMap { month, days in
      (1...days).flatMap { day in
        (1...24).map { "1999,\(month + 1),\(day),\($0),0,X,20.0,10.0,52,99000" }
      }
    }
    return (header + rows).joined(separator: "\n")
  }()

  static func load() -> ScenarioFile.Outcome {
    ScenarioFile.load(
      SourceFile(name: "everything.yaml", bytes: Array(text.utf8)), resources: MemoryResources(files: files))
  }

  @Test func `it loads, and its values are those written`() throws {
    let outcome = Self.load()
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let scenario = try #require(outcome.scenario)
    #expect(scenario.seed == 42 && scenario.replications == 3 && scenario.gates.count == 2)
    #expect(scenario.horizon.duration == Seconds.year && scenario.horizon.sampleCount == 105_120)
    #expect(scenario.site.weather.station.name == "Nowhere")
    let tariff = scenario.site.tariff
    #expect(tariff.bandCount == 3 && tariff.demand?.ratchet == Fraction(percent: 80))
    #expect(tariff.demand?.ratchetMonths == 6 && tariff.fixed == Money(120, .usd))
    #expect(scenario.site.carbonIntensity.value == 0.6)
    #expect(scenario.site.floor.allowance?.areaPerRack == SquareMeters(2.5))
    let limits = scenario.site.racks.limits
    #expect(
      limits.units == RackUnits(38) && limits.ports == 48 && scenario.site.racks.powerRule == .roomAverage)
    // 208 V x 30 A x sqrt(3) x 80 % x 95 %
    #expect(abs((limits.circuit?.value ?? 0) - 8214.08) < 0.01)
    #expect(scenario.site.plant.electrical.ups.topology == .twoN)
    #expect(scenario.site.plant.electrical.ups.kind == .ecoMode)
    #expect(scenario.site.plant.electrical.ups.module == Watts(40_000))
    #expect(
      scenario.site.plant.cooling.size
        == PlantSize(designHeat: Watts(90_000), unitCapacity: Watts(30_000), spareUnits: 2))
    #expect(
      scenario.site.plant.specification.cooling.humidity
        == RoomHumidity(
          envelope: try #require(EnvelopeCatalog.envelope(named: "recommended-2016")),
          outsideAir: CubicMetersPerSecond(0.04), humidifier: .adiabatic))
    #expect(scenario.site.heatReuse == Fraction(percent: 20))
    let feeds = try #require(scenario.site.racks.feeds)
    #expect(feeds.powerFactor == Fraction(0.95) && feeds.circuits.b == feeds.circuits.a)
    #expect(feeds.circuits.a == Circuit(.three, voltage: Volts(208), breaker: Amperes(30)))
    // Only the power of a feed is written for the blades: their circuits carry just that.
    let plain = try #require(scenario.layouts[1].racks?.feeds)
    #expect(abs(plain.circuits.capacity.value - 12_000) < 1e-6)
  }

  @Test func `the room's air, and how power and cooling fail, are those written`() throws {
    let site = try #require(Self.load().scenario).site
    let room = RoomAir(
      recirculation: Fraction(0.08), serverRise: KelvinDifference(12), neighbourExhaust: Fraction(0.45))
    #expect(site.plant.specification.room == room)
    #expect(site.plant.specification.inlet == room.intake(supply: Celsius(22)))
    let expected = PlantReliability(
      utility: FailureModel(rate: EventsPerYear(3), repair: RepairTime(mean: Seconds(minutes: 90))),
      generator: PlantReliability.Generator(start: Seconds(15), failsToStart: Fraction(0.02)),
      autonomy: Seconds(minutes: 8),
      coolingUnit: FailureModel(rate: EventsPerYear(0.2), repair: RepairTime(mean: Seconds(hours: 12))),
      coolingRestart: Seconds(minutes: 5),
      chilledWater: ChilledWaterBuffer(volume: Liters(4000), usableRise: KelvinDifference(5)),
      shutdown: Celsius(42))
    #expect(site.reliability == expected)
  }

  @Test func `the loss of the site, and the way back from it, are those written`() throws {
    let scenario = try #require(Self.load().scenario)
    #expect(scenario.site.disaster == Disaster(time: Seconds(days: 120), rate: EventsPerYear(0.005)))
    #expect(scenario.layouts[0].recovery == nil)
    var plan = RecoveryPlan(method: .replication)
    plan.backup = RecoveryPlan.Backup(interval: Seconds(hours: 12), streams: 4, rate: BitsPerSecond(480e6))
    plan.points = RecoveryPlan.Points(interval: Seconds(minutes: 10), link: BitsPerSecond(1e9))
    plan.dailyChange = Fraction(percent: 3)
    plan.declaration = Seconds(minutes: 20)
    (plan.spareHosts, plan.readiness) = (2, Seconds(hours: 2))
    (plan.procurement, plan.crews, plan.effort, plan.slots) = (Seconds(days: 14), 3, Seconds(minutes: 90), 6)
    plan.drill = RecoveryPlan.Drill(interval: Seconds(days: 180), guests: Fraction(percent: 25), people: 5)
    #expect(scenario.layouts[1].recovery == plan)
  }

  @Test func `guests are those written`() throws {
    let guests = try #require(Self.load().scenario).guests
    #expect(guests.map(\.count) == [12, 3, 2])
    #expect(guests.map(\.serviceClass) == [.critical, .standard, .deferrable])
    #expect(guests[0].virtualCPUs == 2 && guests[0].reference.name == "hp-dl380-g5")
    #expect(guests[1].reference.throughput == WorkPerSecond(26_880))
    guard case .pattern(let web) = guests[0].demand, case .traces(let series) = guests[2].demand else {
      Issue.record("the demands are of other kinds")
      return
    }
    #expect(web.variants == 6 && web.level == DemandLevel(mean: Fraction(0.04), percentile95: Fraction(0.12)))
    #expect(web.settings["opens"] == .time(Seconds(hours: 7)))
    #expect(web.noise == DemandNoise(deviation: Fraction(0.2), correlationTime: Seconds(hours: 1)))
    #expect(series.map(\.samples) == [[5, 10, 15, 20], [1, 2, 3, 4]])
    #expect(
      guests[0].presence
        == .during(
          from: .offset(Seconds(days: 10)),
          until: CalendarDate(year: 2007, month: 12, day: 1).map { .date($0) }))
    #expect(
      guests[1].presence
        == .arrivals(
          Arrivals(
            interval: RandomDuration(mean: Seconds(days: 5), distribution: .weibull(shape: 1.5)),
            lifetime: RandomDuration(
              mean: Seconds(days: 60), distribution: .lognormal(variation: Fraction(percent: 80))),
            forgotten: RandomDuration(mean: Seconds(days: 30)), staysFromStart: true)))
  }

  @Test func `who is kept apart, who waits, and what takes over an identity, are those written`() throws {
    let layouts = try #require(Self.load().scenario).layouts
    #expect(layouts[0].placement.waitsWhenFull && !layouts[1].placement.waitsWhenFull)
    #expect(layouts[1].placement.rules.isEmpty)
    let spare = try #require(layouts.last)
    #expect(
      spare.restart
        == RestartPolicy(detection: Seconds(40), slotsPerHost: 4, reassignment: Seconds(90)))
  }

  @Test func `layouts are those written`() throws {
    let layouts = try #require(Self.load().scenario).layouts
    let (rack, blades) = (layouts[0], layouts[1])
    #expect(
      rack.caps
        == PowerCapChoice(
          server: Watts(400), rack: Watts(7000), circuit: Watts(6500), controller: .firmware))
    #expect(blades.caps == PowerCapChoice(enclosure: Watts(4000)))
    #expect(
      rack.servers.owned && rack.servers.count == 40 && rack.servers.fittedMemory == Bytes(gibibytes: 16))
    #expect(
      rack.hostLimits
        == HostLimits(cpu: try Fraction("70 %"), memory: try Fraction("80 %"), sizeBy: .percentile95))
    #expect(
      rack.equipment == [
        OtherEquipment(
          name: "disk-array", count: 4, height: RackUnits(3.5), power: Watts(350), weight: Kilograms(38),
          ports: 4, cables: 7, price: Money(9000, .usd)),
        OtherEquipment(
          name: "switch", count: 2, height: RackUnits(1), power: Watts(80), weight: Kilograms(6), cables: 2),
      ])
    guard case .own(let bank) = rack.servers.model.power.supply else {
      Issue.record("the supplies are those of the test")
      return
    }
    let model = try #require(Catalog.builtIn.server("hp-dl380-g5")).power.measured
    #expect(rack.servers.sizingTool == Watts(420))
    let half = rack.servers.model.power.measured.draw(at: Fraction(0.5)) - model.idle
    #expect(abs(half / (model.peak - model.idle) - (1 - 0.40613)) < 1e-5)
    #expect(bank.installed == 2 && bank.unit.rating == Watts(800) && bank.sharing == .coldRedundant)
    #expect(bank.redundancy == .grid && rack.servers.model.cables.power == 2)
    let frame = try #require(blades.servers.enclosure)
    #expect(frame.bank.installed == 4 && frame.bank.unit.rating == Watts(2000))
    #expect(frame.bank.unit.loss == EfficiencyClass.silver.loss && frame.form.cables.power == 4)
    #expect(frame.bank.redundancy == .spare && frame.bank.sharing == .shared)
    let known = try #require(Catalog.builtIn.enclosure("hp-c7000"))
    #expect(frame.fanHeat == known.bank.usableCapacity && frame.isResupplied && !known.isResupplied)
    // The tested 1000 W supply's loss is out, that of one Platinum supply and a resting one is on.
    let tested = try #require(rack.servers.model.power.tested)
    let direct = tested.output(for: rack.servers.model.power.measured.idle)
    #expect(abs((rack.servers.model.power.curve.idle - bank.input(for: direct)).value) < 1e-6)
    #expect(rack.placement.spare == .hosts(2) && rack.placement.policy.name.hasPrefix("dot-product"))
    #expect(rack.restart == nil && rack.powerOffAfter == Seconds(minutes: 30))
    let consolidation = try #require(rack.consolidation)
    #expect(consolidation.detector as? LocalRegression == LocalRegression(safety: 1.1))
    #expect(consolidation.selection is MinimumUtilization && consolidation.target == .leastPower)
    #expect(consolidation.interval == Seconds(minutes: 10) && consolidation.settle == Seconds(hours: 1))
    #expect(
      consolidation.underload == Fraction(percent: 40) && consolidation.headroom == Fraction(percent: 6))
    #expect(consolidation.lookBack == Seconds(hours: 2) && consolidation.payback == Seconds(hours: 3))
    #expect(consolidation.movesAtOnce == 8)
    // What is not written is as usual, and empty servers are off after a round.
    #expect(
      blades.consolidation?.detector as? StaticThreshold == StaticThreshold(limit: Fraction(percent: 75)))
    #expect(
      blades.consolidation?.interval == Seconds(minutes: 5) && blades.powerOffAfter == Seconds(minutes: 5))
    #expect(rack.provisioning == .linkedClone && rack.reclaimIdleAfter == Seconds(days: 7))
    guard case .rightSized(.derated, let margin) = rack.plant, case .given(let plant) = blades.plant else {
      Issue.record("the plants are of other kinds")
      return
    }
    #expect(margin == Fraction(percent: 25))
    let components = rack.reliability.components
    let usual = RepairTime(mean: Seconds(hours: 4))
    #expect(components.commonCause == Fraction(percent: 3))
    #expect(Set(components.models.keys) == Set(FailingPart.components))
    #expect(
      components.models[.powerSupply]
        == FailureModel(rate: EventsPerYear(0.02), repair: RepairTime(mean: Seconds(hours: 3))))
    #expect(components.models[.managementModule] == FailureModel(rate: EventsPerYear(0.04), repair: usual))
    #expect(
      components.models[.upsModule]?.repair == RepairTime(mean: Seconds(hours: 8), distribution: .fixed))
    #expect(components.models[.staticSwitch]?.shape == 1.2)
    #expect(blades.reliability.components == .none)
    #expect(rack.reliability.server.shape == 0.8 && rack.reliability.server.repair.mean == Seconds(hours: 6))
    #expect(
      rack.costs.map(\.recurrence) == [.yearly, .once] && rack.costs.map(\.basis) == [.server, .layout])
    #expect(
      blades.exceptions == [
        TechniqueException("projects", under: .linuxVServer),
        TechniqueException("measured", under: .bareMetal),
      ] && blades.otherwise == [.qemuTranslation, .bareMetal])
    #expect(rack.exceptions.isEmpty && rack.otherwise.isEmpty && !rack.isMixed)
    #expect(
      blades.costs.map(\.technique) == ["vmware-esx-3"] && rack.costs.allSatisfy { $0.technique == nil })
    #expect(blades.restart == RestartPolicy(detection: Seconds(20), slotsPerHost: 2))
    #expect(blades.racks?.limits.circuit == Watts(12_000) && plant.designPower == Watts(40_000))
    #expect(
      plant.cooling.size.neededUnits <= 2
        && plant.specification.power.era == .era2015.distributing(as: .era2025))
    let modules = [
      EnclosureFit.Modules(.ethernet10G, count: 2), EnclosureFit.Modules(.fibreChannel, count: 1),
      EnclosureFit.Modules(.manager, count: 1),
    ]
    #expect(
      blades.migration
        == MigrationPolicy(
          link: BitsPerSecond(10e9), slots: 4, dirtyRate: BitsPerSecond(80e6), workingSet: Fraction(0.02),
          churn: EventsPerYear(12)))
    #expect(
      blades.maintenance
        == Maintenance(
          interval: Seconds(days: 30), duration: Seconds(hours: 2), batch: 2, patience: Seconds(minutes: 45)))
    #expect(
      blades.changes == [
        HardwareChange(time: Seconds(days: 90), server: 3, action: .replace(takes: Seconds(minutes: 15)))
      ])
    #expect(blades.servers.fitting == .modules(modules))
    #expect(
      layouts.map(\.name) == ["rack", "blades", "many-xen-3-pv", "spare-blades"] && layouts[2].entry == 2)
    #expect(blades.placement.spare == .fraction(Fraction(0.1)))
    #expect(
      rack.placement.rules
        == GroupRules(
          apart: [.init(["web"], over: .server, limit: 8)],
          together: [.init(groups: ["measured"], place: .server)],
          fences: [.init(groups: ["web", "measured"], first: 2, last: 12)],
          licences: [.init(name: "database", groups: ["web"], price: Money(500, .usd), servers: 12)]))
    #expect(blades.hostLimits == HostLimits(cpu: Fraction(0.6), memory: Fraction(0.9)))
  }

  @Test func `no key is declared that the reader does not read`() throws {
    let document = try #require(
      DocumentLoader.yaml(bytes: Array(Self.text.utf8), name: "everything.yaml").document)
    let diagnostics = Diagnostics()
    let reader = DocumentReader(document, into: diagnostics)
    let context = ReadingContext(
      catalog: .builtIn, resources: MemoryResources(files: Self.files), diagnostics: diagnostics)
    _ = ScenarioBlock.read(try #require(reader.root(ScenarioBlock.schema)), context)
    // Settings of the plants, patterns and policies that the scenario does not use are read with their owners, and a
    // climate table in place of the weather file.
    let others = reader.unreadDeclarations.filter { key in
      !["cooling.", "shape.", "placement.", "climate."].contains { key.hasPrefix($0) }
    }
    #expect(others == [])
  }

  @Test(arguments: ["", "bladesim: 1\ntitle: t\n"])
  func `what is required is asked for all at once`(text: String) {
    let messages = SmallRoom.messages(text + "seed: 1\n")
    for key in ["horizon", "site", "workload", "layouts"] {
      #expect(messages.contains("scenario lacks the key '\(key)'"))
    }
  }
}
