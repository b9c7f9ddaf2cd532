import Foundation
import Testing

@Suite("Command line: project")
struct ProjectCommandTests {
  private let folder: Program.Folder

  init() throws {
    folder = try Program.Folder()
    let project = """
      project:
        to: virtualized
        start: 2006-01-02
        roles: [{name: administrator, price: 60 USD/h}]
        people: [{name: Anna}, {name: Ben}]
        windows: {weekly: [{days: saturday, from: 8 h, length: 10 h}]}
        waves: {size: 8, pilot: 2}

      """
    try folder.write(SmallScenario.text() + project, to: "move.yaml")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: folder)
  }

  @Test func `dates, people, what binds and power are told, and the table of tasks is written`() throws {
    let outcome = try run("project", "move.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    for piece in [
      "20 guests from today to virtualized", "pilot over", "project ends", "ends with 80 % certainty",
      "administrator", "what binds", "most power, kW", "most guests at risk", "results/move-project.csv",
    ] {
      #expect(outcome.output.contains(piece), "\(piece)")
    }
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80) }
    let table = String(decoding: try #require(folder.data("results/move-project.csv")), as: UTF8.self)
    let rows = table.split(separator: "\n")
    #expect(
      rows.first?.hasPrefix("id,name,kind,wave,owner,start,finish,effort (h),predecessors,cost (USD)") == true
    )
    #expect(rows.count { $0.contains(",cut over,") } == 20)
    #expect(rows.count { $0.contains(",decommission,") } == 20)
  }

  @Test func `the same again changes nothing, and what differs is not overwritten unasked`() throws {
    let first = try run("project", "move.yaml", "--csv", "plan.csv")
    #expect(try run("project", "move.yaml", "--csv", "plan.csv").output == first.output)
    try folder.write("my notes", to: "plan.csv")
    let refused = try run("project", "move.yaml", "--csv", "plan.csv")
    #expect(refused.status == 73)
    #expect(refused.messages.contains("give --force to overwrite it, or --csv with another name"))
    #expect(folder.data("plan.csv") == Data("my notes".utf8))
    #expect(try run("project", "move.yaml", "--csv", "plan.csv", "--force").status == 0)
    #expect(folder.data("plan.csv") != Data("my notes".utf8))
  }

  @Test func `JSON holds ends in order, and days whose money adds up`() throws {
    let outcome = try run("project", "move.yaml", "--json", "--replications", "20")
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let finish = try #require(object["finish"] as? [String: String])
    let ends = ["p50", "p80", "p95"].compactMap { finish[$0] }
    #expect(ends.count == 3 && ends == ends.sorted())
    let days = try #require(object["days"] as? [[String: Any]])
    let spent = days.reduce(0) { $0 + (($1["spent"] as? Double) ?? .nan) }
    #expect(abs(spent - ((object["cost"] as? Double) ?? .nan)) < 0.01)
    #expect(days.last?["guestsMoved"] as? Int == 20 && days.last?["oldWatts"] as? Double == 0)
    #expect(object["replications"] as? Int == 20)
  }

  @Test func `a scenario without a project ends with 65, wrong usage with 64, no file with 66`() throws {
    try folder.write(SmallScenario.text(), to: "plain.yaml")
    let outcome = try run("project", "plain.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("plain.yaml: error: the scenario has no 'project'"))
    #expect(try run("project", "move.yaml", "--replications", "0").status == 64)
    #expect(try run("project", "nowhere.yaml").status == 66)
  }

  @Test func `a project that does not end within its limit ends with 1`() throws {
    let text = String(decoding: try #require(folder.data("move.yaml")), as: UTF8.self)
    try folder.write(text + "  limit: 10 d\n", to: "late.yaml")
    let outcome = try run("project", "late.yaml")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("not within the limit"))
    #expect(outcome.messages.contains("does not end within its limit"))
  }

  @Test func `the shipped move runs, compared and as a project`() throws {
    let path = Program.repository.appendingPathComponent("scenarios/move-in/scenario.yaml").path
    let project = try run("project", path, "--replications", "20", "--csv", "plan.csv")
    #expect(project.status == 0)
    #expect(project.messages == "")
    #expect(project.output.contains("160 guests from today to blades-virtualized"))
    let compared = try run("compare", path, "--no-report", "--replications", "1", "-o", "move.sqlite")
    #expect(compared.status == 0)
    // On a slow machine there is progress.
    #expect(!compared.messages.contains("error") && !compared.messages.contains("warning"))
  }
}
