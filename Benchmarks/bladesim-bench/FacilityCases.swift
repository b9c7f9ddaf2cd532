import Cooling
import Documents
import Scenario
import ScenarioFile
import Simulation

/// A year of the whole facility chain for one layout: supplies, distribution, UPS, cooling under weather, bill, ledger.
enum FacilityCases {
  static func run() -> [Measurement] {
    PlantCatalog.all.compactMap { plant in year(plant.name, sample: "5 min", limit: 0.5) }
      + ["perimeter-dx-2005", "chilled-water-crah"].compactMap { year($0, sample: "1 h", limit: 0.05) }
  }

  private static func year(_ plant: String, sample: String, limit: Double) -> Measurement? {
    let file = SourceFile(name: "facility", text: text(plant, sample: sample))
    guard let scenario = ScenarioFile.load(file, resources: FolderResources(folder: ".")).scenario,
      let simulator = try? Simulator(scenario), let plan = try? simulator.plan(replication: 0)
    else {
      print("the scenario for plant \(plant) is not valid")
      return nil
    }
    var pue = 0.0
    let seconds = ProcessorClock.least(of: 3) {
      pue = (try? simulator.run(layout: 0, plan: plan, replication: 0).pue) ?? .nan
    }
    return Measurement(
      name: "a year of facility, \(sample), \(plant)", value: seconds * 1e3, unit: "ms CPU", ratio: pue,
      ratioUnit: "PUE",
      target: "under \(Int(limit * 1e3)) ms", isMet: seconds < limit)
  }

  private static func text(_ plant: String, sample: String) -> String {
    """
    bladesim: 1
    title: A year of facility
    horizon: {start: 2006-01-01, duration: 1 y, sample: \(sample)}
    site:
      climate: chicago-ohare
      electricity: {energy: 0.08 USD/kWh, demand: 10 USD/kW-month, carbon: 0.6 kg/kWh}
      floor: {price: 250 USD/m2-year}
      racks: {model: generic-42u}
      power: {era: 2005, topology: n+1, design: 10 kW}
      cooling: {plant: \(plant), unit: 10 kW}
    workload:
      measured on: hp-dl380-g4
      guests:
        - {name: web, count: 20, os: linux-2.6, class: web, memory: 1 GiB, demand: {pattern: office-hours, mean: 6 %, peak: 25 %}}
    layouts:
      - {name: today, servers: {model: hp-dl380-g4}, technique: bare-metal}
    """
  }
}
