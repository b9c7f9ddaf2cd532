import Catalog
import Documents
import Foundation
import Scenario
import ScenarioFile
import Study

/// What a user waits for: reading a scenario, answering the flagship study, and the whole program from its start.
enum ProgramCases {
  private static let flagship = "scenarios/one-floor-to-one-corner/scenario.yaml"

  static func run() -> [Measurement] {
    guard let file = try? SourceFile.read(path: flagship) else {
      print("run the benchmark in the project's folder: \(flagship) is not here")
      return []
    }
    return [load(file)] + [answer(file)].compactMap { $0 } + programs()
  }

  private static func load(_ file: SourceFile) -> Measurement {
    let seconds = ProcessorClock.least(of: 5) {
      _ = ScenarioFile.load(file, resources: FolderResources(folder: "."))
    }
    return Measurement(
      name: "load the flagship scenario, checks included", value: seconds * 1e3, unit: "ms CPU")
  }

  private static func answer(_ file: SourceFile) -> Measurement? {
    guard let scenario = ScenarioFile.load(file, resources: FolderResources(folder: ".")).scenario else {
      return nil
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let start = ProcessInfo.processInfo.systemUptime
    var samples = 0
    let seconds = ProcessorClock.least(of: 1) {
      guard let result = try? StudyRun(scenario, threads: cores).result() else { return }
      samples = result.layouts.reduce(0) { $0 + $1.runs.count } * scenario.horizon.sampleCount
    }
    let wall = ProcessInfo.processInfo.systemUptime - start
    return Measurement(
      name: "simulate the flagship, \(cores) threads", value: wall, unit: "s wall",
      ratio: seconds / Double(samples) * 1e9,
      ratioUnit: "ns CPU a site-sample")
  }

  /// Whole processes; the built program lies beside the benchmark.
  private static func programs() -> [Measurement] {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("bladesim")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return [] }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bladesim-bench-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    func measure(_ name: String, _ arguments: [String], limit: Double, passes: Int) -> Measurement {
      var best = Double.infinity
      var cpu = Double.infinity
      for _ in 0..<passes {
        let start = ProcessInfo.processInfo.systemUptime
        let before = ProcessorClock.children
        guard spawn(program.path, arguments) else { continue }
        best = min(best, ProcessInfo.processInfo.systemUptime - start)
        cpu = min(cpu, ProcessorClock.children - before)
      }
      return Measurement(
        name: name, value: best * 1e3, unit: "ms wall", ratio: cpu * 1e3, ratioUnit: "ms CPU",
        target: "under \(Int(limit * 1e3)) ms", isMet: best < limit)
    }
    return [
      measure("start-up: bladesim --version", ["--version"], limit: 0.03, passes: 10),
      measure("bladesim validate, flagship", ["validate", flagship], limit: 0.05, passes: 10),
      measure(
        "bladesim compare, flagship",
        ["compare", flagship, "--force", "-o", folder.appendingPathComponent("flagship.sqlite").path],
        limit: 2,
        passes: 3),
    ]
  }

  /// Runs a program to its end with its output thrown away. (Foundation's `Process` notices an end only after some
  /// ten milliseconds, longer than what is measured here.)
  private static func spawn(_ path: String, _ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, words, environ) == 0 else { return false }
    var status: Int32 = 0
    return waitpid(child, &status, 0) == child && status == 0
  }
}
