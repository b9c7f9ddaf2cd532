/// One line of comma-separated text, split when made, with positions for complaints.
///
/// Works on bytes: weather files are plain ASCII in practice, and their fields are never quoted except for names.
struct WeatherLine {
  let number: Int
  private let bytes: ArraySlice<UInt8>
  private let fields: [Range<Int>]

  init(number: Int, bytes: ArraySlice<UInt8>) {
    self.number = number
    self.bytes = bytes
    var fields: [Range<Int>] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == UInt8(ascii: ",") {
      fields.append(start..<index)
      start = index + 1
    }
    fields.append(start..<bytes.endIndex)
    self.fields = fields
  }

  var count: Int { fields.count }

  /// A field without white space and quotes at its ends; empty when the line is shorter.
  subscript(_ index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    func isTrimmed(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\"")
    }
    var field = bytes[fields[index]]
    while let first = field.first, isTrimmed(first) { field.removeFirst() }
    while let last = field.last, isTrimmed(last) { field.removeLast() }
    return String(decoding: field, as: UTF8.self)
  }

  func problem(_ index: Int, _ message: String, help: String? = nil) -> WeatherFileProblem {
    let start = fields.indices.contains(index) ? fields[index].lowerBound : bytes.endIndex
    return WeatherFileProblem(line: number, column: start - bytes.startIndex + 1, message, help: help)
  }

  /// A number in a range.
  func number(
    _ index: Int, _ what: String, in range: ClosedRange<Double>
  ) throws(WeatherFileProblem) -> Double {
    let text = self[index]
    guard let value = Double(text), value.isFinite else {
      throw problem(index, text.isEmpty ? "the \(what) is missing" : "'\(text)' is not a \(what)")
    }
    guard range.contains(value) else {
      throw problem(
        index, "the \(what) is \(text), outside \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A number in a range, or nil for the format's mark of a missing value.
  func number(
    _ index: Int, _ what: String, in range: ClosedRange<Double>, missing: Double
  ) throws(WeatherFileProblem) -> Double? {
    if Double(self[index]) == missing { return nil }
    return try number(index, what, in: range)
  }
}

/// The lines of a text, ended by LF or CR LF.
struct WeatherLines {
  private(set) var lines: [ArraySlice<UInt8>] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    func line(_ end: Int) -> ArraySlice<UInt8> {
      bytes[start..<(end > start && bytes[end - 1] == 13 ? end - 1 : end)]
    }
    for index in bytes.indices where bytes[index] == 10 {
      lines.append(line(index))
      start = index + 1
    }
    if start < bytes.count { lines.append(line(bytes.count)) }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
  }

  /// A line by its number from 1, or the problem that the file ends before it.
  func line(_ number: Int, wanted what: String) throws(WeatherFileProblem) -> WeatherLine {
    guard number <= lines.count else {
      throw WeatherFileProblem(line: lines.count + 1, column: 1, "the file ends before \(what)")
    }
    return WeatherLine(number: number, bytes: lines[number - 1])
  }
}
