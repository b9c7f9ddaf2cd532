/// The years in which something is offered.
public struct YearSpan: Sendable, Hashable, CustomStringConvertible {
  /// The first year.
  public let first: Int
  /// The last year; nil while it is still offered.
  public let last: Int?

  /// Creates a span.
  ///
  /// - Precondition: the last year is not before the first.
  public init(from first: Int, until last: Int? = nil) {
    precondition(last.map { $0 >= first } ?? true, "years run forward")
    self.first = first
    self.last = last
  }

  /// Whether a year is in the span.
  public func contains(_ year: Int) -> Bool { year >= first && year <= last ?? year }

  /// The span in words: `from 2003`, `2001 to 2007`.
  public var description: String { last.map { "\(first) to \($0)" } ?? "from \(first)" }
}
