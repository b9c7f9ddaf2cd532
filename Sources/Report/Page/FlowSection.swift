import ResultStore

/// Energy from the utility meter to useful work, every layout to one scale.
struct FlowSection: Sendable {
  let contents: ReportContents

  /// The most layouts that are drawn.
  static let mostLayouts = 6
  /// The height of the largest flow, in pixels.
  private static let thickest = 170.0

  var markup: Markup {
    let layouts = contents.study.layouts.indices.prefix(Self.mostLayouts)
    let unit = contents.energyUnit
    let flows = layouts.map { EnergyFlows(contents.kilowattHoursPerYear($0), of: contents.components) }
    let largest = flows.map(\.total).max() ?? 0
    return Markup("section", ["id": "flow"]) {
      Markup("h2") { "From the meter to useful work" }
      Markup("p", ["class": "quiet"]) {
        "Energy in \(unit.name) a year, mean over replications, all layouts to one scale. Work is what load adds to "
          + "the power of running servers; idle is what they draw without any."
          + (contents.study.layouts.count > Self.mostLayouts
            ? " The first \(Self.mostLayouts) layouts are drawn." : "")
      }
      if largest > 0 {
        Markup("div", ["class": "columns"]) {
          for index in layouts {
            figure(of: index, flows[index], unit: unit, perPixel: largest / unit.size / Self.thickest)
          }
        }
      }
    }
  }

  private func figure(
    of index: Int, _ flows: EnergyFlows, unit: ReportContents.EnergyUnit, perPixel: Double
  ) -> Markup {
    let layout = contents.study.layouts[index]
    let title = flows.title(of: layout.name)
    let sankey = flows.sankey(unit: unit, perPixel: perPixel)
    let rows = (flows.overhead + flows.equipment).map { leaf in
      [
        leaf.name, Rounding.significant(leaf.kilowattHours / unit.size),
        flows.total > 0 ? Rounding.text(leaf.kilowattHours / flows.total * 100, decimals: 1) : "-",
      ]
    }
    return Figure(
      title: title,
      picture: sankey.drawing(
        width: 440, title: "Energy flows of \(layout.name)",
        description:
          "\(title). Bands from the meter at the left to their ends at the right, thick as what they carry."
      ).markup(class: "plain"),
      table: DataTable(
        columns: ["end", "\(unit.name) a year", "% of the meter"],
        rows: rows + [["meter", Rounding.significant(flows.total / unit.size), "100"]],
        name: "flow-\(index + 1)")
    ).markup
  }
}
