public import Facility
public import Quantities

/// A model of rack: what it holds, weighs and costs.
public struct RackModel: Sendable, Hashable {
  /// The name in scenario files, such as `hpe-10642-g2`.
  public let slug: String
  /// The name for people.
  public let title: String
  /// The year in which it could first be bought.
  public let year: Int
  /// Height, size and mass.
  public let type: RackType
  /// What it costs with its power distribution units.
  public let price: Money
  /// Greenhouse gas of making it.
  public let embodiedCarbon: KilogramsCO2e
  /// Every figure with its source.
  public let facts: [SourcedFact]

  /// Creates a model.
  public init(
    slug: String, title: String, year: Int, type: RackType, price: Money, embodiedCarbon: KilogramsCO2e,
    facts: [SourcedFact]
  ) {
    self.slug = slug
    self.title = title
    self.year = year
    self.type = type
    self.price = price
    self.embodiedCarbon = embodiedCarbon
    self.facts = facts
  }
}
