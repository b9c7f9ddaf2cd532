/// A problem of a plan as a whole, found after every value on its own was in order.
///
/// It says where as a scenario's issues do, so that a reader can name the line.
public struct PlanIssue: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The project cannot be simulated, or would never end.
    case error
    /// It can be simulated, but probably does not say what was meant.
    case warning
  }

  /// How much it matters.
  public let severity: Severity
  /// Where: the keys of the plan from its top, such as `people[1].skills[0]`.
  public let path: String
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let help: String?

  /// Creates an issue.
  public init(_ severity: Severity = .error, at path: String, _ message: String, help: String? = nil) {
    self.severity = severity
    self.path = path
    self.message = message
    self.help = help
  }
}
