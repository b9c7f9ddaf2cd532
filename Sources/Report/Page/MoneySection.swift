import Quantities
import ResultStore

/// What each layout costs, by category.
struct MoneySection: Sendable {
  let contents: ReportContents

  var markup: Markup {
    let study = contents.study
    return Markup("section", ["id": "money"]) {
      Markup("h2") { "Money" }
      costs.markup
      for layout in study.layouts {
        Markup("details") {
          Markup("summary") { "Every line of cost of \(layout.name)" }
          DataTable(
            columns: ["what", "category", "\(study.currency)", "due"],
            rows: layout.costs.map { line in
              [
                line.label, line.category, Rounding.text(line.amount.amount, decimals: 0),
                line.due.map { $0 == .zero ? "at the start or as metered" : "after \(Wording.duration($0))" }
                  ?? "each year",
              ]
            }, name: "costs"
          ).markup
        }
      }
    }
  }

  private var costs: Figure {
    let study = contents.study
    let categories = self.categories
    let row = MetricRow.all(of: study).first { $0.title.hasPrefix("cost") }
    let unit = row?.unit ?? study.currency.code
    let perUnit = unit.hasPrefix("M ") ? 1e6 : unit.hasPrefix("k ") ? 1e3 : 1
    let amounts = study.layouts.indices.map { layout in
      categories.map { category in
        contents.mean(layout) { run in
          run.costs.first { $0.category == category }?.cost.amount ?? 0
        } / perUnit
      }
    }
    let layers = categories.enumerated().map { Layer(name: Self.name(of: $1), colour: .category($0)) }
    let bars = StackedBars(
      layers: layers,
      bars: study.layouts.indices.map { index in
        StackedBars.Bar(
          name: study.layouts[index].name, total: row.map { "\($0.text(index)) \(unit)" } ?? "nothing",
          values: amounts[index].map { max(0, $0) })
      }, unit: unit)
    let title = study.layouts.count > 1 ? contents.findings.money : singleTitle(row)
    return Figure(
      title: title,
      picture: Figure.wideAndNarrow { width, _ in
        bars.drawing(
          width: width, title: "Cost by category",
          description: "\(title) Stacked bars from zero, one per layout.")
      } + Legend(layers, values: bars.bars.map(\.values)).markup,
      table: DataTable(
        columns: ["\(unit) over \(Wording.duration(study.duration))"] + study.layouts.map(\.name),
        rows: categories.enumerated().map { index, category in
          [Self.name(of: category)] + amounts.map { Rounding.significant($0[index]) }
        }, name: "cost-by-category"),
      note:
        "Over \(Wording.duration(study.duration)), without inflation and tax. Machines that are owned already cost "
        + "nothing to buy." + moving)
  }

  /// What of the move is in the costs.
  private var moving: String {
    guard let project = contents.study.project else { return "" }
    return
      " Project of \(contents.study.layouts[project.target].name) is moving in: work, fees, the electricity of old and "
      + "new together and the yearly costs of the old until the end, whole and at the start."
  }

  private func singleTitle(_ row: MetricRow?) -> String {
    let name = contents.study.layouts[0].name
    return row.map { "\(name) costs \($0.text(0)) \($0.unit)." } ?? "\(name) costs nothing."
  }

  /// What a category is to a reader; the store calls both parts of the electricity bill by one word each.
  private static func name(of category: String) -> String {
    switch category {
    case "energy": "electricity"
    case "demand": "demand charge"
    default: category
    }
  }

  /// Categories in reporting order, those that any layout has.
  private var categories: [String] {
    var categories: [String] = []
    for layout in contents.study.layouts {
      for run in layout.runs {
        for entry in run.costs where !categories.contains(entry.category) {
          categories.append(entry.category)
        }
      }
    }
    return categories
  }
}
