/// Lets the content of an element be written as a list of elements and texts, with `if` and `for`.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ element: Markup) -> Markup { element }
  static func buildExpression(_ text: String) -> Markup { .text(text) }
  static func buildBlock(_ parts: Markup...) -> Markup { buildArray(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
  static func buildEither(first part: Markup) -> Markup { part }
  static func buildEither(second part: Markup) -> Markup { part }
  static func buildArray(_ parts: [Markup]) -> Markup {
    var all = Markup.empty
    for part in parts { all += part }
    return all
  }
}
