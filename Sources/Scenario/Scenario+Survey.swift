import Quantities
import Virtualization
import Workload

extension Scenario {
  /// Adds those of some layouts whose technique carries every guest, and keeps what was found about each of them.
  ///
  /// - Parameters:
  ///   - name: the name of them all.
  ///   - entry: which entry of the list of layouts they come from.
  ///   - candidates: the same layout under one technique each.
  public mutating func addSurvey(_ name: String, entry: Int, of candidates: [Layout]) {
    // What a technique means for a guest is asked without regard to those that the layout runs under others.
    let hindrances = candidates.map { layout in
      guests.indices.map { hindrance(ofGuests: $0, layout.withoutExceptions) }
    }
    var entries: [TechniqueSurvey.Entry] = []
    for (layout, own) in zip(candidates, hindrances) {
      let isCarried = layout.isMixed ? isCarried(by: layout) : { own[$0] == nil }
      let carriesAll = guests.indices.allSatisfy { isCarried($0) || !guests[$0].comesToExist }
      let findings = guests.indices.map { group in
        var hindrance = own[group]
        if hindrance?.obstacle == TechniqueSurvey.Hindrance.size {
          hindrance = own[group].map {
            TechniqueSurvey.Hindrance(
              obstacle: $0.obstacle, reason: $0.reason,
              possible: candidates.indices.filter { hindrances[$0][group] == nil }
                .map { candidates[$0].technique.name })
          }
        }
        return finding(aboutGuests: group, layout.technique, hindrance)
      }
      entries.append(
        TechniqueSurvey.Entry(
          technique: layout.technique, findings: findings, layout: carriesAll ? layouts.count : nil))
      if carriesAll { layouts.append(layout) }
    }
    surveys.append(TechniqueSurvey(name: name, entry: entry, entries: entries))
  }

  /// Whether a layout of several techniques carries a group; none where nobody runs under its own.
  private func isCarried(by layout: Layout) -> (Int) -> Bool {
    let isUsed = guests.indices.contains {
      guests[$0].comesToExist && technique(ofGuests: $0, in: layout).name == layout.technique.name
    }
    return { isUsed && hindrance(ofGuests: $0, layout) == nil }
  }

  private func finding(
    aboutGuests index: Int, _ technique: Technique, _ hindrance: TechniqueSurvey.Hindrance?
  ) -> TechniqueSurvey.Finding {
    let group = guests[index]
    return TechniqueSurvey.Finding(
      efficiency: technique.efficiency(of: group.mix, for: group.operatingSystem),
      memory: technique.hostMemory(of: [(group.operatingSystem, group.memory)])
        - technique.hostCost.memory.value,
      hindrance: hindrance)
  }

  private func hindrance(ofGuests index: Int, _ layout: Layout) -> TechniqueSurvey.Hindrance? {
    let host = layout.servers.model.hostFacts(in: horizon.start.year)
    let technique = technique(ofGuests: index, in: layout)
    if let refusal = technique.refusal(for: guests[index], on: host) {
      return TechniqueSurvey.Hindrance(
        obstacle: refusal.obstacle.rawValue, reason: refusal.reason, possible: refusal.possible)
    }
    return misfit(ofGuests: index, layout).map {
      TechniqueSurvey.Hindrance(
        obstacle: TechniqueSurvey.Hindrance.size, reason: $0.message, possible: [])
    }
  }
}

extension Layout {
  /// The same with all guests under its own technique.
  fileprivate var withoutExceptions: Layout {
    var layout = self
    (layout.exceptions, layout.otherwise) = ([], [])
    return layout
  }
}
