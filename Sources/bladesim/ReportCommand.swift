import ArgumentParser
import Documents
import Report
import ResultStore

/// `report`: draws the report of a study from its results file.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the HTML report of a study that is in a results file.",
    discussion: """
      bladesim report results/one-floor-to-one-corner.sqlite
      bladesim report results/all.sqlite --study 2 -o board.html
      """)

  @Argument(help: "The results file (SQLite).", completion: .file(extensions: ["sqlite"])) var results: String
  @Option(help: "The number of the study in the file; needed when there are several.") var study: Int64?
  @Option(
    name: .shortAndLong, help: "The report, or - for standard output. Default: beside the results file.",
    completion: .file(extensions: ["html"]))
  var output: String?
  @Flag(help: "Overwrite a report that differs.") var force = false
  @Flag(help: "Print where the report is as JSON.") var json = false

  func run() throws {
    let store = try StoreProblem.told(isInput: true) { () throws(ResultStoreError) in
      try ResultStore.open(results, mode: .read)
    }
    let studies = try StoreProblem.told(isInput: true) { () throws(ResultStoreError) in try store.studies() }
    guard let wanted = study.map({ StudyID($0) }) ?? (studies.count == 1 ? studies[0].id : nil) else {
      let list = studies.map { "  \($0.id)  \($0.title)" }.joined(separator: "\n")
      throw ValidationError("\(results) holds \(studies.count) studies; name one with --study:\n\(list)")
    }
    let html = try StoreProblem.told(isInput: true) { () throws(ResultStoreError) in
      try HTMLReport(store.study(wanted), id: wanted, in: store).text
    }
    if output == "-" { return Terminal.output(html) }
    let path = output ?? FilePath.withoutExtension(results) + ".html"
    guard ReportFile.write(html, to: path, force: force) else { throw Exit.cannotCreate }
    if json {
      Terminal.output(
        .object([.init("report", .string(path)), .init("study", .integer(Int(wanted.rawValue)))]))
    } else {
      Terminal.output(path + "\n")
    }
  }
}
