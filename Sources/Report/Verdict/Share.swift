import Quantities
import ResultStore

/// A saved share and what can be said of it: saved, spent, or neither as far as the interval tells.
struct Share: Sendable, Hashable {
  /// What the estimate says.
  enum Direction: Sendable, Hashable {
    /// Less than before.
    case less
    /// More than before.
    case more
    /// The same to a twentieth of a percent.
    case same
    /// The interval covers zero.
    case unclear
  }

  /// The share that is saved, 0.86 for 86 %.
  let estimate: StoredEstimate

  /// Differences below this share are none.
  private static let negligible = 5e-4

  /// What the estimate says.
  var direction: Direction {
    if estimate.lower > Share.negligible { return .less }
    if estimate.upper < -Share.negligible { return .more }
    return abs(estimate.lower) <= Share.negligible && abs(estimate.upper) <= Share.negligible
      ? .same : .unclear
  }

  /// Its size: `86 %`.
  var size: String { "\(Share.percent(abs(estimate.mean), decimals: decimals)) %" }

  /// Its interval as `(84 to 88)`, by size; empty where it is too narrow to see.
  var interval: String {
    guard let ends else { return "" }
    return " (\(ends.lower) to \(ends.upper))"
  }

  /// The size and its interval.
  var sizeAndInterval: String { size + interval }

  /// The change against the first layout with its sign: `−86 %`, `+3 %`.
  var change: String {
    direction == .same ? "0 %" : (estimate.mean > 0 ? "−" : "+") + size
  }

  /// The interval of what is saved, with signs: ` (−3 to −1)`; empty where it is too narrow to see.
  var savedRange: String {
    guard let halfWidth = estimate.halfWidth, halfWidth * 100 >= 0.05 else { return "" }
    return " (\(Rounding.text(estimate.lower * 100, decimals: decimals)) to "
      + "\(Rounding.text(estimate.upper * 100, decimals: decimals)))"
  }

  /// The ends of the change in percent, the smaller number first: `−88 to −84`; nil where they are too close to see.
  var changeRange: String? {
    guard let halfWidth = estimate.halfWidth, halfWidth * 100 >= 0.05 else { return nil }
    let ends = [-estimate.upper, -estimate.lower].map { end in
      (end > 0 ? "+" : "") + Rounding.text(end * 100, decimals: decimals)
    }
    return "\(ends[0]) to \(ends[1])"
  }

  private var ends: (lower: String, upper: String)? {
    guard let halfWidth = estimate.halfWidth, halfWidth * 100 >= 0.05 else { return nil }
    let sign = estimate.mean < 0 ? -1.0 : 1.0
    let (one, other) = (sign * estimate.lower, sign * estimate.upper)
    return (
      Rounding.text(min(one, other) * 100, decimals: decimals),
      Rounding.text(max(one, other) * 100, decimals: decimals)
    )
  }

  private var decimals: Int {
    guard let halfWidth = estimate.halfWidth, halfWidth * 100 >= 0.05 else {
      return abs(estimate.mean) < 0.0995 ? 1 : 0
    }
    return min(1, Rounding.decimals(ofInterval: halfWidth * 100))
  }

  /// A share in percent; what is not all is not rounded up to it.
  static func percent(_ share: Double, decimals: Int) -> String {
    var decimals = decimals
    var text = Rounding.text(share * 100, decimals: decimals)
    while share < 1, text == Rounding.text(100, decimals: decimals), decimals < 4 {
      decimals += 1
      text = Rounding.text(share * 100, decimals: decimals)
    }
    return text
  }
}
