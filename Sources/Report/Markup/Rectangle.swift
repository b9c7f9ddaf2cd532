/// A rectangle in pixels, y downwards.
struct Rectangle: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middleX: Double { x + width / 2 }
  var middleY: Double { y + height / 2 }

  /// The rectangle without a margin on every side.
  func inset(_ margin: Double) -> Rectangle {
    Rectangle(
      x: x + margin, y: y + margin, width: max(0, width - 2 * margin), height: max(0, height - 2 * margin))
  }

  /// Whether another lies within it, edges included.
  func contains(_ other: Rectangle) -> Bool {
    let slack = 1e-6
    return other.x >= x - slack && other.y >= y - slack && other.right <= right + slack
      && other.bottom <= bottom + slack
  }

  /// Whether the two share more than an edge.
  func overlaps(_ other: Rectangle) -> Bool {
    let slack = 1e-6
    return other.x < right - slack && x < other.right - slack && other.y < bottom - slack
      && y < other.bottom - slack
  }
}
