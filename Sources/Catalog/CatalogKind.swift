/// What an entry of the catalogue is.
public enum CatalogKind: String, Sendable, Hashable, CaseIterable {
  case server, enclosure, rack, technique
  case operatingSystem = "operating-system"
  case powerSupply = "power-supply"
  case ups
  case electricalEra = "electrical-era"
  case plant, climate
  case placementPolicy = "placement-policy"
  case demandPattern = "demand-pattern"
  case era

  /// The kind in words, for messages: `placement policy`.
  public var title: String {
    switch self {
    case .ups: "UPS"
    case .powerSupply: "efficiency class of power supplies"
    default: rawValue.replacing("-", with: " ")
    }
  }
}
