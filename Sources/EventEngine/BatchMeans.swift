/// The mean of one long, correlated series with an honest interval: means of long batches are nearly
/// independent where neighbouring values are not.
///
/// **Valid for**: batches much longer than the correlation of the series; at least ten batches.
///
/// **Source**: Law (2015), "Simulation modeling and analysis", 5th edition, section 9.5.3.
public struct BatchMeans: Hashable, Sendable {
  /// The number of values in a batch.
  public let batchSize: Int
  /// The means of the full batches.
  public private(set) var batches = Welford()
  private var current = CompensatedSum()
  private var currentCount = 0

  /// Batches of so many values, at least one.
  public init(batchSize: Int) {
    precondition(batchSize > 0, "a batch needs a value")
    self.batchSize = batchSize
  }

  /// Adds the next value of the series. A last batch that does not fill is left out.
  public mutating func add(_ value: Double) {
    current.add(value)
    currentCount += 1
    guard currentCount == batchSize else { return }
    batches.add(current.value / Double(batchSize))
    current = CompensatedSum()
    currentCount = 0
  }

  /// The interval of the mean.
  public func interval(level: Double = 0.95) -> ConfidenceInterval {
    ConfidenceInterval(of: batches, level: level)
  }
}
