import Foundation

extension SourceFile {
  /// Why a file could not be read at all.
  public enum ReadFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no file of that name.
    case missing(path: String)
    /// It is a folder.
    case folder(path: String)
    /// It may not or cannot be read.
    case unreadable(path: String, reason: String)
    /// It has more bytes, as it is or unpacked, than are read.
    case tooLarge(path: String, limit: Int)
    /// It is packed and cannot be unpacked.
    case packed(path: String, Gzip.Failure)

    /// "path: reason", without a full stop.
    public var description: String {
      switch self {
      case .missing(let path): "\(path): there is no such file"
      case .folder(let path): "\(path): this is a folder, not a file"
      case .unreadable(let path, let reason): "\(path): the file cannot be read: \(reason)"
      case .tooLarge(let path, let limit):
        "\(path): the file has more than \(limit) bytes, the most that is read"
      case .packed(let path, let failure): "\(path): \(failure)"
      }
    }
  }

  /// Reads a file, unpacked if it is gzip data, and stops as soon as it proves larger than `limit` bytes.
  public static func read(path: String, limit: Int = 256 << 20) throws(ReadFailure) -> SourceFile {
    let bytes = try contents(path: path, limit: limit)
    guard Gzip.isGzip(bytes) else { return SourceFile(name: path, bytes: bytes) }
    do throws(Gzip.Failure) {
      return SourceFile(name: path, bytes: try Gzip.decompress(bytes, limit: limit))
    } catch .tooLarge {
      throw .tooLarge(path: path, limit: limit)
    } catch {
      throw .packed(path: path, error)
    }
  }

  private static func contents(path: String, limit: Int) throws(ReadFailure) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    guard !isFolder.boolValue else { throw .folder(path: path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: path, reason: "permission denied")
    }
    defer { try? handle.close() }
    // In pieces, because pipes have no size and a file may grow while it is read.
    var bytes: [UInt8] = []
    while true {
      let piece: Data?
      do {
        piece = try handle.read(upToCount: 1 << 20)
      } catch {
        throw .unreadable(path: path, reason: error.localizedDescription)
      }
      guard let piece, !piece.isEmpty else { return bytes }
      guard bytes.count + piece.count <= limit else { throw .tooLarge(path: path, limit: limit) }
      bytes += piece
    }
  }
}
