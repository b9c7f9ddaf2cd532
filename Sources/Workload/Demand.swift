public import Quantities

/// What the guests of a group ask for over time.
public enum Demand: Sendable, Hashable {
  /// Series made from a pattern.
  case pattern(PatternDemand)
  /// Recorded series; the guests of the group take them in turn.
  case traces([DemandSeries])
}

/// A demand made from a pattern of the ``DemandPatternCatalog``.
public struct PatternDemand: Sendable, Hashable {
  /// The pattern.
  public let pattern: DemandPattern
  /// The values of its parameters.
  public let settings: DemandSettings
  /// Mean and crest as shares of the reference machine.
  public let level: DemandLevel
  /// Random variation on top of the pattern.
  public let noise: DemandNoise
  /// How many different series the group has; its guests take them in turn, each with its own offset.
  public let variants: Int

  /// Creates a demand.
  ///
  /// - Precondition: there is at least one variant.
  public init(
    _ pattern: DemandPattern, level: DemandLevel, settings: DemandSettings = DemandSettings(),
    noise: DemandNoise = .standard, variants: Int = 1
  ) {
    precondition(variants > 0, "a group has at least one series")
    self.pattern = pattern
    self.level = level
    self.settings = settings
    self.noise = noise
    self.variants = variants
  }
}

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
