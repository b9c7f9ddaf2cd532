public import Quantities

/// The limit of a host falls with the median distance of its history from the median.
///
/// ```
/// T = 1 - s median(|x_i - median(x)|)        overloaded if u > T
/// ```
/// u the utilization; s the safety; x the history. The median of an even number of samples is the mean of the middle two.
///
/// **Valid for** a history of at least 12 samples; below that ``StaticThreshold/untilHistory`` decides.
/// **Not modelled**: trends; a steady rise is spread like noise.
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), equations 15 and 16; least history and the limit until then as
/// CloudSim 3.0.3 has them.
///
/// Example: the samples 0.05, 0.10, ... 0.60 have the median 0.325 and the deviation 0.15; with s = 2.5 the limit is 62.5 %.
public struct MedianAbsoluteDeviation: OverloadDetector, Hashable {
  /// How much the spread counts.
  public let safety: Double
  /// The least number of samples.
  public static let leastHistory = 12

  /// A detector with a safety.
  public init(safety: Double) { self.safety = safety }

  /// The limit that a history asks for; nil while it is too short.
  public func limit(history: Span<Fraction>) -> Fraction? {
    guard history.count >= MedianAbsoluteDeviation.leastHistory else { return nil }
    return OrderStatistics.withSorted(history) { values in
      let median = OrderStatistics.median(ofSorted: values)
      for index in 0..<values.count { values[index] = abs(median - values[index]) }
      OrderStatistics.sort(values)
      return Fraction(1 - safety * OrderStatistics.median(ofSorted: values))
    }
  }

  /// Whether the utilization is above the limit of the history.
  public func isOverloaded(at utilization: Fraction, history: Span<Fraction>) -> Bool {
    guard let limit = limit(history: history) else {
      return StaticThreshold.untilHistory.isOverloaded(at: utilization, history: history)
    }
    return utilization > limit
  }

  /// Its line in the catalogue.
  public static let entry = DetectorEntry(
    "median-absolute-deviation", abbreviation: "mad",
    "The limit falls with the median distance from the median.",
    parameter: .safety(default: 2.5)
  ) { value, _ in MedianAbsoluteDeviation(safety: value) }
}
