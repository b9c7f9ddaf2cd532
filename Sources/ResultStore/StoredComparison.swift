/// A metric of a layout beside that of the first layout, replication by replication.
public struct StoredComparison: Sendable, Hashable {
  /// The metric.
  public var metric: StudyMetric
  /// The metric of the layout.
  public var value: StoredEstimate
  /// The first layout's less this one's.
  public var difference: StoredEstimate
  /// The same as a share of the first layout's; nil when that is zero.
  public var savings: StoredEstimate?
}

/// How the energy saved by a layout comes about, as shares of the first layout's energy.
public struct StoredDecomposition: Sendable, Hashable {
  /// Saved in all.
  public var total: StoredEstimate
  /// Saved by less IT energy, at the first layout's PUE.
  public var equipment: StoredEstimate
  /// Taken back by a higher PUE; negative when it falls.
  public var overhead: StoredEstimate
}
