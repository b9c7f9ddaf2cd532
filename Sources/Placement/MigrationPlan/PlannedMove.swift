/// One move of a plan. Times are milliseconds from the start of the plan.
public struct PlannedMove: Sendable, Hashable {
  /// Who moves.
  public let guest: Int32
  /// The host it leaves.
  public let from: Int32
  /// The host it comes to.
  public let to: Int32
  /// When it begins.
  public let start: Int64
  /// When the guest runs on the new host, and its room on the old one is free.
  public let end: Int64

  /// Creates a move.
  public init(guest: Int32, from: Int32, to: Int32, start: Int64, end: Int64) {
    self.guest = guest
    self.from = from
    self.to = to
    self.start = start
    self.end = end
  }
}

/// A guest that cannot come to its new host, and why: one of the guests and hosts that block one another.
public struct BlockedMove: Sendable, Hashable {
  /// The guest, which stays where it is.
  public let guest: Int32
  /// The host it is on.
  public let from: Int32
  /// The host it was to come to.
  public let to: Int32
  /// What keeps it off that host.
  public let reason: RefusalReason

  /// Creates a refusal.
  public init(guest: Int32, from: Int32, to: Int32, reason: RefusalReason) {
    self.guest = guest
    self.from = from
    self.to = to
    self.reason = reason
  }
}
