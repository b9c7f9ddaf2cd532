import ArgumentParser
import ScenarioFile

/// `schema`: the JSON Schema of scenario files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario files, for completion in editors.",
    discussion: """
      bladesim schema > scenario.schema.json
      Then begin a scenario with: # yaml-language-server: $schema=scenario.schema.json
      """)

  @Flag(help: "Print a page with every key instead.") var reference = false

  func run() {
    let text = reference ? ScenarioFile.reference() : ScenarioFile.jsonSchema()
    Terminal.output(text.hasSuffix("\n") ? text : text + "\n")
  }
}
