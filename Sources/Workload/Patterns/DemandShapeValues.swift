import Quantities

/// The values that a pattern's shape is made from: what was given, and defaults for the rest.
package struct DemandShapeValues {
  package let parameters: [DemandParameter]
  package let settings: DemandSettings

  package init(parameters: [DemandParameter], settings: DemandSettings) {
    self.parameters = parameters
    self.settings = settings
  }

  private func value(_ name: String) -> DemandParameter.Value {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      preconditionFailure("a shape reads only the parameters its pattern declares")
    }
    return settings[name] ?? parameter.standard
  }

  /// The value of a time, in hours.
  func hours(_ name: String) -> Double {
    guard case .time(let time) = value(name) else { preconditionFailure("'\(name)' is a time") }
    return time.hours
  }

  /// The value of a share.
  func share(_ name: String) -> Double {
    guard case .share(let share) = value(name) else { preconditionFailure("'\(name)' is a share") }
    return share.value
  }
}
