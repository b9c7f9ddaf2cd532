import ArgumentParser
import CloudSim
import Documents
import EventEngine
import Placement
import Quantities
import Scenario
import ScenarioFile
import Study

/// `cloudsim`: the PlanetLab power experiment of CloudSim 3.0.3, quirk by quirk.
struct CloudSimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloudsim",
    abstract: "Run the PlanetLab power experiment as CloudSim 3.0.3 does, or with its quirks off.",
    discussion: """
      bladesim cloudsim 20110303.csv.gz --detector thr --parameter 0.8 --selection mmt
      bladesim cloudsim 20110303.csv.gz --quirk idle-deletion=off --quirk idle-draws-nothing=off
      bladesim cloudsim 20110303.csv.gz --quirk-table
      bladesim cloudsim 20110303.csv.gz --sensitivity
      bladesim cloudsim 20110303.csv.gz --beside scenarios/planetlab-day/scenario.yaml

      TRACES is a table without header, plain or gzip: a row for each guest, its name and whole per cents, one every \
      five minutes. It may also be a folder with a file for each guest, a number a line, as PlanetLab traces are \
      published.

      Detectors: \(DetectorCatalog.all.map { "\($0.abbreviation) (\($0.name))" }.joined(separator: ", ")).
      Selections: \(SelectionCatalog.all.map { "\($0.abbreviation) (\($0.name))" }.joined(separator: ", ")).
      Quirks: \(Quirk.allCases.map(\.name).joined(separator: ", ")).
      """)

  @Argument(help: "Traces of CPU use.", completion: .file()) var traces: String
  @OptionGroup var setup: CloudSimSetup
  @Flag(help: "Also run with each quirk off alone, and with all off, and compare.") var quirkTable = false
  @Flag(help: "Also run with changes that should not matter, and compare.") var sensitivity = false
  @Option(
    help: ArgumentHelp(
      "Also simulate the layouts of a scenario with the same guests, and put both side by side.",
      valueName: "scenario"
    ), completion: .file(extensions: ["yaml", "yml"]))
  var beside: String?
  @Flag(help: "Print the state after each round: s, kWh, migrations, active hosts, guests.") var rounds =
    false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if [quirkTable, sensitivity, rounds, beside != nil].count(where: { $0 }) > 1 {
      throw ValidationError("ask for one of --quirk-table, --sensitivity, --beside and --rounds")
    }
    if beside != nil, setup.detector != nil || setup.policy != "consolidation" {
      throw ValidationError("--beside chooses policies and detectors itself; give quirks only")
    }
    _ = try setup.experiment()
  }

  func run() throws {
    let traces = try PercentTraces.load(traces)
    if let beside {
      try compare(with: beside, traces)
    } else if quirkTable {
      try compare(try CloudSimVariant.withoutQuirks(setup), on: traces)
    } else if sensitivity {
      try compare(try CloudSimVariant.thatShouldNotMatter(setup), on: traces)
    } else {
      let outcome = try setup.outcome(on: traces)
      if json {
        let members = setup.members(self.traces, guests: traces.count) + outcome.members(withRounds: rounds)
        Terminal.output(.object(members))
      } else {
        Terminal.output(rounds ? outcome.roundsText : outcome.text)
      }
    }
  }

  /// Runs CloudSim in several ways, then the layouts of a scenario, once each.
  private func compare(with path: String, _ traces: GuestTraces) throws {
    let scenario = try Self.scenario(path)
    if scenario.guestCount != traces.count {
      Terminal.message(
        "warning: '\(path)' has \(scenario.guestCount) guests, the traces have \(traces.count)")
    }
    let variants = CloudSimBeside.variants(of: setup)
    var rows: [CloudSimBeside.Row] = []
    for variant in variants {
      rows.append(CloudSimBeside.Row(variant.name, try variant.setup.outcome(on: traces)))
    }
    let result: StudyResult
    do throws(StudyRun.Failure) { result = try StudyRun(scenario, threads: 1).result() } catch {
      if case .refused(let refusal) = error {
        Terminal.message("\(path): \(StudyBatch.words(refusal, of: scenario))")
        throw Exit.refused
      }
      Terminal.message("\(path): internal error: \(error)")
      throw Exit.internalError
    }
    for (layout, outcome) in zip(scenario.layouts, result.layouts) {
      rows.append(CloudSimBeside.Row(layout.name, outcome.runs[0]))
    }
    let table = CloudSimBeside(rows: rows)
    if json { Terminal.output(table.json) } else { Terminal.output(table.text) }
  }

  /// A scenario to be run once, with what is wrong with it told.
  private static func scenario(_ path: String) throws -> Scenario {
    switch ScenarioInputs.read(path) {
    case .success(let read):
      Terminal.show(read.outcome.diagnostics)
      guard var scenario = read.outcome.scenario else { throw Exit.invalidData }
      scenario.replications = 1
      return scenario
    case .failure(let failure):
      Terminal.message("error: \(failure.description)")
      throw Exit.noInput
    }
  }

  /// Runs the variants, of which the first is what the others are compared with.
  private func compare(_ variants: [CloudSimVariant], on traces: GuestTraces) throws {
    let progress = Progress("cloudsim", total: variants.count)
    var results: [(variant: CloudSimVariant, outcome: Outcome)] = []
    for variant in variants {
      results.append((variant, try variant.setup.outcome(on: traces)))
      progress.advance()
    }
    progress.finish()
    guard let base = results.first?.outcome else { return }
    if json {
      let rows = results.map { result in
        JSONValue.object(
          [.init("variant", .string(result.variant.name)), .init("meaning", .string(result.variant.meaning))]
            + result.outcome.members(withRounds: false))
      }
      let members = setup.members(self.traces, guests: traces.count)
      return Terminal.output(.object(members + [.init("variants", .array(rows))]))
    }
    let heads = ["", "kWh", "change", "migrations", "SLATAH", "PDM", "shutdowns", ""]
    let rows = results.map { result -> [String] in
      let outcome = result.outcome
      let change = (outcome.energy / base.energy - 1) * 100
      return [
        result.variant.name, DecimalText.rounded(outcome.kilowattHours, decimals: 2),
        (change > 0 ? "+" : "") + DecimalText.rounded(change, decimals: 2) + " %", String(outcome.migrations),
        Outcome.percent(outcome.violationTime, decimals: 2),
        Outcome.percent(outcome.migrationLoss, decimals: 2),
        String(outcome.shutdowns), result.variant.meaning,
      ]
    }
    Terminal.output(
      TextTable(
        rows: [heads] + rows,
        alignments: [.left, .right, .right, .right, .right, .right, .right, .left]
      ).text)
  }
}
