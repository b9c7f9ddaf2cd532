import Documents
import TestSupport
import Testing

@Suite("Damaged documents")
struct FuzzTests {
  let seed = """
    # one of everything
    model: dl380-g4
    idle: "0.22 kW"
    bought: 2005-06-30
    spare: true
    supplies: {count: 2, mode: n+n, efficiency: 0.75}
    guests:
      - web
      - 'mail-1'
    limits:
      cpu: 80
      memory: 95
    price: >-
      3
      kW
    """

  /// Pieces that YAML gives a meaning to.
  let pieces = [
    ":", ": ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "#", " #", "|", ">", "&a ", "*a", "!!int ", "%",
    "@",
    "\t", "  ", "? ", "<<: ", "---\n", "...\n", "\u{0}", "\u{FEFF}", "\u{85}", "\u{2028}", "刀", "\u{F0000}",
    "model", "count", ".nan", "010", "~", "\r", "\\", "\"\\x", "%YAML 1.2\n",
  ]

  func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...at, using: &random))
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      default: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: at)
      }
    }
  }

  @Test func `no damage to a document traps or hangs, and none is silent about an unread tree`() {
    var random = SeededGenerator(seed: 2006)
    var accepted = 0
    for round in 0..<4000 {
      var bytes = Array(seed.utf8)
      mutate(&bytes, &random)
      let diagnostics = Diagnostics()
      let file = SourceFile(name: "s.yaml", bytes: bytes)
      let document = DocumentLoader.yaml(file, into: diagnostics)
      #expect(document != nil || diagnostics.hasErrors, "round \(round)")
      if let document, let server = DocumentReader(document, into: diagnostics).root(serverSchema) {
        readAll(server)
      }
      if diagnostics.isEmpty { accepted += 1 }
      let text = DiagnosticRendering.text(diagnostics)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "round \(round)")
      for diagnostic in diagnostics.all {
        guard let position = diagnostic.position else { continue }
        #expect((1...file.lineCount + 1).contains(position.line), "round \(round)")
      }
    }
    // Some damage hits only comments or text; if all or none were accepted, the test would test nothing.
    #expect((1..<2000).contains(accepted))
  }

  @Test func `no damage to a table traps or hangs`() {
    var random = SeededGenerator(seed: 2011)
    for _ in 0..<4000 {
      var bytes = Array("name,cpu,memory\nweb,12,\"0.5\"\n\"a \"\"b\"\", c\",7,2\r\nx,1,3\n".utf8)
      mutate(&bytes, &random)
      let diagnostics = Diagnostics()
      let reader = CSVReader(SourceFile(name: "t.csv", bytes: bytes), into: diagnostics)
      _ = reader.column("cpu")
      for row in reader {
        #expect(row.line >= 1)
        for column in 0..<row.count { _ = row.number(column) }
      }
      _ = DiagnosticRendering.text(diagnostics)
    }
  }

  @Test func `no damage to gzip data traps or hangs`() {
    var random = SeededGenerator(seed: 1952)
    for _ in 0..<4000 {
      var bytes = GzipTests().packed
      bytes[Int.random(in: 2..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? Gzip.decompress(bytes, limit: 1 << 20)
    }
  }

  private func readAll(_ server: BlockReader) {
    _ = server.value("model") { .success($0) }
    _ = server.value("idle", watts)
    _ = server.date("bought")
    _ = server.boolean("spare")
    if let supplies = server.block("supplies") {
      _ = supplies.integer("count")
      _ = supplies.choice("mode")
      _ = supplies.value("rating", watts)
      _ = supplies.number("efficiency")
    }
    _ = server.list("guests").map { $0.identifier() }
    _ = server.map("limits").map { $0.value.integer() }
    if let price = server["price"] {
      if price.isList { _ = price.elements().map { $0.number() } } else { _ = price.value(watts) }
    }
  }
}
