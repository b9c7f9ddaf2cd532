import ArgumentParser
import Documents
import Foundation
import ResultStore
import Scenario
import ScenarioFile

/// The scenario files that a command works on.
struct ScenarioInputs: ParsableArguments {
  @Argument(
    help: "Scenario files, or folders whose scenarios (*.yaml, *.yml) are all taken.",
    completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  /// A scenario that was read.
  struct Loaded {
    /// The file as the user named it.
    let path: String
    /// A short name for output files: the file's own, or its folder's for `scenario.yaml`.
    let name: String
    /// The text and the files it names, by which a result is known again.
    let source: StudySource
    let scenario: Scenario
  }

  func validate() throws {
    if scenarios.isEmpty { throw ValidationError("name at least one scenario file or folder") }
  }

  /// The files, in the order given, folders spread out and sorted.
  func files() throws -> [String] {
    var files: [String] = []
    for path in scenarios {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        files.append(path)
        continue
      }
      let inside = try Self.scenarios(in: path)
      if inside.isEmpty {
        Terminal.message("error: there is no scenario (*.yaml with a 'bladesim' key) in the folder '\(path)'")
        throw Exit.noInput
      }
      files += inside
    }
    return files
  }

  /// The scenarios in a folder and its folders, sorted.
  ///
  /// Hardware of the user's own lies beside scenarios and is YAML too; only files that say that they are scenarios are
  /// taken. Hidden files are not looked at.
  private static func scenarios(in folder: String) throws -> [String] {
    let inside: [String]
    do {
      inside = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      Terminal.message("error: the folder '\(folder)' cannot be read: \(FileProblem.words(error))")
      throw Exit.noInput
    }
    return inside.filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    .sorted().map { FilePath.inside(folder, $0) }.filter(saysItIsScenario)
  }

  /// Whether a file has the key that every scenario begins with; one that cannot be read is left for reading to refuse.
  private static func saysItIsScenario(_ path: String) -> Bool {
    guard let file = try? SourceFile.read(path: path, limit: DocumentLoader.Limits().byteCount) else {
      return true
    }
    return file.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("bladesim:") }
  }

  /// Reads all scenarios and tells of every problem in them.
  ///
  /// - Throws: an exit code when one cannot be read or used, after all have been looked at.
  func load() throws -> [Loaded] {
    var loaded: [Loaded] = []
    var end = ExitCode.success
    for path in try files() {
      switch ScenarioInputs.read(path) {
      case .success(let read):
        Terminal.show(read.outcome.diagnostics)
        if let scenario = read.outcome.scenario {
          loaded.append(
            Loaded(path: path, name: Self.name(of: path), source: read.source, scenario: scenario))
        } else {
          end = Exit.worse(end, Exit.invalidData)
        }
      case .failure(let failure):
        Terminal.message("error: \(failure.description)")
        end = Exit.worse(end, Exit.noInput)
      }
    }
    guard end == .success else { throw end }
    return loaded
  }

  /// A scenario file that could be read, whether or not it can be used.
  struct Reading {
    let source: StudySource
    let outcome: ScenarioFile.Outcome
  }

  /// Reads one scenario.
  static func read(_ path: String) -> Result<Reading, SourceFile.ReadFailure> {
    do throws(SourceFile.ReadFailure) {
      let file = try SourceFile.read(path: path, limit: DocumentLoader.Limits().byteCount)
      let folder = FilePath.folder(of: path)
      let resources = RecordingResources(
        FolderResources(folder: folder.isEmpty ? "." : folder, variables: ResourceVariables.current))
      let outcome = ScenarioFile.load(file, resources: resources)
      let source = StudySource(text: file.text, inputs: resources.inputs, version: Bladesim.version)
      return .success(Reading(source: source, outcome: outcome))
    } catch {
      return .failure(error)
    }
  }

  /// A short name for output files.
  static func name(of path: String) -> String {
    let path = URL(fileURLWithPath: path)
    let stem = path.deletingPathExtension().lastPathComponent
    return stem == "scenario" ? path.deletingLastPathComponent().lastPathComponent : stem
  }
}

/// Remembers which files a scenario named and what was in them.
final class RecordingResources: ResourceReader {
  private let reader: FolderResources
  /// The files in the order in which they were read.
  private(set) var inputs: [StudyInput] = []

  init(_ reader: FolderResources) { self.reader = reader }

  func read(_ path: String) throws(ResourceProblem) -> SourceFile {
    let file = try reader.read(path)
    inputs.append(StudyInput(name: path, contents: file.bytes))
    return file
  }
}

/// What `${NAME}` in a scenario stands for: the environment, and where the reference data lies by default.
enum ResourceVariables {
  static let referenceData = "BLADESIM_REFERENCE_DATA"

  static var current: [String: String] {
    var variables = ProcessInfo.processInfo.environment
    let folder = variables[referenceData] ?? "../shared/data"
    variables[referenceData] = URL(fileURLWithPath: folder).standardizedFileURL.path
    return variables
  }
}
