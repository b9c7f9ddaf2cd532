import Synchronization

/// The bytes of one document with the name its user knows it by, and an index of its lines.
///
/// Lines end at LF, CR, CRLF and the three Unicode breaks that YAML honours, so that a position means the same
/// line to the YAML parser, to the table reader and to the person reading a message. A leading byte-order mark
/// is not part of the content.
public final class SourceFile: Sendable {
  /// The name shown in messages: usually the path as the user typed it.
  public let name: String
  /// The content, without a byte-order mark.
  public let bytes: [UInt8]
  /// The byte offset at which each line begins, made when a position is first asked for: never, for a
  /// document without complaints or one that is refused for its size.
  private let lineIndex = Mutex<[Int]?>(nil)

  /// A document of the given bytes.
  public init(name: String, bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.name = name
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
  }

  /// A document of the given text.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The content as text, invalid UTF-8 replaced by U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How many lines the document has; a final line break does not begin another line.
  public var lineCount: Int {
    let lineStarts = lineStarts
    return lineStarts.count > 1 && lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count
  }

  /// The text of a line (from 1), without its line break; nil beyond the end of the document.
  public func line(_ number: Int) -> String? {
    guard let range = byteRange(ofLine: number) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The position of a byte offset (0 up to and including the number of bytes).
  public func position(ofByte offset: Int) -> SourcePosition {
    precondition((0...bytes.count).contains(offset), "byte offset outside of the document")
    let lineStarts = lineStarts
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[lineStarts[low]..<offset]
    return SourcePosition(line: low + 1, column: SourceFile.scalarCount(before) + 1)
  }

  /// The byte offset of a position, brought inside its line; nil when there is no such line.
  func byte(at position: SourcePosition) -> Int? {
    byteRange(ofLine: position.line).map {
      byte(after: $0.lowerBound, by: position.column - 1, notAfter: $0.upperBound)
    }
  }

  /// The byte offset some Unicode scalars further on, at most `end`.
  func byte(after offset: Int, by count: Int, notAfter end: Int) -> Int {
    var offset = offset
    var count = count
    while count > 0, offset < end {
      offset += 1
      while offset < end, SourceFile.isContinuation(bytes[offset]) { offset += 1 }
      count -= 1
    }
    return offset
  }

  /// The byte offset some Unicode scalars further back, at least `start`.
  func byte(before offset: Int, by count: Int, notBefore start: Int) -> Int {
    var offset = offset
    var count = count
    while count > 0, offset > start {
      offset -= 1
      while offset > start, SourceFile.isContinuation(bytes[offset]) { offset -= 1 }
      count -= 1
    }
    return offset
  }

  /// The bytes of a line (from 1), without its line break.
  func byteRange(ofLine number: Int) -> Range<Int>? {
    let lineStarts = lineStarts
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    if number < lineStarts.count {
      end -= SourceFile.breakLength(endingAt: end, in: bytes)
    }
    return start..<end
  }

  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many Unicode scalars the bytes hold.
  static func scalarCount(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { isContinuation($1) ? $0 : $0 + 1 }
  }

  private var lineStarts: [Int] {
    lineIndex.withLock { index in
      if let index { return index }
      let starts = SourceFile.lineStarts(of: bytes)
      index = starts
      return starts
    }
  }

  private static func breakLength(endingAt end: Int, in bytes: [UInt8]) -> Int {
    switch bytes[end - 1] {
    case 0x0A: end > 1 && bytes[end - 2] == 0x0D ? 2 : 1
    case 0x0D: 1
    case 0x85: 2
    default: 3
    }
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x0A:
          starts.append(index)
        case 0x0D where index == bytes.count || bytes[index] != 0x0A:
          starts.append(index)
        case 0x85 where index >= 2 && bytes[index - 2] == 0xC2:
          starts.append(index)  // NEL, U+0085
        case 0xA8, 0xA9:
          if index >= 3, bytes[index - 2] == 0x80, bytes[index - 3] == 0xE2 {
            starts.append(index)  // U+2028 and U+2029
          }
        default: break
        }
      }
    }
    return starts
  }
}

extension SourceFile: Equatable {
  /// Whether two documents have the same name and the same content.
  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left === right || (left.name == right.name && left.bytes == right.bytes)
  }
}
