import Quantities

/// Layers over time, one on the other from zero, so that the upper edge is their sum.
struct StackedArea: Sendable {
  /// The layers, from the bottom.
  let layers: [Layer]
  /// Values of each layer, by hour, none negative.
  let values: [[Double]]
  /// The end of the vertical axis at least; the same for charts that are compared.
  let largest: Double
  /// The unit of all values, once.
  let unit: String
  /// Names of the days, one for every 24 values.
  let days: [String]

  /// The sum of all layers at an hour.
  func total(at hour: Int) -> Double { values.reduce(0) { $0 + $1[hour] } }

  /// The upper edges of the layers by hour, in pixels below the top.
  func edges(height: Double) -> [[Double]] {
    let axis = Axis(upTo: largest, marks: 4)
    var sums = [Double](repeating: 0, count: hours)
    return values.map { layer in
      for hour in sums.indices { sums[hour] += layer[hour] }
      return sums.map { height - $0 / axis.end * height }
    }
  }

  private var hours: Int { values.first?.count ?? 0 }

  /// The drawing.
  ///
  /// - Parameter namesBeside: whether the layers are named at the right, which takes room there.
  func drawing(width: Double, height: Double, namesBeside: Bool, title: String, description: String) -> SVG {
    let axis = Axis(upTo: largest, marks: 4)
    let left = 8 + 7 * Double((axis.marks.map { axis.text($0).count }.max() ?? 1))
    let plot = Rectangle(
      x: left, y: 22, width: width - left - (namesBeside ? 176 : 4), height: height - 22 - 20)
    var content = Markup.empty
    for mark in axis.marks {
      let y = plot.bottom - mark / axis.end * plot.height
      content += SVG.line(
        fromX: plot.x, y: y, toX: plot.right, y: y, class: mark == 0 ? "axis" : "grid")
      content += SVG.text(axis.text(mark), x: plot.x - 5, y: y + 4, class: "tick", anchor: .end)
    }
    content += SVG.text(unit, x: plot.x - 5, y: 9, class: "tick", anchor: .end)
    let edges = self.edges(height: plot.height)
    var below = [Double](repeating: plot.height, count: hours)
    for (index, edge) in edges.enumerated() {
      if values[index].contains(where: { $0 > 0 }) {
        content += Markup(
          "path", ["class": "\(layers[index].colour.area) edge", "d": path(edge, over: below, in: plot)]
        ) { Markup("title") { layers[index].name } }
      }
      below = edge
    }
    content += dayMarks(in: plot)
    if namesBeside { content += names(beside: edges, in: plot) }
    return SVG(width: width, height: height, title: title, description: description, content: content)
  }

  private func x(_ hour: Int, in plot: Rectangle) -> Double {
    plot.x + plot.width * Double(hour) / Double(max(1, hours - 1))
  }

  private func path(_ upper: [Double], over lower: [Double], in plot: Rectangle) -> String {
    var path = ""
    for hour in 0..<hours {
      path += "\(hour == 0 ? "M" : "L")\(point(hour, upper[hour], in: plot))"
    }
    for hour in (0..<hours).reversed() { path += "L\(point(hour, lower[hour], in: plot))" }
    return path + "Z"
  }

  private func point(_ hour: Int, _ y: Double, in plot: Rectangle) -> String {
    let (x, y) = (x(hour, in: plot), plot.y + y)
    return "\(DecimalText.rounded(x, decimals: 1)) \(DecimalText.rounded(y, decimals: 1))"
  }

  private func dayMarks(in plot: Rectangle) -> Markup {
    var marks = Markup.empty
    if hours <= 24 {
      for hour in stride(from: 6, to: hours, by: 6) {
        marks += SVG.text(
          "\(hour) h", x: x(hour, in: plot), y: plot.bottom + 14, class: "tick", anchor: .middle)
      }
      return marks
    }
    for (day, name) in days.enumerated() where day * 24 < hours {
      let from = x(day * 24, in: plot)
      let to = x(min(hours - 1, day * 24 + 24), in: plot)
      if day > 0 { marks += SVG.line(fromX: from, y: plot.y, toX: from, y: plot.bottom, class: "day") }
      marks += SVG.text(name, x: (from + to) / 2, y: plot.bottom + 14, class: "tick", anchor: .middle)
    }
    return marks
  }

  /// The names at the right of the last hour, moved apart where layers are thin, each with a line to its layer.
  private func names(beside edges: [[Double]], in plot: Rectangle) -> Markup {
    guard hours > 0 else { return .empty }
    let spacing = 15.0
    var wanted: [(layer: Int, y: Double)] = []
    var lower = plot.height
    for (layer, edge) in edges.enumerated() {
      if values[layer].contains(where: { $0 > 0 }) {
        wanted.append((layer, plot.y + (edge[hours - 1] + lower) / 2))
      }
      lower = edge[hours - 1]
    }
    // From the bottom up each name stands at least one line above the one below it, then all are moved into view.
    var places = wanted.map(\.y)
    for index in places.indices.dropFirst() {
      places[index] = min(places[index], places[index - 1] - spacing)
    }
    if let top = places.last, top < plot.y {
      for index in places.indices.reversed() {
        let floor = index == places.count - 1 ? plot.y : places[index + 1] + spacing
        places[index] = max(places[index], floor)
      }
    }
    var names = Markup.empty
    for (index, entry) in wanted.enumerated() {
      let mean = values[entry.layer].reduce(0, +) / Double(hours)
      names += Markup(
        "path",
        [
          "class": "leader",
          "d": "M\(SVG.number(plot.right + 1)) \(SVG.number(entry.y))L\(SVG.number(plot.right + 10)) "
            + "\(SVG.number(places[index]))",
        ])
      names += SVG.rectangle(
        Rectangle(x: plot.right + 12, y: places[index] - 4.5, width: 9, height: 9),
        class: "\(layers[entry.layer].colour.area) edge")
      names += SVG.text(
        "\(layers[entry.layer].name) \(Rounding.significant(mean, digits: 2))", x: plot.right + 25,
        y: places[index] + 4, class: "area-name")
    }
    return names
  }
}
