import Documents
import Testing

@Suite("Loading YAML")
struct DocumentLoaderTests {
  @Test func `nodes keep their source order, position and quotes`() throws {
    let (document, complaints) = load("b: 1\na: \"two\"\nlist:\n  - x\n  - {y: é, z: [1]}\n")
    #expect(complaints.isEmpty)
    let root = try #require(document?.root)
    #expect(root.entries?.map(\.key) == ["b", "a", "list"])
    #expect(root["a"] == Node(.scalar(.init(text: "two", isQuoted: true)), at: .init(line: 2, column: 4)))
    #expect(root["list"]?.elements?[1]["z"]?.position == SourcePosition(line: 5, column: 15))
  }

  @Test func `plain scalars stay the text that was written`() throws {
    let root = try #require(load("a: 1.10\nb: 010\nc: no\nd: ~\ne: 1e3\nf: 7:30\ng: null").document?.root)
    let texts = root.entries?.compactMap { $0.value.scalar?.text }
    #expect(texts == ["1.10", "010", "no", "~", "1e3", "7:30", "null"])
    #expect(root["d"]?.isNull == true)
    #expect(root["g"]?.isNull == true)
    #expect(root["a"]?.isNull == false)
  }

  @Test func `JSON is YAML`() throws {
    let root = try #require(load("{\"name\": \"x\", \"count\": 3, \"on\": true}").document?.root)
    #expect(root["name"]?.scalar == .init(text: "x", isQuoted: true))
    #expect(root["count"]?.scalar == .init(text: "3"))
  }

  @Test func `a byte-order mark is no content`() throws {
    let root = try #require(load("\u{FEFF}a: 1").document?.root)
    #expect(root.entries?.first?.key == "a")
    #expect(root.position == SourcePosition(line: 1, column: 1))
  }

  @Test func `literal and folded blocks are text`() throws {
    let root = try #require(load("a: |\n  1\n  2\nb: >\n  3\n  4\n").document?.root)
    #expect(root["a"]?.scalar == .init(text: "1\n2\n", isQuoted: true))
    #expect(root["b"]?.scalar == .init(text: "3 4\n", isQuoted: true))
  }

