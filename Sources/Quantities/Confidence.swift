/// How far a figure can be trusted, best first.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// It stands in the named source.
  case published
  /// It is computed from published figures or a closed form.
  case derived
  /// Quoted from memory of the literature, very likely right.
  case memoryHigh = "memory-high"
  /// Quoted from memory of the literature, right to 10 or 20 % or to one digit.
  case memoryMedium = "memory-medium"
  /// Quoted from memory of the literature, an order of magnitude: to be checked before anything hangs on it.
  case memoryLow = "memory-low"
  /// Chosen by the authors of this program for the reason given as its source.
  case judgement

  /// What it says to a reader.
  public var meaning: String {
    switch self {
    case .published: "stands in the named source"
    case .derived: "computed from published figures"
    case .memoryHigh: "from memory of the literature, very likely right"
    case .memoryMedium: "from memory of the literature, right to 10 or 20 %"
    case .memoryLow: "from memory of the literature, an order of magnitude"
    case .judgement: "chosen by the authors for the reason given"
    }
  }
}
