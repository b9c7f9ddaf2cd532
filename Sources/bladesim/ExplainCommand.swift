import ArgumentParser
import Catalog
import Documents

/// `explain`: what a word of the verdict or a name of the catalogue means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a word of the verdict, or an entry of the catalogue with its sources.",
    discussion: """
      bladesim explain                all words
      bladesim explain pue
      bladesim explain hp-dl380-g4
      """)

  @Argument(help: "The word or name.") var words: [String] = []
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let term = words.joined(separator: " ")
    guard !term.isEmpty else {
      if json { return Terminal.output(.array(Glossary.all.map(\.json))) }
      return Terminal.output(Glossary.all.map { $0.term + "\n" }.joined())
    }
    if let entry = Glossary.all.first(where: { $0.term.lowercased() == term.lowercased() }) {
      return json ? Terminal.output(entry.json) : Terminal.output("\(entry.term)\n\n\(entry.meaning)\n")
    }
    let catalog = Catalog.builtIn
    for kind in CatalogKind.allCases {
      if let entry = catalog.entry(kind, named: term) {
        return json ? Terminal.output(entry.json) : Terminal.output(entry.page)
      }
    }
    let terms = Glossary.all.map(\.term)
    let help =
      EditDistance.nearest(to: term, in: terms + CatalogKind.allCases.flatMap { catalog.names(of: $0) })
      .map { "did you mean '\($0)'?" }
      ?? "known are '\(terms.joined(separator: "', '"))', and every name that 'bladesim catalog' lists"
    throw ValidationError("unknown word '\(term)'; \(help)")
  }
}

extension Glossary.Entry {
  /// The entry as JSON.
  var json: JSONValue { .object([.init("term", .string(term)), .init("meaning", .string(meaning))]) }
}
