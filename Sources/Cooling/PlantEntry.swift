/// A kind of cooling plant as the catalogue knows it: everything a reader, a schema or a page needs to offer it.
public struct PlantEntry: Sendable, CustomStringConvertible {
  /// The name in a scenario file.
  public let name: String
  /// What it is, in one sentence.
  public let summary: String
  /// What can be set.
  public let parameters: [PlantParameter]
  /// Builds a plant of a size; what is not set has its standard value.
  public let make: @Sendable (_ size: PlantSize, _ settings: PlantParameters) -> any CoolingPlant

  /// Creates an entry.
  public init(
    name: String, summary: String, parameters: [PlantParameter],
    make: @escaping @Sendable (_ size: PlantSize, _ settings: PlantParameters) -> any CoolingPlant
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.make = make
  }

  /// The name.
  public var description: String { name }

  /// The parameter of a name.
  public func parameter(named name: String) -> PlantParameter? { parameters.first { $0.name == name } }
}
