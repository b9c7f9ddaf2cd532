import Quantities
import ResultStore

/// Which servers are installed with what, and who runs there. Empty unless a layout runs several techniques.
struct PoolSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    let tables = contents.study.layouts.map(PoolTable.init).filter(\.isWorthTelling)
    guard !tables.isEmpty else { return .empty }
    return Markup("section", ["id": "pools"]) {
      Markup("h2") { "Who runs under what" }
      Markup("p", ["class": "lead"]) { lead(tables) }
      Markup("h3") { "Servers by technique" }
      pools(tables).markup
      Markup("p", ["class": "quiet"]) {
        "A guest runs on servers of its own technique only. Each kind of servers has its own spare: none is installed anew "
          + "when another runs short. Letters are those in the drawings of the racks."
      }
      Markup("h3") { "Guests by technique" }
      guests(tables).markup
    }
  }

  private func lead(_ tables: [PoolTable]) -> String {
    let parts = tables.enumerated().map { number, table in
      "\(table.layout.pools.count)\(number == 0 ? " kinds of servers" : "") in \(table.layout.name)"
    }
    return "Guests run on \(Wording.list(parts)), each kind installed with what its guests run under."
  }

  private func pools(_ tables: [PoolTable]) -> DataTable {
    DataTable(
      columns: [
        "layout", "servers of", "servers", "with guests", "guests", "guests a server", "set by",
        "host's own, %", "host's own, MiB", "who runs there",
      ],
      rows: tables.flatMap { table in
        table.layout.pools.enumerated().map { number, pool in
          [
            table.layout.name, "\(table.letters[number].letter): \(pool.title)", String(pool.hosts),
            String(pool.hostsUsed), String(pool.guests),
            Rounding.text(PoolTable.density(of: pool), decimals: 1), pool.binding ?? "given",
            Rounding.significant(pool.hostShare.percent),
            Rounding.text(pool.hostMemory.gibibytes * 1024, decimals: 0),
            table.groups(ofPool: number, in: contents.study),
          ]
        }
      }, name: "pools", hasWords: true)
  }

  private func guests(_ tables: [PoolTable]) -> DataTable {
    let groups = contents.study.groups
    return DataTable(
      columns: ["group"] + tables.map(\.layout.name),
      rows: groups.indices.map { group in
        ["\(groups[group].name) (\(groups[group].operatingSystem))"]
          + tables.map { table in
            table.layout.memberships.first { $0.group == group }.map {
              "\($0.technique), keeps \(Rounding.significant($0.efficiency.percent)) %"
            } ?? "-"
          }
      }, name: "guests-by-technique", hasWords: true)
  }
}
