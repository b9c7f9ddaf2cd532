import ArgumentParser
import Dispatch
import Documents
import Foundation
import Project
import ResultStore
import Scenario
import Simulation
import Study
import Synchronization
import Workload

/// How studies are run and where their results go, for `run` and `compare`.
struct StudyOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The results file (SQLite); studies are added to one that exists. Default: results/NAME.sqlite.",
    completion: .file(extensions: ["sqlite"]))
  var output: String?

  @Option(name: .customShort("j"), help: "How many runs go on at a time. Default: one per processor.")
  var threads: Int?

  @Option(help: "How many replications, in place of the scenario's own number.")
  var replications: Int?

  @Flag(help: "Run again what is already in the results file, and overwrite a report that differs.")
  var force = false

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("-j takes a whole number from 1") }
    if let replications, !(1...10_000).contains(replications) {
      throw ValidationError("--replications takes a whole number from 1 to 10000")
    }
  }

  /// The results file for some scenarios.
  func resultsPath(for scenarios: [ScenarioInputs.Loaded]) -> String {
    output ?? "results/\(scenarios.count == 1 ? scenarios[0].name : "studies").sqlite"
  }
}

/// Many studies, worked through in parallel into one results file.
struct StudyBatch {
  /// A study that is in the results file now.
  struct Finished {
    let scenario: ScenarioInputs.Loaded
    let id: StudyID
    /// Whether it had been there before.
    let isReused: Bool
  }

  let scenarios: [ScenarioInputs.Loaded]
  let options: StudyOptions
  let store: ResultStore

