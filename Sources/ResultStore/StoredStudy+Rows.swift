import Quantities

extension StudyInput: TableRow {
  static let table = "input"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(hash)
  }

  init(from row: inout RowReader) { self.init(name: row.text(), hash: row.text()) }
}

extension StoredGroup: TableRow {
  static let table = "guest_group"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(guests)
    row.add(operatingSystem)
    row.add(virtualCPUs)
    row.add(memory)
    row.add(disk)
  }

  init(from row: inout RowReader) {
    self.init(
      name: row.text(), guests: row.integer(), operatingSystem: row.text(), virtualCPUs: row.integer(),
      memory: row.measured(), disk: row.measured())
  }
}

extension StoredGate: TableRow {
  static let table = "gate"

  func write(into row: inout RowValues) {
    row.add(text)
    row.add(layout)
    row.add(limit)
    row.add(measured)
    row.add(holds)
  }

  init(from row: inout RowReader) {
    self.init(
      text: row.text(), layout: row.text(), limit: row.number(), measured: row.optionalEstimate(),
      holds: row.flag())
  }
}

extension StoredFact: TableRow {
  static let table = "fact"

  func write(into row: inout RowValues) {
    row.add(subject)
    row.add(name)
    row.add(value)
    row.add(source)
    row.add(confidence)
  }

  init(from row: inout RowReader) {
    self.init(
      subject: row.text(), name: row.text(), value: row.text(), source: row.text(), confidence: row.text())
  }
}
