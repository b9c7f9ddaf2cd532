public import Quantities

/// A series made from a pattern, and the demand that its full scale stands for.
public struct GeneratedDemand: Sendable, Hashable {
  /// The samples, in 255ths of ``peak``; at least one is 255.
  public let series: DemandSeries
  /// The largest demand, as a share of the reference machine.
  public let peak: Fraction
}
