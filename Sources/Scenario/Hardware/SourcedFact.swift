public import Quantities

/// One figure of a catalogue entry as people read it: with its unit, its source and how far to trust it.
public struct SourcedFact: Sendable, Hashable {
  /// What the figure is, such as `maximum memory`.
  public let name: String
  /// The figure with its unit, such as `16 GiB`.
  public let value: String
  /// Where it comes from, such as a benchmark result with its date or a vendor's document.
  public let source: String
  /// How far it can be trusted.
  public let confidence: Confidence

  /// Creates a fact.
  public init(name: String, value: String, source: String, confidence: Confidence) {
    self.name = name
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}
