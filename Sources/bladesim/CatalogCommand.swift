import ArgumentParser
import Catalog
import Documents

/// `catalog`: what scenarios may name, every figure with its source.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "List hardware, techniques, plants, climates, policies: what scenarios may name.",
    discussion: """
      bladesim catalog                     the kinds
      bladesim catalog server              all servers
      bladesim catalog server hp-dl380-g4  one server, each figure with its source
      """)

  @Argument(help: "A kind of entry, such as server or technique.") var kind: String?
  @Argument(help: "The name of an entry.") var name: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let catalog = Catalog.builtIn
    guard let kindName = kind else { return list(catalog) }
    // People write plurals and spaces.
    let wanted = kindName.lowercased().replacing(" ", with: "-")
    guard let kind = CatalogKind.allCases.first(where: { [$0.rawValue, $0.rawValue + "s"].contains(wanted) })
    else {
      throw Self.unknown("kind of entry", kindName, among: CatalogKind.allCases.map(\.rawValue))
    }
    guard let name else { return list(catalog.entries(of: kind)) }
    guard let entry = catalog.entry(kind, named: name) else {
      throw Self.unknown(kind.title, name, among: catalog.names(of: kind))
    }
    if json { Terminal.output(entry.json) } else { Terminal.output(entry.page) }
  }

  /// A usage error that names the nearest known word.
  static func unknown(_ what: String, _ word: String, among known: [String]) -> ValidationError {
    let help =
      EditDistance.nearest(to: word, in: known).map { "did you mean '\($0)'?" }
      ?? "known are: \(known.joined(separator: ", "))"
    return ValidationError("unknown \(what) '\(word)'; \(help)")
  }

  private func list(_ catalog: Catalog) {
    let kinds = CatalogKind.allCases.map { ($0, catalog.names(of: $0).count) }
    if json {
      Terminal.output(
        .array(kinds.map { .object([.init("kind", .string($0.rawValue)), .init("entries", .integer($1))]) }))
      return
    }
    Terminal.output(
      TextTable(
        rows: kinds.map { [$0.rawValue, String($1), $0.title] }, alignments: [.left, .right, .left]
      ).text)
  }

  private func list(_ entries: [CatalogEntry]) {
    if json { return Terminal.output(.array(entries.map(\.json))) }
    Terminal.output(
      TextTable(
        rows: entries.map { [$0.name, $0.year.map(String.init) ?? "", $0.summary] },
        alignments: [.left, .right, .left]
      ).text)
  }
}

extension CatalogEntry {
  /// The entry as JSON.
  var json: JSONValue {
    .object([
      .init("kind", .string(kind.rawValue)), .init("name", .string(name)), .init("title", .string(title)),
      .init("year", year.map { .integer($0) } ?? .null), .init("summary", .string(summary)),
      .init(
        "facts",
        .array(
          facts.map {
            .object([
              .init("name", .string($0.name)), .init("value", .string($0.value)),
              .init("source", $0.source.map { .string($0) } ?? .null),
              .init("confidence", $0.confidence.map { .string($0) } ?? .null),
            ])
          })),
    ])
  }

  /// The entry as a page: each figure, then where the figures come from.
  var page: String {
    var sources: [String] = []
    var rows: [[String]] = []
    for fact in facts {
      var mark = ""
      if let source = fact.source {
        let text = fact.confidence.map { "\(source) (\($0))" } ?? source
        let number = sources.firstIndex(of: text) ?? sources.count
        if number == sources.count { sources.append(text) }
        mark = "[\(number + 1)]"
      }
      rows.append([fact.name, fact.value, mark])
    }
    var text = "\(title)\(year.map { " (\($0))" } ?? "")\n\(summary)\n\n"
    text += TextTable(rows: rows, alignments: [.left, .left, .left]).text
    if !sources.isEmpty { text += "\n" }
    for (number, source) in sources.enumerated() { text += "[\(number + 1)] \(source)\n" }
    return text
  }
}
