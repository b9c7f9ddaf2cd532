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
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, expectedSize(of: bytes)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let outcome: Failure? = input.withUnsafeMutableBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { chunk in
        inflate(input, through: chunk, into: &output, limit: limit)
      }
    }
    if let outcome { throw outcome }
    return output
  }

  /// How long the content is according to the last four bytes; they may lie, so no more than such data can unpack to.
  private static func expectedSize(of bytes: [UInt8]) -> Int {
    let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return min(size, bytes.count * mostPacking)
  }
  /// No more bytes than this come out of one.
  private static let mostPacking = 1032

  private static func inflate(
    _ input: UnsafeMutableBufferPointer<UInt8>, through chunk: UnsafeMutableBufferPointer<UInt8>,
    into output: inout [UInt8], limit: Int
  ) -> Failure? {
    guard input.count <= Int(UInt32.max) else { return .tooLarge(limit: limit) }
    var stream = z_stream()
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(input.count)
    // 15 is the largest window; 32 more lets zlib recognise the gzip header.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, size) == Z_OK else {
      return .damaged("zlib cannot be started")
    }
    defer { inflateEnd(&stream) }
    while true {
      stream.next_out = chunk.baseAddress
      stream.avail_out = UInt32(chunk.count)
      let code = CZlib.inflate(&stream, Z_NO_FLUSH)
      let produced = chunk.count - Int(stream.avail_out)
      guard output.count + produced <= limit else { return .tooLarge(limit: limit) }
      output.append(contentsOf: chunk[..<produced])
      switch code {
      case Z_OK where produced > 0 || stream.avail_in > 0: continue
      case Z_OK, Z_BUF_ERROR: return .truncated
      case Z_STREAM_END:
        let consumed = input.count - Int(stream.avail_in)
        let rest = input[consumed...]
        // What follows without the mark of another piece is padding.
        guard rest.starts(with: [0x1F, 0x8B]) else { return nil }
        inflateReset(&stream)
      default:
        return .damaged(stream.msg.map { String(cString: $0) } ?? "zlib code \(code)")
      }
    }
  }
}
