public import Quantities

/// The limit of a host falls with the spread of the middle half of its history.
///
/// ```
/// T = 1 - s (Q3 - Q1)        overloaded if u > T
/// ```
/// u the utilization; s the safety; Q1 and Q3 the quartiles of the history: of n sorted samples those at the places
/// round((n + 1) / 4) and round(3 (n + 1) / 4), counted from 1, halves rounded up.
///
/// **Valid for** a history of at least 12 samples; below that ``StaticThreshold/untilHistory`` decides.
/// **Not modelled**: quartiles between two samples; the nearest one is taken.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), equation 17; places of the quartiles, least history and the limit
/// until then as CloudSim 3.0.3 has them.
///
/// Example: the samples 0.05, 0.10, ... 0.60 have the quartiles 0.15 and 0.50; with s = 1.5 the limit is 47.5 %.
public struct InterquartileRange: OverloadDetector, Hashable {
  /// How much the spread counts.
  public let safety: Double
  /// The least number of samples.
  public static let leastHistory = 12

  /// A detector with a safety.
  public init(safety: Double) { self.safety = safety }

  /// The limit that a history asks for; nil while it is too short.
  public func limit(history: Span<Fraction>) -> Fraction? {
    let count = history.count
    guard count >= InterquartileRange.leastHistory else { return nil }
    return OrderStatistics.withSorted(history) { sorted in
      let first = InterquartileRange.place(0.25, of: count)
      let third = InterquartileRange.place(0.75, of: count)
      return Fraction(1 - safety * (sorted[third] - sorted[first]))
    }
  }

  /// Whether the utilization is above the limit of the history.
  public func isOverloaded(at utilization: Fraction, history: Span<Fraction>) -> Bool {
    guard let limit = limit(history: history) else {
      return StaticThreshold.untilHistory.isOverloaded(at: utilization, history: history)
    }
    return utilization > limit
  }

  private static func place(_ share: Double, of count: Int) -> Int {
    Int((share * Double(count + 1) + 0.5).rounded(.down)) - 1
  }

  /// Its line in the catalogue.
  public static let entry = DetectorEntry(
    "interquartile-range", abbreviation: "iqr",
    "The limit falls with the spread of the middle half of the history.",
    parameter: .safety(default: 1.5)
  ) { value, _ in InterquartileRange(safety: value) }
}
