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
