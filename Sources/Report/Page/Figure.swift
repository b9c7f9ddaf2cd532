/// A picture with a sentence that says what to see, and its table beneath.
struct Figure: Sendable {
  /// What to see.
  let title: String
  /// The picture.
  let picture: Markup
  /// The numbers behind it.
  let table: DataTable
  /// What has to be known to read it, if anything.
  var note = ""

  var markup: Markup {
    Markup("figure") {
      Markup("figcaption") {
        Markup("h3") { title.hasSuffix(".") && !title.contains(". ") ? String(title.dropLast()) : title }
        if !note.isEmpty { Markup("p", ["class": "quiet"]) { note } }
      }
      picture
      table.folded("The numbers")
    }
  }

  /// A drawing in two widths, of which the style sheet shows the one that fits.
  static func wideAndNarrow(_ drawing: (_ width: Double, _ isWide: Bool) -> SVG) -> Markup {
    drawing(960, true).markup(class: "wide") + drawing(340, false).markup(class: "narrow")
  }
}
