import Quantities

/// Watts as a tint, in a few steps from pale to dark, so that lightness alone tells them apart.
struct HeatScale: Sendable, Hashable {
  /// How many tints there are.
  static let steps = 5
  /// Watts from one tint to the next.
  let step: Watts

  /// A scale that reaches a largest value.
  init(upTo largest: Watts) {
    step = Watts(Axis(upTo: largest.value, marks: HeatScale.steps).step)
  }

  /// The tint of a power, from 0.
  func index(of power: Watts) -> Int { max(0, min(HeatScale.steps - 1, Int((power / step).rounded(.down)))) }

  /// The class of an area with this power.
  func area(_ power: Watts) -> String { "heat-\(index(of: power))" }

  /// The class of text upon it.
  func label(_ power: Watts) -> String { index(of: power) >= 3 ? "t-light" : "t-dark" }

  /// The tints with the powers they stand for.
  func legend(of what: String) -> Markup {
    Markup("ul", ["class": "legend"]) {
      for index in 0..<HeatScale.steps {
        Markup("li") {
          Markup("span", ["class": "swatch heat-\(index)-b"])
          words(of: index)
        }
      }
      Markup("li") { what }
    }
  }

  private func words(of index: Int) -> String {
    let from = Rounding.significant(step.value * Double(index))
    let to = Rounding.significant(step.value * Double(index + 1))
    return index == HeatScale.steps - 1 ? "\(from) W and more" : "\(from) to \(to) W"
  }
}
