/// A point in simulated time: whole milliseconds since the scenario's start.
///
/// Integer time makes ties exact and sums associative, so a run does not depend on the order in which
/// durations were added. Negative instants exist for arithmetic; an ``EventQueue`` starts at ``start``.
@frozen
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the scenario's start.
  public let milliseconds: Int64

  /// The scenario's start, 0 ms.
  public static var start: Instant { Instant(milliseconds: 0) }

  /// The instant so many milliseconds after the scenario's start.
  @inlinable
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The time since the scenario's start.
  @inlinable
  public var sinceStart: TimeSpan { TimeSpan(milliseconds: milliseconds) }

  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  /// The instant `span` after `instant`.
  @inlinable
  public static func + (instant: Instant, span: TimeSpan) -> Instant {
    Instant(milliseconds: instant.milliseconds + span.milliseconds)
  }

  /// The instant `span` before `instant`.
  @inlinable
  public static func - (instant: Instant, span: TimeSpan) -> Instant {
    Instant(milliseconds: instant.milliseconds - span.milliseconds)
  }

  /// The time from `earlier` to `later`; negative when they are the other way round.
  @inlinable
  public static func - (later: Instant, earlier: Instant) -> TimeSpan {
    TimeSpan(milliseconds: later.milliseconds - earlier.milliseconds)
  }

  /// Moves the instant later by `span`.
  @inlinable
  public static func += (instant: inout Instant, span: TimeSpan) { instant = instant + span }
}

extension Instant: CustomStringConvertible {
  /// Milliseconds with their unit, such as `1500 ms`.
  public var description: String { "\(milliseconds) ms" }
}
