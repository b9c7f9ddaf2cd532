import Foundation

extension SourceFile {
  /// Why a file could not be read at all.
  public struct ReadFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The path as given.
    public let path: String
    /// What is wrong, a sentence without a full stop that does not name the path.
    public let reason: String

    /// "path: reason".
    public var description: String { "\(path): \(reason)" }
  }

  /// Reads a file, stopping as soon as it proves larger than `limit` bytes.
  public static func read(path: String, limit: Int = 256 << 20) throws(ReadFailure) -> SourceFile {
    SourceFile(name: path, bytes: try readBytes(path: path, limit: limit))
  }

  /// Reads the bytes of a file, stopping as soon as it proves larger than `limit` bytes.
  public static func readBytes(path: String, limit: Int = 256 << 20) throws(ReadFailure) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadFailure(path: path, reason: "there is no such file")
    }
    guard !isFolder.boolValue else { throw ReadFailure(path: path, reason: "this is a folder, not a file") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ReadFailure(path: path, reason: "the file may not be read")
    }
    defer { try? handle.close() }
    do {
      let data = try handle.read(upToCount: limit + 1) ?? Data()
      guard data.count <= limit else {
        throw ReadFailure(path: path, reason: "the file has more than \(limit) bytes, the most that is read")
      }
      return Array(data)
    } catch let failure as ReadFailure {
      throw failure
    } catch {
      throw ReadFailure(path: path, reason: "the file cannot be read: \(error.localizedDescription)")
    }
  }
}
