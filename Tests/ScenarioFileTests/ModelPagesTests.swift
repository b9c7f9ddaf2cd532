import Foundation
import Testing

/// Pages about models are for strangers: they say the same things in the same words, and name tests that are there.
@Suite("Pages about models")
struct ModelPagesTests {
  private static let folder = Shipped.folder.appendingPathComponent("docs/models")
  private static let checks = "reference-values.md"

  static let pages =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") && $0 != checks }.sorted()

  private static func lines(_ page: String) throws -> [Substring] {
    try String(contentsOf: folder.appendingPathComponent(page), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `there are pages`() { #expect(Self.pages.count >= 13) }

  @Test(arguments: pages)
  func `a page has overview, inputs, equations, validity, what is not modelled, and sources`(page: String)
    throws
  {
    let lines = try Self.lines(page)
    #expect(lines[0].hasPrefix("# "))
    let headings = lines.filter { $0.hasPrefix("## ") }.map { $0.lowercased() }
    for part in ["inputs", "valid for", "not modelled", "sources"] {
      #expect(headings.contains { $0.contains(part) }, "\(page) has no heading '\(part)'")
    }
    let beginning = lines.dropFirst().prefix { !$0.hasPrefix("## ") }
    #expect(beginning.contains { $0.count > 40 }, "\(page) does not begin with what it is about")
    #expect(lines.contains { $0.contains(" = ") }, "\(page) has no equation")
  }

  /// The cells of the page of reference values that name tests: a file in backticks, a colon, names between semicolons.
  static let claims: [(file: String, name: String)] = {
    guard let lines = try? lines(checks) else { return [] }
    var claims: [(String, String)] = []
    for line in lines where line.hasPrefix("| ") {
      for cell in line.split(separator: "|") {
        let text = cell.trimmingCharacters(in: .whitespaces)
        guard text.hasPrefix("`"), let end = text.dropFirst().firstIndex(of: "`") else { continue }
        let file = text[text.index(after: text.startIndex)..<end]
        guard file.hasSuffix("Tests"), file.contains("/") else { continue }
        let names = text[text.index(after: end)...].drop { $0 == ":" }
        for name in names.split(separator: ";") {
          claims.append((String(file), name.trimmingCharacters(in: .whitespaces)))
        }
      }
    }
    return claims
  }()

  @Test func `every test that the page of reference values names is there`() throws {
    #expect(Self.claims.count > 100)
    for (file, name) in Self.claims {
      let path = Shipped.folder.appendingPathComponent("Tests/\(file).swift")
      let text = try String(contentsOf: path, encoding: .utf8)
      #expect(text.contains("func `\(name)`") || text.contains("func\n    `\(name)`"), "\(file): \(name)")
    }
  }
}
