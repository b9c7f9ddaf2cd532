public import Facility
public import Power
public import Quantities

/// A model of blade enclosure: bays, shared supplies, what it draws beside its blades, weighs and costs.
public struct EnclosureModel: Sendable, Hashable {
  /// How much of an enclosure's own equipment runs.
  public enum Fitting: String, Sendable, Hashable, CaseIterable {
    /// Fans at lowest speed, management and the interconnects that are needed to work, as in benchmark runs.
    case minimal
    /// All fans and two to four switch modules, as found in machine rooms.
    case field
  }

  /// The name in scenario files, such as `hp-c7000`.
  public let slug: String
  /// The name for people.
  public let title: String
  /// The year in which it could first be bought.
  public let year: Int
  /// What it is to a rack and to its blades.
  public let form: EnclosureForm
  /// The supplies that feed everything in it.
  public let bank: PowerSupplyBank
  /// DC power with every bay empty, minimally fitted.
  public let minimalPower: Watts
  /// DC power with every bay empty, fitted as in machine rooms.
  public let fieldPower: Watts
  /// How many fans it has.
  public let fans: Int
  /// How many interconnect modules it takes.
  public let interconnectBays: Int
  /// How many management modules it takes.
  public let managementBays: Int
  /// What it costs with supplies, fans and management.
  public let price: Money
  /// What the interconnect modules cost that are usually fitted.
  public let interconnectPrice: Money
  /// Greenhouse gas of making it.
  public let embodiedCarbon: KilogramsCO2e
  /// Every figure with its source.
  public let facts: [SourcedFact]

  /// Creates a model.
  public init(
    slug: String, title: String, year: Int, form: EnclosureForm, bank: PowerSupplyBank, minimalPower: Watts,
    fieldPower: Watts, fans: Int, interconnectBays: Int, managementBays: Int, price: Money,
    interconnectPrice: Money, embodiedCarbon: KilogramsCO2e, facts: [SourcedFact]
  ) {
    self.slug = slug
    self.title = title
    self.year = year
    self.form = form
    self.bank = bank
    self.minimalPower = minimalPower
    self.fieldPower = fieldPower
    self.fans = fans
    self.interconnectBays = interconnectBays
    self.managementBays = managementBays
    self.price = price
    self.interconnectPrice = interconnectPrice
    self.embodiedCarbon = embodiedCarbon
    self.facts = facts
  }

  /// What it draws beside its blades, and how its supplies carry both.
  public func power(_ fitting: Fitting = .minimal) -> EnclosurePower {
    switch fitting {
    case .minimal: EnclosurePower(fixed: minimalPower, bank: bank)
    case .field: EnclosurePower(fixed: fieldPower, bank: bank)
    }
  }

  /// Whether a server is a blade of this enclosure's family.
  public func takes(_ server: ServerModel) -> Bool {
    server.blade?.families.contains(form.family) ?? false
  }
}
