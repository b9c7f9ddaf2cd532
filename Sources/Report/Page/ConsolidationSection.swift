import Quantities
import ResultStore

/// Guests that are moved together and apart over time: servers that are on, migrations, and how well guests were served.
struct ConsolidationSection: Sendable {
  let contents: ReportContents

  /// The most layouts that are drawn.
  static let mostLayouts = 6

  /// Layouts whose guests are moved.
  private var moving: [Int] {
    contents.study.layouts.indices.filter { contents.mean($0) { $0.figure("consolidation-rounds") } > 0 }
  }

  /// Nothing for a study in which guests stay where they are.
  var markup: Markup {
    let moving = moving
    guard !moving.isEmpty else { return .empty }
    return Markup("section", ["id": "consolidation"]) {
      Markup("h2") { "Consolidation over time" }
      Markup("p", ["class": "lead"]) { lead(moving) }
      table.markup
      Markup("p", ["class": "quiet"]) {
        "Means over replications. OTF: time in which servers were asked for more than they have, as a share of the time "
          + "they ran; SLATAH: the same, mean over servers; PDM: a tenth of what guests ask for while they migrate, as a "
          + "share of all they ask for; SLAV: SLATAH times PDM (Beloglazov and Buyya 2012). The charts are of the first "
          + "replication"
          + (moving.count > Self.mostLayouts ? " and the first \(Self.mostLayouts) layouts." : ".")
      }
      Markup("div", ["class": "stack"]) {
        for index in moving.prefix(Self.mostLayouts) { charts(of: index, largest: largest(moving)) }
      }
    }
  }

  private func lead(_ moving: [Int]) -> String {
    let parts = moving.map { index in
      let layout = contents.study.layouts[index]
      let running = Rounding.significant(contents.mean(index) { $0.figure("mean-hosts") })
      let moves = Rounding.significant(contents.mean(index) { $0.figure("migrations") })
      return "\(running) of \(layout.servers.count) servers in \(layout.name), for \(moves) migrations"
    }
    return "On average there ran \(Wording.list(parts))."
  }

  private var table: DataTable {
    let layouts = contents.study.layouts.indices
    func row(_ title: String, _ name: String) -> [String] {
      [title]
        + layouts.map { index in
          let isKnown = contents.study.layouts[index].runs.contains {
            $0.figures.contains { $0.name == name }
          }
          return isKnown ? Rounding.significant(contents.mean(index) { $0.figure(name) }) : "-"
        }
    }
    return DataTable(
      columns: ["over the study"] + contents.study.layouts.map(\.name),
      rows: [
        ["servers"] + contents.study.layouts.map { String($0.servers.count) },
        row("of these running, mean", "mean-hosts"), row("switched off", "switched-off"),
        row("switched on", "switched-on"), row("energy of boots, kWh", "boot-energy"),
        row("energy of servers that were off, kWh", "off-energy"),
        row("migrations", "migrations"), row("memory copied, GiB", "migrated"),
        row("guests stopped by migrations, s", "migration-downtime"),
        row("overloaded servers found", "overloaded-hosts"), row("OTF, %", "otf"), row("SLATAH, %", "slatah"),
        row("PDM, %", "pdm"), row("SLAV, %", "slav"), row("ESV, kWh %", "esv"),
        row("time on overfull servers, 95 % of guests, min", "contention-p95"),
        row("time on overfull servers, 99 % of guests, min", "contention-p99"),
      ], name: "consolidation")
  }

  /// The most servers that are on at the end of an hour, so that all charts have one axis.
  private func largest(_ moving: [Int]) -> Double {
    moving.prefix(Self.mostLayouts).compactMap { serversOn($0).max() }.max() ?? 0
  }

  private func charts(of index: Int, largest: Double) -> Markup {
    let layout = contents.study.layouts[index]
    let on = serversOn(index)
    let hours = contents.days.lowerBound * 24..<contents.days.lowerBound * 24 + contents.hours[index].count
    let moves = hours.map { hour in
      Double(contents.activity[index].first { $0.hour == hour }?.migrations ?? 0)
    }
    let days = contents.days.map { Self.weekdays[contents.date($0).weekday] }
    let area = StackedArea(
      layers: [Layer(name: "servers on", colour: .blue)], values: [on], largest: largest, unit: "servers",
      days: days)
    let bars = StackedArea(
      layers: [Layer(name: "migrations", colour: .orange)], values: [moves], largest: moves.max() ?? 0,
      unit: "an hour", days: days)
    let title =
      "\(layout.name) keeps \(Rounding.significant(on.min() ?? 0)) to \(Rounding.significant(on.max() ?? 0)) servers on"
    return Figure(
      title: title,
      picture: Figure.wideAndNarrow { width, isWide in
        area.drawing(
          width: width, height: 190, namesBeside: isWide, title: title,
          description: "Servers that are not switched off at the end of each hour.")
      }
        + Figure.wideAndNarrow { width, isWide in
          bars.drawing(
            width: width, height: 120, namesBeside: isWide, title: "Migrations in \(layout.name)",
            description: "Migrations that came to their end in each hour.")
        },
      table: DataTable(
        columns: ["hour", "servers on", "migrations"],
        rows: hours.enumerated().map { place, hour in
          [String(hour), Rounding.significant(on[place]), Rounding.significant(moves[place])]
        }, name: "consolidation-\(index + 1)")
    ).markup
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Servers that are not switched off at the end of each hour that is drawn.
  private func serversOn(_ index: Int) -> [Double] {
    var on = contents.study.layouts[index].servers.count
    var next = contents.activity[index][...]
    return (0..<contents.days.lowerBound * 24 + contents.hours[index].count).map { hour in
      if let first = next.first, first.hour == hour {
        on += first.switchedOn - first.switchedOff
        next = next.dropFirst()
      }
      return Double(on)
    }.suffix(contents.hours[index].count)
  }
}
