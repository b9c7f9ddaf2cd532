import Documents
import Foundation
import ScenarioFile
import Testing

@Suite("What is written about scenario files")
struct DocumentationTests {
  /// A generated file of the project, as committed.
  private func committed(_ path: String) throws -> String {
    try String(contentsOf: Shipped.folder.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func `the committed JSON Schema is the one the reader declares`() throws {
    #expect(try committed("docs/scenario.schema.json") == ScenarioFile.jsonSchema())
  }

  @Test func `the committed page of keys is the one the reader declares`() throws {
    #expect(try committed("docs/scenario.md") == ScenarioFile.reference())
  }

  @Test func `the JSON Schema is JSON, and names every key of the outermost block`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioFile.jsonSchema().utf8))
    let schema = try #require(object as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(
      properties.keys.sorted()
        == [
          "assert", "bladesim", "horizon", "layouts", "project", "replications", "seed", "site", "title",
          "workload",
        ])
    #expect(schema["additionalProperties"] as? Bool == false)
  }
}
