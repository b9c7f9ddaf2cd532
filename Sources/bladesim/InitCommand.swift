import ArgumentParser
import Documents
import Foundation
import ScenarioFile

/// `init`: a folder with a commented scenario to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented scenario to start from.",
    discussion: """
      bladesim init my-study
      bladesim compare my-study
      """)

  @Argument(help: "The folder to make.", completion: .directory) var folder: String
  @Flag(help: "Print the files as a JSON array.") var json = false

  func run() throws {
    let files = [
      ("scenario.yaml", StarterScenario.text), ("scenario.schema.json", ScenarioFile.jsonSchema()),
    ]
    var made: [String] = []
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, text) in files {
        let path = FilePath.inside(folder, name)
        // Refuses to touch a file that is there.
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        made.append(path)
      }
    } catch {
      Terminal.message("error: '\(folder)': \(FileProblem.words(error)); nothing was overwritten")
      throw Exit.cannotCreate
    }
    if json {
      Terminal.output(.array(made.map { .string($0) }))
    } else {
      Terminal.output(made.map { $0 + "\n" }.joined())
    }
    Terminal.message("next: bladesim compare \(FilePath.inside(folder, "scenario.yaml"))")
  }
}

/// Why a file could not be written, in words.
enum FileProblem {
  static func words(_ error: any Error) -> String {
    let error = error as NSError
    if error.domain == NSCocoaErrorDomain, error.code == CocoaError.fileWriteFileExists.rawValue {
      return "a file of this name exists already"
    }
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
