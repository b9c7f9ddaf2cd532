import Quantities
import ResultStore

/// What guests that share hosts do to each other: work not done or done late, waiting, and how long work takes.
struct ContentionSection: Sendable {
  let contents: ReportContents
  /// What the names of its figures begin with.
  static let prefix = "contention-"

  /// Nothing for a study that did not ask.
  var markup: Markup {
    let figures = figures
    guard !figures.isEmpty else { return .empty }
    return Markup("section", ["id": "contention"]) {
      Markup("h2") { "Contention" }
      Markup("p", ["class": "lead"]) { contents.findings.contention }
      table(figures).markup
      Markup("p", ["class": "quiet"]) {
        "Means over replications. Times of work are those beside other guests over those alone on the same server, over the "
          + "running time of the guests; 95 % and 99 % of that time they are at most so long."
      }
    }
  }

  private var figures: [StoredFigure] {
    var figures: [StoredFigure] = []
    for figure in contents.study.layouts.flatMap(\.runs).flatMap(\.figures)
    where figure.name.hasPrefix(Self.prefix) && !figures.contains(where: { $0.name == figure.name }) {
      figures.append(figure)
    }
    return figures
  }

  private func table(_ figures: [StoredFigure]) -> DataTable {
    let study = contents.study
    let layouts = study.layouts.indices
    let lost =
      ["work not done on busy servers, %"]
      + layouts.map { layout in
        Rounding.significant(
          100 * contents.mean(layout) { $0.demandedWork > 0 ? $0.contendedWork / $0.demandedWork : 0 })
      }
    let rows = figures.map { figure -> [String] in
      // Times add up over years; shares and stretches do not.
      let isTime = figure.unit == "h" || figure.unit == "min"
      let title = isTime ? "\(figure.title), \(figure.unit) a year" : "\(figure.title), \(figure.unit)"
      return [title]
        + layouts.map { layout in
          guard study.layouts[layout].runs.contains(where: { $0.figures.contains { $0.name == figure.name } })
          else { return "-" }
          let mean = contents.mean(layout) { $0.figure(figure.name) }
          return Rounding.significant(isTime ? mean / study.duration.years : mean)
        }
    }
    return DataTable(
      columns: ["measure"] + study.layouts.map(\.name), rows: [lost] + rows, name: "contention")
  }
}
