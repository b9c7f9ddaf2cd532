import Quantities

/// The availability that a class of data centre aims at: a target to compare with, never a model's output.
///
/// **Source**: Uptime Institute tiers, published.
public struct TierTarget: Hashable, Sendable {
  /// The class, 1 to 4.
  public let tier: Int
  /// The target.
  public let state: SteadyState

  private init(tier: Int, percent: Double) {
    self.tier = tier
    self.state = SteadyState(availability: Fraction(percent: percent))
  }

  /// The four classes.
  public static let all = [
    TierTarget(tier: 1, percent: 99.671), TierTarget(tier: 2, percent: 99.741),
    TierTarget(tier: 3, percent: 99.982), TierTarget(tier: 4, percent: 99.995),
  ]
}
