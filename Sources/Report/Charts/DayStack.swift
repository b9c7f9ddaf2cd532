import Quantities

/// Layers over days, one on the other from zero, each value a step as wide as the days it is for.
struct DayStack: Sendable {
  /// The layers, from the bottom.
  let layers: [Layer]
  /// Values of each layer, none negative, in order of time.
  let values: [[Double]]
  /// How many days each value is for.
  var step = 1
  /// The unit of all values, once.
  let unit: String
  /// The days.
  let axis: DateAxis
  /// Stretches of time that have a name.
  var phases: [Phase] = []

  /// A stretch of time; ends in days from the start of the axis.
  struct Phase: Sendable, Hashable {
    let name: String
    let from: Double
    let to: Double
  }

  /// The sum of all layers at each place.
  var totals: [Double] {
    (0..<(values.first?.count ?? 0)).map { place in values.reduce(0) { $0 + $1[place] } }
  }

  /// The drawing.
  func drawing(width: Double, height: Double, title: String, description: String) -> SVG {
    let scale = Axis(upTo: totals.max() ?? 0, marks: 4)
    let left = 52.0
    let plot = Rectangle(x: left, y: 24, width: width - left - 6, height: height - 24 - 20)
    var content = axis.drawing(in: plot)
    for mark in scale.marks {
      let y = plot.bottom - mark / scale.end * plot.height
      content += SVG.line(
        fromX: plot.x, y: y, toX: plot.right, y: y, class: mark == 0 ? "axis" : "grid")
      content += SVG.text(scale.text(mark), x: plot.x - 5, y: y + 4, class: "tick", anchor: .end)
    }
    content += SVG.text(unit, x: plot.x - 5, y: 9, class: "tick", anchor: .end)
    var below = [Double](repeating: 0, count: totals.count)
    for (layer, row) in zip(layers, values) {
      let above = zip(below, row).map { $0 + $1 }
      if row.contains(where: { $0 > 0 }) {
        content += Markup(
          "path",
          ["class": "\(layer.colour.area) edge", "d": path(above, over: below, in: plot, end: scale.end)]
        ) { Markup("title") { layer.name } }
      }
      below = above
    }
    content += phaseMarks(in: plot)
    return SVG(width: width, height: height, title: title, description: description, content: content)
  }

  /// The outline of a layer: along its upper steps, and back along those below.
  private func path(_ upper: [Double], over lower: [Double], in plot: Rectangle, end: Double) -> String {
    func point(_ place: Int, _ value: Double) -> String {
      let x = axis.x(Double(min(place * step, axis.days)), from: plot.x, width: plot.width)
      let y = plot.bottom - value / end * plot.height
      return "\(DecimalText.rounded(x, decimals: 1)) \(DecimalText.rounded(y, decimals: 1))"
    }
    var path = ""
    for place in upper.indices {
      path += "\(place == 0 ? "M" : "L")\(point(place, upper[place]))L\(point(place + 1, upper[place]))"
    }
    for place in lower.indices.reversed() {
      path += "L\(point(place + 1, lower[place]))L\(point(place, lower[place]))"
    }
    return path + "Z"
  }

  private func phaseMarks(in plot: Rectangle) -> Markup {
    var marks = Markup.empty
    for phase in phases where phase.to > phase.from {
      let from = axis.x(phase.from, from: plot.x, width: plot.width)
      let to = axis.x(phase.to, from: plot.x, width: plot.width)
      if phase.from > 0 {
        marks += SVG.line(fromX: from, y: 12, toX: from, y: plot.bottom, class: "phase")
      }
      guard SVG.estimatedWidth(of: phase.name, size: 11) <= to - from else { continue }
      marks += SVG.text(phase.name, x: (from + to) / 2, y: 14, class: "tick", anchor: .middle)
    }
    return marks
  }
}
