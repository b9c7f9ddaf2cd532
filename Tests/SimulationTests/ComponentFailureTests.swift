import Availability
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

@Suite("Components that fail unit by unit")
struct ComponentFailureTests {
  private static let day = Seconds(days: 1)
  /// Once a month for five days: so bad that groups are out often.
  private static let bad = FailureModel(
    rate: EventsPerYear(12), repair: RepairTime(mean: Seconds(days: 5)))

  private static func layout(
    _ models: [FailingPart: FailureModel], commonCause: Fraction = .zero, blades: Bool = true
  ) throws -> Layout {
    var reliability = TinyStudy.never()
    reliability.components = ComponentFailures(models, commonCause: commonCause)
    var layout =
      blades ? try TinyStudy.virtualized(reliability, restart: nil) : try TinyStudy.dedicated(reliability)
    layout.placement.oneGuestPerHost = true
    return layout
  }

  /// Twelve guests on hosts of their own for three years.
  private static func scenario(
    _ layout: Layout, topology: UPS.Topology = .nPlusOne, replications: Int = 20
  ) throws -> Scenario {
    var scenario = try TinyStudy.scenario(
      days: 1095, sample: day,
      guests: [try TinyStudy.steady(count: 12, percent: 10, memory: 0.5, sample: day)], layouts: [layout],
      replications: replications)
    let old = scenario.site.plant
    scenario.site.plant = Plant(
      specification: old.specification,
      electrical: try ElectricalChain.sized(
        for: old.designPower, mechanical: Watts(3000), era: .era2005, topology: topology),
      cooling: old.cooling, designPower: old.designPower)
    return scenario
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let part: FailingPart
    var commonCause = Fraction.zero
    var topology = UPS.Topology.nPlusOne
    var blades = true
    var replications = 30
    var testDescription: String {
      "\(part.name), \(topology.rawValue), beta \(commonCause), \(blades ? "blades" : "rack servers")"
    }
  }

  private static let cases = [
    Case(part: .enclosurePowerSupply), Case(part: .enclosurePowerSupply, commonCause: Fraction(percent: 10)),
    Case(part: .enclosureFan), Case(part: .interconnectModule), Case(part: .managementModule),
    Case(part: .rackDistributionUnit, replications: 120),
    Case(part: .rackDistributionUnit, blades: false, replications: 120),
    Case(part: .powerSupply, blades: false), Case(part: .staticSwitch),
    Case(part: .staticSwitch, topology: .distributed), Case(part: .upsModule, topology: .n),
    Case(part: .upsModule, commonCause: Fraction(percent: 5)), Case(part: .upsModule, topology: .twoN),
    Case(part: .upsModule, topology: .twoNPlusOne), Case(part: .upsModule, topology: .distributed),
  ]

