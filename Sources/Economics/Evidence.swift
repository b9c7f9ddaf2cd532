/// How well a figure is known.
public enum Evidence: String, Sendable, CaseIterable {
  /// The figure stands in the named source.
  case published
  /// Computed from published figures or a closed form.
  case derived
  /// From memory of the literature, very likely right.
  case high = "memory, high confidence"
  /// From memory of the literature, right to 10 or 20 % or to one digit.
  case medium = "memory, medium confidence"
  /// From memory of the literature, an order of magnitude.
  case low = "memory, low confidence"
}

/// A figure with where it comes from.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The figure.
  public let value: Value
  /// The range in which it may lie, when one is known.
  public let range: ClosedValues<Value>?
  /// How well it is known.
  public let evidence: Evidence
  /// Where it comes from.
  public let source: String

  /// Creates a figure.
  public init(_ value: Value, range: ClosedValues<Value>? = nil, _ evidence: Evidence, _ source: String) {
    self.value = value
    self.range = range
    self.evidence = evidence
    self.source = source
  }
}

/// The lowest and the highest value of a range.
public struct ClosedValues<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The lowest value.
  public let low: Value
  /// The highest value.
  public let high: Value

  /// Creates a range.
  public init(_ low: Value, _ high: Value) {
    self.low = low
    self.high = high
  }
}
