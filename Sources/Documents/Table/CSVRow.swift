/// One row of a table: fields that are read as what they should be, with complaints where they are not.
public struct CSVRow {
  struct Field {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  /// The document.
  public let file: SourceFile
  let fields: [Field]
  let columns: [String]
  let diagnostics: Diagnostics

  init(file: SourceFile, fields: [Field], columns: [String], diagnostics: Diagnostics) {
    self.file = file
    self.fields = fields
    self.columns = columns
    self.diagnostics = diagnostics
  }

  /// How many fields the row has.
  public var count: Int { fields.count }

  /// The line on which the row begins, from 1.
  public var line: Int { file.position(ofByte: fields.first?.start ?? 0).line }

  /// Whether a field holds nothing.
  public func isEmpty(_ column: Int) -> Bool { fields[column].start == fields[column].end }

  /// Where a field stands.
  public func place(_ column: Int) -> Place {
    let field = fields[column]
    let length = SourceFile.scalarCount(file.bytes[field.start..<field.end])
    return Place(
      file: file, span: SourceSpan(start: file.position(ofByte: field.start), length: length),
      path: columns.indices.contains(column) ? columns[column] : "")
  }

  /// The text of a field, without quotes.
  public func text(_ column: Int) -> String {
    let field = fields[column]
    let text = String(decoding: file.bytes[field.start..<field.end], as: UTF8.self)
    return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// A whole number, within limits if any are given; nil, with a complaint, when it is none.
  public func integer(_ column: Int, in limits: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    let plain = file.bytes.withUnsafeBufferPointer { CSVRow.digits(fields[column], of: $0) }
    if let plain, limits.contains(plain) { return plain }
    return value(column) { ScalarGrammar.integer($0, in: limits) }
  }

  /// A finite number, within limits if any are given; nil, with a complaint, when it is none.
  public func number(
    _ column: Int,
    in limits: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  ) -> Double? {
    value(column) { ScalarGrammar.number($0, in: limits) }
  }

  /// The text of a field turned into a value by a parser; nil, with a complaint, when it refuses.
  public func value<Value>(_ column: Int, _ parse: (String) -> Result<Value, ValueProblem>) -> Value? {
    switch parse(text(column)) {
    case .success(let value): return value
    case .failure(let problem):
      let name = columns.indices.contains(column) ? "'\(columns[column])'" : "field \(column + 1)"
      diagnostics.error(at: place(column), "\(name) \(problem.message)", help: problem.help)
      return nil
    }
  }

  /// All fields from a column to the end as small whole numbers, appended to `samples`: the fast way to read a
  /// demand series. False, with complaints, when a field is none; then nothing is appended.
  public func appendIntegers(
    from column: Int, in limits: ClosedRange<Int>, to samples: inout [UInt8]
  ) -> Bool {
    precondition(limits.lowerBound >= 0 && limits.upperBound <= 255, "samples are numbers from 0 to 255")
    let fields = fields[min(column, fields.count)...]
    let isPlain = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: fields.count) { values in
      let isPlain = file.bytes.withUnsafeBufferPointer { bytes in
        var place = 0
        for field in fields {
          guard let value = CSVRow.digits(field, of: bytes), limits.contains(value) else { return false }
          values.initializeElement(at: place, to: UInt8(truncatingIfNeeded: value))
          place &+= 1
        }
        return true
      }
      if isPlain { samples.append(contentsOf: values) }
      return isPlain
    }
    if isPlain { return true }
    let values = fields.indices.map { integer($0, in: limits) }
    guard values.allSatisfy({ $0 != nil }) else { return false }
    samples += values.map { UInt8(truncatingIfNeeded: $0 ?? 0) }
    return true
  }

  /// The value of a field of one to nine digits without a leading zero: nearly all there are.
  @inline(__always)
  private static func digits(_ field: Field, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let length = field.end &- field.start
    guard length > 0, length < 10 else { return nil }
    let first = bytes[field.start] &- 0x30
    guard first <= 9, first > 0 || length == 1 else { return nil }
    var value = Int(first)
    var index = field.start &+ 1
    while index < field.end {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
      index &+= 1
    }
    return value
  }
}