  /// Series, k of n, pairs, sides: how often groups are out and for what share of the time, from the log.
  @Test(arguments: cases)
  func `outages of a group agree with its closed form`(test: Case) throws {
    let layout = try Self.layout([test.part: Self.bad], commonCause: test.commonCause, blades: test.blades)
    let scenario = try Self.scenario(layout, topology: test.topology, replications: test.replications)
    let simulator = try Simulator(scenario)
    let groups = simulator.designs[0].componentGroups(of: layout).filter { $0.part == test.part }
    let arrangement = try #require(groups.first?.arrangement)
    #expect(groups.allSatisfy { $0.arrangement == arrangement })
    var (rate, share) = (Welford(), Welford())
    for replication in 0..<test.replications {
      let run = try RecordedRun(scenario, replication: replication)
      var (count, out) = (0.0, 0.0)
      var since: [Int: Double] = [:]
      for event in run.sink.events {
        guard let group = event.unit?.group else { continue }
        if event.kind == .groupLost {
          count += 1
          since[group] = event.time.sinceStart.seconds
        } else if event.kind == .groupBack, let start = since.removeValue(forKey: group) {
          out += event.time.sinceStart.seconds - start
        }
      }
      let end = scenario.horizon.duration.value
      for start in since.values.sorted() { out += end - start }
      let all = Double(groups.count)
      rate.add(count / all / scenario.horizon.duration.years)
      share.add(out / all / end)
      #expect(run.summary.tallies[test.part.rawValue].outages == Int(count))
    }
    let expected = arrangement.outages(
      of: Self.bad, commonCause: arrangement.isRedundant ? test.commonCause : .zero)
    let (rates, shares) = (ConfidenceInterval(of: rate), ConfidenceInterval(of: share))
    #expect(rates.contains(expected.rate.value), "\(rates) has not \(expected.rate)")
    #expect(
      shares.contains(expected.state.unavailability.value),
      "\(shares) has not \(expected.state.unavailability)")
  }

  @Test func `the table of impacts expects what is seen`() throws {
    let model = FailureModel(rate: EventsPerYear(4), repair: RepairTime(mean: Seconds(days: 2)))
    let parts: [FailingPart: FailureModel] = [
      .interconnectModule: model, .staticSwitch: FailureModel(rate: EventsPerYear(1), repair: model.repair),
    ]
    let layout = try Self.layout(parts, commonCause: Fraction(percent: 10))
    let scenario = try Self.scenario(layout, replications: 40)
    let simulator = try Simulator(scenario)
    let impacts = simulator.designs[0].impacts(of: layout)
    let years = scenario.horizon.duration.years
    for part in [FailingPart.interconnectModule, .staticSwitch] {
      let impact = try #require(impacts.first { $0.part == part })
      var (down, failures) = (Welford(), Welford())
      for replication in 0..<40 {
        let plan = try simulator.plan(replication: replication)
        let run = try simulator.run(layout: 0, plan: plan, replication: replication)
        down.add(run.tallies[part.rawValue].guestTimeDown.hours / years)
        failures.add(Double(run.tallies[part.rawValue].unitFailures) / years)
      }
      #expect(
        ConfidenceInterval(of: down).contains(impact.guestTimeDownPerYear.hours),
        "\(part): \(ConfidenceInterval(of: down)) has not \(impact.guestTimeDownPerYear.hours)")
      // Units that are being repaired do not fail: a few per cent less than one a year of operation.
      #expect(isClose(failures.mean, impact.unitFailures.value, relative: 0.06))
    }
    let network = try #require(impacts.first { $0.part == .interconnectModule })
    #expect(network.groups == 3 && network.units == 6)
    #expect(network.unit.guestsLost == 0 && network.unit.guestsDegraded == 4)
    #expect(network.group.guestsLost == 4 && network.group.guestsRestarted == 0)
    let site = try #require(impacts.first { $0.part == .staticSwitch })
    #expect(site.groups == 1 && site.unit.guestsLost == 12 && site.group.guestsLost == 12)
  }

  @Test func `groups follow from the design`() throws {
    let all = ComponentFailures.catalogue.models
    let scenario = try Self.scenario(Self.layout(all))
    let design = try Simulator(scenario).designs[0]
    let groups = design.componentGroups(of: scenario.layouts[0])
    func plans(_ part: FailingPart) -> [UnitArrangement] {
      groups.filter { $0.part == part }.map(\.arrangement)
    }
    #expect(plans(.server).count == 12 && plans(.enclosure).count == 3)
    #expect(plans(.enclosurePowerSupply) == Array(repeating: .init(unitsPerSide: 4, spareUnits: 2), count: 3))
    #expect(plans(.enclosureFan) == Array(repeating: .init(unitsPerSide: 4, spareUnits: 1), count: 3))
    #expect(plans(.interconnectModule) == Array(repeating: .init(unitsPerSide: 2, spareUnits: 1), count: 3))
    #expect(plans(.managementModule) == Array(repeating: .single, count: 3))
    #expect(plans(.powerSupply).isEmpty)
    #expect(plans(.staticSwitch) == [.single])
    #expect(groups.allSatisfy { $0.isVital == ($0.part != .managementModule) })
    // A part serves every host once.
    for part in FailingPart.allCases where !plans(part).isEmpty {
      let hosts = groups.filter { $0.part == part }.flatMap(\.hosts).map(\.index).sorted()
      #expect(hosts == Array(0..<12), "\(part)")
    }
    var bare = scenario.layouts[0]
    bare.servers.fitting = .modules([.init(.ethernet1G, count: 1), .init(.fibreChannel, count: 2)])
    let fitted = design.componentGroups(of: bare).filter { $0.domain == .enclosure(EnclosureID(0)) }
    #expect(fitted.filter { $0.part == .interconnectModule }.map(\.arrangement.spareUnits) == [0, 1])
    #expect(!fitted.contains { $0.part == .managementModule })
  }

  @Test func `one cord is one side: half of the servers hang on each`() throws {
    let scenario = try Self.scenario(
      Self.layout([.rackDistributionUnit: Self.bad, .upsModule: Self.bad], blades: false), topology: .twoN)
    let groups = try Simulator(scenario).designs[0].componentGroups(of: scenario.layouts[0])
    for part in [FailingPart.rackDistributionUnit, .upsModule] {
      let sides = groups.filter { $0.part == part }
      #expect(sides.count == 2 && sides.allSatisfy { !$0.arrangement.isRedundant && $0.hosts.count == 6 })
    }
  }

  @Test func `components that never fail change no digit`() throws {
    var never: [FailingPart: FailureModel] = [:]
    for part in FailingPart.components { never[part] = TinyStudy.never().server }
    for blades in [true, false] {
      var layout =
        blades ? try TinyStudy.virtualized(TinyStudy.stormy()) : try TinyStudy.dedicated(TinyStudy.stormy())
      let without = try RecordedRun(TinyStudy.scenario(days: 14, layouts: [layout]))
      layout.reliability.components = ComponentFailures(never)
      let with = try RecordedRun(TinyStudy.scenario(days: 14, layouts: [layout]))
      #expect(with.summary == without.summary && with.sink.events == without.sink.events)
    }
  }

  @Test func `the time that guests are down is that of its causes`() throws {
    let models = ComponentFailures.catalogue.models.mapValues { _ in
      FailureModel(rate: EventsPerYear(80), repair: RepairTime(mean: Seconds(hours: 9)))
    }
    var reliability = TinyStudy.stormy()
    reliability.components = ComponentFailures(models)
    let run = try RecordedRun(
      TinyStudy.scenario(days: 60, layouts: [TinyStudy.virtualized(reliability, spare: .enclosure)]))
    let sum = run.summary.tallies.reduce(Seconds.zero) { $0 + $1.guestTimeDown }
    #expect(isClose(sum.value, run.summary.downtime.total.value, relative: 1e-9))
    #expect(run.summary.counts.componentOutages > 10)
    #expect(run.summary.tallies[FailingPart.managementModule.rawValue].guestsDegraded > 0)
    #expect(run.summary.tallies[FailingPart.managementModule.rawValue].guestsLost == 0)
    #expect(run.sink.events.contains { $0.text == "fan of an enclosure: failed" })
  }
}
