import Quantities
import Scenario

/// One entry of the catalogue as the `catalog` command lists it.
public struct CatalogEntry: Sendable, Hashable {
  /// A figure or property of an entry.
  public struct Fact: Sendable, Hashable {
    /// What it is, such as `maximum memory`.
    public let name: String
    /// The figure with its unit.
    public let value: String
    /// Where it comes from; nil for what is a choice of this program and not a figure.
    public let source: String?
    /// How far it can be trusted, in words; nil where the source says so itself.
    public let confidence: String?

    init(_ name: String, _ value: String, source: String? = nil, confidence: String? = nil) {
      self.name = name
      self.value = value
      self.source = source
      self.confidence = confidence
    }

    init(_ fact: SourcedFact) {
      self.init(fact.name, fact.value, source: fact.source, confidence: fact.confidence.rawValue)
    }

    init<Value: CustomStringConvertible>(_ name: String, _ figure: Estimate<Value>) {
      self.init(name, figure.value.description, source: figure.source, confidence: figure.confidence.rawValue)
    }
  }

  /// What it is.
  public let kind: CatalogKind
  /// The name in scenario files.
  public let name: String
  /// The name for people.
  public let title: String
  /// The year from which it could be had; nil where years do not matter.
  public let year: Int?
  /// One line for lists.
  public let summary: String
  /// Its figures and properties.
  public let facts: [Fact]
}

extension Catalog {
  /// Every entry of a kind.
  public func entries(of kind: CatalogKind) -> [CatalogEntry] {
    switch kind {
    case .server, .enclosure, .rack: hardwareNames(of: kind).compactMap { hardware(kind, $0)?.entry }
    case .technique: CatalogEntry.techniques
    case .operatingSystem: CatalogEntry.operatingSystems
    case .powerSupply: CatalogEntry.powerSupplies
    case .ups: CatalogEntry.upsClasses
    case .electricalEra: CatalogEntry.electricalEras
    case .plant: CatalogEntry.plants
    case .climate: CatalogEntry.climates
    case .placementPolicy: CatalogEntry.placementPolicies
    case .demandPattern: CatalogEntry.demandPatterns
    case .era: CatalogEntry.eras
    }
  }

  /// The entry of a kind and name.
  public func entry(_ kind: CatalogKind, named name: String) -> CatalogEntry? {
    switch kind {
    case .server, .enclosure, .rack: hardware(kind, name)?.entry
    default: entries(of: kind).first { $0.name == name }
    }
  }

  /// The names of a kind, for lists and for guessing what a misspelt one meant.
  public func names(of kind: CatalogKind) -> [String] {
    switch kind {
    case .server, .enclosure, .rack: hardwareNames(of: kind)
    default: entries(of: kind).map(\.name)
    }
  }
}
