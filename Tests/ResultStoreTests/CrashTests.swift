import Foundation
import GRDB
import Study
import Testing

@testable import ResultStore

@Suite("A program that is killed while it writes")
struct CrashTests {
  /// Kills this very program when the first row of a study enters a table. A cache of a few pages makes the database
  /// write into its file long before the transaction ends.
  private static func armed(_ path: String, table: String) throws -> ResultStore {
    let store = try ResultStore.open(path, mode: .write)
    try store.queue.writeWithoutTransaction { db in
      let function = DatabaseFunction("die", argumentCount: 0) { _ in
        kill(getpid(), SIGKILL)
        return nil
      }
      db.add(function: function)
      try db.execute(
        sql: """
          PRAGMA cache_size = 4;
          CREATE TEMP TRIGGER killer AFTER INSERT ON \(table) BEGIN SELECT die(); END
          """)
    }
    return store
  }

  @Test(arguments: ["study", "rack", "run", "host_result", "event", "day"])
  func `leaves the studies that were finished before, and those only`(table: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/results.sqlite"
    let result = try SmallStudy.shared.get()
    let first = StudySource(text: "first", version: "1.0")
    try ResultStore.open(path, mode: .write).write(result, from: first)

    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, table = table as String] in
      let store = try CrashTests.armed(path, table: table)
      try store.write(SmallStudy.result(), from: StudySource(text: "second", version: "1.0"))
    }

    if table == "day" { #expect(FileManager.default.fileExists(atPath: path + "-journal")) }
    let store = try ResultStore.open(path, mode: .read)
    let headings = try store.studies()
    #expect(headings.map(\.identity.scenarioHash) == [SHA256.hex(of: "first".utf8)])
    #expect(try store.study(headings[0].id) == StoredStudy(result, source: first))
    let check = try SmallStudy.rows(path, "PRAGMA integrity_check").map { $0[0] as String }
    #expect(check == ["ok"])
    #expect(try SmallStudy.rows(path, "PRAGMA foreign_key_check").isEmpty)
    // And it can be written to as if nothing had been.
    try store.close()
    let again = try ResultStore.open(path, mode: .write)
    #expect(try again.write(result, from: StudySource(text: "second", version: "1.0")) == StudyID(2))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["results.sqlite"])
  }

  @Test func `leaves the old study when it was replacing it`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/results.sqlite"
    let result = try SmallStudy.shared.get()
    let id = try ResultStore.open(path, mode: .write).write(result, from: SmallStudy.source)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try CrashTests.armed(path, table: "day")
      try store.write(SmallStudy.shared.get(), from: SmallStudy.source, replace: true)
    }
    let store = try ResultStore.open(path, mode: .read)
    #expect(try store.study(id) == StoredStudy(result, source: SmallStudy.source))
  }
}
