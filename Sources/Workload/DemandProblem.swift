/// Why a demand cannot be made from what was asked for.
public struct DemandProblem: Error, Sendable, Hashable {
  /// What is wrong, as a clause.
  public let message: String
  /// What to write instead, if there is something to say.
  public let help: String?

  /// Creates a problem.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
