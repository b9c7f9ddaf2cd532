import GRDB
import Quantities

extension ResultStore {
  /// Every study in the file, by number.
  public func studies() throws(ResultStoreError) -> [StudyHeading] {
    try reading("listing studies") { db in
      try Row.fetchAll(db, sql: "SELECT * FROM study ORDER BY study").map { row in
        StudyHeading(id: StudyID(row["study"]), title: row["title"], identity: try StudyIdentity(row))
      }
    }
  }

  /// The components of energy, in the order of energies and series.
  public func components() throws(ResultStoreError) -> [StoredComponent] {
    try reading("reading components") { db in
      try Row.fetchAll(db, sql: "SELECT * FROM component ORDER BY component").map { row in
        StoredComponent(
          index: row["component"], name: row["name"], title: row["title"], isIT: row["is_it"] != 0)
      }
    }
  }

  /// A study without its long lists.
  public func study(_ id: StudyID) throws(ResultStoreError) -> StoredStudy {
    try list(of: id, "reading a study") { try $0.study() }
  }

  /// Every task of a study's project, by number; none in a study without one.
  public func projectTasks(of study: StudyID) throws(ResultStoreError) -> [StoredProjectTask] {
    try list(of: study, "reading tasks") { $0.hasProject ? try $0.numberedRows() : [] }
  }

  /// The bills of a run, month by month.
  public func bills(
    of study: StudyID, layout: Int, replication: Int = 0
  ) throws(ResultStoreError) -> [StoredBill] {
    try list(of: study, "reading bills") { try $0.bills(layout: layout, replication: replication) }
  }

  /// What each host came to in a run, by number.
  public func hostResults(
    of study: StudyID, layout: Int, replication: Int = 0
  ) throws(ResultStoreError) -> [StoredHostResult] {
    try list(of: study, "reading hosts") { try $0.rows(below: layout, replication) }
  }

  /// What each group of guests came to in a run.
  public func groupResults(
    of study: StudyID, layout: Int, replication: Int = 0
  ) throws(ResultStoreError) -> [StoredGroupResult] {
    try list(of: study, "reading groups") { try $0.rows(below: layout, replication) }
  }

  /// What happened in the first replication, in order of time, as far as it is kept.
  public func events(of study: StudyID, layout: Int) throws(ResultStoreError) -> [StoredEvent] {
    try list(of: study, "reading events") { try $0.numberedRows(below: layout) }
  }

  /// Power by the hour in the first replication.
  ///
  /// - Parameter days: which days, from 0; nil for all.
  public func series(
    of study: StudyID, layout: Int, days: Range<Int>? = nil
  ) throws(ResultStoreError) -> StoredSeries {
    try list(of: study, "reading hours") { reader in
      try StoredSeries(reader.days(layout: layout, within: days))
    }
  }

  /// What changed by the hour in the first replication; hours in which nothing did are left out.
  public func activity(of study: StudyID, layout: Int) throws(ResultStoreError) -> [StoredActivity] {
    try list(of: study, "reading hours") { try $0.activity(layout: layout) }
  }

  /// Power by the day in the first replication.
  public func days(of study: StudyID, layout: Int) throws(ResultStoreError) -> [StoredDay] {
    try list(of: study, "reading days") { reader in
      try reader.days(layout: layout, within: nil).map { day in
        StoredDay(
          date: reader.start.adding(days: day.day), power: day.means.dropLast().map { Watts($0) },
          outdoor: Celsius(day.means[HourPack.outdoor]))
      }
    }
  }

  func reading<Value>(
    _ action: String, _ body: (Database) throws -> Value
  ) throws(ResultStoreError) -> Value {
    try translating(path, action) { try queue.read(body) }
  }

  func writing<Value>(
    _ action: String, _ body: (Database) throws -> Value
  ) throws(ResultStoreError) -> Value {
    try translating(path, action) { try queue.write(body) }
  }

  private func list<Value>(
    of study: StudyID, _ action: String, _ body: (StudyReader) throws -> Value
  ) throws(ResultStoreError) -> Value {
    try reading(action) { db in
      guard let reader = try StudyReader(db, study: study) else {
        throw ResultStoreError(.noStudy, path: path, detail: "study \(study)")
      }
      return try body(reader)
    }
  }
}
