import GRDB

/// Runs something that asks the database, and says in the room's own words what went wrong.
///
/// - Parameters:
///   - path: the file.
///   - action: what is done, as in `writing study 'A tiny study'`.
func translating<Value>(
  _ path: String, _ action: String, _ body: () throws -> Value
) throws(ResultStoreError) -> Value {
  do {
    return try body()
  } catch let error as ResultStoreError {
    throw error
  } catch let error as DatabaseError {
    throw ResultStoreError(error, path: path, action: action)
  } catch let error as DamagedRow {
    throw ResultStoreError(.damaged, path: path, detail: "\(action): found \(error.detail)")
  } catch {
    throw ResultStoreError(.failed, path: path, detail: "\(action): \(error)")
  }
}

extension ResultStoreError {
  init(_ error: DatabaseError, path: String, action: String) {
    let kind: Kind =
      switch error.resultCode {
      case .SQLITE_NOTADB: .foreign
      case .SQLITE_FULL: .full
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .unopenable
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_CORRUPT: .damaged
      default: .failed
      }
    self.init(kind, path: path, detail: "\(action): \(error.message ?? error.resultCode.description)")
  }
}
