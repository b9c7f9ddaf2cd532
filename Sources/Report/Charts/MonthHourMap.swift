import Quantities

/// A map of months by hours: one row a month, one column an hour, a tone for each number.
struct MonthHourMap: Sendable {
  let hours: MonthlyHours
  /// The tones, the same for maps that are compared.
  let scale: ToneScale

  /// Room for the names of the months, and for the hours above.
  private static let left = 32.0
  private static let top = 16.0
  private static let rowHeight = 15.0

  /// Where a month and hour lies; nil for a month that the map has not.
  func place(month: Int, hour: Int, width: Double) -> Rectangle? {
    hours.months.firstIndex(of: month).map { row in
      let cell = (width - Self.left) / 24
      return Rectangle(
        x: Self.left + cell * Double(hour), y: Self.top + Self.rowHeight * Double(row), width: cell,
        height: Self.rowHeight)
    }
  }

  /// Cells of one month that follow each other with the same tone, which are drawn as one.
  var runs: [[MonthlyHours.Cell]] {
    hours.cells.reduce(into: []) { runs, cell in
      if let last = runs.last?.last, (last.month, last.hour + 1) == (cell.month, cell.hour),
        scale.index(of: last.pue) == scale.index(of: cell.pue)
      {
        runs[runs.count - 1].append(cell)
      } else {
        runs.append([cell])
      }
    }
  }

  /// `July, 12 to 18 h: 5.1 to 5.3`.
  private func tip(of run: [MonthlyHours.Cell]) -> String {
    guard let first = run.first, let last = run.last else { return "" }
    let values = run.map(\.pue)
    let ends = [values.min() ?? 0, values.max() ?? 0].map { Rounding.significant($0) }
    return "\(MonthlyHours.Cell.monthNames[first.month - 1]), \(first.hour) to \(last.hour + 1) h: "
      + (ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])")
  }

  /// The drawing.
  func drawing(width: Double, title: String) -> SVG {
    var content = Markup.empty
    for hour in stride(from: 0, through: 18, by: 6) {
      let x = Self.left + (width - Self.left) / 24 * Double(hour)
      content += SVG.text("\(hour) h", x: x, y: Self.top - 5, class: "tick")
    }
    content += SVG.text("24 h", x: width, y: Self.top - 5, class: "tick", anchor: .end)
    for (row, month) in hours.months.enumerated() {
      content += SVG.text(
        String(MonthlyHours.Cell.monthNames[month - 1].prefix(3)), x: Self.left - 6,
        y: Self.top + Self.rowHeight * (Double(row) + 0.5) + 4, class: "tick", anchor: .end)
    }
    let (lowest, highest) = (hours.lowest, hours.highest)
    for run in runs {
      guard let first = run.first, let last = run.last,
        let from = place(month: first.month, hour: first.hour, width: width),
        let to = place(month: last.month, hour: last.hour, width: width)
      else { continue }
      content += SVG.rectangle(
        Rectangle(x: from.x, y: from.y, width: to.right - from.x, height: from.height),
        class: "\(scale.area(first.pue)) cell", tip: tip(of: run))
    }
    // The ends are marked, so that no tone has to be compared.
    for (mark, cell) in [("▼", lowest), ("▲", highest)] {
      guard let cell, let place = place(month: cell.month, hour: cell.hour, width: width) else { continue }
      content += SVG.text(
        mark, x: place.middleX, y: place.middleY + 3.5, class: "\(scale.label(cell.pue)) s-9", anchor: .middle
      )
    }
    let foot = Self.top + Self.rowHeight * Double(hours.months.count)
    var height = foot + 4
    if let lowest, let highest {
      height = foot + 18
      content += SVG.text(
        "▼ lowest \(Rounding.significant(lowest.pue))   ▲ highest \(Rounding.significant(highest.pue))",
        x: Self.left, y: foot + 14, class: "note")
    }
    return SVG(
      width: width, height: height, title: title,
      description: "A map of \(Wording.count(hours.months.count, "month")) by 24 hours; darker is higher.",
      content: content)
  }
}
