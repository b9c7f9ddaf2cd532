public import Quantities

/// How high a demand is: its mean, and its peak or 95th percentile, as shares of the reference machine.
public struct DemandLevel: Sendable, Hashable {
  /// The upper end of a demand.
  public enum Crest: Sendable, Hashable {
    /// The largest sample.
    case peak(Fraction)
    /// The level that is exceeded 5 % of the time.
    case percentile95(Fraction)
  }

  /// The mean.
  public let mean: Fraction
  /// The upper end.
  public let crest: Crest

  /// Creates a level.
  public init(mean: Fraction, crest: Crest) {
    self.mean = mean
    self.crest = crest
  }

  /// Creates a level from mean and peak.
  public init(mean: Fraction, peak: Fraction) { self.init(mean: mean, crest: .peak(peak)) }

  /// Creates a level from mean and 95th percentile.
  public init(mean: Fraction, percentile95: Fraction) {
    self.init(mean: mean, crest: .percentile95(percentile95))
  }
}
