import GRDB
public import Study

/// A results file: one SQLite database with any number of studies, each of them there whole or not at all.
///
/// A study goes in within one transaction under a rollback journal, so that a finished file is a single file and a
/// killed program leaves the studies that were finished before. All calls may come from any thread.
public struct ResultStore: Sendable {
  /// How a file is opened.
  public enum Mode: Sendable, Hashable {
    /// To read only; the file must be there.
    case read
    /// To read and write; the file is made when it is not there. A file that is something else is refused.
    case write
  }

  /// The file.
  public let path: String
  let queue: DatabaseQueue

  /// Opens a results file.
  public static func open(_ path: String, mode: Mode) throws(ResultStoreError) -> ResultStore {
    try ResultStore(path: path, queue: openedQueue(path, mode: mode))
  }

  /// Closes the file; nothing may be asked of the store any more.
  public func close() throws(ResultStoreError) {
    try translating(path, "closing") { try queue.close() }
  }

  /// The number of a study that is already in the file.
  public func existing(_ identity: StudyIdentity) throws(ResultStoreError) -> StudyID? {
    try reading("looking for a study") { try StudyID.find(identity, in: $0) }
  }

  /// Writes a study, whole or not at all.
  ///
  /// - Parameters:
  ///   - result: the answer.
  ///   - source: where it comes from.
  ///   - replace: whether the same study is replaced when it is already there; its number stays.
  /// - Returns: its number in the file.
  @discardableResult
  public func write(
    _ result: StudyResult, from source: StudySource, replace: Bool = false
  ) throws(ResultStoreError) -> StudyID {
    let study = StoredStudy(result, source: source)
    let details = result.layouts.map { LayoutDetail($0) }
    let tasks = StoredProjectTask.all(of: result)
    let action = "writing study '\(study.title)'"
    let id = try writing(action) { db -> StudyID? in
      let present = try StudyID.find(study.identity, in: db)
      if let present {
        guard replace else { return nil }
        try db.execute(sql: "DELETE FROM study WHERE study = ?", arguments: [present.rawValue])
      }
      return try StudyWriter(db, study: study, details: details, tasks: tasks).write(as: present)
    }
    guard let id else { throw ResultStoreError(.exists, path: path, detail: study.title) }
    return id
  }
}
