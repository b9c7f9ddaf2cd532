import Documents
import Scenario
import ScenarioFile
import Simulation

/// The life of a large estate: failures, restarts, rolling maintenance, and migrations that never end.
enum OperationCases {
  static func run() -> [Measurement] { [52, 365].compactMap(month) }

  /// 100 000 guests for a month, each moved so many times a year, every host maintained twice, on one thread.
  private static func month(moves: Int) -> Measurement? {
    let file = SourceFile(name: "operation", text: text(moves: moves))
    let loaded = ScenarioFile.load(file, resources: FolderResources(folder: "."))
    guard let scenario = loaded.scenario, let simulator = try? Simulator(scenario),
      let plan = try? simulator.plan(replication: 0)
    else {
      print("the scenario of the estate is not valid")
      return nil
    }
    var counts = RunCounts()
    let seconds = ProcessorClock.least(of: 1) {
      if let run = try? simulator.run(layout: 0, plan: plan, replication: 0) { counts = run.counts }
    }
    return Measurement(
      name: "a month of 100 000 guests, \(moves) moves a year each", value: seconds, unit: "s CPU",
      ratio: Double(counts.migrations) / seconds / 1e3, ratioUnit: "k migrations/s", target: "under 60 s",
      isMet: seconds < 60 && counts.migrations > 300_000 && counts.restarts > 0,
      note:
        "\(counts.migrations) migrations, \(counts.restarts) restarts, \(counts.services) hosts maintained")
  }

  private static func text(moves: Int) -> String {
    """
    bladesim: 1
    title: A month of a large estate
    horizon: {start: 2016-01-01, duration: 30 d, sample: 15 min}
    site:
      climate: chicago-ohare
      electricity: {energy: 0.09 USD/kWh, demand: 12 USD/kW-month, carbon: 0.45 kg/kWh}
      floor: {price: 250 USD/m2-year}
      racks: {model: generic-42u}
      power: {era: 2015, topology: n+1, design: 1 MW}
      cooling: {plant: chilled-water-economizer}
    workload:
      measured on: hp-dl380-g4
      guests:
        - {name: web, count: 100000, os: linux-2.6, class: web, memory: 1 GiB, demand: {pattern: office-hours, mean: 6 %, peak: 25 %}}
    layouts:
      - name: blades
        servers: {model: dell-m630, enclosure: dell-m1000e, count: 1600, memory: 512 GiB}
        technique: vt-x-ept
        placement: {policy: first-fit, spare: 16 hosts}
        migration: {link: 10 Gbit/s, slots: 8, churn: \(moves) /y}
        maintenance: {every: 10 d, takes: 30 min, batch: 8}
        reliability: {server: {rate: 50 %/y, repair: 8 h}, enclosure: {rate: 1 %/y, repair: 24 h}}
    """
  }
}
