extension SourceFile {
  /// The offset of the first byte that cannot be part of UTF-8; nil when all of it is.
  var firstInvalidByte: Int? {
    // Most documents are ASCII, which needs no copy to prove.
    guard bytes.reduce(0, |) >= 0x80, String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var offset = 0
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) { offset += UTF8.width(scalar) }
    return offset
  }

  /// Reports the first byte that is not UTF-8, and whether all are.
  func reportInvalidUTF8(into diagnostics: Diagnostics) -> Bool {
    guard let offset = firstInvalidByte else { return true }
    let hexadecimal = String(bytes[offset], radix: 16, uppercase: true)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    diagnostics.error(
      at: Place(file: self, span: SourceSpan(start: position(ofByte: offset))),
      "the document is not UTF-8: byte \(offset) is 0x\(hexadecimal)",
      help: isUTF16
        ? "the document is UTF-16: save it as UTF-8"
        : "save the document as UTF-8, not Latin-1 or Windows-1252")
    return false
  }
}
