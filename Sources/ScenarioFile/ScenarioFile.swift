public import Catalog
public import Documents
public import Scenario

/// The text form of a ``Scenario``: how it is written, read and explained, from one declaration of its keys.
public enum ScenarioFile {
  /// What reading a file gave: a scenario if it can be used, and every complaint about it.
  public struct Outcome {
    /// The scenario; nil when there is at least one error.
    public let scenario: Scenario?
    /// Errors and warnings, with their places.
    public let diagnostics: Diagnostics
  }

  /// Reads a scenario and reports all of its problems at once: of the text, of names and values, of the files it names,
  /// and of the scenario as a whole.
  ///
  /// - Parameters:
  ///   - file: the text.
  ///   - catalog: the hardware it may name.
  ///   - resources: the files it may name.
  public static func load(
    _ file: SourceFile, catalog: Catalog = .builtIn, resources: some ResourceReader
  ) -> Outcome {
    let diagnostics = Diagnostics()
    guard let document = DocumentLoader.yaml(file, into: diagnostics) else {
      return Outcome(scenario: nil, diagnostics: diagnostics)
    }
    let reader = DocumentReader(document, into: diagnostics)
    let context = ReadingContext(catalog: catalog, resources: resources, diagnostics: diagnostics)
    let scenario = reader.root(ScenarioBlock.schema).flatMap { ScenarioBlock.read($0, context) }
    for issue in scenario?.issues() ?? [] {
      let place = document.place(of: issue.path)
      // Keys that are not written are blamed at their block; what they have in common is said once.
      let isSaid = diagnostics.all.contains { $0.message == issue.message && $0.place.span == place.span }
      guard !isSaid else { continue }
      switch issue.severity {
      case .error: diagnostics.error(at: place, issue.message, help: issue.help)
      case .warning: diagnostics.warning(at: place, issue.message, help: issue.help)
      }
    }
    return Outcome(scenario: diagnostics.hasErrors ? nil : scenario, diagnostics: diagnostics)
  }

  /// The JSON Schema of scenario files, for completion and checks in editors.
  public static func jsonSchema() -> String {
    JSONSchema.document(for: ScenarioBlock.schema, title: "bladesim scenario")
  }

  /// A page with every key: what it means, takes and stands for when left out.
  public static func reference() -> String { KeyReference(ScenarioBlock.schema).markdown }
}
