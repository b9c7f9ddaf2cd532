/// Why a results file could not be opened, read or written. Nothing has changed in the file.
public struct ResultStoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of trouble it is, for exit codes and advice.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// There is no such file.
    case missing = "no such file"
    /// The file is something else, and is left alone.
    case foreign = "not a results file"
    /// A later version of the program wrote the file.
    case newer = "written by a newer version"
    /// The file or its folder cannot be written.
    case readOnly = "cannot be written"
    /// The file or its folder cannot be opened.
    case unopenable = "cannot be opened"
    /// There is no room left.
    case full = "disk is full"
    /// Another program holds the file.
    case busy = "in use by another program"
    /// The file is damaged.
    case damaged = "damaged"
    /// The study is already in the file, and was not to be replaced.
    case exists = "study already there"
    /// There is no such study in the file.
    case noStudy = "no such study"
    /// Anything else that the database reports.
    case failed = "database error"
  }

  /// What kind of trouble it is.
  public let kind: Kind
  /// The file.
  public let path: String
  /// What was tried or found, in words.
  public let detail: String

  /// Creates an error.
  public init(_ kind: Kind, path: String, detail: String) {
    self.kind = kind
    self.path = path
    self.detail = detail
  }

  /// In words: `results.sqlite: disk is full: writing study 'A tiny study'`.
  public var description: String { "\(path): \(kind.rawValue): \(detail)" }
}
