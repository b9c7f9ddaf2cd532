/// Reads comma-separated values (RFC 4180) row by row from bytes.
///
/// Fields may be quoted, quotes are doubled inside of quotes, and a quoted field may hold commas and line
/// breaks. Rows end at LF, CRLF or the end of the document; empty lines are skipped. Every row must have as
/// many fields as the first.
public struct CSVReader: Sequence, IteratorProtocol {
  /// The document.
  public let file: SourceFile
  /// The names in the first row; empty when the table was said to have none.
  public private(set) var columns: [String] = []
  let diagnostics: Diagnostics
  private let delimiter: UInt8
  private var offset = 0
  private var width: Int?

  /// A reader of a table whose first row names its columns, unless said otherwise. Bytes that are not UTF-8
  /// are reported at once, and such a table has no rows.
  public init(
    _ file: SourceFile, into diagnostics: Diagnostics, hasHeader: Bool = true, delimiter: Unicode.Scalar = ","
  ) {
    precondition(delimiter.isASCII && delimiter != "\"", "a delimiter is one ASCII character, not a quote")
    self.file = file
    self.diagnostics = diagnostics
    self.delimiter = UInt8(delimiter.value)
    guard file.reportInvalidUTF8(into: diagnostics) else {
      offset = file.bytes.count
      return
    }
    guard hasHeader else { return }
    guard let header = next() else {
      diagnostics.error(
        at: Place(file: file), "the table is empty", help: "its first row names the columns")
      return
    }
    columns = (0..<header.count).map { header.text($0) }
    var names: Set<String> = []
    for (index, name) in columns.enumerated() where !names.insert(name).inserted {
      diagnostics.error(
        at: header.place(index), "the column \(Wording.quoted(name)) is named twice",
        help: "rename one of the two")
    }
  }

  /// The index of a column; nil, with a complaint, when the header does not name it.
  public func column(_ name: String) -> Int? {
    // A table without a header has been reported as such.
    if columns.isEmpty { return nil }
    if let index = columns.firstIndex(of: name) { return index }
    diagnostics.error(
      at: Place(file: file, span: SourceSpan(start: SourcePosition(line: 1, column: 1))),
      "the table has no column '\(name)'",
      help: Wording.suggestion(for: name, among: columns, called: "its columns"))
    return nil
  }

  /// The index of a column, if the header names it.
  public func optionalColumn(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The next row; nil at the end. Rows of the wrong width are reported and skipped.
  public mutating func next() -> CSVRow? {
    while let row = scan() {
      let expected = width ?? row.count
      width = expected
      if row.count == expected { return row }
      diagnostics.error(
        at: row.place(Swift.max(0, Swift.min(expected, row.count - 1))),
        "the row has \(row.count) fields where the table has \(expected)",
        help: "quote fields that contain commas or line breaks")
    }
    return nil
  }

  // MARK: - Scanning

  private mutating func scan() -> CSVRow? {
    skipEmptyLines()
    guard offset < file.bytes.count else { return nil }
    var fields: [CSVRow.Field] = []
    fields.reserveCapacity(width ?? 8)
    let delimiter = delimiter
    let beginning = offset
    var ending = offset
    let problem: Int? = file.bytes.withUnsafeBufferPointer { bytes in
      // Of the closure's own, so that it stays in a register.
      var offset = beginning
      defer { ending = offset }
      while true {
        let start = offset
        let isQuoted = start < bytes.count && bytes[start] == UInt8(ascii: "\"")
        var hasDoubledQuotes = false
        var end = start
        if isQuoted {
          offset += 1
          while true {
            while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
            guard offset < bytes.count else { return start }
            guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
            hasDoubledQuotes = true
            offset += 2
          }
          end = offset
          offset += 1
        }
        let afterQuote = offset
        while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A { offset &+= 1 }
        let isLast = offset >= bytes.count || bytes[offset] == 0x0A
        let stop = isLast && offset > afterQuote && bytes[offset - 1] == 0x0D ? offset - 1 : offset
        if isQuoted, stop > afterQuote { return afterQuote }
        fields.append(
          isQuoted
            ? .init(start: start + 1, end: end, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
            : .init(start: start, end: stop, isQuoted: false, hasDoubledQuotes: false))
        offset += 1
        if isLast { return nil }
      }
    }
    guard let problem else {
      offset = Swift.min(ending, file.bytes.count)
      return CSVRow(file: file, fields: fields, columns: columns, diagnostics: diagnostics)
    }
    reportQuote(at: problem)
    return nil
  }

  private mutating func skipEmptyLines() {
    while offset < file.bytes.count {
      if file.bytes[offset] == 0x0A {
        offset += 1
      } else if file.bytes[offset] == 0x0D, offset + 1 == file.bytes.count || file.bytes[offset + 1] == 0x0A {
        offset += 1
      } else {
        return
      }
    }
  }

  /// After a broken quote nobody knows where fields end, so reading stops there.
  private mutating func reportQuote(at problem: Int) {
    let isOpen = file.bytes[problem] == UInt8(ascii: "\"") && problem >= offset
    let span = SourceSpan(start: file.position(ofByte: problem))
    offset = file.bytes.count
    diagnostics.error(
      at: Place(file: file, span: span),
      isOpen ? "the quoted field that begins here is not closed" : "text after the closing quote of a field",
      help: "write a quote inside of a quoted field twice")
  }
}
