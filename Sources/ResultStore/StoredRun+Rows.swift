import Quantities

extension StoredRun: TableRow {
  static let table = "run"

  func write(into row: inout RowValues) {
    row.add(replication)
    row.add(meterEnergy)
    row.add(itEnergy)
    row.add(pue)
    row.add(peakIT)
    row.add(peakMeter)
    row.add(water)
    row.add(unmetHeat)
    row.add(overloadedShare)
    row.add(unprotectedShare)
    for work in [demandedWork, servedWork, contendedWork, lostWork] { row.add(work) }
    for count in [serverFailures, enclosureFailures, restarts, waits, arrivals, departures] { row.add(count) }
    for count in [boots, switchedOff, worstServerBlast, worstEnclosureBlast] { row.add(count) }
    row.add(downtime)
    row.add(exposure)
    row.add(longestOutage)
    row.add(outages)
    row.add(cost)
    row.add(cappedWork)
  }

  /// Reads the run's own row; its lists are empty.
  init(from row: inout RowReader) throws {
    try self.init(
      replication: row.integer(), meterEnergy: row.measured(), itEnergy: row.measured(), pue: row.number(),
      peakIT: row.measured(), peakMeter: row.measured(), water: row.measured(), unmetHeat: row.measured(),
      overloadedShare: row.measured(), unprotectedShare: row.measured(), demandedWork: row.number(),
      servedWork: row.number(), contendedWork: row.number(), lostWork: row.number(),
      serverFailures: row.integer(), enclosureFailures: row.integer(), restarts: row.integer(),
      waits: row.integer(), arrivals: row.integer(), departures: row.integer(), boots: row.integer(),
      switchedOff: row.integer(), worstServerBlast: row.integer(), worstEnclosureBlast: row.integer(),
      downtime: row.measured(), exposure: row.measured(), longestOutage: row.measured(),
      outages: row.integer(), cost: row.money(), cappedWork: row.laterNumber(), energy: [], costs: [])
  }
}

/// One row of the table `run_energy`.
struct ComponentEnergy {
  let component: Int
  let energy: Joules
}

extension ComponentEnergy: TableRow {
  static let table = "run_energy"

  func write(into row: inout RowValues) {
    row.add(component)
    row.add(energy)
  }

  init(from row: inout RowReader) { self.init(component: row.integer(), energy: row.measured()) }
}

extension StoredFigure: TableRow {
  static let table = "run_figure"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(title)
    row.add(unit)
    row.add(value)
  }

  init(from row: inout RowReader) throws {
    self.init(name: row.text(), title: row.text(), unit: row.text(), value: row.number())
  }
}

extension StoredCategoryCost: TableRow {
  static let table = "run_cost"

  func write(into row: inout RowValues) {
    row.add(category)
    row.add(cost)
  }

  init(from row: inout RowReader) throws { try self.init(category: row.text(), cost: row.money()) }
}

extension StoredBill: TableRow {
  static let table = "bill"
  static let ownKeyColumns = 2

  func write(into row: inout RowValues) {
    row.add(year)
    row.add(month)
    row.add(coverage)
    row.add(peak)
    row.add(billedDemand)
    row.add(energyCost)
    row.add(demandCost)
    row.add(fixedCost)
  }

  /// Reads the bill's own row; it has no energy.
  init(from row: inout RowReader) throws {
    try self.init(
      year: row.integer(), month: row.integer(), coverage: row.measured(), peak: row.measured(),
      billedDemand: row.measured(), energyCost: row.money(), demandCost: row.money(),
      fixedCost: row.money(), energyByBand: [])
  }
}

/// One row of the table `bill_energy`.
struct BandEnergy {
  let year: Int
  let month: Int
  let band: Int
  let energy: Joules
}

extension BandEnergy: TableRow {
  static let table = "bill_energy"
  static let ownKeyColumns = 3

  func write(into row: inout RowValues) {
    row.add(year)
    row.add(month)
    row.add(band)
    row.add(energy)
  }

  init(from row: inout RowReader) {
    self.init(
      year: row.integer(), month: row.integer(), band: row.integer(), energy: row.measured())
  }
}

extension StoredHostResult: TableRow {
  static let table = "host_result"

  func write(into row: inout RowValues) {
    row.add(host)
    row.add(energy)
    row.add(meanUtilization)
    row.add(peakUtilization)
    row.add(running)
    row.add(failures)
    row.add(guests)
  }

  init(from row: inout RowReader) {
    self.init(
      host: row.integer(), energy: row.measured(), meanUtilization: row.measured(),
      peakUtilization: row.measured(), running: row.measured(), failures: row.integer(),
      guests: row.integer())
  }
}

extension StoredGroupResult: TableRow {
  static let table = "group_result"

  func write(into row: inout RowValues) {
    row.add(group)
    row.add(workEnergy)
    row.add(downtime)
    row.add(contendedWork)
    row.add(guests)
    row.add(cappedWork)
  }

  init(from row: inout RowReader) {
    self.init(
      group: row.integer(), workEnergy: row.measured(), downtime: row.measured(),
      contendedWork: row.number(), guests: row.integer(), cappedWork: row.laterNumber())
  }
}

extension StoredEvent: TableRow {
  static let table = "event"

  func write(into row: inout RowValues) {
    row.add(Int((time.value * 1000).rounded()))
    row.add(kind)
    row.add(host)
    row.add(guest)
    row.add(enclosure)
    row.add(rack)
  }

  init(from row: inout RowReader) {
    self.init(
      time: Seconds(Double(row.integer()) / 1000), kind: row.text(), host: row.optionalInteger(),
      guest: row.optionalInteger(), enclosure: row.optionalInteger(),
      rack: row.remaining > 0 ? row.optionalInteger() : nil)
  }
}
