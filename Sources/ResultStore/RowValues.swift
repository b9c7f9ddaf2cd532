import Foundation
import GRDB
import Quantities

/// A value that is one row of a table, its columns in the order of the schema after those of the parent's key.
protocol TableRow {
  /// The table.
  static var table: String { get }
  /// How many of its first columns are part of the key, unless its place in a list is.
  static var ownKeyColumns: Int { get }
  /// Appends the columns.
  func write(into row: inout RowValues)
  /// Reads the columns in the same order.
  init(from row: inout RowReader) throws
}

extension TableRow {
  static var ownKeyColumns: Int { 1 }
}

/// The values of one row in the order of the columns.
struct RowValues {
  private(set) var values: [(any DatabaseValueConvertible)?]

  /// Begins with the key of the parent.
  init(key: [Int64]) {
    values = []
    values.reserveCapacity(16)
    for number in key { values.append(number) }
  }

  /// The values as a statement takes them. Built from optional existentials, since the library turns a plain list of
  /// values into arguments through a key path each, which took most of the time of a write.
  var arguments: StatementArguments { StatementArguments(values) }

  mutating func add(_ number: Int) { values.append(number) }
  mutating func add(_ number: Int?) { values.append(number) }
  mutating func add(_ number: Double) { values.append(number) }
  mutating func add(_ number: Double?) { values.append(number) }
  mutating func add(_ text: String) { values.append(text) }
  mutating func add(_ text: String?) { values.append(text) }
  mutating func add(_ flag: Bool) { values.append(flag ? 1 : 0) }
  mutating func add(_ bytes: [UInt8]) { values.append(Data(bytes)) }
  mutating func add(_ amount: some MeasuredValue) { add(amount.value) }
  mutating func add<Value: MeasuredValue>(_ amount: Value?) { add(amount?.value) }
  mutating func add(_ money: Money) { add(money.amount) }
  mutating func add(_ estimate: StoredEstimate) {
    add(estimate.mean)
    add(estimate.halfWidth)
  }
  mutating func add(_ estimate: StoredEstimate?) {
    add(estimate?.mean)
    add(estimate?.halfWidth)
  }
}

/// Reads the columns of a row one after the other.
///
/// The schema says which columns may be null and what type each has, and the tables are strict; a file that breaks it
/// is found by its application id and version, not here.
struct RowReader {
  private let row: Row
  private var column: Int
  /// The currency of the study, for amounts.
  let currency: Currency

  /// Begins after the columns of the parent's key.
  init(_ row: Row, after key: Int, currency: Currency) {
    self.row = row
    self.column = key
    self.currency = currency
  }

  /// Columns that have not been read.
  var remaining: Int { row.count - column }

  private mutating func next() -> Int {
    defer { column += 1 }
    return column
  }

  /// Leaves some columns unread.
  mutating func skip(_ columns: Int) { column += columns }

  mutating func integer() -> Int { row[next()] }
  mutating func optionalInteger() -> Int? { row[next()] }
  mutating func number() -> Double { row[next()] }
  /// A number that came with a later version of the tables; zero in a file from before.
  mutating func laterNumber() -> Double { column < row.count ? number() : 0 }
  /// The same of a whole number.
  mutating func laterInteger() -> Int { column < row.count ? integer() : 0 }
  mutating func optionalNumber() -> Double? { row[next()] }
  mutating func text() -> String { row[next()] }
  mutating func optionalText() -> String? { row[next()] }
  mutating func flag() -> Bool { integer() != 0 }
  mutating func bytes() -> Data { row[next()] }
  mutating func measured<Value: MeasuredValue>() -> Value { Value(number()) }
  mutating func optionalMeasured<Value: MeasuredValue>() -> Value? { optionalNumber().map { Value($0) } }
  mutating func money() throws -> Money {
    let amount = number()
    guard amount.magnitude < 9e12 else { throw DamagedRow("amount \(amount)") }
    return Money(amount, currency)
  }
  mutating func estimate() -> StoredEstimate {
    StoredEstimate(mean: number(), halfWidth: optionalNumber())
  }
  mutating func optionalEstimate() -> StoredEstimate? {
    let (mean, halfWidth) = (optionalNumber(), optionalNumber())
    return mean.map { StoredEstimate(mean: $0, halfWidth: halfWidth) }
  }
}

/// A value that no program of this version writes.
struct DamagedRow: Error {
  let detail: String
  init(_ detail: String) { self.detail = detail }
}
