import Quantities

/// Steps from one value to another, each beginning where the one before ended.
struct Waterfall: Sendable {
  /// One row: a value from zero, or a step.
  struct Step: Sendable, Hashable {
    let name: String
    let from: Double
    let to: Double
    let colour: Palette
    let text: String
  }

  /// The steps, from the top.
  let steps: [Step]
  /// The unit of all values, once.
  let unit: String

  private static let row = 34.0

  /// Where each step lies.
  func places(width: Double) -> [Rectangle] {
    let scale = width / end
    return steps.enumerated().map { index, step in
      Rectangle(
        x: (min(step.from, step.to) - start) * scale, y: Double(index) * Self.row + 16,
        width: abs(step.to - step.from) * scale, height: 14)
    }
  }

  private var values: [Double] { steps.flatMap { [$0.from, $0.to] } }
  private var start: Double { min(0, values.min() ?? 0) }
  private var end: Double { max(1e-9, (values.max() ?? 0) - start) }

  /// The drawing.
  func drawing(width: Double, title: String, description: String) -> SVG {
    let places = places(width: width)
    var content = Markup.empty
    let foot = Double(steps.count) * Self.row
    let zero = -start * width / end
    for (index, step) in steps.enumerated() {
      let place = places[index]
      content += SVG.text(step.name, x: 6, y: place.y - 4, class: "bar-name")
      content += SVG.text(step.text, x: width, y: place.y - 4, class: "bar-total", anchor: .end)
      content += SVG.rectangle(
        place, class: "\(step.colour.area) edge", tip: "\(step.name): \(step.text) \(unit)")
      if index + 1 < steps.count {
        let x = min(width - 0.5, max(0.5, (step.to - start) * width / end))
        content += SVG.line(fromX: x, y: place.bottom, toX: x, y: places[index + 1].y, class: "leader")
      }
    }
    content += SVG.line(
      fromX: max(0.5, zero), y: 0, toX: max(0.5, zero), y: foot, class: "axis")
    return SVG(width: width, height: foot, title: title, description: description, content: content)
  }
}
