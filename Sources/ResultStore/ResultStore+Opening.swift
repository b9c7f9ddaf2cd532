import Foundation
import GRDB

extension ResultStore {
  /// How long another program's transaction is waited for.
  private static let patience: TimeInterval = 30

  static func openedQueue(_ path: String, mode: Mode) throws(ResultStoreError) -> DatabaseQueue {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue { throw ResultStoreError(.unopenable, path: path, detail: "it is a folder") }
    if mode == .read, !exists { throw ResultStoreError(.missing, path: path, detail: "opening to read") }
    if mode == .read { try recover(path) }
    return try translating(path, "opening") {
      let queue = try DatabaseQueue(path: path, configuration: configuration(mode))
      switch mode {
      case .read: try queue.read { try check($0, path: path) }
      case .write:
        // One program makes the tables; another that opens the same new file at the same time then finds them.
        try queue.writeWithoutTransaction { db in
          if try isEmpty(db) {
            try db.inTransaction(.immediate) {
              if try isEmpty(db) { try makeTables(in: db) }
              return .commit
            }
          }
          try check(db, path: path)
          try upgrade(db)
        }
      }
      return queue
    }
  }

  private static func configuration(_ mode: Mode) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .read
    configuration.busyMode = .timeout(patience)
    configuration.label = "results"
    if mode == .write {
      configuration.prepareDatabase { db in
        // A rollback journal: it is gone when a transaction ends, so that the file stands alone.
        try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
      }
    }
    return configuration
  }

  /// Undoes what a killed program left half done, which a connection that only reads may not do itself.
  private static func recover(_ path: String) throws(ResultStoreError) {
    guard FileManager.default.fileExists(atPath: path + "-journal"),
      FileManager.default.isWritableFile(atPath: path)
    else { return }
    try translating(path, "undoing an unfinished write") {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      try queue.close()
    }
  }

  private static func isEmpty(_ db: Database) throws -> Bool {
    try number("SELECT count(*) FROM sqlite_master", in: db) == 0
      && number("PRAGMA application_id", in: db) == 0 && number("PRAGMA user_version", in: db) == 0
  }

  private static func makeTables(in db: Database) throws {
    try db.execute(sql: ResultSchema.script)
    for component in StoredComponent.all { try ResultSchema.insert(component, into: db) }
    try makeMetrics(in: db)
  }

  /// Enters the metrics that are not there yet.
  private static func makeMetrics(in db: Database) throws {
    for metric in StudyMetric.allCases {
      try db.execute(
        sql: "INSERT OR IGNORE INTO metric VALUES (?, ?, ?)",
        arguments: [metric.rawValue, metric.unit, metric.title])
    }
  }

  /// Brings the tables of an older version up to this one; the studies stay as they are.
  private static func upgrade(_ db: Database) throws {
    guard try number("PRAGMA user_version", in: db) < ResultSchema.version else { return }
    try db.inTransaction(.immediate) {
      let version = try number("PRAGMA user_version", in: db)
      if version < ResultSchema.version {
        for addition in ResultSchema.additions where addition.version > version {
          try db.execute(sql: addition.script)
        }
        try ResultSchema.addComponents(to: db)
        if version < 3 { try ResultSchema.addRacks(to: db) }
        try makeMetrics(in: db)
        try db.execute(sql: "PRAGMA user_version = \(ResultSchema.version)")
      }
      return .commit
    }
  }

  /// Refuses a database that is not a results file of a version that is known.
  private static func check(_ db: Database, path: String) throws {
    let (application, version) = (
      try number("PRAGMA application_id", in: db), try number("PRAGMA user_version", in: db)
    )
    guard application == Int64(ResultSchema.applicationID) else {
      let detail =
        try isEmpty(db)
        ? "the database is empty" : "it is a database of another program (application id \(application))"
      throw ResultStoreError(.foreign, path: path, detail: detail)
    }
    guard version <= ResultSchema.version else {
      throw ResultStoreError(
        .newer, path: path,
        detail: "its tables are of version \(version), this program knows up to \(ResultSchema.version)")
    }
  }

  private static func number(_ sql: String, in db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: sql) ?? 0
  }
}
