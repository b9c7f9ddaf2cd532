/// All overload detectors.
public enum DetectorCatalog {
  /// Every detector, one line each.
  public static let all: [DetectorEntry] = [
    StaticThreshold.entry,
    InterquartileRange.entry,
    MedianAbsoluteDeviation.entry,
    LocalRegression.entry,
    RobustLocalRegression.entry,
  ]

  /// The detector of a name or abbreviation, or nil.
  public static func entry(named name: String) -> DetectorEntry? {
    all.first { $0.name == name || $0.abbreviation == name }
  }
}
