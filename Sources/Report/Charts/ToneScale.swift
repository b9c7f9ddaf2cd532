/// Numbers of all drawings as tones from light to dark, so that lightness alone tells them apart. Each tone stands for
/// about as many numbers as the others, so that small differences show beside large ones.
///
/// **Source**: the tones are the nine classes of YlGnBu by C. Brewer, ColorBrewer 2.0.
struct ToneScale: Sendable, Hashable {
  /// The most tones there are.
  static let most = 9
  /// The lowest and the highest number.
  let lowest: Double
  let highest: Double
  /// Where one tone ends and the next begins, to a hundredth below, rising.
  let edges: [Double]

  /// A scale of some numbers.
  init(_ values: [Double]) {
    let values = values.sorted()
    lowest = values.first ?? 0
    highest = values.last ?? 0
    edges = (1..<Self.most).reduce(into: []) { edges, number in
      guard !values.isEmpty else { return }
      let edge = (values[number * values.count / Self.most] * 100).rounded(.down) / 100
      if edge > max(edges.last ?? values[0], values[0]), edge < values[values.count - 1] {
        edges.append(edge)
      }
    }
  }

  /// How many tones are used.
  var count: Int { edges.count + 1 }

  /// The tone of a number, from 0.
  func index(of value: Double) -> Int { edges.count { $0 <= value } }

  /// The place of a tone among all tones: few tones are spread, so that they differ clearly.
  private func tone(_ index: Int) -> Int {
    count == 1 ? Self.most / 2 : index * (Self.most - 1) / (count - 1)
  }

  /// The class of an area with this number.
  func area(_ value: Double) -> String { "tone-\(tone(index(of: value)))" }

  /// The class of a mark upon it.
  func label(_ value: Double) -> String { tone(index(of: value)) >= 5 ? "t-light" : "t-dark" }

  /// The tones with the numbers they stand for.
  func legend(of what: String) -> Markup {
    let ends = ([lowest] + edges + [highest]).map { Rounding.text($0, decimals: 2) }
    return Markup("ul", ["class": "legend"]) {
      Markup("li") { what }
      for index in 0..<count {
        Markup("li") {
          Markup("span", ["class": "swatch tone-\(tone(index))-b"])
          ends[index] == ends[index + 1] ? ends[index] : "\(ends[index]) to \(ends[index + 1])"
        }
      }
    }
  }
}
