import Quantities

/// Numbers as far as they are known: an interval decides how many digits are printed.
enum Rounding {
  /// A number without an interval, to three digits, or fewer where those are exact: 12 rather than 12.0.
  static func significant(_ value: Double, digits: Int = 3) -> String {
    var decimals = decimals(of: value, digits: digits)
    while decimals > 0, isExact(value, decimals: decimals - 1) { decimals -= 1 }
    return text(value, decimals: decimals)
  }

  /// Whether a number has no more decimals than these.
  private static func isExact(_ value: Double, decimals: Int) -> Bool {
    var scaled = value
    for _ in 0..<decimals { scaled *= 10 }
    return abs(scaled - scaled.rounded()) <= abs(scaled) * 1e-9
  }

  /// A number with an interval: `94 ± 2`. The interval has one digit, or two when the first is 1.
  static func text(_ value: Double, halfWidth: Double?) -> String {
    guard let halfWidth, isVisible(halfWidth, beside: value) else { return significant(value) }
    let step = step(ofInterval: halfWidth)
    guard step < 1 else {
      let (value, halfWidth) = ((value / step).rounded() * step, (halfWidth / step).rounded() * step)
      return "\(text(value, decimals: 0)) ± \(text(halfWidth, decimals: 0))"
    }
    let decimals = decimals(ofInterval: halfWidth)
    return "\(text(value, decimals: decimals)) ± \(text(halfWidth, decimals: decimals))"
  }

  /// The power of ten that an interval of ten and more is known to; below that 0.
  private static func step(ofInterval halfWidth: Double) -> Double {
    guard halfWidth >= 20 else { return 0 }
    var step = 1.0
    while step * 20 <= halfWidth { step *= 10 }
    return step
  }

  /// Whether an interval is wide enough to matter to a reader; narrower than a thousandth it is not shown.
  static func isVisible(_ halfWidth: Double, beside value: Double) -> Bool {
    halfWidth > abs(value) * 5e-4 && halfWidth > 0
  }

  /// The decimals at which an interval shows one digit, or two when the first is 1.
  static func decimals(ofInterval halfWidth: Double) -> Int {
    let one = decimals(of: halfWidth, digits: 1)
    var scaled = halfWidth
    for _ in 0..<one { scaled *= 10 }
    return scaled < 2 ? decimals(of: halfWidth, digits: 2) : one
  }

  /// How many decimals show so many digits of a number; none for large ones.
  static func decimals(of value: Double, digits: Int) -> Int {
    var size = abs(value)
    guard size > 0, size.isFinite else { return 0 }
    var decimals = digits - 1
    while size >= 10, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    while size < 1, decimals < 6 {
      size *= 10
      decimals += 1
    }
    return decimals
  }

  /// A number with so many decimals, thousands apart by a narrow space.
  static func text(_ value: Double, decimals: Int) -> String {
    let text = DecimalText.rounded(value, decimals: decimals, separator: "\u{202F}")
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}
