import Quantities
import ResultStore

/// How the guests of the first layout move into another: what is done when, and the dip and recovery of power, money and
/// risk.
struct MoveSection: Sendable {
  let contents: ReportContents

  /// Nothing for a study in which nobody moves.
  var markup: Markup {
    guard let project = contents.study.project, !project.days.isEmpty else { return .empty }
    let days = MoveDays(project: project, currency: contents.study.currency)
    return Markup("section", ["id": "move"]) {
      Markup("h2") { "The move" }
      Markup("p", ["class": "lead"]) { contents.findings.move }
      MoveTimetable(project: project).markup
      days.power.markup
      days.money.markup
      days.risk.markup
      Markup("div", ["class": "columns"]) {
        Markup("div") {
          Markup("h3") { "When it ends, and what it hangs on" }
          ends(of: project).markup
        }
        Markup("div") {
          Markup("h3") { "What moving in costs" }
          costs(of: project).markup
        }
      }
      Markup("p", ["class": "quiet"]) {
        "Ends are those of \(Wording.count(project.replications, "replication")); chart, days and costs are of the one with "
          + "the median end. Watts are those at the rack."
      }
    }
  }

  private func ends(of project: StoredProject) -> DataTable {
    func date(_ end: Seconds?) -> String {
      end.map { project.date($0).description } ?? "not within the limit"
    }
    let rows =
      [
        ["ends with 50 % certainty", date(project.endAt50)],
        ["ends with 80 % certainty", date(project.endAt80)],
        ["ends with 95 % certainty", date(project.endAt95)],
        ["attempts for each guest", Rounding.significant(project.attemptsPerGuest)],
      ]
      + project.bindings.filter { $0.share.value >= 0.005 }.sorted { $0.share > $1.share }.map {
        ["hangs on: \($0.name)", "\(Rounding.text($0.share.percent, decimals: 0)) % of the time"]
      }
    return DataTable(columns: ["", ""], rows: rows, name: "move-ends", hasWords: true)
  }

  private func costs(of project: StoredProject) -> DataTable {
    let lines = [
      ("work", project.workCost), ("courses, tasks, fees, removal", project.feesCost),
      ("electricity of old and new together", project.electricityCost),
      ("yearly costs of the old until the end", project.runningCost), ("together", project.movingCost),
      ("equipment, a cost of the layout", project.equipmentCost),
    ]
    return DataTable(
      columns: ["", contents.study.currency.code],
      rows: lines.map { [$0.0, Rounding.text($0.1.amount, decimals: 0)] }, name: "move-costs")
  }
}
