/// An overload detector as users find it: its name, its parameter, and how to make it.
public struct DetectorEntry: Sendable {
  /// The one number of a detector.
  public struct Parameter: Sendable, Hashable {
    /// The name.
    public let name: String
    /// What it means.
    public let summary: String
    /// What is taken when none is given.
    public let defaultValue: Double
    /// What may be given.
    public let range: ClosedRange<Double>

    init(_ name: String, _ summary: String, default value: Double, range: ClosedRange<Double>) {
      self.name = name
      self.summary = summary
      self.defaultValue = value
      self.range = range
    }

    static func safety(default value: Double) -> Parameter {
      Parameter("safety", "how early guests leave", default: value, range: 0...10)
    }
  }

  /// The name.
  public let name: String
  /// The name in the literature, in lower case.
  public let abbreviation: String
  /// What it does, in one sentence.
  public let summary: String
  /// Its parameter.
  public let parameter: Parameter
  private let make: @Sendable (Double, RegressionWeights) -> any OverloadDetector

  init(
    _ name: String, abbreviation: String, _ summary: String, parameter: Parameter,
    make: @escaping @Sendable (Double, RegressionWeights) -> any OverloadDetector
  ) {
    self.name = name
    self.abbreviation = abbreviation
    self.summary = summary
    self.parameter = parameter
    self.make = make
  }

  /// Makes the detector.
  ///
  /// - Parameters:
  ///   - parameter: a value within the range; nil for the default.
  ///   - weights: how samples count in those that lay a line; the rest have no use for it.
  public func detector(
    parameter value: Double? = nil, weights: RegressionWeights = .tricube
  ) throws(PolicyProblem) -> any OverloadDetector {
    let value = value ?? parameter.defaultValue
    guard parameter.range.contains(value) else {
      let range = parameter.range
      throw PolicyProblem(
        message: "the \(parameter.name) \(value) of '\(name)' is out of range",
        help: "give a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return make(value, weights)
  }
}
