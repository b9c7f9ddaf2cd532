import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing

@Suite("Feeds of a layout")
struct FeedCheckTests {
  private static let hour = Seconds(hours: 1)

  /// One day of guests at a steady load, with a run of it.
  private func study(
    _ layout: Layout, guests: Int = 20, percent: UInt8 = 50, change: (inout Scenario) -> Void = { _ in }
  ) throws -> (design: LayoutDesign, run: RunSummary, scenario: Scenario) {
    var scenario = try TinyStudy.scenario(
      days: 1, sample: Self.hour,
      guests: [try TinyStudy.steady(count: guests, percent: percent, sample: Self.hour)], layouts: [layout])
    change(&scenario)
    let simulator = try Simulator(scenario)
    let run = try simulator.run(layout: 0, plan: simulator.plan(replication: 0), replication: 0)
    return (simulator.designs[0], run, scenario)
  }

  private func circuit(_ breaker: Double) -> RackFeeds {
    let circuit = Circuit(.three, voltage: Volts(208), breaker: Amperes(breaker))
    return RackFeeds(FeedPair(a: circuit, b: circuit))
  }

  @Test func `a steady rack peaks at its planned power, half of it on each feed and all on the survivor`()
    throws
  {
    let (design, run, scenario) = try study(TinyStudy.dedicated())
    let peaks = PowerPeaks(of: [run])
    // Twenty servers of 153 W at half load in one rack.
    #expect(peaks.racks.count == 1 && isClose(peaks.racks[0].value, 20 * 153, relative: 1e-9))
    for (basis, checks) in [
      (FeedCheck.Basis.planned, design.feedChecks(scenario.layouts[0], racks: scenario.site.racks)),
      (.peak, design.feedChecks(scenario.layouts[0], racks: scenario.site.racks, peaks: peaks)),
    ] {
      let rack = try #require(checks.first { $0.part == .rack })
      #expect(rack.basis == basis && rack.number == 0 && rack.usable == nil && !rack.isOverloaded)
      #expect(isClose(rack.a.value, 10 * 153, relative: 1e-9))
      #expect(isClose(rack.survivor?.value ?? 0, 20 * 153, relative: 1e-9))
    }
  }

  @Test
  func `the racks' peaks at one sample never exceed the peak of all, and reach it when all move together`()
    throws
  {
    let (_, run, _) = try study(TinyStudy.dedicated(), guests: 70)
    #expect(run.facility.rackPeaks.count == 3)
    #expect(isClose(run.facility.rackPeaks.reduce(.zero, +).value, run.peakIT.value, relative: 1e-9))
    let (_, blades, _) = try study(TinyStudy.virtualized())
    #expect(isClose(blades.facility.rackPeaks.reduce(.zero, +).value, blades.peakIT.value, relative: 1e-9))
    #expect(!blades.facility.enclosurePeaks.isEmpty)
  }

  @Test func `a circuit that a surge would trip is named with its rack`() throws {
    // Planned by the mean, two samples of the day ask for five times as much.
    var samples = [UInt8](repeating: 10, count: 24)
    samples[9] = 100
    samples[15] = 100
    let guests = try TinyStudy.recorded("surge", count: 20, samples: samples, sample: Self.hour)
    var layout = try TinyStudy.dedicated()
    layout.hostLimits.sizeBy = .mean
    let (design, run, scenario) = try study(layout) {
      $0.guests = [guests]
      // 20 servers are planned at 117.5 W; 208 V x 10 A x sqrt 3 x 80 % = 2 882 VA.
      $0.site.racks.feeds = circuit(10)
    }
    let planned = design.feedChecks(scenario.layouts[0], racks: scenario.site.racks)
    #expect(planned.allSatisfy { !$0.isOverloaded })
    let peak = design.feedChecks(
      scenario.layouts[0], racks: scenario.site.racks, peaks: PowerPeaks(of: [run]))
    let over = peak.filter(\.isOverloaded)
    #expect(over.map(\.part) == [.rack] && over.first?.number == 0)
    #expect(isClose(over.first?.survivor?.value ?? 0, 20 * 200, relative: 1e-9))
    #expect(isClose(over.first?.usable?.value ?? 0, 208 * 10 * 3.0.squareRoot() * 0.8, relative: 1e-9))
  }

