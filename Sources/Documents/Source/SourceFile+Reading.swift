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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    guard (descriptor >= 0 ? fstat(descriptor, &status) : stat(path, &status)) == 0 else {
      throw .missing(path: path)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .folder(path: path) }
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: "permission denied") }
    // One byte more than the file has shows its end. Pipes have no size and a file may grow while it is read: the rest comes
    // in pieces.
    var room = min(limit, Int(status.st_size)) + 1
    var bytes: [UInt8] = []
    while true {
      let piece = try read(descriptor, upTo: room, path)
      bytes = bytes.isEmpty ? piece : bytes + piece
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
      guard piece.count == room else { return bytes }
      room = max(1 << 20, bytes.count)
    }
  }

  /// The next bytes of an open file; fewer than asked for only at its end.
  private static func read(_ descriptor: Int32, upTo room: Int, _ path: String) throws(ReadFailure) -> [UInt8]
  {
    var problem: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room {
        let added = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, room - count)
        if added < 0, errno == EINTR { continue }
        if added < 0 { problem = errno }
        guard added > 0 else { break }
        count += added
      }
    }
    guard problem == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(problem))) }
    return piece
  }
}
