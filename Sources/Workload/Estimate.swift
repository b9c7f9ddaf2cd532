/// How far a figure can be trusted, best first.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Stands in the named source.
  case published
  /// Computed from published figures.
  case derived
  /// Quoted from memory of the named source, and well known.
  case high = "from memory, high confidence"
  /// Quoted from memory of the named source.
  case medium = "from memory, medium confidence"
  /// A vague memory or an estimate from similar things.
  case low = "from memory, low confidence"
  /// Chosen by the authors of this program for the reason given.
  case judgement
}

/// A figure with the range it may lie in and where it comes from, for catalogue entries and sensitivity studies.
public struct Estimate<Value: Comparable & Hashable & Sendable>: Sendable, Hashable {
  /// The value used unless another is given.
  public let value: Value
  /// The range of believable values; contains ``value``.
  public let range: ClosedRange<Value>
  /// Author, year and place, or the reason of a judgement.
  public let source: String
  /// How far the figure can be trusted.
  public let confidence: Confidence

  /// Creates an estimate.
  ///
  /// - Precondition: the range contains the value.
  public init(_ value: Value, in range: ClosedRange<Value>, source: String, confidence: Confidence) {
    precondition(range.contains(value), "an estimate lies in its own range")
    self.value = value
    self.range = range
    self.source = source
    self.confidence = confidence
  }

  /// Creates an estimate that is known exactly.
  public init(exactly value: Value, source: String, confidence: Confidence) {
    self.init(value, in: value...value, source: source, confidence: confidence)
  }
}
