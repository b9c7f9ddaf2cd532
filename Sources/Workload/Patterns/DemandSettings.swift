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
        return DemandProblem("\(pattern.name): '\(parameter.name)' is out of range")
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

/// The values that a pattern's shape is made from: what was given, and defaults for the rest.
struct DemandShapeValues {
  let parameters: [DemandParameter]
  let settings: DemandSettings

  private func value(_ name: String) -> DemandParameter.Value {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      preconditionFailure("a shape reads only the parameters its pattern declares")
    }
    return settings[name] ?? parameter.standard
  }

  func hours(_ name: String) -> Double {
    guard case .time(let time) = value(name) else { preconditionFailure("'\(name)' is a time") }
    return time.hours
  }

  func share(_ name: String) -> Double {
    guard case .share(let share) = value(name) else { preconditionFailure("'\(name)' is a share") }
    return share.value
  }
}
