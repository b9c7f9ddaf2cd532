import Catalog
import Documents
import Scenario

/// Hardware by name from the catalogue, or by the path of a device type of the user's own.
enum HardwareNames {
  static func server(_ value: ValueReader, _ context: ReadingContext) -> ServerModel? {
    model(value, context, kind: .server, find: context.catalog.server) { model in
      if case .server(let server) = model { server } else { nil }
    }
  }

  static func enclosure(_ value: ValueReader, _ context: ReadingContext) -> EnclosureModel? {
    model(value, context, kind: .enclosure, find: context.catalog.enclosure) { model in
      if case .enclosure(let enclosure) = model { enclosure } else { nil }
    }
  }

  static func rack(_ value: ValueReader, _ context: ReadingContext) -> RackModel? {
    model(value, context, kind: .rack, find: context.catalog.rack) { model in
      if case .rack(let rack) = model { rack } else { nil }
    }
  }

  private static func model<Model>(
    _ value: ValueReader, _ context: ReadingContext, kind: CatalogKind, find: (String) -> Model?,
    pick: (HardwareModel) -> Model?
  ) -> Model? {
    guard let name = value.value({ .success($0) }) else { return nil }
    if isPath(name) {
      guard let read = userModel(name, value, context) else { return nil }
      if let model = pick(read) { return model }
      value.complain(ValueProblem("names a device type that is no \(kind.title)"))
      return nil
    }
    if let model = find(name) { return model }
    value.complain(
      Names.unknown(
        name, among: context.catalog.names(of: kind), listedBy: "bladesim catalog \(kind.rawValue)"))
    return nil
  }

  private static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// A device type with its facts beside it: `my-server.yaml` and `my-server.facts.yaml`.
  private static func userModel(
    _ path: String, _ value: ValueReader, _ context: ReadingContext
  ) -> HardwareModel? {
    let ending = path.hasSuffix(".yml") ? ".yml" : ".yaml"
    guard path.hasSuffix(ending) else {
      value.complain(
        ValueProblem("cannot be '\(path)'", help: "device types are YAML files, such as ./my-server.yaml"))
      return nil
    }
    guard let type = context.file(named: path, by: value),
      let facts = context.file(named: path.dropLast(ending.count) + ".facts" + ending, by: value)
    else { return nil }
    return CatalogReader.load(deviceType: type, sidecar: facts, into: context.diagnostics)
  }
}
