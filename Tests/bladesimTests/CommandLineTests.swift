import Foundation
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
  private let folder: Program.Folder

  init() throws { folder = try Program.Folder() }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder)
  }

  @Test func `a verdict goes to standard output, and results and report to files`() throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    let outcome = try run("compare", "small.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.hasPrefix("A small study\n"))
    #expect(outcome.output.contains("results/small.sqlite"))
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80) }
    #expect(folder.exists("results/small.sqlite"))
    #expect(folder.exists("results/small.html"))
  }

  @Test func `a second run takes the study from the file and changes no byte`() throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    let first = try run("compare", "small.yaml")
    let results = folder.data("results/small.sqlite")
    let report = folder.data("results/small.html")
    let second = try run("compare", "small.yaml")
    #expect(second.status == 0)
    #expect(second.output == first.output)
    #expect(second.messages == "taken from the results file; --force runs the study again\n")
    #expect(folder.data("results/small.sqlite") == results)
    #expect(folder.data("results/small.html") == report)
  }

  @Test func `the number of threads changes no byte`() throws {
    try folder.write(SmallScenario.text(replications: 5), to: "small.yaml")
    for threads in ["1", "2", "7"] {
      let outcome = try run("run", "small.yaml", "-j", threads, "-o", "\(threads).sqlite")
      #expect(outcome.status == 0)
    }
    #expect(folder.data("1.sqlite") == folder.data("2.sqlite"))
    #expect(folder.data("1.sqlite") == folder.data("7.sqlite"))
  }

  @Test func `a report that differs is not overwritten unasked`() throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    try folder.write("my notes", to: "results/small.html")
    let refused = try run("compare", "small.yaml")
    #expect(refused.status == 73)
    #expect(refused.messages.contains("'results/small.html' exists and differs; nothing was overwritten"))
    #expect(folder.data("results/small.html") == Data("my notes".utf8))
    let forced = try run("compare", "small.yaml", "--force")
    #expect(forced.status == 0)
    #expect(folder.data("results/small.html") != Data("my notes".utf8))
  }

  @Test func `a failed gate ends with 1 and says so`() throws {
    try folder.write(SmallScenario.text(gate: "savings(virtualized).energy >= 99 %"), to: "small.yaml")
    let outcome = try run("compare", "small.yaml", "--no-report")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("savings(virtualized).energy >= 99 %"))
  }

  @Test func `a folder of scenarios becomes one results file`() throws {
    try folder.write(SmallScenario.text(title: "First"), to: "studies/a.yaml")
    try folder.write(SmallScenario.text(title: "Second"), to: "studies/b/scenario.yaml")
    let outcome = try run("run", "studies", "-o", "all.sqlite", "-j", "2")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        studies/a.yaml: done, study 1 of all.sqlite
        studies/b/scenario.yaml: done, study 2 of all.sqlite

        """)
    let report = try run("report", "all.sqlite")
    #expect(report.status == 64)
    #expect(report.messages.contains("all.sqlite holds 2 studies; name one with --study"))
    #expect(try run("report", "all.sqlite", "--study", "2", "-o", "-").output.contains("Second"))
  }

  @Test func `what is invalid ends with 65 and every problem is told`() throws {
    let text = SmallScenario.text().replacing("6 %", with: "6").replacing("linux-2.6", with: "linux-2.7")
    try folder.write(text, to: "bad.yaml")
    let outcome = try run("validate", "bad.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(outcome.messages.contains("bad.yaml:16:"))
    #expect(outcome.messages.contains("linux-2.7"))
    #expect(outcome.messages.contains("a fraction needs a unit"))
    let json = try run("validate", "bad.yaml", "--json")
    #expect(json.status == 65)
    #expect(json.messages == "")
    let problems = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(problems?.count == 2)
  }

  @Test func `a file that is not there ends with 66`() throws {
    let outcome = try run("compare", "nowhere.yaml")
    #expect(outcome.status == 66)
    #expect(outcome.messages == "error: nowhere.yaml: there is no such file\n")
  }

  @Test(arguments: [["compare"], ["frobnicate"], ["compare", "x.yaml", "-j", "0"], ["catalog", "serverz"]])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try Program.run(arguments, in: folder).status == 64)
  }

  @Test func `a results file that is something else is left alone`() throws {
    try folder.write(SmallScenario.text(), to: "small.yaml")
    try folder.write("not a database, but precious", to: "notes.sqlite")
    let outcome = try run("compare", "small.yaml", "-o", "notes.sqlite")
    #expect(outcome.status == 73)
    #expect(folder.data("notes.sqlite") == Data("not a database, but precious".utf8))
  }

  @Test func `a study killed at any moment leaves a file that the next run completes`() throws {
    try folder.write(SmallScenario.text(replications: 40, days: 28), to: "long.yaml")
    for seconds in [0.05, 0.2, 0.5, 1.0] {
      _ = try Program.run(
        ["run", "long.yaml", "-o", "long.sqlite"], in: folder, killAfter: (seconds, SIGKILL))
    }
    let outcome = try run("run", "long.yaml", "-o", "long.sqlite")
    #expect(outcome.status == 0)
    #expect(try run("report", "long.sqlite", "-o", "-").output.contains("A small study"))
  }

  @Test func `an interrupted study ends with 130 and can be resumed`() throws {
    try folder.write(SmallScenario.text(replications: 5000), to: "long.yaml")
    let outcome = try Program.run(["run", "long.yaml"], in: folder, killAfter: (1.5, SIGINT))
    #expect(outcome.status == 130)
    #expect(outcome.messages.contains("the same command goes on where this one stopped"))
  }

  @Test func `a fresh start can be compared at once, and is not overwritten`() throws {
    let made = try run("init", "study")
    #expect(made.status == 0)
    #expect(made.output == "study/scenario.yaml\nstudy/scenario.schema.json\n")
    #expect(try run("validate", "study").status == 0)
    try folder.write("mine", to: "study/scenario.yaml")
    #expect(try run("init", "study").status == 73)
    #expect(folder.data("study/scenario.yaml") == Data("mine".utf8))
  }

  @Test func `the catalogue lists kinds, entries and sources`() throws {
    #expect(try run("catalog").output.contains("technique"))
    #expect(try run("catalog", "server").output.contains("hp-dl380-g4"))
    let entry = try run("catalog", "server", "hp-dl380-g4").output
    #expect(entry.contains("26880 ssj_ops/s"))
    #expect(entry.contains("[1] "))
    let wrong = try run("catalog", "server", "hp-dl380-g44")
    #expect(wrong.status == 64)
    #expect(wrong.messages.contains("did you mean 'hp-dl380-g4'?"))
  }

  @Test func `the catalogue lists every technique with what it keeps and asks for`() throws {
    let list = try run("catalog", "technique").output.split(separator: "\n")
    #expect(list.count == 30)
    #expect(list.contains { $0.hasPrefix("vmware-esx-3 ") && $0.contains("binary translation") })
    #expect(list.allSatisfy { $0.contains("; keeps ") && $0.contains(" %, boots in ") })
    let entry = try run("catalog", "technique", "vt-x-ept").output
    #expect(entry.contains("runs on") && entry.contains("Intel") && entry.contains("nested paging"))
    #expect(entry.contains("efficiency") && entry.contains("guest boot") && entry.contains("provisioning"))
    #expect(try run("catalog", "technique", "linux-vserver").output.contains("sharing the host's kernel"))
    let wrong = try run("catalog", "technique", "vmware-esx-4")
    #expect(wrong.status == 64 && wrong.messages.contains("did you mean 'vmware-esx-3'?"))
  }

  @Test func `words are explained`() throws {
    #expect(try run("explain", "pue").output.hasPrefix("pue\n\nPower usage effectiveness"))
    #expect(try run("explain", "exit", "codes").output.contains("130 interrupted"))
    #expect(try run("explain", "hp-c7000").output.contains("c7000"))
  }

  @Test func `the program tests itself`() throws {
    let outcome = try run("selftest")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("FAILED"))
  }

  @Test func `every shipped scenario is valid`() throws {
    let scenarios = Program.repository.appendingPathComponent("scenarios").path
    let names = try FileManager.default.subpathsOfDirectory(atPath: scenarios).filter {
      // Beside scenarios lie hardware descriptions that they use.
      $0.hasSuffix("scenario.yaml") || $0.hasPrefix("cases/") && $0.hasSuffix(".yaml")
    }
    for name in names where ReferenceData.isAvailable || !name.contains("planetlab") {
      let process = try Program.run(["validate", scenarios + "/" + name], in: folder)
      #expect(process.status == 0 || !ReferenceData.isAvailable, "\(name): \(process.messages)")
    }
  }
}
