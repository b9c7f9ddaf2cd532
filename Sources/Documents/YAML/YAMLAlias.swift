/// Finds YAML aliases before the document is parsed.
///
/// A few hundred bytes of aliases of aliases can stand for billions of nodes, and a parser that compares keys
/// would visit them all. So no document with an alias reaches the parser. The search looks at bytes, not at
/// tokens: it reports any `*name` in a position where a value might begin once the same `&name` stood in such a
/// position. It can therefore miss no alias; text that uses the very same name with both marks in this way is
/// refused as well, which prose does not do.
enum YAMLAlias {
  /// Reports the first alias, and whether there was one.
  static func report(in file: SourceFile, into diagnostics: Diagnostics) -> Bool {
    guard let (range, name) = first(in: file) else { return false }
    diagnostics.error(
      at: Place(
        file: file, span: SourceSpan(start: file.position(ofByte: range.lowerBound), length: range.count)),
      "'*\(name)' is a YAML alias, which is not read here",
      help: "write the value out, or define it once in the catalogue and refer to it by name")
    return true
  }

  private static func first(in file: SourceFile) -> (Range<Int>, name: String)? {
    let bytes = file.bytes
    guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
    var anchors: Set<String> = []
    var index = 0
    var isLineStart = true
    while index < bytes.count {
      let byte = bytes[index]
      if isLineStart, byte == UInt8(ascii: "#") {
        // A line that begins with '#' is a comment or literal text, never an alias.
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        continue
      }
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), index == 0 || !isWord(bytes[index - 1]) {
        var end = index + 1
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        if byte == UInt8(ascii: "&") {
          anchors.insert(name)
        } else if anchors.contains(name) {
          return (index..<end, name)
        }
      }
      isLineStart = byte == 0x0A || byte == 0x0D || (isLineStart && (byte == 0x20 || byte == 0x09))
      index += 1
    }
    return nil
  }

  /// The characters of an anchor's name.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
