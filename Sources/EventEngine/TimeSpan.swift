/// A length of simulated time in whole milliseconds, of either sign.
@frozen
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// The length in milliseconds.
  public let milliseconds: Int64

  /// No time at all.
  public static var zero: TimeSpan { TimeSpan(milliseconds: 0) }

  /// A span of so many milliseconds.
  @inlinable
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A span of so many milliseconds.
  @inlinable
  public static func milliseconds(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count) }

  /// A span of so many seconds, rounded to the nearest millisecond (halves away from zero).
  ///
  /// - Precondition: the span is finite and fits 64 bits of milliseconds (292 million years).
  @inlinable
  public static func seconds(_ count: Double) -> TimeSpan {
    TimeSpan(milliseconds: Int64((count * 1000).rounded()))
  }

  /// A span of so many minutes, rounded to the nearest millisecond.
  @inlinable
  public static func minutes(_ count: Double) -> TimeSpan { .seconds(count * 60) }

  /// A span of so many hours, rounded to the nearest millisecond.
  @inlinable
  public static func hours(_ count: Double) -> TimeSpan { .seconds(count * 3600) }

  /// A span of so many days of 24 h, rounded to the nearest millisecond.
  @inlinable
  public static func days(_ count: Double) -> TimeSpan { .seconds(count * 86_400) }

  /// The length in seconds.
  @inlinable
  public var seconds: Double { Double(milliseconds) / 1000 }

  /// The length in hours.
  @inlinable
  public var hours: Double { Double(milliseconds) / 3_600_000 }

  @inlinable
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.milliseconds < right.milliseconds }

  /// The sum of two spans.
  @inlinable
  public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds + right.milliseconds)
  }

  /// The difference of two spans.
  @inlinable
  public static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds - right.milliseconds)
  }

  /// The span with its sign turned.
  @inlinable
  public static prefix func - (span: TimeSpan) -> TimeSpan { TimeSpan(milliseconds: -span.milliseconds) }

  /// A whole multiple of a span.
  @inlinable
  public static func * (span: TimeSpan, factor: Int64) -> TimeSpan {
    TimeSpan(milliseconds: span.milliseconds * factor)
  }

  /// Lengthens the span by another.
  @inlinable
  public static func += (left: inout TimeSpan, right: TimeSpan) { left = left + right }

  /// Shortens the span by another.
  @inlinable
  public static func -= (left: inout TimeSpan, right: TimeSpan) { left = left - right }

  /// How often `right` goes into `left`, as a ratio.
  @inlinable
  public static func / (left: TimeSpan, right: TimeSpan) -> Double {
    Double(left.milliseconds) / Double(right.milliseconds)
  }
}

extension TimeSpan: CustomStringConvertible {
  /// Milliseconds with their unit, such as `1500 ms`.
  public var description: String { "\(milliseconds) ms" }
}
