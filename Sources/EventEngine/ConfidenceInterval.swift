/// A mean and how far off it may be.
///
/// ```
/// mean +- t(n - 1, (1 + level) / 2) s / sqrt(n)
/// ```
///
/// **Valid for**: independent values, normal or many. Fewer than two values leave the mean unknown to any
/// distance: the half width is infinite.
///
/// For example, the values 1, 2, 3 have the 95 % interval 2 +- 2.4841.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The estimated mean.
  public let mean: Double
  /// The distance from the mean to either end.
  public let halfWidth: Double
  /// The probability with which such intervals contain the true mean.
  public let level: Double
  /// The number of values behind it.
  public let count: Int

  /// The interval of the mean of some values, by Student's t.
  ///
  /// - Precondition: `level` lies between 0 and 1.
  public init(of values: Welford, level: Double = 0.95) {
    precondition(level > 0 && level < 1, "confidence level must lie between 0 and 1, is \(level)")
    mean = values.mean
    count = values.count
    self.level = level
    halfWidth =
      values.count < 2
      ? .infinity
      : values.standardError
        * StudentT(degreesOfFreedom: Double(values.count - 1)).quantile((1 + level) / 2)
  }

  /// The lower end.
  public var lower: Double { mean - halfWidth }

  /// The upper end.
  public var upper: Double { mean + halfWidth }

  /// Whether a value lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
