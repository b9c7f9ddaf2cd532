import ArgumentParser
import Documents
import Scenario
import ScenarioFile
import Simulation

/// `validate`: everything that can be known of a scenario without simulating it.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenario files and report every problem at once.",
    discussion: """
      bladesim validate scenarios/one-floor-to-one-corner/scenario.yaml
      bladesim validate scenarios --json
      """)

  @OptionGroup var inputs: ScenarioInputs
  @Flag(help: "Report problems as a JSON array on standard output.") var json = false

  func run() throws {
    var end = ExitCode.success
    var problems: [Diagnostic] = []
    for path in try inputs.files() {
      switch ScenarioInputs.read(path) {
      case .failure(let failure):
        Terminal.message("error: \(failure.description)")
        end = Exit.worse(end, Exit.noInput)
      case .success(let read):
        let diagnostics = read.outcome.diagnostics
        if json { problems += diagnostics.all } else { Terminal.show(diagnostics) }
        if let scenario = read.outcome.scenario {
          guard !json else { continue }
          let layouts = scenario.layouts.map(\.name).joined(separator: ", ")
          Terminal.output("\(path): valid; \(scenario.guestCount) guests, layouts \(layouts)\n")
        } else {
          end = Exit.worse(end, Exit.invalidData)
        }
      }
    }
    if json { Terminal.output(DiagnosticRendering.json(problems)) }
    if end != .success { throw end }
  }
}
