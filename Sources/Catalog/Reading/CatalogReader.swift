public import Documents
import Scenario

/// Reads hardware from two documents: a device type (or rack type) in the schema of the NetBox community library,
/// and a sidecar with what that schema has no place for.
///
/// A sidecar is a block of entries by slug, so one sidecar can serve many device types.
public enum CatalogReader {
  static let sidecarKind = ValueKind.map(
    of: .oneOf([.block(ServerFacts.schema), .block(EnclosureFacts.schema), .block(RackFacts.schema)]))

  /// Reads a model; nil, with every complaint in the collection, when it cannot be used.
  ///
  /// - Parameters:
  ///   - deviceType: the device type or rack type.
  ///   - sidecar: the facts; without them the device type is checked and then refused as incomplete.
  public static func load(
    deviceType: SourceFile, sidecar: SourceFile?, into diagnostics: Diagnostics
  ) -> HardwareModel? {
    // Whatever was left out because of a complaint must not become a model with a gap.
    let complaints = Diagnostics()
    let model = read(deviceType, sidecar, into: complaints)
    complaints.all.forEach(diagnostics.add)
    return complaints.hasErrors ? nil : model
  }

  private static func read(
    _ deviceType: SourceFile, _ sidecar: SourceFile?, into diagnostics: Diagnostics
  ) -> HardwareModel? {
    guard let document = DocumentLoader.yaml(deviceType, into: diagnostics) else { return nil }
    if document.root["form_factor"] != nil {
      guard let type = RackTypeDocument(reading: document, into: diagnostics) else { return nil }
      return entry(of: type.slug, in: sidecar, for: document, into: diagnostics).flatMap {
        model(of: type, $0)
      }
    }
    guard let type = DeviceType(reading: document, into: diagnostics) else { return nil }
    return entry(of: type.slug, in: sidecar, for: document, into: diagnostics).flatMap { model(of: type, $0) }
  }

  private static func entry(
    of slug: String, in sidecar: SourceFile?, for type: Document, into diagnostics: Diagnostics
  ) -> ValueReader? {
    guard let sidecar else {
      diagnostics.error(
        at: type.place(of: "slug"),
        "there are no facts about '\(slug)': the device type alone says nothing of "
          + "processors, power and price",
        help: "give a sidecar document with a block '\(slug)'")
      return nil
    }
    guard let facts = DocumentLoader.yaml(sidecar, into: diagnostics) else { return nil }
    let reader = DocumentReader(facts, into: diagnostics)
    let entries = reader.value(sidecarKind).namedValues()
    if let entry = entries.first(where: { $0.name.value == slug }) { return entry.value }
    let names = entries.map(\.name.value)
    diagnostics.error(
      at: Place(file: sidecar), "the sidecar has no block '\(slug)'",
      help: EditDistance.nearest(to: slug, in: names).map { "it has '\($0)'" } ?? "add a block '\(slug)'")
    return nil
  }

  private static func model(of type: DeviceType, _ entry: ValueReader) -> HardwareModel? {
    if entry.peek("kind") == "enclosure" {
      return entry.block(EnclosureFacts.schema).flatMap { EnclosureFacts.model(of: type, $0) }.map {
        .enclosure($0)
      }
    }
    return entry.block(ServerFacts.schema).flatMap { ServerFacts.model(of: type, $0) }.map { .server($0) }
  }

  private static func model(of type: RackTypeDocument, _ entry: ValueReader) -> HardwareModel? {
    entry.block(RackFacts.schema).flatMap { RackFacts.model(of: type, $0) }.map { .rack($0) }
  }
}
