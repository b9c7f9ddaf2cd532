/// A problem of a scenario as a whole, found after every value on its own was in order.
///
/// The path names the value that is most likely wrong; the reader knows at which line it stands.
public struct Issue: Sendable, Hashable {
  /// Where: the keys from the top of the scenario, such as `layouts[1].servers.model`.
  public let path: String
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let help: String?

  /// Creates an issue.
  public init(at path: String, _ message: String, help: String? = nil) {
    self.path = path
    self.message = message
    self.help = help
  }
}
