import GRDB
import Quantities

/// Writes one study into the open transaction of a database.
struct StudyWriter {
  private let db: Database
  private let study: StoredStudy
  private let details: [LayoutDetail]
  private let tasks: [StoredProjectTask]

  init(_ db: Database, study: StoredStudy, details: [LayoutDetail], tasks: [StoredProjectTask]) {
    self.db = db
    self.study = study
    self.details = details
    self.tasks = tasks
  }

  /// Writes everything.
  ///
  /// - Parameter id: the number the study had before; nil for a new one.
  func write(as id: StudyID?) throws -> StudyID {
    let id = try writeStudy(as: id)
    let key = [id.rawValue]
    try insertNumbered(study.source.inputs, below: key)
    try insertNumbered(study.groups, below: key)
    try insertNumbered(study.gates, below: key)
    try insertNumbered(study.facts, below: key)
    try insertNumbered(study.layouts, below: key)
    for (index, layout) in study.layouts.enumerated() {
      try write(layout, details[index], below: key + [Int64(index)])
    }
    try insertNumbered(study.techniques, below: key)
    try insertNumbered(study.carriages, below: key)
    if let project = study.project {
      try insertNumbered([project], below: key)
      try insertNumbered(project.milestones, below: key)
      try insertNumbered(project.bindings, below: key)
      try insertNumbered(project.bars, below: key)
      try insertNumbered(project.days, below: key)
    }
    try insertNumbered(tasks, below: key)
    return id
  }

  private func writeStudy(as id: StudyID?) throws -> StudyID {
    let next = try id?.rawValue ?? 1 + (Int64.fetchOne(db, sql: "SELECT max(study) FROM study") ?? 0)
    var row = RowValues(key: [next])
    row.add(study.title)
    row.add(study.source.text)
    row.add(study.identity.scenarioHash)
    row.add(study.identity.inputsHash)
    row.add(String(study.identity.seed))
    row.add(study.identity.replications)
    row.add(study.identity.version)
    row.add(study.start.description)
    row.add(study.sample)
    row.add(study.sampleCount)
    row.add(study.currency.code)
    row.add(study.station)
    row.add(study.carbonIntensity)
    row.add(study.floorArea)
    row.add(study.floorLoadLimit)
    try insert(row, into: "study")
    return StudyID(next)
  }

  private func write(_ layout: StoredLayout, _ detail: LayoutDetail, below key: [Int64]) throws {
    try insertNumbered(layout.rackConstraints, below: key)
    try insert(layout.racks, below: key)
    try insert(layout.racks.flatMap(\.equipment), below: key)
    try insert(layout.servers, below: key)
    try insertNumbered(layout.pools, below: key)
    try insertNumbered(layout.memberships, below: key)
    try insertNumbered(layout.floorItems, below: key)
    try insertNumbered([layout.facility].compactMap(\.self), below: key)
    try insertNumbered(layout.ratings, below: key)
    try insertNumbered(layout.feeds, below: key)
    try insertNumbered(layout.phases, below: key)
    try insertNumbered(layout.impacts, below: key)
    try insertNumbered(layout.recoveries, below: key)
    try insertNumbered(layout.comparisons, below: key)
    try insertNumbered(layout.costs, below: key)
    try insert(layout.runs, below: key)
    for (index, run) in layout.runs.enumerated() {
      let key = key + [Int64(run.replication)]
      try insert(
        run.energy.enumerated().map { ComponentEnergy(component: $0, energy: $1) }, below: key)
      try insertNumbered(run.costs, below: key)
      try insertNumbered(run.figures, below: key)
      try insert(detail.bills[index], below: key)
      try insert(detail.bills[index].flatMap(\.bands), below: key)
      try insert(detail.hosts[index], below: key)
      try insert(detail.groups[index], below: key)
    }
    try insertNumbered(detail.events, below: key)
    try insert(PackedDay.days(of: detail.series), below: key)
    try insert(detail.activity, below: key)
  }

  /// Inserts rows that bring the rest of their key themselves.
  private func insert<Value: TableRow>(_ values: [Value], below key: [Int64]) throws {
    try insertRows(values) { _ in key }
  }

  /// Inserts rows whose place in the list is the rest of their key.
  private func insertNumbered<Value: TableRow>(_ values: [Value], below key: [Int64]) throws {
    try insertRows(values) { key + [Int64($0)] }
  }

  private func insertRows<Value: TableRow>(_ values: [Value], key: (Int) -> [Int64]) throws {
    var statement: Statement?
    for (number, value) in values.enumerated() {
      var row = RowValues(key: key(number))
      value.write(into: &row)
      let insertion = try statement ?? self.insertion(of: row, into: Value.table)
      // The number of values was checked when the statement was made from the first row.
      insertion.setUncheckedArguments(row.arguments)
      try insertion.execute()
      statement = insertion
    }
  }

  private func insert(_ row: RowValues, into table: String) throws {
    try insertion(of: row, into: table).execute(arguments: row.arguments)
  }

  /// The statement that inserts such a row; the database refuses one with too few or too many values.
  private func insertion(of row: RowValues, into table: String) throws -> Statement {
    let marks = Array(repeating: "?", count: row.values.count).joined(separator: ", ")
    return try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
  }
}

extension StoredBill {
  fileprivate var bands: [BandEnergy] {
    energyByBand.enumerated().map { BandEnergy(year: year, month: month, band: $0, energy: $1) }
  }
}
