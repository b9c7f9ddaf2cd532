/// One figure of a catalogue entry as people read it: with its unit, its source and how far to trust it.
public struct SourcedFact: Sendable, Hashable {
  /// How far a figure can be trusted.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// It stands in the named source.
    case published
    /// It is computed from published figures.
    case derived
    /// From memory of the literature, very likely right.
    case memoryHigh = "memory-high"
    /// From memory of the literature, right to 10 or 20 %.
    case memoryMedium = "memory-medium"
    /// From memory of the literature, an order of magnitude: to be checked before anything hangs on it.
    case memoryLow = "memory-low"

    /// What it says to a reader.
    public var meaning: String {
      switch self {
      case .published: "stands in the named source"
      case .derived: "computed from published figures"
      case .memoryHigh: "from memory, very likely right"
      case .memoryMedium: "from memory, right to 10 or 20 %"
      case .memoryLow: "from memory, an order of magnitude"
      }
    }
  }

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