  @Test func `repeated keys are all reported where they are repeated, and the first one is kept`() throws {
    let text = """
      site: {name: a, 'name': b}
      racks:
        - height: 42
          name: one
          height: 47
        - height: 42
      site: again
      "racks": none
      """
    let (document, complaints) = load(text)
    #expect(
      complaints == """
        s.yaml:1:17: error: the key 'name' is already given in line 1
           1 | site: {name: a, 'name': b}
             |                 ^~~~~~
        help: keep one of the two
        s.yaml:5:5: error: the key 'height' is already given in line 3
           5 |     height: 47
             |     ^~~~~~
        help: keep one of the two
        s.yaml:7:1: error: the key 'site' is already given in line 1
           7 | site: again
             | ^~~~
        help: keep one of the two
        s.yaml:8:1: error: the key 'racks' is already given in line 2
           8 | "racks": none
             | ^~~~~~~
        help: keep one of the two

        """)
    let root = try #require(document?.root)
    #expect(root["site"]?["name"]?.scalar?.text == "a")
    #expect(root["racks"]?.elements?.first?["height"]?.scalar?.text == "42")
  }

  @Test func `repeated keys do not change other text`() throws {
    let root = try #require(load("a: 1\na: 2\nurl: http://x:80/y\nt: |\n  a: b\n").document?.root)
    #expect(root["url"]?.scalar?.text == "http://x:80/y")
    #expect(root["t"]?.scalar?.text == "a: b\n")
  }

  @Test func `repeated keys in any spelling are reported somewhere`() {
    for text in ["a+: 1\na+: 2\n", "\"a\\x41\": 1\n\"aA\": 2\n", "? a\n: 1\na: 2\n", "\"\": 1\n\"\": 2\n"] {
      #expect(load(text).complaints.contains("error: "), "\(text)")
    }
  }

  @Test func `bytes that are not UTF-8 are found by offset and position`() {
    let bytes = Array("name: ok\nplace: Z".utf8) + [0xFC] + Array("rich\n".utf8)
    let diagnostics = DocumentLoader.yaml(bytes: bytes, name: "s.yaml").diagnostics
    #expect(
      DiagnosticRendering.text(diagnostics) == """
        s.yaml:2:9: error: the document is not UTF-8: byte 17 is 0xFC
           2 | place: Z\u{FFFD}rich
             |         ^
        help: save the document as UTF-8, not Latin-1 or Windows-1252

        """)
    let wide = DocumentLoader.yaml(bytes: [0xFF, 0xFE, 0x61, 0x00], name: "s.yaml").diagnostics
    #expect(wide.all.first?.help == "the document is UTF-16: save it as UTF-8")
  }

  @Test func `text with ampersands and stars is no alias`() {
    let text = "a: AT&T *bold* R&D\n# &x *x\nb: '* item'\nc: &x 1\nd: 2*x\n"
    #expect(load(text).complaints.isEmpty)
  }

  @Test(arguments: ["a: [%]", "? [%]\n: 1", "? {a: %}\n: 1", "a: {? [%] : 1}"])
  func `alias bombs are refused at once`(use: String) {
    var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      text += "l\(level): &l\(level) [\(aliases)]\n"
    }
    text += use.replacing("%", with: "*l12") + "\n"
    let clock = ContinuousClock()
    var complaints = ""
    let elapsed = clock.measure { complaints = load(text).complaints }
    #expect(complaints.hasPrefix("s.yaml:2:10: error: '*l0' is a YAML alias, which is not read here\n"))
    #expect(elapsed < .milliseconds(500))
  }

  @Test(arguments: [65, 900, 1500, 100_000])
  func `nesting is refused beyond 64 levels`(depth: Int) {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
      let text = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
      #expect(load(text).complaints.contains("error: lists and blocks are nested more than 64 deep here"))
    }
    let list = String(repeating: "- ", count: min(depth, 10_000)) + "x"
    #expect(load(list).complaints.contains("error: lists and blocks are nested more than 64 deep here"))
  }

  @Test func `64 levels are read`() {
    let text = String(repeating: "[", count: 64) + "x" + String(repeating: "]", count: 64)
    #expect(load(text).complaints.isEmpty)
  }

  @Test func `a document of 100 megabytes is refused before it is parsed`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: 100_000_000)
    let file = SourceFile(name: "s.yaml", bytes: bytes)
    let diagnostics = Diagnostics()
    let elapsed = ContinuousClock().measure { _ = DocumentLoader.yaml(file, into: diagnostics) }
    #expect(
      DiagnosticRendering.text(diagnostics) == """
        s.yaml: error: the document has 100000000 bytes; at most 16777216 are read
        help: keep bulk data in CSV files and name them in the document

        """)
    #expect(elapsed < .milliseconds(200))
  }

  @Test func `millions of small values are refused before they are parsed`() {
    let text = "[" + String(repeating: "1,", count: 1_000_001) + "1]"
    #expect(
      load(text).complaints == """
        s.yaml: error: the document has more than 1000000 keys and list elements
        help: keep bulk data in CSV files and name them in the document

        """)
  }

  @Test func `thousands of mistakes on one line are answered soon`() {
    let text = "{" + (0..<12_000).map { "key\($0 % 4000): .nan" }.joined(separator: ", ") + "}"
    var complaints = ""
    let elapsed = ContinuousClock().measure {
      complaints = read(text, supplySchema) { _ = $0.integer("count") }.complaints
    }
    #expect(complaints.hasSuffix("\n... and 11801 more messages, not shown\n"))
    #expect(elapsed < .seconds(60))
  }
}
