public import EventEngine

/// What the end of a project hangs on at a moment.
public enum Binding: String, Sendable, Hashable, CaseIterable {
  /// People at work; more or faster people would shorten it.
  case people
  /// People who are off: nights, weekends, holidays, absence.
  case hours = "working hours"
  /// A change window that is not open.
  case window
  /// Data on its way over the network.
  case network
  /// A course.
  case training
  /// Equipment that is ordered and not there.
  case delivery
  /// Old and new running side by side.
  case parallelRunning = "parallel running"
  /// A planned wait, or a pause between waves.
  case pause
}

/// A stretch of the critical path.
public struct PathStretch: Sendable, Hashable {
  /// When it begins.
  public let start: Instant
  /// When it ends.
  public let end: Instant
  /// What it consists of.
  public let binding: Binding
  /// The number of the task that it is part of, or that waits.
  public let task: Int
}
