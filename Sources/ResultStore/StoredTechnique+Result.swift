import Quantities
import Scenario
import Virtualization

extension StoredTechnique {
  /// The techniques of every survey of a scenario, one survey after the other.
  static func all(of scenario: Scenario) -> [StoredTechnique] {
    scenario.surveys.flatMap { survey in
      survey.entries.map { entry in
        let technique = entry.technique
        return StoredTechnique(
          survey: survey.name, name: technique.name, title: technique.title, kind: technique.kind.rawValue,
          layout: entry.layout, hostShare: technique.hostCost.work.value,
          hostMemory: technique.hostCost.memory.value, boot: technique.times.boot.value,
          provisioning: technique.times.provisioning.value, migratesLive: technique.migratesLive,
          restartsGuests: technique.restartsGuests)
      }
    }
  }
}

extension StoredCarriage {
  /// What the techniques mean for the groups of a scenario, techniques as in ``StoredTechnique/all(of:)``.
  static func all(of scenario: Scenario) -> [StoredCarriage] {
    scenario.surveys.flatMap(\.entries).enumerated().flatMap { technique, entry in
      entry.findings.enumerated().map { group, finding in
        StoredCarriage(
          technique: technique, group: group, efficiency: finding.efficiency, memory: finding.memory,
          obstacle: finding.hindrance?.obstacle, reason: finding.hindrance?.reason,
          possible: finding.hindrance?.possible.joined(separator: ", "))
      }
    }
  }
}
