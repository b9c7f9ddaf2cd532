/// A figure with the range it may lie in and where it comes from, for catalogue entries and sensitivity studies.
public struct Estimate<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The ends of a range. Not a `ClosedRange`, because prices have no order across currencies.
  public struct Bounds: Hashable, Sendable {
    /// The lowest believable value.
    public let lowest: Value
    /// The highest believable value.
    public let highest: Value
  }

  /// The value used unless another is given.
  public let value: Value
  /// The range of believable values around ``value``; nil when none is known.
  public let range: Bounds?
  /// Author, year and place, or the reason of a judgement.
  public let source: String
  /// How far the figure can be trusted.
  public let confidence: Confidence

  private init(_ value: Value, bounds: Bounds?, source: String, confidence: Confidence) {
    self.value = value
    self.range = bounds
    self.source = source
    self.confidence = confidence
  }

  /// Creates an estimate whose range nobody knows.
  public init(_ value: Value, source: String, confidence: Confidence) {
    self.init(value, bounds: nil, source: source, confidence: confidence)
  }

  /// Creates an estimate with a range whose ends the caller has put in order.
  public init(_ value: Value, from lowest: Value, to highest: Value, source: String, confidence: Confidence) {
    self.init(
      value, bounds: Bounds(lowest: lowest, highest: highest), source: source, confidence: confidence)
  }

  /// Creates an estimate that is known exactly.
  public init(exactly value: Value, source: String, confidence: Confidence) {
    self.init(value, from: value, to: value, source: source, confidence: confidence)
  }
}

extension Estimate where Value: Comparable {
  /// Creates an estimate with a range.
  ///
  /// - Precondition: the range contains the value.
  public init(_ value: Value, in range: ClosedRange<Value>, source: String, confidence: Confidence) {
    precondition(range.contains(value), "an estimate lies in its own range")
    self.init(
      value, from: range.lowerBound, to: range.upperBound, source: source, confidence: confidence)
  }
}

extension Estimate.Bounds where Value: Comparable {
  /// Whether a value lies in the range, ends included.
  public func contains(_ value: Value) -> Bool { lowest <= value && value <= highest }
}
