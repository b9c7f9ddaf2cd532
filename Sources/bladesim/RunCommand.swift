import ArgumentParser
import Documents
import ResultStore

/// `run`: simulates scenarios into a results file, for scripts and batches.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulate scenarios into a results file; print one line per study.",
    discussion: """
      bladesim run scenarios -o results/batch.sqlite -j 8

      A study that is in the results file already is not run again unless --force is given. Gates are recorded, but only
      `compare` ends with 1 when one fails.
      """)

  @OptionGroup var inputs: ScenarioInputs
  @OptionGroup var options: StudyOptions
  @Flag(help: "Print a JSON object per line.") var json = false

  func run() throws {
    Interruption.watch()
    let batch = try StudyBatch(try inputs.load(), options: options)
    let end = try batch.run { finished in
      if json {
        Terminal.output(finished.line(in: batch.store.path).text() + "\n")
      } else {
        let how = finished.isReused ? "already there" : "done"
        Terminal.output("\(finished.scenario.path): \(how), study \(finished.id) of \(batch.store.path)\n")
      }
      return .success
    }
    if end != .success { throw end }
  }
}
