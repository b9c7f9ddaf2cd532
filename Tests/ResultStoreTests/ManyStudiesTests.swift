import Dispatch
import Foundation
import GRDB
import ResultStore
import Study
import Synchronization
import Testing

@Suite("Many studies in one file")
struct ManyStudiesTests {
  private let result: StudyResult

  init() throws { result = try SmallStudy.shared.get() }

  private func source(_ text: String, version: String = "1.0") -> StudySource {
    StudySource(text: text, version: version)
  }

  @Test func `a study is found again by what it came from`() throws {
    try SmallStudy.withFolder { folder in
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      let first = try store.write(result, from: source("one"))
      let second = try store.write(result, from: source("two"))
      #expect(try store.existing(StudyIdentity(of: source("one"), seed: 1, replications: 3)) == first)
      #expect(try store.existing(StudyIdentity(of: source("two"), seed: 1, replications: 3)) == second)
      #expect(try store.studies().map(\.id) == [first, second])
    }
  }

  @Test(arguments: [
    StudyIdentity(of: StudySource(text: "two", version: "1.0"), seed: 1, replications: 3),
    StudyIdentity(of: StudySource(text: "one", version: "1.1"), seed: 1, replications: 3),
    StudyIdentity(of: StudySource(text: "one", version: "1.0"), seed: 2, replications: 3),
    StudyIdentity(of: StudySource(text: "one", version: "1.0"), seed: 1, replications: 4),
    StudyIdentity(
      of: StudySource(
        text: "one", inputs: [StudyInput(name: "mail.csv", contents: "1".utf8)], version: "1.0"),
      seed: 1, replications: 3),
  ])
  func `a study with another scenario, version, seed, number of runs or input is another`(
    other: StudyIdentity
  ) throws {
    try SmallStudy.withFolder { folder in
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      try store.write(result, from: source("one"))
      #expect(try store.existing(other) == nil)
    }
  }

  @Test func `the same study is not written twice unless it is to be replaced`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      try store.write(result, from: source("one"))
      let id = try store.write(result, from: source("two"))
      try store.write(result, from: source("three"))
      let before = try store.study(id)
      let error = #expect(throws: ResultStoreError.self) { try store.write(result, from: source("two")) }
      #expect(error?.kind == .exists)
      #expect(try store.write(result, from: source("two"), replace: true) == id)
      #expect(try store.study(id) == before)
      #expect(try store.studies().count == 3)
      // Nothing of the old one is left in any table.
      let tables = try SmallStudy.rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")
      for table in tables.map({ $0[0] as String }) where table != "component" && table != "metric" {
        let counts = try SmallStudy.rows(
          path, "SELECT count(*) FROM \(table) GROUP BY study ORDER BY study")
        #expect(Set(counts.map { $0[0] as Int }).count <= (table == "input" ? 0 : 1), "\(table)")
      }
    }
  }

  @Test func `studies may be written from several threads, and by several programs`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let failures = Mutex<[String]>([])
      let result = self.result
      DispatchQueue.concurrentPerform(iterations: 12) { number in
        do {
          let store = try ResultStore.open(path, mode: .write)
          try store.write(
            result, from: StudySource(text: "study \(number)", version: "1.0"))
          try store.close()
        } catch { failures.withLock { $0.append("\(error)") } }
      }
      #expect(failures.withLock { $0 } == [])
      let store = try ResultStore.open(path, mode: .read)
      let headings = try store.studies()
      #expect(headings.map(\.id.rawValue) == Array(1...12))
      let layouts = StoredStudy(result, source: source("study 0")).layouts
      for heading in headings { #expect(try store.study(heading.id).layouts == layouts) }
    }
  }

  @Test func `the largest seed is kept`() throws {
    try SmallStudy.withFolder { folder in
      let result = try SmallStudy.result(days: 1, seed: .max, replications: 1)
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      let id = try store.write(result, from: source("one"))
      #expect(try store.study(id).identity.seed == .max)
      #expect(try store.existing(StudyIdentity(of: source("one"), seed: .max, replications: 1)) == id)
    }
  }

  @Test func `a study that is not there is named`() throws {
    try SmallStudy.withFolder { folder in
      let store = try ResultStore.open(folder + "/results.sqlite", mode: .write)
      let error = #expect(throws: ResultStoreError.self) { try store.study(StudyID(7)) }
      #expect(error?.kind == .noStudy && error?.detail == "study 7")
      #expect(throws: ResultStoreError.self) { try store.events(of: StudyID(7), layout: 0) }
    }
  }
}
