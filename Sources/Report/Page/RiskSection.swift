import Quantities
import ResultStore

/// What fails, whom it takes down, and for how long.
struct RiskSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    Markup("section", ["id": "risk"]) {
      Markup("h2") { "Risk" }
      Markup("p", ["class": "lead"]) { contents.findings.reach }
      table.markup
      Markup("p", ["class": "quiet"]) {
        "Counts are means over replications, the worst is the worst of all. The reach of a failure is that of the plan; "
          + "what was seen can be less, or more while guests are moved."
      }
    }
  }

  private var table: DataTable {
    let study = contents.study
    let years = study.duration.years
    let layouts = study.layouts.indices
    func row(_ title: String, _ value: (Int) -> String) -> [String] { [title] + layouts.map(value) }
    func yearly(_ count: @escaping (StoredRun) -> Int) -> (Int) -> String {
      { layout in Rounding.significant(contents.mean(layout) { Double(count($0)) } / years) }
    }
    func percent(_ share: @escaping (StoredRun) -> Double) -> (Int) -> String {
      { layout in
        let value = contents.mean(layout, share) * 100
        return value > 0 && value < 0.0005 ? "below 0.001" : Rounding.significant(value)
      }
    }
    let rows = [
      row("guests down by one failure, at most, as planned") {
        String(FailureReach(study.layouts[$0]).guests)
      },
      row("guests down by one failure, worst seen") { layout in
        Rounding.text(
          contents.largest(layout) { Double(max($0.worstServerBlast, $0.worstEnclosureBlast)) }, decimals: 0)
      },
      row("failures of servers a year", yearly(\.serverFailures)),
      row("failures of enclosures a year", yearly(\.enclosureFailures)),
      row("guests brought back on a server, a year", yearly(\.restarts)),
      row("times a guest waited for room, a year", yearly(\.waits)),
      row("downtime of a guest, hours a year") { layout in
        study.layouts[layout].comparison(.downtime).map {
          Rounding.text($0.value.mean, halfWidth: $0.value.halfWidth)
        } ?? ""
      },
      row("longest outage of a guest, hours") { layout in
        Rounding.significant(contents.largest(layout) { $0.longestOutage.hours })
      },
      row(
        "work lost while guests were down, %",
        percent { $0.demandedWork > 0 ? $0.lostWork / $0.demandedWork : 0 }),
      row(
        "work not done on busy servers, %",
        percent { $0.demandedWork > 0 ? $0.contendedWork / $0.demandedWork : 0 }),
      row("time with supplies beyond their redundancy, %", percent { $0.unprotectedShare.value }),
      row("time with more heat than the plant removes, %", percent { $0.overloadedShare.value }),
    ]
    return DataTable(
      columns: ["measure"] + study.layouts.map(\.name), rows: rows + plantRows(row), name: "risk")
  }

  /// What power and cooling of the site went through; nothing when they never fail.
  private func plantRows(_ row: (String, (Int) -> String) -> [String]) -> [[String]] {
    let figures = contents.study.layouts.flatMap(\.runs).first { !$0.figures.isEmpty }?.figures ?? []
    let years = contents.study.duration.years
    return figures.map { figure in
      guard figure.name != "worst-plant-blast" else {
        return row(figure.title + ", worst seen") { layout in
          Rounding.text(contents.largest(layout) { $0.figure(figure.name) }, decimals: 0)
        }
      }
      let unit = figure.unit.isEmpty ? "" : ", \(figure.unit)"
      // Lengths of one thing, which do not add up over years.
      if figure.name.hasPrefix("provisioning-") {
        return row(figure.title + unit) { layout in
          Rounding.significant(contents.mean(layout) { $0.figure(figure.name) })
        }
      }
      return row("\(figure.title)\(unit) a year") { layout in
        Rounding.significant(contents.mean(layout) { $0.figure(figure.name) } / years)
      }
    }
  }
}
