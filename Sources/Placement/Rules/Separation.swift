/// A rule that keeps guests apart: at most so many of them on one host or in one failure domain (anti-affinity).
public struct Separation: Hashable, Sendable {
  /// The name, for messages.
  public let name: String
  /// The guests that are kept apart.
  public let guests: [Int32]
  /// What they are kept apart over.
  public let level: FailureLevel
  /// The largest number of them in one unit of the level, at least 1.
  public let limit: Int32

  /// Creates a rule.
  public init(_ name: String, guests: [Int32], over level: FailureLevel = .host, limit: Int32 = 1) {
    precondition(limit >= 1, "a separation that admits nobody is a refusal")
    self.name = name
    self.guests = guests
    self.level = level
    self.limit = limit
  }
}
