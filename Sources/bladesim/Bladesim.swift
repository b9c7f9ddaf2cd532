import ArgumentParser

/// The command line: arguments, progress, exit codes. The only place where rooms are wired together, and the only
/// one that reads the clock and the environment or writes to the terminal.
@main
struct Bladesim: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "bladesim",
    abstract: "Simulate a datacenter before and after consolidation, and compare.",
    discussion: """
      bladesim compare scenarios/one-floor-to-one-corner/scenario.yaml
      bladesim validate scenarios
      bladesim catalog server

      Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 a gate failed or a \
      layout cannot be built; 64 usage; 65 invalid scenario; 66 unreadable input; 70 fault of the program; 73 output \
      exists or cannot be created; 74 input or output failed; 75 incomplete and resumable; 130 interrupted and resumable.
      """,
    version: version,
    subcommands: [
      CompareCommand.self, PlaceCommand.self, MigrationPlanCommand.self, ProjectCommand.self,
      RunCommand.self, ValidateCommand.self, ReportCommand.self,
      CatalogCommand.self,
      InitCommand.self, ExplainCommand.self, CloudSimCommand.self, SchemaCommand.self, SelftestCommand.self,
    ])
}
