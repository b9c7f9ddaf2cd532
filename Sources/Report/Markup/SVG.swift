import Quantities

/// A drawing with its title and description for those who do not see it.
struct SVG: Sendable, Hashable {
  /// Width and height, in pixels at normal size.
  let width: Double
  let height: Double
  /// What it is.
  let title: String
  /// What it shows, in a sentence or two.
  let description: String
  /// What is drawn, from back to front.
  let content: Markup

  /// The element for the page.
  ///
  /// - Parameter styleClass: decides how it is shown.
  func markup(class styleClass: String) -> Markup {
    Markup(
      "svg",
      [
        "class": styleClass, "viewBox": "0 0 \(SVG.number(width)) \(SVG.number(height))",
        "width": SVG.number(width), "height": SVG.number(height), "role": "img",
      ]
    ) {
      Markup("title") { title }
      Markup("desc") { description }
      content
    }
  }

  /// A coordinate, to a hundredth of a pixel.
  static func number(_ value: Double) -> String {
    let text = DecimalText.rounded(value, decimals: 2)
    guard text.contains(".") else { return text }
    var digits = text[...]
    while digits.last == "0" { digits = digits.dropLast() }
    return String(digits.last == "." ? digits.dropLast() : digits)
  }

  /// A rectangle; its tip is shown under the pointer.
  static func rectangle(
    _ rectangle: Rectangle, class styleClass: String, rounded radius: Double = 0, tip: String? = nil
  ) -> Markup {
    let (x, y) = (number(rectangle.x), number(rectangle.y))
    let (width, height) = (number(rectangle.width), number(rectangle.height))
    let content = tip.map { text in Markup("title") { text } } ?? .empty
    if radius > 0 {
      return Markup(
        "rect",
        ["class": styleClass, "x": x, "y": y, "width": width, "height": height, "rx": number(radius)]
      ) { content }
    }
    return Markup("rect", ["class": styleClass, "x": x, "y": y, "width": width, "height": height]) { content }
  }

  /// A straight line.
  static func line(
    fromX x: Double, y: Double, toX otherX: Double, y otherY: Double, class styleClass: String
  ) -> Markup {
    Markup(
      "line",
      ["class": styleClass, "x1": number(x), "y1": number(y), "x2": number(otherX), "y2": number(otherY)])
  }

  /// A line of text whose baseline begins, has its middle, or ends at a point.
  static func text(
    _ text: String, x: Double, y: Double, class styleClass: String, anchor: Anchor = .start
  ) -> Markup {
    switch anchor {
    case .start: Markup("text", ["class": styleClass, "x": number(x), "y": number(y)]) { text }
    case .middle, .end:
      Markup(
        "text",
        ["class": styleClass, "x": number(x), "y": number(y), "text-anchor": anchor.rawValue]
      ) { text }
    }
  }

  /// A line of text that reads upwards, centred on a point.
  static func upright(_ text: String, x: Double, y: Double, class styleClass: String) -> Markup {
    Markup(
      "text",
      [
        "class": styleClass, "transform": "translate(\(number(x)) \(number(y))) rotate(-90)",
        "text-anchor": Anchor.middle.rawValue,
      ]
    ) { text }
  }

  /// Which part of a text stands at its point.
  enum Anchor: String { case start, middle, end }

  /// A text that ends in an ellipsis where it would be wider than there is room.
  static func fitted(_ text: String, width: Double, size: Double) -> String {
    let most = max(2, Int(width / (size * 0.62)))
    return text.count <= most ? text : text.prefix(most - 1) + "…"
  }

  /// About how wide a text is, in pixels; a little more than in most fonts.
  static func estimatedWidth(of text: String, size: Double) -> Double { Double(text.count) * size * 0.58 }
}
