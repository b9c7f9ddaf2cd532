/// A piece of a page that is well formed and escaped by construction.
///
/// Text and attribute values enter only through doors that escape them, and names are literals of the program, so that
/// nothing a scenario says can become an element. What comes out is XML that browsers read as HTML: every element is
/// closed.
struct Markup: Sendable, Hashable {
  /// The serialized form.
  private(set) var serialized: String

  /// Nothing.
  static let empty = Markup(serialized: "")

  /// Text as a reader sees it.
  static func text(_ text: String) -> Markup { Markup(serialized: escaped(text)) }

  /// A style sheet of the program's own; it holds no character that markup would need to escape.
  static func style(_ sheet: StaticString) -> Markup {
    precondition(
      !sheet.description.contains { $0 == "<" || $0 == "&" }, "a style sheet needs no escaping")
    return Markup(serialized: "<style>\(sheet)</style>\n")
  }

  /// An element.
  ///
  /// - Parameters:
  ///   - name: of the element.
  ///   - attributes: in the order in which they are written.
  ///   - content: what stands in it.
  init(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    @MarkupBuilder _ content: () -> Markup = { .empty }
  ) {
    var text = "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Markup.escaped(value))\"" }
    let inner = content().serialized
    if inner.isEmpty, Markup.childless.contains("\(name)") {
      text += "/>"
    } else {
      text += ">\(inner)</\(name)>"
    }
    if Markup.lines.contains("\(name)") { text += "\n" }
    serialized = text
  }

  private init(serialized: String) { self.serialized = serialized }

  /// Both, one after the other.
  static func + (left: Markup, right: Markup) -> Markup {
    Markup(serialized: left.serialized + right.serialized)
  }

  static func += (left: inout Markup, right: Markup) { left.serialized += right.serialized }

  /// Elements that are closed in their own tag. HTML takes `<td/>` for an open tag, so all others get two.
  private static let childless = ["meta", "br", "hr", "rect", "line", "path", "circle"]

  /// Elements that end a line, so that a difference between two reports is readable.
  private static let lines = [
    "head", "meta", "title", "header", "section", "figure", "h1", "h2", "h3", "p", "table", "tr", "svg",
    "details",
    "g", "li", "ul", "div", "footer",
  ]

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      // XML knows no control characters, not even escaped.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
