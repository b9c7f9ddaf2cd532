import Quantities
import ResultStore

/// The techniques that one layout was to run under: what those that carry every guest came to, and why the others do not.
struct TechniqueTable: Sendable {
  let study: StoredStudy
  /// The name that the layouts begin with.
  let survey: String
  /// Places of its techniques in the study.
  let techniques: [Int]

  /// The tables of a study, one for each survey.
  static func all(of study: StoredStudy) -> [TechniqueTable] {
    var names: [String] = []
    for technique in study.techniques where !names.contains(technique.survey) {
      names.append(technique.survey)
    }
    return names.map { name in
      TechniqueTable(
        study: study, survey: name,
        techniques: study.techniques.indices.filter { study.techniques[$0].survey == name })
    }
  }

  /// A technique whose layout was simulated.
  struct Run: Sendable {
    let technique: StoredTechnique
    let layout: StoredLayout
    /// What groups that have guests keep of their throughput, from the least to the most.
    let efficiency: ClosedRange<Double>
    /// What a guest takes of its host's memory beyond its own, from the least to the most; negative for shared kernels.
    let overhead: ClosedRange<Double>

    /// What sets the number of servers; of several kinds, that of the technique's own.
    var binding: String? {
      guard layout.pools.count > 1 else { return layout.placement.binding }
      return layout.pools.first { $0.title.contains(technique.title) }?.binding
    }
    /// Guests on a server that has any, on average.
    var density: Double { Double(layout.placement.guests) / Double(max(1, layout.placement.hostsUsed)) }
    /// Mean IT power.
    var power: Watts { Watts(1e3 * (layout.comparison(.itPower)?.value.mean ?? 0)) }
    /// IT power for each guest.
    var powerPerGuest: Watts { power / Double(max(1, layout.placement.guests)) }
    /// Share of the energy of the study's first layout that is saved; nil for that layout itself.
    let saved: Share?
  }

  /// Those that carry every guest.
  var runs: [Run] {
    techniques.compactMap { index -> Run? in
      let technique = study.techniques[index]
      guard let number = technique.layout, study.layouts.indices.contains(number) else { return nil }
      let own = carriages(of: index).filter { study.groups[$0.group].guests > 0 && $0.reason == nil }
      let efficiency = own.map(\.efficiency.value)
      let overhead = own.map { ($0.memory - study.groups[$0.group].memory).gibibytes * 1024 }
      return Run(
        technique: technique, layout: study.layouts[number],
        efficiency: (efficiency.min() ?? 1)...(efficiency.max() ?? 1),
        overhead: (overhead.min() ?? 0)...(overhead.max() ?? 0),
        saved: number == 0
          ? nil : study.layouts[number].comparison(.energy)?.savings.map { Share(estimate: $0) })
    }
  }

  /// What a technique means for each group.
  func carriages(of technique: Int) -> [StoredCarriage] {
    study.carriages.filter { $0.technique == technique && study.groups.indices.contains($0.group) }
  }

  /// The techniques that were left out, by what stands in the way of the first guest that is refused.
  private var leftOut: [(obstacle: String, names: [String])] {
    var found: [(obstacle: String, names: [String])] = []
    for index in techniques where study.techniques[index].layout == nil {
      // A group without guests stands in nobody's way, unless there are no others.
      let refusals = carriages(of: index).filter { $0.obstacle != nil }
      let first = refusals.first { study.groups[$0.group].guests > 0 } ?? refusals.first
      let obstacle = first?.obstacle ?? "other"
      if let known = found.firstIndex(where: { $0.obstacle == obstacle }) {
        found[known].names.append(study.techniques[index].name)
      } else {
        found.append((obstacle, [study.techniques[index].name]))
      }
    }
    return found
  }

  /// Which techniques were left out, and for what.
  var refused: String {
    let parts = leftOut.map { "for the \($0.obstacle) \(Wording.list($0.names))" }
    return parts.isEmpty ? "" : "\(survey) cannot be run under others: \(parts.joined(separator: "; "))."
  }

  /// What sets the number of servers under which technique.
  var sized: String {
    var found: [(binding: String, names: [String])] = []
    for run in runs {
      guard let binding = run.binding else { continue }
      if let known = found.firstIndex(where: { $0.binding == binding }) {
        found[known].names.append(run.technique.name)
      } else {
        found.append((binding, [run.technique.name]))
      }
    }
    guard !found.isEmpty else { return "" }
    let parts = found.map { "by \($0.binding) under \(Wording.list($0.names))" }
    return "The number of servers is set \(parts.joined(separator: "; "))."
  }

  /// For each group that other techniques carry than those that were run, which do.
  var carriers: [String] {
    let run = techniques.filter { study.techniques[$0].layout != nil }
    return study.groups.indices.compactMap { group in
      let able = techniques.filter { technique in
        carriages(of: technique).contains { $0.group == group && $0.reason == nil }
      }
      guard able != run else { return nil }
      let names = able.map { study.techniques[$0].name }
      let what = "\(study.groups[group].name) (\(study.groups[group].operatingSystem))"
      return names.isEmpty
        ? "\(what) is carried by none of them." : "\(what) is carried by \(Wording.list(names))."
    }
  }

  /// `88` or `83-95`.
  static func range(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (
      Rounding.text(range.lowerBound, decimals: 0), Rounding.text(range.upperBound, decimals: 0)
    )
    return low == high ? low : "\(low) to \(high)"
  }

  /// `88`, `83 to 95`: per cent of native throughput.
  static func percent(_ share: ClosedRange<Double>) -> String {
    range(share.lowerBound * 100...share.upperBound * 100)
  }
}
