import Foundation
import GRDB
import Study
import Testing

@testable import ResultStore

@Suite("Files that cannot be used")
struct RefusalTests {
  private func kind(_ path: String, _ mode: ResultStore.Mode) -> ResultStoreError.Kind? {
    #expect(throws: ResultStoreError.self) { try ResultStore.open(path, mode: mode) }?.kind
  }

  @Test func `a file that is not there can be written, not read`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      #expect(kind(path, .read) == .missing)
      #expect(!FileManager.default.fileExists(atPath: path))
      let writeStudies = try ResultStore.open(path, mode: .write).studies()
      #expect(writeStudies.isEmpty)
      let readStudies = try ResultStore.open(path, mode: .read).studies()
      #expect(readStudies.isEmpty)
    }
  }

  @Test func `a folder that is not there is not made`() throws {
    try SmallStudy.withFolder { folder in
      #expect(kind(folder + "/nowhere/results.sqlite", .write) == .unopenable)
      #expect(kind(folder, .write) == .unopenable)
      #expect(kind(folder, .read) == .unopenable)
    }
  }

  @Test(arguments: [ResultStore.Mode.read, .write])
  func `a file of another kind is refused and left alone`(mode: ResultStore.Mode) throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/notes.txt"
      let text = Data(String(repeating: "Not a database at all.\n", count: 200).utf8)
      try text.write(to: URL(fileURLWithPath: path))
      #expect(kind(path, mode) == .foreign)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }
  }

  @Test(
    arguments: [
      "CREATE TABLE t (a)", "PRAGMA application_id = 7", "PRAGMA user_version = 1; CREATE TABLE t (a)",
    ], [ResultStore.Mode.read, .write])
  func `a database of another program is refused and left alone`(sql: String, mode: ResultStore.Mode) throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/other.sqlite"
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      try queue.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(kind(path, mode) == .foreign)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func `an empty file is a place for results, not results`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(kind(path, .read) == .foreign)
      let writeStudies = try ResultStore.open(path, mode: .write).studies()
      #expect(writeStudies.isEmpty)
    }
  }

  @Test(arguments: [ResultStore.Mode.read, .write])
  func `tables of a later version are refused with both versions`(mode: ResultStore.Mode) throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 9") }
      try store.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let error = #expect(throws: ResultStoreError.self) { try ResultStore.open(path, mode: mode) }
      #expect(error?.kind == .newer)
      #expect(
        error?.description
          == "\(path): written by a newer version: its tables are of version 9, this program knows up to 6")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func `a store that was opened to read does not write`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      try ResultStore.open(path, mode: .write).close()
      let store = try ResultStore.open(path, mode: .read)
      let result = try SmallStudy.shared.get()
      let error = #expect(throws: ResultStoreError.self) { try store.write(result, from: SmallStudy.source) }
      #expect(error?.kind == .readOnly)
      #expect(error?.detail.hasPrefix("writing study 'A tiny study': ") == true)
    }
  }

  @Test func `a full disk loses the study and nothing else`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let result = try SmallStudy.shared.get()
      let store = try ResultStore.open(path, mode: .write)
      let first = try store.write(result, from: StudySource(text: "first", version: "1.0"))
      try store.queue.writeWithoutTransaction { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
      }
      let second = StudySource(text: "second", version: "1.0")
      let error = #expect(throws: ResultStoreError.self) { try store.write(result, from: second) }
      #expect(error?.kind == .full)
      #expect(try store.studies().map(\.id) == [first])
      #expect(try SmallStudy.rows(path, "PRAGMA integrity_check").map { $0[0] as String } == ["ok"])
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
      try store.write(result, from: second)
      #expect(try store.studies().count == 2)
    }
  }

  @Test func `a damaged page is noticed when it is read`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let result = try SmallStudy.shared.get()
      let store = try ResultStore.open(path, mode: .write)
      let id = try store.write(result, from: SmallStudy.source)
      try store.close()
      let page = try #require(
        try SmallStudy.number(path, "SELECT 4096 * (rootpage - 1) FROM sqlite_master WHERE name = 'layout'"))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.seek(toOffset: UInt64(page))
      try handle.write(contentsOf: Data(repeating: 0xa5, count: 512))
      try handle.close()
      let damaged = try ResultStore.open(path, mode: .read)
      let error = #expect(throws: ResultStoreError.self) { try damaged.study(id) }
      #expect(error?.kind == .damaged)
    }
  }

  @Test(arguments: [
    ("UPDATE study SET currency = 'dollars'", "currency 'dollars'"),
    ("UPDATE study SET seed = 'x'", "seed 'x'"),
    ("UPDATE study SET start_date = '2006-02-30'", "date '2006-02-30'"),
    ("UPDATE cost SET amount = 1e300", "amount 1e+300"),
    ("UPDATE equipment SET rack = 99", "rack 99"),
    ("UPDATE floor_item SET kind = 'pond'", "floor for 'pond'"),
    ("UPDATE comparison SET metric = 'x' WHERE number = 0", "metric 'x'"),
  ])
  func `a value that no program writes is named`(sql: String, found: String) throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let id = try store.write(SmallStudy.shared.get(), from: SmallStudy.source)
      try store.queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.execute(sql: sql)
      }
      let error = #expect(throws: ResultStoreError.self) { try store.study(id) }
      #expect(error?.kind == .damaged)
      #expect(error?.detail == "reading a study: found \(found)")
    }
  }
}
