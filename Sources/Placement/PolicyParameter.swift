/// A parameter of a policy: a choice between words.
public struct PolicyParameter: Sendable, Hashable {
  /// The name, as written in a scenario.
  public let name: String
  /// What it means.
  public let summary: String
  /// The words to choose from.
  public let choices: [String]
  /// The word that is used when none is given.
  public let defaultChoice: String
}

/// The chosen words of a policy's parameters, complete and checked.
struct PolicySettings {
  private let choices: [(name: String, choice: String)]

  init(_ choices: [(name: String, choice: String)]) { self.choices = choices }

  subscript(name: String) -> String? { choices.first { $0.name == name }?.choice }

  /// The choice of the parameter `weights`.
  var weights: ResourceWeights { self["weights"].flatMap(ResourceWeights.init) ?? .average }
  /// The choice of the parameter `norm`.
  var norm: ShareNorm { self["norm"].flatMap(ShareNorm.init) ?? .sum }
  /// The choice of the parameter `effort`.
  var effort: PlacementEffort { self["effort"].flatMap(PlacementEffort.init) ?? .normal }
}

extension PolicyParameter {
  static func weights(
    default choice: ResourceWeights, among choices: [ResourceWeights] = ResourceWeights.allCases
  ) -> PolicyParameter {
    PolicyParameter(
      name: "weights", summary: "How much each resource counts.", choices: choices.map(\.rawValue),
      defaultChoice: choice.rawValue)
  }

  static let effort = PolicyParameter(
    name: "effort", summary: "How much work the search may do.",
    choices: PlacementEffort.allCases.map(\.rawValue),
    defaultChoice: PlacementEffort.normal.rawValue)

  static func norm(default choice: ShareNorm) -> PolicyParameter {
    PolicyParameter(
      name: "norm", summary: "How shares of several resources become one number.",
      choices: ShareNorm.allCases.map(\.rawValue), defaultChoice: choice.rawValue)
  }
}
