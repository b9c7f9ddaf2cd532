import Quantities

/// Horizontal bars from zero, each divided into layers that are named on the bar itself.
struct StackedBars: Sendable {
  /// One bar.
  struct Bar: Sendable, Hashable {
    /// Its name.
    let name: String
    /// Its total in words: `661 MWh`.
    let total: String
    /// One value per layer, none negative.
    let values: [Double]
  }

  /// The layers, from the left.
  let layers: [Layer]
  /// The bars, from the top.
  let bars: [Bar]
  /// The unit of all values, once.
  let unit: String

  private static let heading = 22.0
  private static let thickness = 38.0
  private static let note = 16.0
  private static let gap = 14.0
  private static let size = 12.0

  /// The end of the axis.
  private var axis: Axis {
    Axis(upTo: bars.map { $0.values.reduce(0, +) }.max() ?? 0, marks: 5)
  }

  /// Where each layer of a bar lies, for a drawing of some width, at the height of the first bar.
  func segments(of bar: Bar, width: Double) -> [Rectangle] {
    let scale = width / axis.end
    var x = 0.0
    return bar.values.map { value in
      defer { x += value * scale }
      return Rectangle(x: x, y: 0, width: value * scale, height: Self.thickness)
    }
  }

  /// The drawing.
  func drawing(width: Double, title: String, description: String) -> SVG {
    let axis = axis
    var content = Markup.empty
    var top = 0.0
    var rows = Markup.empty
    for bar in bars {
      let row = markup(of: bar, top: top, width: width)
      rows += row.markup
      top = row.bottom + Self.gap
    }
    let foot = top
    for mark in axis.marks where mark > 0 || bars.isEmpty {
      let x = mark / axis.end * width
      content += SVG.line(fromX: min(x, width - 0.5), y: 0, toX: min(x, width - 0.5), y: foot, class: "grid")
      let isLast = mark == axis.marks.last
      let last = SVG.estimatedWidth(of: "\(axis.text(axis.end)) \(unit)", size: 11)
      guard isLast || x + 16 < width - last else { continue }
      content += SVG.text(
        axis.text(mark) + (isLast ? " \(unit)" : ""), x: x, y: foot + 13, class: "tick",
        anchor: isLast ? .end : .middle)
    }
    content += rows
    content += SVG.line(fromX: 0.5, y: 0, toX: 0.5, y: foot, class: "axis")
    content += SVG.text("0", x: 0, y: foot + 13, class: "tick")
    return SVG(width: width, height: foot + 18, title: title, description: description, content: content)
  }

  private func markup(of bar: Bar, top: Double, width: Double) -> (markup: Markup, bottom: Double) {
    let room = width - 22 - SVG.estimatedWidth(of: bar.total, size: 13)
    var markup = SVG.text(
      SVG.fitted(bar.name, width: room, size: 13), x: 6, y: top + 15, class: "bar-name")
    markup += SVG.text(bar.total, x: width, y: top + 15, class: "bar-total", anchor: .end)
    var unlabelled: [String] = []
    for (index, segment) in segments(of: bar, width: width).enumerated() where bar.values[index] > 0 {
      let place = Rectangle(
        x: segment.x, y: top + Self.heading, width: segment.width, height: segment.height)
      let value = Rounding.significant(bar.values[index])
      let layer = layers[index]
      markup += SVG.rectangle(
        place, class: "\(layer.colour.area) edge", tip: "\(bar.name), \(layer.name): \(value) \(unit)")
      let inside = place.width - 10
      if SVG.estimatedWidth(of: layer.name, size: Self.size) <= inside {
        markup += SVG.text(layer.name, x: place.x + 5, y: place.y + 16, class: layer.colour.label)
        markup += SVG.text(value, x: place.x + 5, y: place.y + 31, class: "\(layer.colour.label) number")
      } else {
        unlabelled.append("\(layer.name) \(value)")
      }
    }
    var bottom = top + Self.heading + Self.thickness
    for line in lines(of: unlabelled, width: width) {
      bottom += Self.note
      markup += SVG.text(line, x: 6, y: bottom - 2, class: "note")
    }
    return (markup, bottom)
  }

  /// What is too narrow to be named on the bar is named below it, in the same order.
  private func lines(of words: [String], width: Double) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, SVG.estimatedWidth(of: "\(last) · \(word)", size: 11.5) <= width - 8 {
        lines[lines.count - 1] = "\(last) · \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
