/// Numbers as tones between the lowest and the highest of all drawings, from light to dark, so that lightness alone
/// tells them apart.
///
/// **Source**: the tones are the nine classes of YlGnBu by C. Brewer, ColorBrewer 2.0.
struct ToneScale: Sendable, Hashable {
  /// The most tones there are.
  static let most = 9
  /// Where the first tone begins.
  let start: Double
  /// The distance from one tone to the next: 1, 2 or 5 times a power of ten, at least a hundredth.
  let step: Double
  /// How many tones are used.
  let count: Int

  /// A scale that reaches from one number to another.
  init(from lowest: Double, to highest: Double) {
    precondition(lowest.isFinite && highest >= lowest && highest.isFinite, "a scale has two ends")
    var power = 0.01
    var found: (start: Double, step: Double, count: Int)?
    while found == nil {
      for step in [1, 2, 5].map({ $0 * power }) where found == nil {
        let first = (lowest / step + 1e-9).rounded(.down)
        // A highest number on the edge of two tones has the lower of them, unless there is no other.
        let end = max(first + 1, (highest / step - 1e-9).rounded(.up))
        if end - first <= Double(Self.most) { found = (first * step, step, Int(end - first)) }
      }
      power *= 10
    }
    (start, step, count) = found ?? (lowest, 0.01, 1)
  }

  /// The tone of a number, from 0.
  func index(of value: Double) -> Int {
    max(0, min(count - 1, Int(((value - start) / step + 1e-9).rounded(.down))))
  }

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
    Markup("ul", ["class": "legend"]) {
      for index in 0..<count {
        Markup("li") {
          Markup("span", ["class": "swatch tone-\(tone(index))-b"])
          "\(text(index)) to \(text(index + 1))"
        }
      }
      Markup("li") { what }
    }
  }

  private func text(_ index: Int) -> String {
    Rounding.text(start + step * Double(index), decimals: step >= 1 ? 0 : step >= 0.1 ? 1 : 2)
  }
}
