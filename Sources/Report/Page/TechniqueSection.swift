import Quantities
import ResultStore

/// Who can carry the guests, who cannot and why; at what density, power and overhead. Empty unless techniques were compared.
struct TechniqueSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    let tables = TechniqueTable.all(of: contents.study)
    guard !tables.isEmpty else { return .empty }
    return Markup("section", ["id": "techniques"]) {
      Markup("h2") { "Techniques" }
      for table in tables {
        Markup("p", ["class": "lead"]) { lead(table) }
        figures(table).markup
        Markup("p", ["class": "quiet"]) {
          "Kept is what guests keep of their native throughput, by the work of their group; memory is what a guest takes "
            + "beyond its own, less than nothing where the host's kernel is there already. A host's own share of its "
            + "processors and memory comes on top."
        }
        Markup("h3") { "Who can run under what, and why not" }
        matrix(table).markup
      }
    }
  }

  private func lead(_ table: TechniqueTable) -> String {
    let runs = table.runs
    let all = Wording.count(table.techniques.count, "technique")
    guard let densest = runs.max(by: { $0.density < $1.density }),
      let thriftiest = runs.min(by: { $0.power < $1.power })
    else { return "None of \(all) carries every guest of \(table.survey)." }
    return
      "\(runs.count) of \(all) \(runs.count == 1 ? "carries" : "carry") every guest of \(table.survey). Most guests "
      + "share a server under \(densest.technique.title) (\(Rounding.text(densest.density, decimals: 1))); least power "
      + "takes \(thriftiest.technique.title), \(Rounding.significant(thriftiest.powerPerGuest.value)) W a guest."
  }

  private func figures(_ table: TechniqueTable) -> DataTable {
    DataTable(
      columns: [
        "technique", "servers", "set by", "guests a server", "IT power, kW", "W a guest",
        "throughput kept, %",
        "memory a guest, MiB", "host's own, %", "host's own, MiB", "boot, s", "provisioning, min",
        "energy saved, %",
      ],
      rows: table.runs.map { run in
        let technique = run.technique
        return [
          technique.title, String(run.layout.hosts), run.binding ?? "given",
          Rounding.text(run.density, decimals: 1),
          Rounding.significant(run.power.kilowatts), Rounding.significant(run.powerPerGuest.value),
          TechniqueTable.percent(run.efficiency), TechniqueTable.range(run.overhead),
          Rounding.significant(technique.hostShare.percent),
          Rounding.text(technique.hostMemory.gibibytes * 1024, decimals: 0),
          Rounding.significant(technique.boot.value),
          Rounding.significant(technique.provisioning.value / 60),
          run.saved.map { Rounding.text($0.estimate.mean * 100, decimals: 1) } ?? "-",
        ]
      }, name: "techniques-\(table.survey)")
  }

  private func matrix(_ table: TechniqueTable) -> DataTable {
    let groups = contents.study.groups
    return DataTable(
      columns: ["technique"]
        + groups.map { "\($0.name) (\($0.operatingSystem)\($0.guests == 0 ? ", none yet" : ""))" },
      rows: table.techniques.map { index in
        let carriages = table.carriages(of: index)
        return [contents.study.techniques[index].name]
          + groups.indices.map { group in
            guard let carriage = carriages.first(where: { $0.group == group }) else { return "-" }
            guard let reason = carriage.reason else {
              return "keeps \(Rounding.significant(carriage.efficiency.percent)) %"
            }
            return "\(reason); possible: \(possible(carriage))"
          }
      }, name: "carriers-\(table.survey)", hasWords: true)
  }

  private func possible(_ carriage: StoredCarriage) -> String {
    carriage.possible.flatMap { $0.isEmpty ? nil : $0 } ?? "none"
  }
}
