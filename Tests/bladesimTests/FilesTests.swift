import Foundation
import TestSupport
import Testing

@Suite("Files of the command line")
struct FilesTests {
  private let folder: Program.Folder

  init() throws { folder = try Program.Folder() }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder)
  }

  @Test func `names of one character are names like others`() throws {
    try folder.write(SmallScenario.text(), to: "s")
    let outcome = try run("compare", "s", "-o", "o", "--report", "r")
    #expect(outcome.status == 0)
    #expect(folder.exists("o") && folder.exists("r"))
    #expect(try run("compare", "s", "-o", ".").status == 73)
  }

  @Test func `an answer that cannot be written ends with 74`() throws {
    let full = "/dev/full"
    guard FileManager.default.fileExists(atPath: full) else { return }
    let outcome = try Program.run(["catalog", "server"], in: folder, outputTo: full)
    #expect(outcome.status == 74)
    #expect(outcome.messages == "error: standard output: No space left on device\n")
  }

  @Test(arguments: [[], ["--force"]])
  func `a report replaces no folder`(force: [String]) throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    try folder.write("mine", to: "kept/notes.txt")
    let outcome = try Program.run(["compare", "small.yaml", "--report", "kept"] + force, in: folder)
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("'kept' is not a plain file; nothing was overwritten"))
    #expect(folder.data("kept/notes.txt") == Data("mine".utf8))
  }

  @Test func `a report replaces no pipe`() throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    let pipe = folder.url.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(try run("compare", "small.yaml", "--report", "pipe", "--force").status == 73)
    let kind = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
  }

  @Test func `the same scenario named twice is one study`() throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    let outcome = try run("run", "small.yaml", "./small.yaml", "-o", "all.sqlite", "-j", "2")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        small.yaml: done, study 1 of all.sqlite
        ./small.yaml: already there, study 1 of all.sqlite

        """)
  }

  @Test func `scenarios of one name have reports of their own`() throws {
    try folder.write(SmallScenario.text(title: "First"), to: "a/s/scenario.yaml")
    try folder.write(SmallScenario.text(title: "Second"), to: "b/s/scenario.yaml")
    let outcome = try run("compare", "a", "b", "-o", "all.sqlite")
    #expect(outcome.status == 0)
    #expect(folder.exists("all-s-1.html") && folder.exists("all-s-2.html"))
  }

  @Test func `other YAML beside a scenario is not taken for one`() throws {
    try folder.write(SmallScenario.text(), to: "studies/small.yaml")
    try folder.write("manufacturer: Mine\n", to: "studies/my-server.yaml")
    try folder.write(SmallScenario.text(), to: "studies/.old/small.yaml")
    let outcome = try run("validate", "studies")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("studies/small.yaml: valid"))
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  @Test func `a file that holds no results is invalid input to a report`() throws {
    try folder.write("not a database", to: "notes.sqlite")
    #expect(try run("report", "notes.sqlite").status == 65)
    #expect(try run("report", ".").status == 66)
  }

  @Test func `a word that is not known is answered briefly`() throws {
    let outcome = try run("explain", "xyzzy")
    #expect(outcome.status == 64)
    #expect(outcome.messages.count < 800)
    #expect(outcome.messages.contains("'pue'"))
  }
}