  /// Opens the results file.
  init(_ scenarios: [ScenarioInputs.Loaded], options: StudyOptions) throws {
    self.options = options
    self.scenarios = scenarios.map { loaded in
      guard let replications = options.replications else { return loaded }
      var scenario = loaded.scenario
      scenario.replications = replications
      return ScenarioInputs.Loaded(
        path: loaded.path, name: loaded.name, source: loaded.source, scenario: scenario)
    }
    let path = options.resultsPath(for: scenarios)
    let folder = FilePath.folder(of: path)
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
    } catch {
      Terminal.message("error: '\(folder)': \(FileProblem.words(error))")
      throw Exit.cannotCreate
    }
    store = try StoreProblem.told { () throws(ResultStoreError) in try ResultStore.open(path, mode: .write) }
  }

  /// Runs what is not there yet, and hands over each study as soon as it and all before it are in the file.
  ///
  /// - Returns: how the batch ended.
  func run(_ deliver: (Finished) throws -> ExitCode) throws -> ExitCode {
    let threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let atATime = min(threads, scenarios.count)
    let total = scenarios.reduce(0) { $0 + $1.scenario.layouts.count * $1.scenario.replications }
    let progress = Progress(
      scenarios.count == 1 ? scenarios[0].name : "\(scenarios.count) studies", total: total)
    defer { progress.finish() }
    var end = ExitCode.success
    // Studies of one round go on side by side; they are written and shown in the order given.
    for first in stride(from: 0, to: scenarios.count, by: atATime) {
      let round = first..<min(scenarios.count, first + atATime)
      let outcomes = Mutex<[Int: Outcome]>([:])
      let perStudy = max(1, threads / round.count)
      DispatchQueue.concurrentPerform(iterations: round.count) { position in
        let index = round.lowerBound + position
        let outcome = outcome(of: scenarios[index], threads: perStudy, progress: progress)
        outcomes.withLock { $0[index] = outcome }
      }
      for index in round {
        guard let outcome = outcomes.withLock({ $0[index] }) else { continue }
        end = Exit.worse(end, try finish(outcome, of: scenarios[index], progress: progress, deliver))
      }
      if Interruption.isRequested {
        Terminal.message("interrupted; the same command goes on where this one stopped")
        return Exit.interrupted
      }
    }
    return end
  }

  private enum Outcome: Sendable {
    case there(StudyID)
    case new(StudyResult)
    case failed(StudyRun.Failure)
    case unreadable(ResultStoreError)
  }

  private func outcome(
    of loaded: ScenarioInputs.Loaded, threads: Int, progress: Progress
  ) -> Outcome {
    do throws(ResultStoreError) {
      if !options.force, let id = try store.existing(identity(of: loaded)) { return .there(id) }
    } catch {
      return .unreadable(error)
    }
    do throws(StudyRun.Failure) {
      let designing = Progress(loaded.name, total: loaded.scenario.layouts.count, of: "layouts designed")
      defer { designing.finish() }
      let run = try StudyRun(
        loaded.scenario, threads: threads, designed: { designing.advance() },
        shouldStop: { Interruption.isRequested })
      designing.finish()
      return .new(
        try run.result(
          progress: { _ in progress.advance() }, shouldStop: { Interruption.isRequested }))
    } catch {
      return .failed(error)
    }
  }

  private func identity(of loaded: ScenarioInputs.Loaded) -> StudyIdentity {
    StudyIdentity(
      of: loaded.source, seed: loaded.scenario.seed, replications: loaded.scenario.replications)
  }

  private func finish(
    _ outcome: Outcome, of loaded: ScenarioInputs.Loaded, progress: Progress,
    _ deliver: (Finished) throws -> ExitCode
  ) throws -> ExitCode {
    switch outcome {
    case .there(let id):
      progress.finish()
      return try deliver(Finished(scenario: loaded, id: id, isReused: true))
    case .new(let result):
      // Two scenarios of one batch may be the same study.
      if !options.force,
        let id = try StoreProblem.told({ () throws(ResultStoreError) in
          try store.existing(identity(of: loaded))
        })
      {
        progress.finish()
        return try deliver(Finished(scenario: loaded, id: id, isReused: true))
      }
      let id = try StoreProblem.told { () throws(ResultStoreError) in
        try store.write(result, from: loaded.source, replace: options.force)
      }
      progress.finish()
      return try deliver(Finished(scenario: loaded, id: id, isReused: false))
    case .failed(.interrupted): return Exit.interrupted
    case .failed(.broken(let error)):
      Terminal.message("\(loaded.path): internal error: \(error)")
      Terminal.message("help: this is a fault of the program; please report it with the scenario")
      return Exit.internalError
    case .failed(.unplanned(let issues)):
      for issue in issues {
        Terminal.message("\(loaded.path): error: project: \(issue.path): \(issue.message)")
      }
      return Exit.invalidData
    case .failed(.refused(let refusal)):
      Terminal.message(Self.words(refusal, of: loaded))
      return Exit.refused
    case .unreadable(let error):
      throw StoreProblem.end(of: error)
    }
  }

  static func words(_ refusal: Simulator.Refusal, of loaded: ScenarioInputs.Loaded) -> String {
    "\(loaded.path): \(words(refusal, of: loaded.scenario))"
  }

  /// A refusal in words, without the file.
  static func words(_ refusal: Simulator.Refusal, of scenario: Scenario) -> String {
    switch refusal {
    case .demand(let problem):
      return "error: \(problem.message)" + (problem.help.map { "\nhelp: \($0)" } ?? "")
    case .layout(let infeasible):
      let name = scenario.layouts[infeasible.layout].name
      return
        "error: layout '\(name)' cannot be built (\(infeasible.key)): \(infeasible.reason)"
        + (infeasible.help.map { "\nhelp: \($0)" } ?? "")
    }
  }
}

/// Trouble with a results file, told to the user and turned into an exit code.
enum StoreProblem {
  /// Does something with a results file.
  ///
  /// - Parameter isInput: whether the file is only read, so that a wrong one is bad input, not refused output.
  static func told<Value>(
    isInput: Bool = false, _ body: () throws(ResultStoreError) -> Value
  ) throws -> Value {
    do throws(ResultStoreError) { return try body() } catch { throw end(of: error, isInput: isInput) }
  }

  /// Tells of a problem.
  ///
  /// - Returns: the exit code it ends with.
  static func end(of error: ResultStoreError, isInput: Bool = false) -> ExitCode {
    Terminal.message("error: \(error)")
    switch error.kind {
    case .missing: return Exit.noInput
    case .foreign, .newer: return isInput ? Exit.invalidData : Exit.cannotCreate
    case .readOnly, .unopenable, .exists: return isInput ? Exit.noInput : Exit.cannotCreate
    case .noStudy: return Exit.invalidData
    case .full, .busy, .damaged, .failed: return Exit.inputOutput
    }
  }
}

extension StudyBatch.Finished {
  /// The study as one line of JSON.
  func line(in results: String) -> JSONValue {
    .object([
      .init("scenario", .string(scenario.path)), .init("results", .string(results)),
      .init("study", .integer(Int(id.rawValue))), .init("reused", .boolean(isReused)),
    ])
  }
}
