import Documents
import Testing

@Suite("Writing complaints")
struct DiagnosticRenderingTests {
  func complaint(_ text: String, line: Int = 1, column: Int, length: Int = 1) -> Diagnostic {
    let span = SourceSpan(start: SourcePosition(line: line, column: column), length: length)
    return Diagnostic(.error, at: Place(file: SourceFile(name: "f", text: text), span: span), "message")
  }

  func lines(_ diagnostic: Diagnostic) -> [String] {
    DiagnosticRendering.text(diagnostic).split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: [
      ("a: bcd", 4, 3, "   1 | a: bcd", "     |    ^~~"),
      ("\ta: b", 5, 1, "   1 |   a: b", "     |      ^"),
      ("a:\tb", 4, 1, "   1 | a:  b", "     |     ^"),
      ("k: 刀片 x", 7, 1, "   1 | k: 刀片 x", "     |         ^"),
      ("k: 刀片", 4, 2, "   1 | k: 刀片", "     |    ^~~~"),
      ("e\u{301}: x", 5, 1, "   1 | e\u{301}: x", "     |    ^"),
      ("a\u{1B}[31m: x", 8, 1, "   1 | a\u{FFFD}[31m: x", "     |        ^"),
      ("ab", 3, 1, "   1 | ab", "     |   ^"),
      ("ab", 99, 5, "   1 | ab", "     |   ^"),
    ])
  func `the mark stands under its character`(
    text: String, column: Int, length: Int, line: String, marks: String
  ) {
    #expect(
      lines(complaint(text, column: column, length: length)) == [
        "f:1:\(column): error: message", line, marks,
      ])
  }

  @Test func `a long line is shown around the mark`() {
    let text = String(repeating: "x", count: 1000) + "Y" + String(repeating: "z", count: 1000)
    let shown = lines(complaint(text, column: 1001))
    #expect(shown[1].count == 7 + 162)
    #expect(shown[1].contains("xYz"))
    let marked = zip(shown[1], shown[2]).first { $0.1 == "^" }
    #expect(marked?.0 == "Y")
  }

  @Test func `a complaint about a whole document shows no line`() {
    let place = Place(file: SourceFile(name: "f", text: "x"))
    let diagnostic = Diagnostic(.warning, at: place, "too long", help: "cut it", code: "W7")
    #expect(DiagnosticRendering.text(diagnostic) == "f: warning[W7]: too long\nhelp: cut it\n")
  }

  @Test func `colours are asked for`() {
    let text = DiagnosticRendering.text(complaint("ab", column: 2), style: .ansi)
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(!DiagnosticRendering.text(complaint("ab", column: 2)).contains("\u{1B}"))
  }

  @Test func `complaints are sorted by file, line and column, and otherwise keep their order`() {
    let diagnostics = Diagnostics()
    let files = ["b", "a"].map { SourceFile(name: $0, text: "x\ny\n") }
    for file in files {
      for (index, (line, column)) in [(2, 1), (1, 2), (1, 1), (1, 1)].enumerated() {
        let span = SourceSpan(start: SourcePosition(line: line, column: column))
        diagnostics.error(at: Place(file: file, span: span), "\(index)")
      }
      diagnostics.note(at: Place(file: file), "whole")
    }
    let order = diagnostics.all.map { "\($0.file.name) \($0.message)" }
    #expect(
      order == ["a whole", "a 2", "a 3", "a 1", "a 0", "b whole", "b 2", "b 3", "b 1", "b 0"])
  }

  @Test func `repetitions are dropped and a flood is counted`() {
    let diagnostics = Diagnostics(limit: 3)
    let file = SourceFile(name: "f", text: "")
    diagnostics.warning(at: Place(file: file), "0")
    #expect(!diagnostics.hasErrors)
    for message in ["0", "1", "1", "0", "2"] { diagnostics.warning(at: Place(file: file), message) }
    #expect(diagnostics.omitted == 0)
    for index in 0..<5 { diagnostics.error(at: Place(file: file), "more \(index)") }
    #expect(diagnostics.hasErrors)
    #expect(diagnostics.omitted == 5)
    #expect(
      DiagnosticRendering.text(diagnostics)
        == "f: warning: 0\nf: warning: 1\nf: warning: 2\n... and 5 more messages, not shown\n")
  }

  @Test func `complaints are JSON for machines`() {
    var diagnostic = complaint("a: \"x\"", column: 4, length: 3)
    diagnostic.place.path = "a"
    diagnostic.help = "say \"y\""
    let whole = Diagnostic(.note, at: Place(file: SourceFile(name: "g", text: "")), "empty")
    #expect(
      DiagnosticRendering.json([whole, diagnostic]).text() == """
        [{"file":"f","line":1,"column":4,"path":"a","severity":"error","message":"message",\
        "help":"say \\"y\\"","code":null},{"file":"g","line":null,"column":null,"path":"","severity":"note",\
        "message":"empty","help":null,"code":null}]
        """)
  }

  @Test func `lines end at each kind of break`() {
    let file = SourceFile(name: "f", text: "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}é")
    #expect(file.lineCount == 7)
    #expect((1...8).map { file.line($0) } == ["a", "b", "c", "d", "e", "f", "é", nil])
    #expect(file.position(ofByte: file.bytes.count) == SourcePosition(line: 7, column: 2))
    #expect(SourceFile(name: "f", text: "a\n").lineCount == 1)
    #expect(SourceFile(name: "f", text: "").lineCount == 1)
  }
}
