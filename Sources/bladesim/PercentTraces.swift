import ArgumentParser
import CloudSim
import Documents
import Foundation

/// Reads recorded CPU use: a table with a row for each guest, or a folder with a file for each.
enum PercentTraces {
  /// The traces; tells of every problem before it gives up.
  static func load(_ path: String) throws -> GuestTraces {
    let diagnostics = Diagnostics()
    defer { Terminal.show(diagnostics) }
    var names: [String] = []
    var percents: [UInt8] = []
    do throws(SourceFile.ReadFailure) {
      do throws(SourceFile.ReadFailure) {
        read(try SourceFile.read(path: path), &names, &percents, diagnostics)
      } catch .folder {
        for name in try files(in: path) {
          read(
            try SourceFile.read(path: FilePath.inside(path, name)), of: name, &names, &percents, diagnostics)
        }
      }
    } catch {
      Terminal.message("error: \(error.description)")
      throw Exit.noInput
    }
    guard !diagnostics.hasErrors else { throw Exit.invalidData }
    do throws(GuestTraces.Problem) {
      return try GuestTraces(names: names, percents: percents)
    } catch {
      Terminal.message("error: \(path): \(error.message)\nhelp: \(error.help)")
      throw Exit.invalidData
    }
  }

  /// A table: a name and samples in each row.
  private static func read(
    _ file: SourceFile, _ names: inout [String], _ percents: inout [UInt8], _ diagnostics: Diagnostics
  ) {
    if let table = SampleTable(file, in: 0...100) {
      (names, percents) = (table.names, table.samples)
      return
    }
    for row in CSVReader(file, into: diagnostics, hasHeader: false) {
      names.append(row.text(0))
      _ = row.appendIntegers(from: 1, in: 0...100, to: &percents)
    }
  }

  /// The file of one guest: a sample in each row.
  private static func read(
    _ file: SourceFile, of name: String, _ names: inout [String], _ percents: inout [UInt8],
    _ diagnostics: Diagnostics
  ) {
    names.append(name)
    for row in CSVReader(file, into: diagnostics, hasHeader: false) {
      _ = row.appendIntegers(from: 0, in: 0...100, to: &percents)
    }
  }

  private static func files(in folder: String) throws(SourceFile.ReadFailure) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(path: folder, reason: FileProblem.words(error))
    }
    return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
