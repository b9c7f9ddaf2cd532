import Quantities
import ResultStore

/// Where the energy goes, and why a layout uses less or more.
struct CauseSection: Sendable {
  let contents: ReportContents

  private var layers: EnergyLayers { EnergyLayers(contents.components) }

  var markup: Markup {
    let study = contents.study
    return Markup("section", ["id": "why"]) {
      Markup("h2") { "Why" }
      if study.layouts.count > 1 {
        Markup("p") { contents.findings.energy }
        Markup("div", ["class": "columns"]) {
          for layout in study.layouts.indices.dropFirst() { decomposition(of: layout) }
        }
      }
      energy.markup
    }
  }

  private func decomposition(of index: Int) -> Markup {
    let layout = contents.study.layouts[index]
    let parts = layout.decomposition
    let first = contents.study.layouts[0].name
    let middle = 1 - parts.equipment.mean
    let steps = [
      Waterfall.Step(name: first, from: 0, to: 1, colour: .grey, text: "100 %"),
      Waterfall.Step(
        name: parts.equipment.mean >= 0 ? "fewer watts" : "more watts", from: 1,
        to: middle,
        colour: .blue, text: Self.points(-parts.equipment)),
      Waterfall.Step(
        name: "overhead (PUE)", from: middle, to: 1 - parts.total.mean, colour: .vermillion,
        text: Self.points(parts.overhead)),
      Waterfall.Step(
        name: layout.name, from: 0, to: 1 - parts.total.mean, colour: .grey,
        text: "\(Rounding.text((1 - parts.total.mean) * 100, decimals: 0)) %"),
    ]
    let title = contents.findings.cause(of: index)
    let table = DataTable(
      columns: ["share of the energy of \(first)", "%"],
      rows: [
        ["saved in all", Self.percent(parts.total)],
        ["saved by fewer watts of \(contents.findings.machines)", Self.percent(parts.equipment)],
        ["taken back by the overhead", Self.percent(parts.overhead)],
      ], name: "why-\(index)")
    return Figure(
      title: title,
      picture: Waterfall(steps: steps, unit: "% of \(first)").drawing(
        width: 400, title: "Energy of \(first) and of \(layout.name)", description: title
      ).markup(class: "plain"), table: table, note: contents.findings.plantFit(of: index)
    ).markup
  }

  private static func points(_ estimate: StoredEstimate) -> String {
    let size = abs(estimate.mean * 100)
    let text = Rounding.text(size, decimals: size < 9.95 ? 1 : 0)
    return Double(text) == 0 ? "0" : "\(estimate.mean < 0 ? "−" : "+")\(text)"
  }

  private static func percent(_ estimate: StoredEstimate) -> String {
    Rounding.text(estimate.mean * 100, halfWidth: estimate.halfWidth.map { $0 * 100 })
  }

  // MARK: Energy by component

  private var energy: Figure {
    let study = contents.study
    let row = MetricRow.all(of: study).first { $0.title == "energy a year" }
    let unit = contents.energyUnit
    let kilowattHours = study.layouts.indices.map { contents.kilowattHoursPerYear($0) }
    let bars = StackedBars(
      layers: layers.layers,
      bars: study.layouts.indices.map { index in
        StackedBars.Bar(
          name: study.layouts[index].name, total: row.map { "\($0.text(index)) \(unit.name) a year" } ?? "",
          values: layers.sums(kilowattHours[index].map { $0 / unit.size }))
      }, unit: "\(unit.name) a year")
    let title = energyTitle(kilowattHours.map { layers.sums($0) })
    return Figure(
      title: title,
      picture: Figure.wideAndNarrow { width, _ in
        bars.drawing(
          width: width, title: "Energy by component",
          description: "\(title) Stacked bars from zero, one per layout.")
      } + Legend(layers.layers, values: bars.bars.map(\.values)).markup,
      table: DataTable(
        columns: ["\(unit.name) a year"] + study.layouts.map(\.name),
        rows: contents.components.map { component in
          [component.title + (component.isIT ? " (IT)" : "")]
            + kilowattHours.map { energies in
              Rounding.significant(energies[component.index] / unit.size)
            }
        }, name: "energy-by-component"))
  }

  private func energyTitle(_ sums: [[Double]]) -> String {
    let parts = contents.study.layouts.enumerated().compactMap { index, layout -> String? in
      let total = sums[index].reduce(0, +)
      guard total > 0, let most = sums[index].max(), let layer = sums[index].firstIndex(of: most) else {
        return nil
      }
      let share = Rounding.text(most / total * 100, decimals: 0)
      return "\(layers.layers[layer].name) in \(layout.name) (\(share) %)"
    }
    return "The largest part of the energy: \(Wording.list(parts))."
  }
}

extension StoredEstimate {
  /// The estimate with its sign turned.
  static prefix func - (estimate: StoredEstimate) -> StoredEstimate {
    var turned = estimate
    turned.mean = -estimate.mean
    return turned
  }
}
