public import Scenario

/// A model of hardware, whichever kind it is.
public enum HardwareModel: Sendable, Hashable {
  /// A rack server or blade.
  case server(ServerModel)
  /// A blade enclosure.
  case enclosure(EnclosureModel)
  /// A rack.
  case rack(RackModel)

  /// The name in scenario files.
  public var slug: String {
    switch self {
    case .server(let model): model.slug
    case .enclosure(let model): model.slug
    case .rack(let model): model.slug
    }
  }

  /// The kind of entry it makes.
  public var kind: CatalogKind {
    switch self {
    case .server: .server
    case .enclosure: .enclosure
    case .rack: .rack
    }
  }

  /// Every figure with its source.
  public var facts: [SourcedFact] {
    switch self {
    case .server(let model): model.facts
    case .enclosure(let model): model.facts
    case .rack(let model): model.facts
    }
  }
}
