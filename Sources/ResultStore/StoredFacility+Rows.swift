import Quantities

extension StoredFacility: TableRow {
  static let table = "facility"

  func write(into row: inout RowValues) {
    row.add(sizedBy)
    row.add(nearestRating)
    row.add(stranded)
    row.add(floorRule)
    row.add(backOfHouse)
    row.add(switchPorts)
    row.add(traySection)
    row.add(topology)
    row.add(circuit)
  }

  init(from row: inout RowReader) {
    self.init(
      sizedBy: row.text(), nearestRating: row.text(), stranded: row.measured(), floorRule: row.text(),
      backOfHouse: row.measured(), switchPorts: row.integer(), traySection: row.measured(),
      topology: row.text(), circuit: row.optionalText())
  }
}

extension StoredRating: TableRow {
  static let table = "rating"

  func write(into row: inout RowValues) {
    row.add(kind)
    row.add(power)
    row.add(stranded)
  }

  init(from row: inout RowReader) {
    self.init(kind: row.text(), power: row.optionalMeasured(), stranded: row.optionalMeasured())
  }
}

extension StoredFeed: TableRow {
  static let table = "feed"

  func write(into row: inout RowValues) {
    row.add(part)
    row.add(number)
    row.add(basis)
    row.add(a)
    row.add(b)
    row.add(survivor)
    row.add(usable)
    row.add(dropped)
    row.add(isOverloaded)
  }

  init(from row: inout RowReader) {
    self.init(
      part: row.text(), number: row.optionalInteger(), basis: row.text(), a: row.measured(),
      b: row.optionalMeasured(), survivor: row.optionalMeasured(), usable: row.optionalMeasured(),
      dropped: row.measured(), isOverloaded: row.flag())
  }
}

extension StoredPhases: TableRow {
  static let table = "phase"

  func write(into row: inout RowValues) {
    row.add(rack)
    for current in currents { row.add(current) }
    row.add(imbalance)
    row.add(attainable)
    row.add(usable)
    row.add(isOverloaded)
  }

  init(from row: inout RowReader) {
    self.init(
      rack: row.optionalInteger(), currents: [row.measured(), row.measured(), row.measured()],
      imbalance: row.measured(), attainable: row.measured(), usable: row.optionalMeasured(),
      isOverloaded: row.flag())
  }
}
