import Catalog
import Documents
import ScenarioFile
import Testing

@Suite("Malformed scenarios")
struct MalformedTests {
  @Test func `the small room itself is in order`() {
    #expect(SmallRoom.messages(SmallRoom.text) == "")
    #expect(SmallRoom.load(SmallRoom.text).scenario != nil)
  }

  @Test(arguments: Malformed.all.map(\.name))
  func `each mistake is told with its place, the line and what to write`(name: String) throws {
    let malformed = try #require(Malformed.all.first { $0.name == name })
    let outcome = SmallRoom.load(malformed.text)
    let lines = DiagnosticRendering.text(outcome.diagnostics).split(
      separator: "\n", omittingEmptySubsequences: false)
    // Lines that end in spaces cannot stand in the table.
    let shown = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    #expect(shown.joined(separator: "\n") == malformed.messages)
    #expect((outcome.scenario == nil) == outcome.diagnostics.hasErrors)
  }

  @Test func `every mistake has a name of its own`() {
    #expect(Set(Malformed.all.map(\.name)).count == Malformed.all.count)
    #expect(Malformed.all.count >= 60)
  }

  @Test func `a file that is not UTF-8 is refused at its first bad byte`() {
    let bytes = Array("title: caf".utf8) + [0xE9, 0x0A]
    let outcome = ScenarioFile.load(
      SourceFile(name: "latin.yaml", bytes: bytes), resources: MemoryResources(files: [:]))
    #expect(outcome.diagnostics.all.first?.message == "the document is not UTF-8: byte 10 is 0xE9")
  }

  @Test func `a file of 100 MB is refused before any of it is read`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 100_000_000)
    let clock = ContinuousClock()
    var outcome: ScenarioFile.Outcome?
    let time = clock.measure {
      outcome = ScenarioFile.load(
        SourceFile(name: "large.yaml", bytes: bytes), resources: MemoryResources(files: [:]))
    }
    #expect(
      outcome?.diagnostics.all.map(\.message) == [
        "the document has 100000000 bytes; at most 16777216 are read"
      ])
    #expect(time < .seconds(1))
  }

  @Test func `aliases that would unfold to billions are refused at the first`() {
    let levels = (1...9).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
    }
    let text = "a0: &a0 lol\n" + levels.joined(separator: "\n")
    let messages = SmallRoom.messages(text)
    #expect(messages.hasPrefix("room.yaml:"))
    #expect(messages.contains("is a YAML alias, which is not read here"))
  }

  @Test func `nesting without end is refused`() {
    let messages = SmallRoom.messages(String(repeating: "[", count: 100_000))
    #expect(messages.hasPrefix("room.yaml:"))
    #expect(SmallRoom.load(String(repeating: "[", count: 100_000)).scenario == nil)
  }
}
