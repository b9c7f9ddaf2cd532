import Quantities
import ResultStore

extension Verdict {
  /// The layouts that stand side by side: those written by themselves, and of the techniques that were compared the best.
  static func abridged(_ study: StoredStudy) -> StoredStudy {
    let many = study.techniques.compactMap(\.layout)
    guard !many.isEmpty else { return study }
    let findings = Findings(study: study)
    let best = [findings.thriftiest, findings.best(by: .cost)]
    var brief = study
    brief.layouts = study.layouts.indices.filter { $0 == 0 || best.contains($0) || !many.contains($0) }
      .map { study.layouts[$0] }
    return brief
  }

  /// One block for each survey: a line a technique, then who was left out and why.
  var techniqueBlocks: [[String]] {
    TechniqueTable.all(of: study).map { table in
      var rows = [
        ["", "", "guests", "IT", "W a", "keeps", "MiB a", "boot", "energy"],
        [table.survey, "hosts", "a host", "kW", "guest", "%", "guest", "s", "saved"],
      ]
      for run in table.runs {
        rows.append([
          run.technique.name, String(run.layout.hosts), Rounding.text(run.density, decimals: 1),
          Rounding.significant(run.power.kilowatts), Rounding.significant(run.powerPerGuest.value),
          TechniqueTable.percent(run.efficiency), TechniqueTable.range(run.overhead),
          Rounding.significant(run.technique.boot.value), run.saved.map(saved) ?? "",
        ])
      }
      let tight = rows.map { row in row.map { tightened(PlainText.ascii($0)) } }
      let widths = rows[0].indices.map { column in tight.map { $0[column].count }.max() ?? 0 }
      let gap = widths.reduce(0, +) + 2 * (widths.count - 1) <= Verdict.columns ? 2 : 1
      let lines = tight.map { row in
        PlainText.trimmed(
          row.indices.map { column in
            column == 0
              ? PlainText.padded(row[0], to: widths[0])
              : PlainText.padded(row[column], to: widths[column] + gap, right: true)
          }.joined())
      }
      let words = ([table.sized, table.refused] + table.carriers).filter { !$0.isEmpty }
      return lines + words.flatMap { PlainText.wrapped($0) }
    }
  }

  /// A range without blanks: `83-95`, `-67..-58`.
  private func tightened(_ cell: String) -> String {
    cell.replacing(" to ", with: cell.hasPrefix("-") ? ".." : "-")
  }

  /// The share that is saved, without its interval.
  private func saved(_ share: Share) -> String {
    switch share.direction {
    case .less: share.size
    case .more: "-\(share.size)"
    case .same: "0 %"
    case .unclear: "none"
    }
  }

  /// Every technique as JSON, with its figures and what stands in its way.
  var techniqueJSON: [JSON] {
    TechniqueTable.all(of: study).flatMap { table -> [JSON] in
      let runs = table.runs
      return table.techniques.map { index -> JSON in
        let run = runs.first { $0.technique.name == study.techniques[index].name }
        return techniqueJSON(study.techniques[index], run: run, guests: table.carriages(of: index))
      }
    }
  }

  private func techniqueJSON(
    _ technique: StoredTechnique, run: TechniqueTable.Run?, guests: [StoredCarriage]
  ) -> JSON {
    let servers: JSON = if let run { .integer(run.layout.hosts) } else { .null }
    return .object([
      "survey": .string(technique.survey),
      "technique": .string(technique.name),
      "layout": .optional(run?.layout.name),
      "servers": servers,
      "servers_bound_by": .optional(run?.layout.placement.binding),
      "guests_per_server": .optional(run?.density),
      "it_watts": .optional(run?.power.value),
      "watts_per_guest": .optional(run?.powerPerGuest.value),
      "energy_saved_share": .optional(run?.saved?.estimate.mean),
      "host_share": .number(technique.hostShare.value),
      "host_bytes": .number(technique.hostMemory.value),
      "boot_seconds": .number(technique.boot.value),
      "provisioning_seconds": .number(technique.provisioning.value),
      "guests": .array(guests.map { carriage($0) }),
    ])
  }

  private func carriage(_ carriage: StoredCarriage) -> JSON {
    let group = study.groups[carriage.group]
    return .object([
      "group": .string(group.name),
      "carried": .bool(carriage.reason == nil),
      "efficiency": .number(carriage.efficiency.value),
      "overhead_bytes": .number((carriage.memory - group.memory).value),
      "obstacle": .optional(carriage.obstacle),
      "reason": .optional(carriage.reason),
      "possible": .array(
        (carriage.possible ?? "").split(separator: ",").map { .string(PlainText.trimmed(String($0))) }),
    ])
  }
}
