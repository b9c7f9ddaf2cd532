import Quantities
import ResultStore

/// What the loss of the site does: how much work is lost, and when guests are back.
struct RecoverySection: Sendable {
  let contents: ReportContents

  private var layouts: [StoredLayout] { contents.study.layouts.filter { !$0.recoveries.isEmpty } }

  /// Nothing for a study whose site is never lost.
  var markup: Markup {
    guard !layouts.isEmpty else { return .empty }
    return Markup("section", ["id": "recovery"]) {
      Markup("h2") { "Loss of the site" }
      Markup("p", ["class": "lead"]) {
        [contents.findings.recovery, contents.findings.lateBackups].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      table.markup
      Markup("p", ["class": "quiet"]) {
        "Means over replications. Recovery point: the work that a guest loses, from the state that comes back until the "
          + "loss. Recovery time: from the loss until the guest serves again. What is brought back elsewhere is not in the "
          + "energy and money of this study."
      }
    }
  }

  private var table: DataTable {
    func row(_ title: String, _ value: (StoredLayout) -> String) -> [String] { [title] + layouts.map(value) }
    func mean(_ value: @escaping (StoredRecovery) -> Double) -> (StoredLayout) -> String {
      { Rounding.significant(Findings.mean($0, value)) }
    }
    func known(_ value: @escaping (StoredRecovery) -> Double?) -> (StoredLayout) -> String {
      { layout in
        layout.recoveries.contains { value($0) == nil }
          ? "-" : Rounding.significant(Findings.mean(layout) { value($0) ?? 0 })
      }
    }
    var rows = [
      row("method") { $0.recoveries[0].method },
      row("guests lost", mean { Double($0.guests) }),
      row("machines they come back on", mean { Double($0.machines) }),
      row("of these ordered", mean { Double($0.ordered) }),
      row("recovery point, mean, hours", mean { $0.pointMean.hours }),
      row("recovery point, 95 % of guests, hours", mean { $0.pointPercentile95.hours }),
      row("recovery point, worst, hours", mean { $0.pointWorst.hours }),
      row("recovery time, mean, hours", mean { $0.timeMean.hours }),
      row("recovery time, 95 % of guests, hours", mean { $0.timePercentile95.hours }),
      row("recovery time, last guest, hours", mean { $0.timeWorst.hours }),
      row("guest-hours down", mean { $0.downtime.hours }),
      row("data lost, GB", mean { $0.lost.value / 1e9 }),
      row("hours of crews", mean { $0.labour.hours }),
      row("backup window, hours", known { $0.backupWindow?.hours }),
      row("backup interval, hours", known { $0.backupInterval?.hours }),
      row("backup fits") {
        $0.recoveries.contains { $0.backupFits == false }
          ? "no" : $0.recoveries[0].backupFits == nil ? "-" : "yes"
      },
      row("drills in the study", known { $0.drills.map(Double.init) }),
      row("a drill, hours", known { $0.drillDuration?.hours }),
      row("a drill, hours of people", known { $0.drillLabour?.hours }),
    ]
    if layouts.contains(where: { $0.recoveries[0].rate > .zero }) {
      rows.append(
        row("guest-hours down a year, as often as expected", mean { $0.downtime.hours * $0.rate.value }))
    }
    return DataTable(
      columns: ["when the site is lost"] + layouts.map(\.name), rows: rows, name: "recovery", hasWords: true)
  }
}
