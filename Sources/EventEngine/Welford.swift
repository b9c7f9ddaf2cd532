/// Count, mean and variance of values seen one at a time, without the cancellation of a sum of squares.
///
/// **Source**: Welford (1962), "Note on a method for calculating corrected sums of squares and products",
/// Technometrics 4; merging after Chan, Golub, LeVeque (1979), "Updating formulae and a pairwise algorithm
/// for computing sample variances".
///
/// For example, the values 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the variance 32 / 7.
public struct Welford: Hashable, Sendable {
  /// The number of values.
  public private(set) var count = 0
  /// The mean of the values; 0 when there are none.
  public private(set) var mean = 0.0
  /// The smallest value; infinite when there are none.
  public private(set) var minimum = Double.infinity
  /// The largest value; minus infinite when there are none.
  public private(set) var maximum = -Double.infinity
  private var squares = 0.0

  /// No values yet.
  public init() {}

  /// The given values.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// The variance estimated from the values as a sample (divided by count - 1); 0 for fewer than two.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean; 0 for fewer than two values.
  public var standardError: Double { count > 1 ? (variance / Double(count)).squareRoot() : 0 }

  /// Counts a value in.
  public mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
    minimum = min(minimum, value)
    maximum = max(maximum, value)
  }

  /// Counts all values of another in. The last digits depend on the order, so merge in index order.
  public mutating func merge(_ other: Welford) {
    guard other.count > 0 else { return }
    let total = Double(count + other.count)
    let distance = other.mean - mean
    squares += other.squares + distance * distance * (Double(count) * Double(other.count) / total)
    mean += distance * (Double(other.count) / total)
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }
}
