import Quantities

/// Values for some parameters of a demand pattern; the others keep their defaults.
public struct DemandSettings: Sendable, Hashable {
  private var values: [String: DemandParameter.Value] = [:]

  /// Creates settings that keep every default.
  public init() {}

  /// The value given for a parameter, by name.
  public subscript(name: String) -> DemandParameter.Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The first reason why these settings do not suit a pattern.
  public func problem(for pattern: DemandPattern) -> DemandProblem? {
    for parameter in pattern.parameters {
      if let value = values[parameter.name], !parameter.allows(value) {
        return DemandProblem(
          "\(pattern.name): '\(parameter.name)' is out of range",
          help: "it lies between \(parameter.rangeText)")
      }
    }
    let known = pattern.parameters.map(\.name)
    // Sorted, because the order of a dictionary changes from run to run.
    if let unknown = values.keys.sorted().first(where: { !known.contains($0) }) {
      return DemandProblem(
        "\(pattern.name) has no parameter '\(unknown)'",
        help: known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))")
    }
    return nil
  }
}
