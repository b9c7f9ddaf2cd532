public import Quantities

/// How much of a host a number of independent guests need together: less than their peaks, more than their means.
///
/// ```
/// needed = sum of mean + z * sqrt(sum of variance)
/// most equal guests: sqrt(n) = (sqrt(z^2 s^2 + 4 m C) - z s) / (2 m)
/// ```
/// - z: quantile of the normal distribution; 2.33 lets the sum exceed what is planned 1 % of the time
/// - m, s: mean and standard deviation of one guest, C: capacity, all in one unit
///
/// A running sum: guests are added and removed in constant time.
///
/// **Valid for**: many guests whose demands do not depend on each other. **Not modelled**: correlation. Office hours are
/// common to all, so apply it to what is left after the daily pattern, or per hour of the day. **Source**: central limit
/// theorem.
///
/// Example: guests of mean 0.06 and deviation 0.04 on a host of 1: at most 11 with z = 2.33, 16 by their means.
public struct StatisticalMultiplexing<Amount: Quantity>: Sendable, Hashable {
  /// The sum of means.
  public private(set) var mean = Amount.zero
  /// The sum of squared deviations, in the square of the unit.
  private var variance = 0.0

  /// The quantile that 1 % of the time exceeds.
  public static var onePercent: Double { 2.33 }

  /// Creates a sum of nothing.
  public init() {}

  /// Adds guests.
  public mutating func add(_ count: Int = 1, mean: Amount, deviation: Amount) {
    self.mean += mean * Double(count)
    variance += deviation.value * deviation.value * Double(count)
  }

  /// Takes guests away that had been added.
  public mutating func remove(_ count: Int = 1, mean: Amount, deviation: Amount) {
    add(-count, mean: mean, deviation: deviation)
  }

  /// What they need together.
  public func needed(quantile: Double = onePercent) -> Amount {
    mean + Amount(quantile * max(0, variance).squareRoot())
  }

  /// The most equal guests that a capacity carries; the mean above zero.
  public static func mostGuests(
    in capacity: Amount, mean: Amount, deviation: Amount, quantile: Double = onePercent
  ) -> Int {
    precondition(mean > .zero, "a guest asks for something")
    let spread = quantile * deviation.value
    let root =
      ((spread * spread + 4 * mean.value * capacity.value).squareRoot() - spread) / (2 * mean.value)
    return max(0, Int(root * root * (1 + 1e-12)))
  }
}
