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

  private static let row = 26.0
  private static let bar = 16.0
  /// Room for the names at the left, and for the numbers beside the bars.
  private static let names = 150.0
  private static let numbers = 52.0

  /// Where each step lies.
  func places(width: Double) -> [Rectangle] {
    steps.enumerated().map { index, step in
      let (left, right) = (x(min(step.from, step.to), width), x(max(step.from, step.to), width))
      return Rectangle(
        x: left, y: Double(index) * Self.row + (Self.row - Self.bar) / 2, width: right - left,
        height: Self.bar)
    }
  }

  private func x(_ value: Double, _ width: Double) -> Double {
    Self.names + (value - start) / end * (width - Self.names - Self.numbers)
  }

  private var values: [Double] { steps.flatMap { [$0.from, $0.to] } }
  private var start: Double { min(0, values.min() ?? 0) }
  private var end: Double { max(1e-9, (values.max() ?? 0) - start) }

  /// The drawing.
  func drawing(width: Double, title: String, description: String) -> SVG {
    let places = places(width: width)
    var content = Markup.empty
    let foot = Double(steps.count) * Self.row
    for (index, step) in steps.enumerated() {
      let place = places[index]
      content += SVG.text(
        SVG.fitted(step.name, width: Self.names - 8, size: 12), x: Self.names - 8, y: place.middleY + 4,
        class: "bar-name", anchor: .end)
      content += SVG.rectangle(
        place, class: "\(step.colour.area) edge", tip: "\(step.name): \(step.text) \(unit)")
      content += SVG.text(step.text, x: place.right + 5, y: place.middleY + 4, class: "bar-total")
      if index + 1 < steps.count {
        let end = x(step.to, width)
        content += SVG.line(fromX: end, y: place.bottom, toX: end, y: places[index + 1].y, class: "leader")
      }
    }
    content += SVG.line(fromX: x(0, width), y: 0, toX: x(0, width), y: foot, class: "axis")
    return SVG(width: width, height: foot, title: title, description: description, content: content)
  }
}
