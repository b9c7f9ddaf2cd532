/// What changed in an hour: guests that moved, servers that were switched off and on.
public struct HourlyActivity: Sendable, Hashable {
  /// Migrations that came to their end.
  public var migrations = 0
  /// Servers switched off for want of guests.
  public var switchedOff = 0
  /// Servers switched on for want of room.
  public var switchedOn = 0

  /// A quiet hour.
  public init() {}
}
