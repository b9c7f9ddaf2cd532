/// What is wrong with the settings of a policy.
public struct PolicyProblem: Error, Hashable, Sendable {
  /// The problem in words.
  public let message: String
  /// What would be right.
  public let help: String
}

/// A policy as users find it: its name, parameters, and how to make it.
public struct PolicyEntry: Sendable {
  /// The name, as written in a scenario.
  public let name: String
  /// What it does, in one sentence.
  public let summary: String
  /// Its parameters.
  public let parameters: [PolicyParameter]
  private let make: @Sendable (PolicySettings) -> any PlacementPolicy

  init(
    _ name: String, _ summary: String, parameters: [PolicyParameter] = [],
    make: @escaping @Sendable (PolicySettings) -> any PlacementPolicy
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.make = make
  }

  /// Makes the policy.
  ///
  /// - Parameter settings: chosen words by parameter name; the rest take their defaults.
  public func policy(_ settings: [String: String] = [:]) throws(PolicyProblem) -> any PlacementPolicy {
    for name in settings.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
      let known = parameters.map(\.name).joined(separator: ", ")
      throw PolicyProblem(
        message: "policy '\(self.name)' has no parameter '\(name)'",
        help: known.isEmpty ? "it has no parameters" : "it has \(known)")
    }
    var complete: [(name: String, choice: String)] = []
    for parameter in parameters {
      let choice = settings[parameter.name] ?? parameter.defaultChoice
      guard parameter.choices.contains(choice) else {
        throw PolicyProblem(
          message: "'\(choice)' is no choice for '\(parameter.name)' of policy '\(name)'",
          help: "choose \(parameter.choices.joined(separator: ", "))")
      }
      complete.append((parameter.name, choice))
    }
    return make(PolicySettings(complete))
  }
}
