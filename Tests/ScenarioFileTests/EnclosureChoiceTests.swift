import Documents
import Facility
import Power
import Quantities
import Scenario
import ScenarioFile
import Simulation
import TestSupport
import Testing

/// What a scenario says about the enclosures of its blades, from its text to the watts of a run.
@Suite("Enclosures of a layout")
struct EnclosureChoiceTests {
  /// Twelve idle guests, one to a blade of a Synergy frame.
  private func text(_ keys: String) -> String {
    """
    bladesim: 1
    title: Twelve idle blades
    horizon: {start: 2019-01-01, duration: 1 d, sample: 1 h}
    site:
      climate: chicago-ohare
      electricity: {energy: 0.072 USD/kWh, carbon: 0.60 kg/kWh}
      floor: {price: 250 USD/m2-year}
      racks: {model: generic-42u, power: 5 kW}
      power: {era: 2015, design: 60 kW}
      cooling: {plant: perimeter-dx-2005}
    workload:
      measured on: hp-dl380-g4
      guests:
        - name: idle
          count: 12
          os: linux-2.6
          memory: 512 MiB
          demand: {pattern: constant, mean: 0.01 %, peak: 0.01 %}
    layouts:
      - name: blades
        servers: {model: hpe-synergy-480-gen10, enclosure: hpe-synergy-12000, count: 12\(keys)}
        technique: bare-metal
        placement: {one guest per host: true}

    """
  }

  private func scenario(_ keys: String) throws -> Scenario {
    let outcome = SmallRoom.load(text(keys))
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    return try #require(outcome.scenario)
  }

  private func watts(_ scenario: Scenario) throws -> Double {
    let simulator = try Simulator(scenario)
    let run = try simulator.run(layout: 0, plan: simulator.plan(replication: 0), replication: 0)
    return run.itEnergy.value / 86_400
  }

  /// SPECpower_ssj2008 of a Synergy frame, active idle: 922 W with twelve nodes, 257 W with two.
  @Test(
    arguments: [
      ("", 1, 922, 0.005), (", enclosures: 1", 1, 922, 0.005), (", enclosures: 6", 6, 6 * 257, 0.02),
    ] as [(String, Int, Double, Double)])
  func `twelve blades draw what was measured of one full frame, and of six frames with two nodes each`(
    keys: String, enclosures: Int, measured: Double, bar: Double
  ) throws {
    let scenario = try scenario(keys)
    let design = try Simulator(scenario).designs[0]
    #expect(design.enclosures == enclosures && design.hosts == 12)
    #expect(design.cables == 16 * enclosures)
    // Ten units each in racks of 42.
    #expect(design.racks.racks.count == (enclosures + 3) / 4)
    #expect(isClose(try watts(scenario), measured, relative: bar))
  }

  // MARK: - Supplies of enclosures

  /// 80 PLUS Titanium, of a supply of 2 650 W: AC = P + k R (a + b L + c L^2) + 3 W for each that rests, L = P / (k R).
  private func titanium(_ output: Double, running: Int, of installed: Int, rating: Double = 2650) -> Double {
    let load = output / (Double(running) * rating)
    let loss = 0.01762 - 0.06468 * load + 0.14581 * load * load
    return output + Double(running) * rating * loss + 3 * Double(installed - running)
  }

  @Test(
    arguments: [
      // Idle, a frame gives some 0.9 kW, less than 80 % of one supply.
      ("", 1, 6, 2650), ("{sharing: shared}", 6, 6, 2650), ("{sharing: cold-redundant}", 1, 6, 2650),
      ("{sharing: paired-cold-redundant}", 2, 6, 2650), ("{count: 4, sharing: shared}", 4, 4, 2650),
      ("{count: 3, redundancy: n+1}", 1, 3, 2650), ("{count: 1, redundancy: n}", 1, 1, 2650),
      ("{rating: 2000 W, sharing: shared}", 6, 6, 2000), ("{rating: 500 W}", 3, 6, 500),
    ] as [(String, Int, Int, Double)])
  func `a frame draws by hand what its supplies take`(
    supplies: String, running: Int, installed: Int, rating: Double
  ) throws {
    let scenario = try scenario(supplies.isEmpty ? "" : ", supplies: \(supplies)")
    let simulator = try Simulator(scenario)
    let run = try simulator.run(layout: 0, plan: simulator.plan(replication: 0), replication: 0)
    let blades = run.hosts.reduce(0) { $0 + $1.energy.value } / 86_400
    let own = try #require(FleetPower(scenario.layouts[0], of: scenario).enclosure).own(
      bladeDC: Watts(blades))
    let watts = titanium(own.value + blades, running: running, of: installed, rating: rating)
    #expect(isClose(run.itEnergy.value / 86_400, watts, relative: 1e-6))
    // Fans answer to heat, not to the supplies.
    let usual = try #require(FleetPower(self.scenario("").layouts[0], of: scenario).enclosure)
    #expect(own == usual.own(bladeDC: Watts(blades)))
    #expect(simulator.designs[0].cables == 10 + installed)
  }

  @Test func `shared, a frame with two idle nodes wastes what a dynamic power saver spares`() throws {
    let saver = try watts(scenario(", enclosures: 6"))
    let shared = try watts(scenario(", enclosures: 6, supplies: {sharing: shared}"))
    // Six supplies lose 1.76 % of 2 650 W each before they give anything; five of them rest for 3 W instead.
    let atRest = 0.01762 * 2650 * 5 - 3 * 5
    #expect(shared - saver > 0.8 * 6 * atRest && shared - saver < 6 * atRest)
  }

  @Test(
    arguments: [
      ("", 3 * 2650, true, true), ("{redundancy: n+n, count: 4}", 2 * 2650, true, true),
      ("{redundancy: n+1}", 5 * 2650, false, true), ("{redundancy: n}", 6 * 2650, false, false),
    ] as [(String, Double, Bool, Bool)])
  func `what is left after a loss follows the redundancy`(
    supplies: String, usable: Double, isSplit: Bool, survives: Bool
  ) throws {
    let scenario = try scenario(supplies.isEmpty ? "" : ", supplies: \(supplies)")
    let design = try Simulator(scenario).designs[0]
    let check = try #require(
      design.feedChecks(scenario.layouts[0], racks: scenario.site.racks).first { $0.part == .supplies })
    #expect(check.usable == Watts(usable))
    #expect((check.b != nil) == isSplit && (check.survivor != nil) == survives)
  }

  @Test(arguments: [
    ("{count: 5}", "mode 'n+n' needs an even number of supplies, found 5", "change 'count' or 'redundancy'"),
    ("{count: 1, redundancy: n+1}", "needs at least two supplies, found 1", "change 'count' or 'redundancy'"),
    ("{count: 8}", "HPE Synergy 12000 Frame takes 6 power supplies, found 8", "lower 'count'"),
    (
      "{count: 2, rating: 300 W}", "cannot carry HPE Synergy 12000 Frame with one",
      "raise the rating or the count"
    ),
    ("{rating: 280 W}", "12 idle blades draw", "after the loss of a feed"),
    ("{rating: 130 W, redundancy: n}", "12 idle blades draw", "raise their rating or number"),
    ("{redundancy: 2n}", "'redundancy' cannot be '2n'", "did you mean 'n'?"),
  ])
  func `supplies that an enclosure cannot have are refused or warned of, with help`(
    supplies: String, complaint: String, help: String
  ) {
    let messages = DiagnosticRendering.text(SmallRoom.load(text(", supplies: \(supplies)")).diagnostics)
    #expect(messages.contains(complaint) && messages.contains(help), "\(messages)")
  }
}
