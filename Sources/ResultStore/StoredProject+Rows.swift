import Quantities

extension StoredProject: TableRow {
  static let table = "project"

  func write(into row: inout RowValues) {
    row.add(target)
    row.add(start.description)
    row.add(guests)
    row.add(replications)
    row.add(unfinished)
    for end in [end, endAt50, endAt80, endAt95] { row.add(end) }
    for cost in [workCost, feesCost, electricityCost, runningCost, equipmentCost] { row.add(cost) }
    row.add(attemptsPerGuest)
    row.add(surplus)
    row.add(paybackYears)
  }

  init(from row: inout RowReader) throws {
    let target = row.integer()
    let date = row.text()
    guard let start = try? CalendarDate(date) else { throw DamagedRow("date '\(date)'") }
    self.init(
      target: target, start: start, guests: row.integer(), replications: row.integer(),
      unfinished: row.integer(), end: row.optionalMeasured(), endAt50: row.optionalMeasured(),
      endAt80: row.optionalMeasured(), endAt95: row.optionalMeasured(), workCost: try row.money(),
      feesCost: try row.money(), electricityCost: try row.money(), runningCost: try row.money(),
      equipmentCost: try row.money(), attemptsPerGuest: row.number(), surplus: row.measured(),
      paybackYears: row.optionalEstimate())
  }
}

extension StoredMilestone: TableRow {
  static let table = "milestone"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(time)
  }

  init(from row: inout RowReader) { self.init(name: row.text(), time: row.optionalMeasured()) }
}

extension StoredProjectBinding: TableRow {
  static let table = "project_binding"

  func write(into row: inout RowValues) {
    row.add(name)
    row.add(share)
  }

  init(from row: inout RowReader) { self.init(name: row.text(), share: row.measured()) }
}

extension StoredProjectBar: TableRow {
  static let table = "project_bar"

  func write(into row: inout RowValues) {
    row.add(lane)
    row.add(label)
    row.add(kind)
    row.add(start)
    row.add(end)
    row.add(isCritical)
  }

  init(from row: inout RowReader) {
    self.init(
      lane: row.text(), label: row.text(), kind: row.text(), start: row.measured(), end: row.measured(),
      isCritical: row.flag())
  }
}

extension StoredProjectDay: TableRow {
  static let table = "project_day"

  func write(into row: inout RowValues) {
    row.add(oldServers)
    row.add(newServers)
    row.add(oldPower)
    row.add(newPower)
    for count in [
      oldGuests, bothGuests, newGuests, untested, inParallel, withoutWayBack, attempts, rollBacks,
    ] { row.add(count) }
    for cost in [electricity, work, fees, equipment] { row.add(cost) }
    row.add(binding)
  }

  init(from row: inout RowReader) throws {
    self.init(
      oldServers: row.number(), newServers: row.number(), oldPower: row.measured(), newPower: row.measured(),
      oldGuests: row.integer(), bothGuests: row.integer(), newGuests: row.integer(), untested: row.integer(),
      inParallel: row.integer(), withoutWayBack: row.integer(), attempts: row.integer(),
      rollBacks: row.integer(), electricity: try row.money(), work: try row.money(), fees: try row.money(),
      equipment: try row.money(), binding: row.optionalText())
  }
}

extension StoredProjectTask: TableRow {
  static let table = "project_task"

  func write(into row: inout RowValues) {
    for text in [name, kind, wave, owner] { row.add(text) }
    row.add(start)
    row.add(end)
    row.add(attempts)
    row.add(effort)
    row.add(predecessors)
    row.add(cost)
    row.add(isCritical)
  }

  init(from row: inout RowReader) throws {
    self.init(
      name: row.text(), kind: row.text(), wave: row.text(), owner: row.text(), start: row.optionalMeasured(),
      end: row.optionalMeasured(), attempts: row.integer(), effort: row.measured(), predecessors: row.text(),
      cost: try row.money(), isCritical: row.flag())
  }
}
