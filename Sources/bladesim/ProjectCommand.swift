import ArgumentParser
import Documents
import EventEngine
import Project
import Quantities
import Scenario
import Simulation
import Study

/// `project`: plays the move of a scenario through, and says when it ends, what it costs and what holds it up.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "Simulate moving in: dates, people, cost, risk, and the table for the project office.",
    discussion: """
      bladesim project scenarios/move-in/scenario.yaml
      bladesim project scenario.yaml --replications 1000 --csv plan.csv
      bladesim project scenario.yaml --json

      Of the scenario's 'project'. Ends are those of all replications; milestones, days and the table of tasks are of the \
      one with the median end.
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"])) var scenario: String
  @Option(
    help: "The table of tasks (CSV). Default: results/NAME-project.csv.",
    completion: .file(extensions: ["csv"]))
  var csv: String?
  @Option(help: "How many replications.") var replications = 100
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Overwrite a table that differs.") var force = false

  func validate() throws {
    if !(1...10_000).contains(replications) {
      throw ValidationError("--replications takes a whole number from 1 to 10000")
    }
  }

  func run() throws {
    var inputs = ScenarioInputs()
    inputs.scenarios = [scenario]
    let all = try inputs.load()
    guard all.count == 1, let loaded = all.first else {
      throw ValidationError("'\(scenario)' holds \(all.count) scenarios; name one file")
    }
    guard let project = loaded.scenario.project else {
      Terminal.message("\(loaded.path): error: the scenario has no 'project'")
      Terminal.message(
        "help: describe one; 'docs/scenario.md' and 'bladesim schema --reference' list its keys")
      throw Exit.invalidData
    }
    let plan: ProjectPlan
    do throws(Simulator.Refusal) {
      plan = try ProjectPlan(project, of: try Simulator(loaded.scenario))
    } catch {
      Terminal.message(StudyBatch.words(error, of: loaded))
      throw Exit.refused
    }
    let simulator: ProjectSimulator
    do throws(ProjectError) {
      simulator = try ProjectSimulator(plan)
    } catch {
      guard case .invalid(let issues) = error else { throw Exit.internalError }
      for issue in issues { Terminal.message("\(loaded.path): error: \(issue.path): \(issue.message)") }
      throw Exit.invalidData
    }
    let forecast = simulator.forecast(replications: replications)
    let typical = simulator.run(replication: forecast.typicalReplication ?? 0)
    let path = csv ?? "results/\(loaded.name)-project.csv"
    var table = CSVWriter(guardingFormulas: true)
    let office = OfficeTable(typical)
    for row in [office.header] + office.rows { table.write(row) }
    let isWritten = ReportFile.write(table.text, to: path, force: force, option: "--csv")
    let summary = ProjectSummary(
      title: loaded.scenario.title, from: loaded.scenario.layouts[0].name, to: project.target,
      forecast: forecast, typical: typical)
    if json {
      Terminal.output(summary.json)
    } else {
      Terminal.output(summary.text + (isWritten ? "\ntasks  \(path)\n" : ""))
    }
    if forecast.finishes.isEmpty {
      Terminal.message("\(loaded.path): error: the project does not end within its limit")
      throw Exit.refused
    }
    if !isWritten { throw Exit.cannotCreate }
  }
}
