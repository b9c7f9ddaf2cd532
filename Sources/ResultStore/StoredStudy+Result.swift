import Cooling
import Quantities
import Scenario
import Simulation
public import Study
import Workload

extension StoredStudy {
  /// A study as it is written to a file.
  public init(_ result: StudyResult, source: StudySource) {
    let scenario = result.scenario
    self.init(
      title: scenario.title, source: source,
      identity: StudyIdentity(of: source, seed: scenario.seed, replications: scenario.replications),
      start: scenario.horizon.start, sample: scenario.horizon.sample,
      sampleCount: scenario.horizon.sampleCount, currency: scenario.site.currency,
      station: scenario.site.weather.station.name, carbonIntensity: scenario.site.carbonIntensity,
      floorArea: scenario.site.floor.area, floorLoadLimit: scenario.site.floor.loadLimit,
      groups: scenario.guests.map { StoredGroup($0) },
      layouts: result.layouts.map { StoredLayout($0, in: result) },
      gates: result.gates.map { StoredGate($0) }, facts: StoredFact.all(of: scenario),
      techniques: StoredTechnique.all(of: scenario), carriages: StoredCarriage.all(of: scenario),
      project: result.move.map { StoredProject($0, in: result) })
  }
}

extension StoredGroup {
  init(_ group: GuestGroup) {
    self.init(
      name: group.name, guests: group.count, operatingSystem: group.operatingSystem.title,
      virtualCPUs: group.virtualCPUs, memory: group.memory, disk: group.disk)
  }
}

extension StoredGate {
  init(_ outcome: GateOutcome) {
    self.init(
      text: outcome.gate.text, layout: outcome.gate.layout, limit: outcome.gate.limit,
      measured: outcome.measured.map { StoredEstimate($0) }, holds: outcome.holds)
  }
}

extension StoredEstimate {
  init(_ measured: Measured) { self.init(mean: measured.mean, halfWidth: measured.halfWidth) }
}

extension StoredFact {
  /// The facts of every model in a scenario, each model once, in the order of the layouts.
  static func all(of scenario: Scenario) -> [StoredFact] {
    var facts: [StoredFact] = []
    var seen: [String] = []
    func enter(_ subject: String, _ sourced: [SourcedFact]) {
      guard !seen.contains(subject) else { return }
      seen.append(subject)
      for fact in sourced {
        facts.append(
          StoredFact(
            subject: subject, name: fact.name, value: fact.value, source: fact.source,
            confidence: fact.confidence.rawValue))
      }
    }
    for layout in scenario.layouts {
      enter(layout.servers.model.title, layout.servers.model.facts)
      if let enclosure = layout.servers.enclosure { enter(enclosure.title, enclosure.facts) }
      let racks = layout.racks ?? scenario.site.racks
      enter(racks.model.title, racks.model.facts)
    }
    return facts
  }
}
