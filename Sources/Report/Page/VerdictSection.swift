import ResultStore

/// The verdict box: layouts as columns, each number with its interval and its change against the first.
struct VerdictSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    Markup("section", ["class": "verdict", "aria-label": "Verdict"]) {
      Markup("div", ["class": "scroll"]) { table }
      if let conditions {
        Markup("p", ["class": "conditions"]) { Markup("a", ["href": "#gates"]) { conditions } }
      }
      Markup("p", ["class": "quiet"]) { note }
    }
  }

  private var table: Markup {
    let study = contents.study
    let rows = MetricRow.all(of: study)
    return Markup("table", ["class": "verdict-table", "style": "--layouts:\(study.layouts.count)"]) {
      Markup("thead") {
        Markup("tr") {
          Markup("th", ["scope": "col"]) { Markup("span", ["class": "unseen"]) { "metric" } }
          for layout in study.layouts { Markup("th", ["scope": "col"]) { layout.name } }
        }
      }
      Markup("tbody") {
        for row in rows {
          Markup("tr") {
            Markup("th", ["scope": "row"]) {
              row.title
              if !row.unit.isEmpty { Markup("span", ["class": "quiet"]) { ", \(row.unit)" } }
            }
            for layout in study.layouts.indices { cell(of: row, layout) }
          }
        }
      }
    }
  }

  private func cell(of row: MetricRow, _ layout: Int) -> Markup {
    let value = row.values[layout]
    let text = row.text(layout).split(separator: " ±", maxSplits: 1)
    return Markup("td") {
      Markup("span", ["class": "value"]) { String(text[0]) }
      if value.halfWidth != nil, text.count == 2 {
        Markup("span", ["class": "interval"]) { " ±\(text[1])" }
      }
      if !row.remarks[layout].isEmpty {
        Markup("span", ["class": "interval"]) { " (\(row.remarks[layout]))" }
      }
      if let share = row.savings[layout] {
        Markup("span", ["class": "change"]) {
          share.direction == .unclear ? "unclear" : share.change
          if let range = share.changeRange { Markup("span", ["class": "interval"]) { " (\(range))" } }
        }
      }
    }
  }

  private var conditions: String? {
    let gates = contents.study.gates
    return gates.isEmpty ? nil : GateSection.title(gates.count, failed: gates.filter { !$0.holds }.count)
  }

  private var note: String {
    let first = contents.study.layouts[0].name
    let comparison =
      contents.study.layouts.count > 1 ? "Changes are against \(first), in percent. " : ""
    guard contents.study.replications > 1 else {
      return comparison + "One replication, so no intervals."
    }
    return comparison
      + "Intervals are 95 % confidence intervals over \(contents.study.replications) replications, those of changes "
      + "paired; one that is too narrow to matter is left out."
  }
}
