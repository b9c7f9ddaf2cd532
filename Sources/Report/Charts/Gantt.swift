import Quantities

/// What is done when: a lane for each wave or phase with a bar for each kind of work, and milestones.
struct Gantt: Sendable {
  /// A bar, or the moment of a milestone; times in days from the start of the axis.
  struct Bar: Sendable, Hashable {
    let label: String
    let from: Double
    let to: Double
    let colour: Palette
    let isCritical: Bool
  }
  /// A milestone.
  struct Moment: Sendable, Hashable {
    let label: String
    let at: Double
  }
  /// A line of the chart.
  struct Lane: Sendable, Hashable {
    let name: String
    var bars: [Bar] = []
    var moments: [Moment] = []
    /// Whether the dates of its moments are written beside them.
    var isDated = false
  }

  /// The lanes, from the top.
  let lanes: [Lane]
  /// The days.
  let axis: DateAxis

  private static let stripe = 8.0
  private static let single = 14.0
  private static let margin = 3.0

  /// How high a lane is: bars that would lie on each other stand below each other.
  static func height(of lane: Lane) -> Double {
    2 * margin + (lane.bars.count < 2 ? single : stripe * Double(lane.bars.count))
  }

  /// Where each bar of each lane lies, beside names of some width.
  func places(width: Double, names: Double) -> [[Rectangle]] {
    var top = 0.0
    return lanes.map { lane in
      defer { top += Self.height(of: lane) }
      let thick = lane.bars.count < 2 ? Self.single : Self.stripe
      return lane.bars.enumerated().map { row, bar in
        let (left, right) = (x(bar.from, width, names), x(bar.to, width, names))
        // What takes less than a pixel is still seen.
        return Rectangle(
          x: left, y: top + Self.margin + Double(row) * thick + 0.5, width: max(1.5, right - left),
          height: thick - 1)
      }
    }
  }

  private func x(_ day: Double, _ width: Double, _ names: Double) -> Double {
    axis.x(day, from: names, width: width - names - 6)
  }

  /// The drawing.
  func drawing(width: Double, names: Double, title: String, description: String) -> SVG {
    let foot = lanes.reduce(0) { $0 + Self.height(of: $1) }
    let plot = Rectangle(x: names, y: 0, width: width - names - 6, height: foot)
    var content = axis.drawing(in: plot)
    content += SVG.line(fromX: names, y: foot, toX: plot.right, y: foot, class: "axis")
    let places = places(width: width, names: names)
    var top = 0.0
    for (index, lane) in lanes.enumerated() {
      let height = Self.height(of: lane)
      content += SVG.text(
        SVG.fitted(lane.name, width: names - 8, size: 12), x: names - 8, y: top + height / 2 + 4,
        class: "lane", anchor: .end)
      for (bar, place) in zip(lane.bars, places[index]) {
        content += SVG.rectangle(
          place, class: "\(bar.colour.area) \(bar.isCritical ? "critical" : "edge")",
          tip: "\(lane.name): \(bar.label), \(date(bar.from)) to \(date(bar.to))"
            + (bar.isCritical ? ", on the critical path" : ""))
      }
      for moment in lane.moments {
        let x = x(moment.at, width, names)
        content += diamond(x: x, y: top + height / 2, tip: "\(moment.label), \(date(moment.at))")
        guard lane.isDated else { continue }
        let isLeft = x + 76 > plot.right
        content += SVG.text(
          date(moment.at), x: x + (isLeft ? -9 : 9), y: top + height / 2 + 4, class: "tick",
          anchor: isLeft ? .end : .start)
      }
      top += height
    }
    return SVG(width: width, height: foot + 20, title: title, description: description, content: content)
  }

  private func date(_ day: Double) -> String {
    axis.start.adding(days: Int(day.rounded(.down))).description
  }

  private func diamond(x: Double, y: Double, tip: String) -> Markup {
    let (left, right) = (SVG.number(x - 5), SVG.number(x + 5))
    let path =
      "M\(SVG.number(x)) \(SVG.number(y - 5))L\(right) \(SVG.number(y))"
      + "L\(SVG.number(x)) \(SVG.number(y + 5))L\(left) \(SVG.number(y))Z"
    return Markup("path", ["class": "milestone", "d": path]) { Markup("title") { tip } }
  }
}
