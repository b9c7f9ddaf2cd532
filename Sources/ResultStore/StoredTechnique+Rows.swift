import Quantities

extension StoredTechnique: TableRow {
  static let table = "technique_fact"

  func write(into row: inout RowValues) {
    row.add(survey)
    row.add(name)
    row.add(title)
    row.add(kind)
    row.add(layout)
    row.add(hostShare)
    row.add(hostMemory)
    row.add(boot)
    row.add(provisioning)
    row.add(migratesLive)
    row.add(restartsGuests)
  }

  init(from row: inout RowReader) {
    self.init(
      survey: row.text(), name: row.text(), title: row.text(), kind: row.text(),
      layout: row.optionalInteger(),
      hostShare: row.measured(), hostMemory: row.measured(), boot: row.measured(),
      provisioning: row.measured(), migratesLive: row.flag(), restartsGuests: row.flag())
  }
}

extension StoredCarriage: TableRow {
  static let table = "technique_guest"

  func write(into row: inout RowValues) {
    row.add(technique)
    row.add(group)
    row.add(efficiency)
    row.add(memory)
    row.add(obstacle)
    row.add(reason)
    row.add(possible)
  }

  init(from row: inout RowReader) {
    self.init(
      technique: row.integer(), group: row.integer(), efficiency: row.measured(), memory: row.measured(),
      obstacle: row.optionalText(), reason: row.optionalText(), possible: row.optionalText())
  }
}
