public import Quantities

/// A parameter with a value that has been checked against its range.
public struct PlantSetting: Hashable, Sendable, CustomStringConvertible {
  /// The parameter's name.
  public let name: String
  let value: Double
  private let text: String

  init(name: String, value: Double, text: String) {
    self.name = name
    self.value = value
    self.text = text
  }

  /// The setting as `supply: 15 degC`.
  public var description: String { "\(name): \(text)" }
}

/// The settings of a plant: those given, and for the rest the standard values.
public struct PlantParameters: Hashable, Sendable {
  /// What has been set, in the order of first setting.
  public private(set) var settings: [PlantSetting] = []

  /// Nothing set: all standard values.
  public init() {}

  /// Sets a parameter, in place of an earlier setting of it.
  public mutating func set(_ setting: PlantSetting) {
    if let index = settings.firstIndex(where: { $0.name == setting.name }) {
      settings[index] = setting
    } else {
      settings.append(setting)
    }
  }

  /// The value of a parameter: as set, else standard. The wanted type must be the parameter's own.
  public subscript<Value: MeasuredValue>(parameter: PlantParameter) -> Value {
    precondition(parameter.quantity == Value.self, "a parameter is read as the quantity it is")
    return Value(settings.first { $0.name == parameter.name }?.value ?? parameter.standard)
  }
}
