/// A sum whose error does not grow with the number of terms.
///
/// **Source**: Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
/// ZAMM 54: Kahan's compensation, right also when a term is larger than the sum.
///
/// For example, 1 + 1e100 + 1 - 1e100 is 2.
@frozen
public struct CompensatedSum: Hashable, Sendable {
  @usableFromInline var sum: Double
  @usableFromInline var compensation = 0.0

  /// A sum that starts at a value.
  @inlinable
  public init(_ start: Double = 0) { sum = start }

  /// The sum so far.
  @inlinable
  public var value: Double { sum + compensation }

  /// Adds a finite term.
  @inlinable
  public mutating func add(_ term: Double) {
    let total = sum + term
    compensation += abs(sum) >= abs(term) ? (sum - total) + term : (term - total) + sum
    sum = total
  }

  /// Adds another sum.
  @inlinable
  public mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    compensation += other.compensation
  }
}
