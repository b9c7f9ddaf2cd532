public import Quantities

/// Power of a whole site over a few samples, as it is handed to a ``ResultSink``.
public struct SiteBlock: Sendable, Equatable {
  /// The number of the first sample, from 0.
  public let firstSample: Int
  /// Watts of each component, sample by sample.
  public let watts: [EnergyComponent: [Double]]
  /// Outdoor temperature, sample by sample.
  public let outdoor: [Celsius]
  /// Heat that the cooling plant could not remove, sample by sample.
  public let unmetHeat: [Watts]

  /// How many samples there are.
  public var count: Int { outdoor.count }
}
