import Quantities
import ResultStore

/// What fails, whom it takes down, and for how long.
struct RiskSection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    Markup("section", ["id": "risk"]) {
      Markup("h2") { "Risk" }
      Markup("p", ["class": "lead"]) {
        [contents.findings.reach, contents.findings.plantReach].filter { !$0.isEmpty }.joined(separator: " ")
      }
      table.markup
      for layout in contents.study.layouts where !layout.impacts.isEmpty {
        Markup("h3") { "What each component takes down: \(layout.name)" }
        impactTable(of: layout).markup
      }
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
    let rows =
      [
        row("guests down by one failure, at most, as planned") {
          String(FailureReach(study.layouts[$0]).guests)
        },
        row("guests down by one failure, worst seen") { layout in
          Rounding.text(
            contents.largest(layout) { Double(max($0.worstServerBlast, $0.worstEnclosureBlast)) }, decimals: 0
          )
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
      ] + cappedRow(row, percent) + [
        row("time with supplies beyond their redundancy, %", percent { $0.unprotectedShare.value }),
        row("time with more heat than the plant removes, %", percent { $0.overloadedShare.value }),
      ]
    return DataTable(
      columns: ["measure"] + study.layouts.map(\.name), rows: rows + figureRows(row), name: "risk")
  }

  /// The blast radius of every component of a layout: what one unit and one group take, expected and seen.
  private func impactTable(of layout: StoredLayout) -> DataTable {
    let rows = layout.impacts.map { impact -> [String] in
      let planned =
        impact.expected.map { expected in
          [
            "\(expected.units)",
            Self.loss(expected.unitGuestsLost, degraded: expected.unitGuestsDegraded),
            Self.loss(expected.groupGuestsLost, degraded: expected.groupGuestsDegraded),
            "\(expected.groupGuestsRestarted)", Rounding.significant(expected.minutesDown),
            Rounding.significant(expected.groupGuestHoursDown),
            Rounding.significant(expected.unitFailuresPerYear), Rounding.significant(expected.outagesPerYear),
            Rounding.significant(expected.guestHoursDownPerYear),
          ]
        } ?? Array(repeating: "", count: 9)
      return [impact.title] + planned + [
        Rounding.significant(impact.seen.outagesPerYear), "\(impact.seen.worstGuestsLost)",
        Rounding.significant(impact.seen.guestHoursDownPerYear),
      ]
    }
    return DataTable(
      columns: [
        "component", "units", "guests lost by one unit", "by the worst group", "of these restarted at once",
        "minutes down of each", "guest-hours of the worst group", "failures of units a year",
        "outages of groups a year", "guest-hours a year", "outages a year, seen", "most guests lost, seen",
        "guest-hours a year, seen",
      ], rows: rows, name: "impact-\(layout.name)")
  }

  private static func loss(_ lost: Int, degraded: Int) -> String {
    lost == 0 && degraded > 0 ? "0 (\(degraded) with less)" : "\(lost)"
  }

  /// Work that power caps prevented; nothing without such work.
  private func cappedRow(
    _ row: (String, (Int) -> String) -> [String],
    _ percent: (@escaping (StoredRun) -> Double) -> (Int) -> String
  ) -> [[String]] {
    guard contents.study.layouts.contains(where: { $0.runs.contains { $0.cappedWork > 0 } }) else {
      return []
    }
    return [
      row(
        "work prevented by power caps, %",
        percent { $0.demandedWork > 0 ? $0.cappedWork / $0.demandedWork : 0 })
    ]
  }

  /// What power and cooling of the site went through, and what power caps did; nothing when neither ever happened.
  private func figureRows(_ row: (String, (Int) -> String) -> [String]) -> [[String]] {
    var figures: [StoredFigure] = []
    for figure in contents.study.layouts.flatMap(\.runs).flatMap(\.figures)
    where !figure.name.hasPrefix(ContentionSection.prefix)
      && !figure.name.hasPrefix(SizingSection.prefix)
      && !figures.contains(where: { $0.name == figure.name })
    { figures.append(figure) }
    let years = contents.study.duration.years
    return figures.map { figure in
      let unit = figure.unit.isEmpty ? "" : ", \(figure.unit)"
      guard !figure.name.hasPrefix("worst-") else {
        return row("\(figure.title)\(unit), worst seen") { layout in
          let worst = contents.largest(layout) { $0.figure(figure.name) }
          return unit.isEmpty ? Rounding.text(worst, decimals: 0) : Rounding.significant(worst)
        }
      }
      if figure.name.hasPrefix("shortest-") {
        return row("\(figure.title)\(unit), shortest seen") { layout in
          let seen = contents.study.layouts[layout].runs.map { $0.figure(figure.name) }.filter { $0 > 0 }
          return seen.min().map { Rounding.significant($0) } ?? "-"
        }
      }
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
