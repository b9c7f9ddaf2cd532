import Quantities

/// Round numbers from zero up to a largest value.
struct Axis: Sendable, Hashable {
  /// The distance between two marks: 1, 2 or 5 times a power of ten.
  let step: Double
  /// The last mark, at or above the largest value.
  let end: Double
  /// Decimals that the marks need.
  let decimals: Int

  /// Creates an axis for values from zero.
  ///
  /// - Parameters:
  ///   - largest: the largest value; an axis for nothing ends at 1.
  ///   - marks: about how many marks there shall be.
  init(upTo largest: Double, marks: Int) {
    precondition(largest.isFinite && marks >= 1, "an axis has an end")
    let wanted = (largest > 0 ? largest : 1) / Double(marks)
    var power = 1.0
    var decimals = 0
    while power * 10 <= wanted { power *= 10 }
    while power > wanted {
      power /= 10
      decimals += 1
    }
    step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted * (1 - 1e-9) } ?? 10 * power
    end = ((largest > 0 ? largest : 1) / step - 1e-9).rounded(.up) * step
    self.decimals = min(9, step >= 10 * power * (1 - 1e-9) ? max(0, decimals - 1) : decimals)
  }

  /// The marks, zero included.
  var marks: [Double] { (0...Int((end / step).rounded())).map { Double($0) * step } }

  /// A mark as text.
  func text(_ mark: Double) -> String { DecimalText.rounded(mark, decimals: decimals, separator: "\u{2009}") }
}
