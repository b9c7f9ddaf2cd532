import Documents
import Facility
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
  private func scenario(_ keys: String) throws -> Scenario {
    let text = """
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
    let outcome = SmallRoom.load(text)
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
}
