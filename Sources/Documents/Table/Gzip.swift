import CZlib

/// Unpacks gzip data in memory.
public enum Gzip {
  /// Why data could not be unpacked.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The data does not begin as gzip data does.
    case notGzip
    /// The data ends before the packed content does.
    case truncated
    /// The content, unpacked, would have more than this many bytes.
    case tooLarge(limit: Int)
    /// The content does not agree with its checksum or cannot be read.
    case damaged(String)

    /// A sentence without a full stop.
    public var description: String {
      switch self {
      case .notGzip: "the data is not gzip data"
      case .truncated: "the gzip data is cut off before its end"
      case .tooLarge(let limit): "the gzip data unpacks to more than \(limit) bytes"
      case .damaged(let detail): "the gzip data is damaged: \(detail)"
      }
    }
  }

  /// Whether data begins as gzip data does.
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The unpacked content; several packed pieces one after another are one content.
  ///
  /// `limit` is the most bytes the content may have: a few kilobytes can unpack to gigabytes.
  public static func decompress(_ bytes: [UInt8], limit: Int = 256 << 20) throws(Failure) -> [UInt8] {
    guard isGzip(bytes) else { throw bytes.isEmpty || bytes == [0x1F] ? .truncated : .notGzip }
    guard bytes.count <= Int(UInt32.max) else { throw .tooLarge(limit: limit) }
    var stream = z_stream()
    // 15 is the largest window; 32 more lets zlib recognise the gzip header.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, size) == Z_OK else {
      throw .damaged("zlib cannot be started")
    }
    defer { inflateEnd(&stream) }
    return try bytes.withUnsafeBufferPointer { input throws(Failure) in
      // zlib does not write to its input, though it asks for a pointer that could.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      // One byte more than there may be shows that there are too many.
      var room = min(limit, expectedSize(of: bytes), mostAtOnce) + 1
      var output: [UInt8] = []
      while true {
        var code = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(room)
          code = inflate(&stream, Z_NO_FLUSH)
          count = room - Int(stream.avail_out)
        }
        output = output.isEmpty ? piece : output + piece
        guard output.count <= limit else { throw .tooLarge(limit: limit) }
        guard try isAtEnd(&stream, input, code, hasMore: !piece.isEmpty) else {
          room = min(max(1 << 16, output.count), limit, mostAtOnce) + 1
          continue
        }
        return output
      }
    }
  }

  /// Whether there is nothing more to unpack after a step of zlib; if another piece follows, it is begun.
  private static func isAtEnd(
    _ stream: inout z_stream, _ input: UnsafeBufferPointer<UInt8>, _ code: Int32, hasMore: Bool
  ) throws(Failure) -> Bool {
    switch code {
    case Z_OK where hasMore || stream.avail_in > 0: return false
    case Z_OK, Z_BUF_ERROR: throw .truncated
    case Z_STREAM_END:
      let rest = input[(input.count - Int(stream.avail_in))...]
      // What follows without the mark of another piece is padding.
      guard rest.starts(with: [0x1F, 0x8B]) else { return true }
      inflateReset(&stream)
      return false
    default: throw .damaged(stream.msg.map { String(cString: $0) } ?? "zlib code \(code)")
    }
  }

  /// How long the content is according to the last four bytes; they may lie, so no more than such data can unpack to.
  private static func expectedSize(of bytes: [UInt8]) -> Int {
    let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return min(size, bytes.count * mostPacking)
  }
  /// No more bytes than this come out of one.
  private static let mostPacking = 1032
  /// The most that is unpacked in one step; zlib counts in 32 bits.
  private static let mostAtOnce = 1 << 30
}
