import ResultStore

/// PUE by month and hour, every layout with the same tones.
struct PUESection: Sendable {
  let contents: ReportContents

  /// The most layouts that are drawn.
  static let mostLayouts = 6

  var markup: Markup {
    let layouts = contents.study.layouts.indices.prefix(Self.mostLayouts)
    let maps = layouts.map { contents.monthlyHours[$0] }
    let scale = ToneScale(maps.flatMap { $0.cells.map(\.pue) })
    return Markup("section", ["id": "pue"]) {
      Markup("h2") { "PUE through the year and the day" }
      Markup("p", ["class": "quiet"]) {
        "Energy of the meter over energy of the IT equipment, summed over all hours of the same month and time of day "
          + "in the first replication; local standard time. All layouts have the same tones, and "
          + "each tone stands for about as many cells."
          + (contents.study.layouts.count > Self.mostLayouts
            ? " The first \(Self.mostLayouts) layouts are drawn." : "")
      }
      scale.legend(of: "PUE")
      Markup("div", ["class": "columns"]) {
        for index in layouts { figure(of: index, maps[index], scale: scale) }
      }
    }
  }

  private func figure(of index: Int, _ hours: MonthlyHours, scale: ToneScale) -> Markup {
    let layout = contents.study.layouts[index]
    let title = hours.title(of: layout.name)
    return Figure(
      title: title,
      picture: MonthHourMap(hours: hours, scale: scale).drawing(width: 440, title: title).markup(
        class: "plain"),
      table: DataTable(
        columns: ["month"] + (0..<24).map { "\($0) h" } + ["all day"],
        rows: hours.months.map { month in
          [MonthlyHours.Cell.monthNames[month - 1]]
            + (0..<24).map { hour in
              hours.pue(month: month, hour: hour).map { Rounding.text($0, decimals: 2) } ?? "-"
            } + [hours.pue(month: month).map { Rounding.text($0, decimals: 3) } ?? "-"]
        }, name: "pue-\(index + 1)")
    ).markup
  }
}