  @Test func `what is left of an enclosure's supplies carries all of its blades`() throws {
    let layout = try TinyStudy.virtualized()
    let (design, run, scenario) = try study(layout)
    let peaks = PowerPeaks(of: [run])
    let planned = design.feedChecks(scenario.layouts[0], racks: scenario.site.racks)
      .filter { $0.part == .supplies }
    #expect(planned.count == design.enclosures)
    // Two of four supplies of 800 W are left.
    #expect(planned.allSatisfy { $0.usable == Watts(1600) && $0.a * 2 == $0.survivor })
    let peak = design.feedChecks(scenario.layouts[0], racks: scenario.site.racks, peaks: peaks)
      .filter { $0.part == .supplies }
    // Guests never move, so the peak is the plan but for the curve between its points.
    for (plan, peak) in zip(planned, peak) {
      #expect(isClose(plan.highest.value, peak.highest.value, relative: 1e-6))
    }
  }

  @Test(arguments: [
    (UPS.Topology.n, 1.0), (.nPlusOne, 1), (.twoN, 1), (.twoNPlusOne, 2), (.distributed, 2),
  ])
  func `the survivors of the UPS carry everything after the failure of its topology`(
    topology: UPS.Topology, _: Double
  ) throws {
    let (design, _, scenario) = try study(TinyStudy.dedicated()) {
      $0.site.plant.specification.power.topology = topology
      guard
        let plant = try? $0.site.plant.specification.plant(designPower: Watts(5000), designHeat: Watts(5000))
      else {
        Issue.record("the plant cannot be sized")
        return
      }
      $0.site.plant = plant
    }
    let checks = design.feedChecks(scenario.layouts[0], racks: scenario.site.racks)
    let ups = try #require(checks.first { $0.part == .ups })
    let chain = design.plant.electrical
    let output = chain.critical(it: design.plannedPower).ups.output
    #expect(isClose(ups.survivor?.value ?? output.value, output.value))
    #expect((ups.survivor == nil) == (topology == .n))
    if let share = chain.ups.loadAfterFailure(carrying: output), let usable = ups.usable {
      #expect(isClose(ups.highest / usable, share.value))
    }
    let hasSides = topology == .twoN || topology == .twoNPlusOne
    #expect((ups.b != nil) == hasSides)
    let distribution = try #require(checks.first { $0.part == .distribution })
    #expect((distribution.survivor != nil) == hasSides && !distribution.isOverloaded)
  }

  @Test func `a plant that is too small for its load is overloaded`() throws {
    let (design, _, scenario) = try study(TinyStudy.dedicated(), guests: 200)
    let over = design.feedChecks(scenario.layouts[0], racks: scenario.site.racks).filter(\.isOverloaded)
    #expect(over.map(\.part) == [.distribution, .ups])
  }

  @Test func `phases of racks and of all racks together, at one and at three phases`() throws {
    let (design, _, scenario) = try study(TinyStudy.dedicated(), guests: 70) {
      $0.site.racks.feeds = circuit(30)
    }
    let checks = design.phaseChecks(scenario.layouts[0], racks: scenario.site.racks)
    #expect(checks.map(\.rack) == [0, 1, 2, nil])
    #expect(checks.allSatisfy { $0.attainable.value <= $0.imbalance.value + 1e-12 && !$0.isOverloaded })
    #expect(checks[0].usable == Amperes(24))
    let single = Circuit(.single, voltage: Volts(230), breaker: Amperes(32))
    var racks = scenario.site.racks
    racks.feeds = RackFeeds(FeedPair(a: single, b: single))
    let whole = design.phaseChecks(scenario.layouts[0], racks: racks)
    #expect(whole.map(\.rack) == [nil])
    // Three racks, one on each line.
    let currents = design.racks.racks.map { $0.totals.power.value / 230 }
    #expect(zip(whole[0].currents, currents).allSatisfy { isClose($0.value, $1) })
  }
}
