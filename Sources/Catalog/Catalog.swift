public import Scenario

/// Everything a scenario may name: the built-in hardware, hardware a user adds, and the flat catalogues of the models.
///
/// A built-in model is parsed when it is first asked for, so that a run pays for the few models it names and not for
/// all there are.
public struct Catalog: Sendable {
  private let added: [HardwareModel]

  /// What comes with the program.
  public static let builtIn = Catalog(added: [])

  /// The catalogue with one more model, which comes before another one of the same slug.
  public func adding(_ model: HardwareModel) -> Catalog { Catalog(added: [model] + added) }

  /// The server or blade of a slug.
  public func server(_ slug: String) -> ServerModel? {
    if case .server(let model) = hardware(.server, slug) { model } else { nil }
  }

  /// The enclosure of a slug.
  public func enclosure(_ slug: String) -> EnclosureModel? {
    if case .enclosure(let model) = hardware(.enclosure, slug) { model } else { nil }
  }

  /// The rack of a slug.
  public func rack(_ slug: String) -> RackModel? {
    if case .rack(let model) = hardware(.rack, slug) { model } else { nil }
  }

  /// The model of a kind and slug.
  func hardware(_ kind: CatalogKind, _ slug: String) -> HardwareModel? {
    added.first { $0.kind == kind && $0.slug == slug }
      ?? BuiltInFile.all(of: kind).first { $0.slug == slug }?.model
  }

  /// Slugs of hardware of a kind: those a user added, then the built-in ones by year.
  func hardwareNames(of kind: CatalogKind) -> [String] {
    var names: [String] = []
    for name in added.filter({ $0.kind == kind }).map(\.slug) + BuiltInFile.all(of: kind).map(\.slug)
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
