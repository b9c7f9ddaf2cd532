/// The colours of charts: those of Okabe and Ito, which people with any colour vision can tell apart, and greys.
///
/// A colour is a class of the style sheet, which also gives the text upon it a colour that can be read.
///
/// **Source**: M. Okabe, K. Ito, "Color Universal Design", 2002.
enum Palette: String, Sendable, Hashable, CaseIterable {
  case orange, sky, green, yellow, blue, vermillion, purple, grey, silver

  /// The class for an area of this colour.
  var area: String { "f-\(rawValue)" }
  /// The class for text upon an area of this colour.
  var label: String { "t-\(isDark ? "light" : "dark")" }

  private var isDark: Bool { self == .blue || self == .grey }

  /// A series of colours for categories that have none of their own; neighbours differ in lightness as well.
  static func category(_ index: Int) -> Palette {
    let order: [Palette] = [.blue, .orange, .green, .yellow, .purple, .sky, .vermillion, .silver, .grey]
    return order[index % order.count]
  }
}
