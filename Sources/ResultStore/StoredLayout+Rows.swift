import Quantities

extension StoredLayout: TableRow {
  static let table = "layout"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(technique)
    row.add(server)
    row.add(enclosure?.title)
    row.add(enclosure?.columns)
    row.add(enclosure?.rows)
    row.add(hosts)
    row.add(enclosures)
    row.add(bladesPerEnclosure)
    placement.write(into: &row)
    rackModel.write(into: &row)
    row.add(rackBinding)
    row.add(floorArea)
    row.add(heaviestLoad)
    row.add(plannedPower)
    row.add(plantPower)
    row.add(cables)
    row.add(eventCount)
    row.add(decomposition.total)
    row.add(decomposition.equipment)
    row.add(decomposition.overhead)
  }

  /// Reads the layout's own row; its lists are empty.
  init(from row: inout RowReader) {
    self.init(
      name: row.text(), technique: row.text(), server: row.text(), enclosure: StoredEnclosure(from: &row),
      hosts: row.integer(), enclosures: row.integer(), bladesPerEnclosure: row.integer(),
      placement: StoredPlacement(from: &row), rackModel: StoredRackModel(from: &row),
      rackBinding: row.optionalText(), floorArea: row.measured(), heaviestLoad: row.measured(),
      plannedPower: row.measured(), plantPower: row.measured(), cables: row.integer(),
      eventCount: row.integer(), rackConstraints: [], racks: [], servers: [], floorItems: [],
      facility: nil, ratings: [], feeds: [], phases: [], impacts: [], comparisons: [],
      decomposition: StoredDecomposition(
        total: row.estimate(), equipment: row.estimate(), overhead: row.estimate()),
      runs: [], costs: [])
  }
}

extension StoredEnclosure {
  init?(from row: inout RowReader) {
    let (title, columns, rows) = (row.optionalText(), row.optionalInteger(), row.optionalInteger())
    guard let title, let columns, let rows else { return nil }
    self.init(title: title, columns: columns, rows: rows)
  }
}

extension StoredPlacement {
  func write(into row: inout RowValues) {
    row.add(method)
    row.add(guests)
    row.add(hostsUsed)
    row.add(bound)
    row.add(boundReason)
    row.add(gap)
    row.add(binding)
  }

  init(from row: inout RowReader) {
    self.init(
      method: row.text(), guests: row.integer(), hostsUsed: row.integer(), bound: row.integer(),
      boundReason: row.text(), gap: row.optionalMeasured(), binding: row.optionalText())
  }
}

extension StoredRackModel {
  func write(into row: inout RowValues) {
    row.add(title)
    row.add(units)
    row.add(usableUnits)
    row.add(width)
    row.add(height)
    row.add(depth)
    row.add(emptyWeight)
    row.add(powerLimit)
    row.add(weightLimit)
    row.add(portLimit)
    row.add(circuitLimit)
  }

  init(from row: inout RowReader) {
    self.init(
      title: row.text(), units: row.measured(), usableUnits: row.measured(), width: row.measured(),
      height: row.measured(), depth: row.measured(), emptyWeight: row.measured(),
      powerLimit: row.optionalMeasured(), weightLimit: row.optionalMeasured(),
      portLimit: row.optionalInteger(), circuitLimit: row.optionalMeasured())
  }
}

extension StoredRackConstraint: TableRow {
  static let table = "rack_constraint"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(racks)
    row.add(fill)
  }

  init(from row: inout RowReader) { self.init(name: row.text(), racks: row.integer(), fill: row.number()) }
}

extension StoredRack: TableRow {
  static let table = "rack"

  func write(into row: inout RowValues) {
    row.add(number)
    row.add(units)
    row.add(power)
    row.add(weight)
    row.add(ports)
    row.add(tightest)
    row.add(air?.meanPower)
    row.add(air?.peakPower)
    row.add(air?.meanIntake)
    row.add(air?.peakIntake)
  }

  /// Reads the rack's own row; it has no equipment.
  init(from row: inout RowReader) {
    self.init(
      number: row.integer(), units: row.measured(), power: row.measured(), weight: row.measured(),
      ports: row.integer(), tightest: row.optionalText(), equipment: [])
    air = StoredRackAir(from: &row)
  }
}

extension StoredRackAir {
  init?(from row: inout RowReader) {
    guard row.remaining > 0, let mean: Watts = row.optionalMeasured() else { return nil }
    self.init(
      meanPower: mean, peakPower: row.measured(), meanIntake: row.measured(), peakIntake: row.measured())
  }
}

extension StoredEquipment: TableRow {
  static let table = "equipment"
  static let ownKeyColumns = 2

  func write(into row: inout RowValues) {
    row.add(rack)
    row.add(position)
    row.add(number)
    row.add(height)
    row.add(name)
    row.add(power)
    row.add(weight)
    row.add(ports)
  }

  init(from row: inout RowReader) {
    let (rack, position): (Int, RackUnits) = (row.integer(), row.measured())
    self.init(
      number: row.integer(), rack: rack, position: position, height: row.measured(), name: row.text(),
      power: row.measured(), weight: row.measured(), ports: row.integer())
  }
}

extension StoredServer: TableRow {
  static let table = "host"

  func write(into row: inout RowValues) {
    row.add(host)
    row.add(equipment)
    row.add(guests)
    row.add(bay?.number)
    row.add(bay?.column)
    row.add(bay?.row)
    row.add(bay?.columns)
    row.add(bay?.rows)
    row.add(bay?.part)
    row.add(bay?.parts)
    row.add(pool)
  }

  init(from row: inout RowReader) {
    self.init(
      host: row.integer(), equipment: row.integer(), guests: row.integer(), bay: StoredBay(from: &row))
    pool = row.laterInteger()
  }
}

extension StoredBay {
  init?(from reader: inout RowReader) {
    guard let number = reader.optionalInteger() else {
      reader.skip(6)
      return nil
    }
    self.init(
      number: number, column: reader.integer(), row: reader.integer(), columns: reader.integer(),
      rows: reader.integer(), part: reader.integer(), parts: reader.integer())
  }
}

extension StoredComparison: TableRow {
  static let table = "comparison"

  func write(into row: inout RowValues) {
    row.add(metric.rawValue)
    row.add(value)
    row.add(difference)
    row.add(savings)
  }

  init(from row: inout RowReader) throws {
    let name = row.text()
    guard let metric = StudyMetric(rawValue: name) else { throw DamagedRow("metric '\(name)'") }
    self.init(
      metric: metric, value: row.estimate(), difference: row.estimate(), savings: row.optionalEstimate())
  }
}

extension StoredCost: TableRow {
  static let table = "cost"

  func write(into row: inout RowValues) {
    row.add(category)
    row.add(label)
    row.add(amount)
    row.add(due)
  }

  init(from row: inout RowReader) throws {
    try self.init(category: row.text(), label: row.text(), amount: row.money(), due: row.optionalMeasured())
  }
}
