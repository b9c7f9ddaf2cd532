/// The order of events that fall on the same instant: the lower value fires first.
///
/// Events equal in time and priority fire in the order in which they were scheduled.
@frozen
public struct EventPriority: RawRepresentable, Hashable, Comparable, Sendable {
  /// 0 fires first, 255 last.
  public let rawValue: UInt8

  /// Before every other event of the instant (0).
  public static var first: EventPriority { EventPriority(rawValue: 0) }

  /// The priority of an event that states none (128).
  public static var normal: EventPriority { EventPriority(rawValue: 128) }

  /// After every other event of the instant (255).
  public static var last: EventPriority { EventPriority(rawValue: 255) }

  /// A priority from 0 (first) to 255 (last).
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable
  public static func < (left: EventPriority, right: EventPriority) -> Bool { left.rawValue < right.rawValue }
}
