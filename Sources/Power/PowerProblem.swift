/// Why a power model cannot be built from the values given, and what would be accepted.
public struct PowerProblem: Error, Sendable, Hashable {
  /// What is wrong, as a clause: `mode n+n needs an even number of supplies, found 3`.
  public let message: String
  /// What to write instead, if there is something to say.
  public let help: String?

  /// Creates a problem.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
