import ArgumentParser
import Foundation
import Report
import ResultStore

/// `compare`: simulates every layout of a scenario and says which is better, by how much, and why.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Simulate all layouts of scenarios, print the verdict, write results and report.",
    discussion: """
      bladesim compare scenarios/one-floor-to-one-corner/scenario.yaml
      bladesim compare scenarios -o results/all.sqlite -j 8
      bladesim compare scenario.yaml --json --no-report

      A study that is in the results file already is not run again unless --force is given.
      """)

  @OptionGroup var inputs: ScenarioInputs
  @OptionGroup var options: StudyOptions
  @Option(
    help: "The report (HTML), for one scenario. Default: beside the results file.",
    completion: .file(extensions: ["html"]))
  var report: String?
  @Flag(help: "Write no report.") var noReport = false
  @Flag(help: "Print the verdict as JSON.") var json = false

  func validate() throws {
    if noReport, report != nil { throw ValidationError("--report and --no-report exclude each other") }
  }

  func run() throws {
    Interruption.watch()
    let scenarios = try inputs.load()
    if report != nil, scenarios.count > 1 {
      throw ValidationError("--report names one file, but there are \(scenarios.count) scenarios")
    }
    let batch = try StudyBatch(scenarios, options: options)
    var isFirst = true
    let end = try batch.run { finished in
      let study = try StoreProblem.told { () throws(ResultStoreError) in try batch.store.study(finished.id) }
      let verdict = Verdict(study)
      var end = verdict.passes ? ExitCode.success : Exit.refused
      var files = ["results": batch.store.path]
      if !noReport {
        let path = report ?? reportPath(for: finished, batch: batch)
        let html = try StoreProblem.told { () throws(ResultStoreError) in
          try HTMLReport(study, id: finished.id, in: batch.store).text
        }
        if ReportFile.write(html, to: path, force: options.force) {
          files["report"] = path
        } else {
          end = Exit.worse(end, Exit.cannotCreate)
        }
      }
      if json {
        Terminal.output(verdict.json + "\n")
      } else {
        Terminal.output(
          (isFirst ? "" : "\n") + verdict.text(results: files["results"], report: files["report"]))
        if finished.isReused { Terminal.message("taken from the results file; --force runs the study again") }
      }
      isFirst = false
      return end
    }
    if end != .success { throw end }
  }

  private func reportPath(for finished: StudyBatch.Finished, batch: StudyBatch) -> String {
    let stem = FilePath.withoutExtension(batch.store.path)
    if batch.scenarios.count == 1 { return stem + ".html" }
    let name = finished.scenario.name
    let isOnly = batch.scenarios.count { $0.name == name } == 1
    return "\(stem)-\(name)\(isOnly ? "" : "-\(finished.id)").html"
  }
}

/// A report, or another text that is made, on disk.
enum ReportFile {
  /// Writes a report unless something else is there; the same bytes again are no change.
  ///
  /// - Returns: whether the file holds the report now.
  static func write(_ text: String, to path: String, force: Bool, option: String = "--report") -> Bool {
    let data = Data(text.utf8)
    // What is no plain file (a device, a folder) would be replaced, not written to.
    if let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
      guard kind == .typeRegular || kind == .typeSymbolicLink else {
        Terminal.message("error: '\(path)' is not a plain file; nothing was overwritten")
        return false
      }
      if FileManager.default.contents(atPath: path) == data { return true }
      guard force else {
        Terminal.message("error: '\(path)' exists and differs; nothing was overwritten")
        Terminal.message("help: give --force to overwrite it, or \(option) with another name")
        return false
      }
    }
    do {
      let folder = FilePath.folder(of: path)
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      // Atomic: a full disk or a kill leaves the old file or none.
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
      return true
    } catch {
      Terminal.message("error: '\(path)': \(FileProblem.words(error))")
      return false
    }
  }
}
