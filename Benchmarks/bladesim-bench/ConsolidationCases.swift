import Documents
import Foundation
import Scenario
import ScenarioFile
import Simulation

/// Consolidation over time: the PlanetLab day of 1 052 guests on 800 servers, a round every five minutes.
enum ConsolidationCases {
  static func run() -> [Measurement] {
    let data = ProcessInfo.processInfo.environment["BLADESIM_REFERENCE_DATA"] ?? "../shared/data"
    let folder = "scenarios/planetlab-day"
    let variables = ["BLADESIM_REFERENCE_DATA": URL(fileURLWithPath: data).standardizedFileURL.path]
    guard let file = try? SourceFile.read(path: folder + "/scenario.yaml"),
      let scenario = ScenarioFile.load(
        file, resources: FolderResources(folder: folder, variables: variables)
      ).scenario,
      let simulator = try? Simulator(scenario), let plan = try? simulator.plan(replication: 0)
    else { return [] }
    return scenario.layouts.enumerated().compactMap { index, layout in
      guard layout.consolidation != nil else { return nil }
      var counts = RunCounts()
      let seconds = ProcessorClock.least(of: 5) {
        if let run = try? simulator.run(layout: index, plan: plan, replication: 0) { counts = run.counts }
      }
      return Measurement(
        name: "PlanetLab day, \(layout.name)", value: seconds * 1e3, unit: "ms CPU",
        ratio: seconds * 1e3 / Double(max(1, counts.rounds)), ratioUnit: "ms a round",
        target: "under 500 ms", isMet: seconds < 0.5 && counts.rounds == 287,
        note:
          "\(counts.rounds) rounds, \(counts.migrations) migrations, \(counts.switchedOn) servers switched on"
      )
    }
  }
}
