/// A leaf of the energy ledger. The components are disjoint, and their sum is the power at the meter.
public struct StoredComponent: Sendable, Hashable {
  /// The index in energies and series.
  public var index: Int
  /// The name in columns, such as `air_fans`.
  public var name: String
  /// The name for tables and legends.
  public var title: String
  /// Whether it is power of the IT equipment, the divisor of PUE.
  public var isIT: Bool
}
