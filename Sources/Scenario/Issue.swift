/// A problem of a scenario as a whole, found after every value on its own was in order.
///
/// The path names the value that is most likely wrong; the reader knows at which line it stands.
public struct Issue: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The scenario cannot be simulated.
    case error
    /// The scenario can be simulated, but probably does not say what was meant.
    case warning
  }

  /// How much it matters.
  public let severity: Severity
  /// Where: the keys of the scenario file from its top, such as `layouts[1].servers.model`.
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
