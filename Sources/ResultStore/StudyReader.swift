import GRDB
import Quantities

/// Reads one study from a database.
struct StudyReader {
  private let db: Database
  private let id: StudyID
  private let row: Row
  private let currency: Currency
  /// Whether the file is of a version that keeps floors.
  private let hasFloor: Bool
  /// Whether the file has figures of runs beside those of every run, which came with version 3.
  private let hasFigures: Bool
  /// Whether the file is of a version that keeps feeds, phases and ratings.
  private let hasFacility: Bool
  /// Whether the file is of a version that keeps what failures do.
  private let hasImpacts: Bool
  /// Whether the file has techniques that were compared, which came with version 4.
  private let hasTechniques: Bool
  /// Whether the file is of a version that keeps recoveries.
  private let hasRecovery: Bool
  /// Whether the file is of a version that keeps projects.
  let hasProject: Bool
  /// Whether the file knows of several techniques in a layout, which came with version 5.
  private let hasPools: Bool
  /// The first day of the study.
  let start: CalendarDate

  /// Finds a study; nil when there is none of this number.
  init?(_ db: Database, study id: StudyID) throws {
    let found = try Row.fetchOne(db, sql: "SELECT * FROM study WHERE study = ?", arguments: [id.rawValue])
    guard let found else { return nil }
    self.db = db
    self.id = id
    row = found
    guard let currency = Currency(code: found["currency"] as String) else {
      throw DamagedRow("currency '\(found["currency"] as String)'")
    }
    self.currency = currency
    guard let start = try? CalendarDate(found["start_date"] as String) else {
      throw DamagedRow("date '\(found["start_date"] as String)'")
    }
    self.start = start
    hasFloor = try db.tableExists(StoredFloorItem.table)
    hasFigures = try db.tableExists(StoredFigure.table)
    hasFacility = try db.tableExists(StoredFacility.table)
    hasImpacts = try db.tableExists(StoredImpact.table)
    hasTechniques = try db.tableExists(StoredTechnique.table)
    hasPools = try db.tableExists(StoredPool.table)
    hasRecovery = try db.tableExists(StoredRecovery.table)
    hasProject = try db.tableExists(StoredProject.table)
  }

  /// The study without its long lists.
  func study() throws -> StoredStudy {
    let identity = try StudyIdentity(row)
    var layouts: [StoredLayout] = try numberedRows()
    for index in layouts.indices { try fill(&layouts[index], index) }
    return StoredStudy(
      title: row["title"],
      source: StudySource(text: row["scenario"], inputs: try numberedRows(), version: identity.version),
      identity: identity, start: start, sample: Seconds(row["sample_seconds"]), sampleCount: row["samples"],
      currency: currency, station: row["station"],
      carbonIntensity: KilogramsCO2ePerKilowattHour(row["carbon_kg_per_kwh"]),
      floorArea: (row["floor_m2"] as Double?).map { SquareMeters($0) },
      floorLoadLimit: (row["floor_limit_kg_per_m2"] as Double?).map { KilogramsPerSquareMeter($0) },
      groups: try numberedRows(), layouts: layouts, gates: try numberedRows(), facts: try numberedRows(),
      techniques: hasTechniques ? try numberedRows() : [], carriages: hasTechniques ? try numberedRows() : [],
      project: hasProject ? try project() : nil)
  }

  private func project() throws -> StoredProject? {
    guard var project = (try numberedRows() as [StoredProject]).first else { return nil }
    project.milestones = try numberedRows()
    project.bindings = try numberedRows()
    project.bars = try numberedRows()
    project.days = try numberedRows()
    return project
  }

  private func fill(_ layout: inout StoredLayout, _ index: Int) throws {
    layout.rackConstraints = try numberedRows(below: index)
    layout.racks = try rows(below: index)
    for item in try rows(below: index) as [StoredEquipment] {
      guard layout.racks.indices.contains(item.rack) else { throw DamagedRow("rack \(item.rack)") }
      layout.racks[item.rack].equipment.append(item)
    }
    layout.servers = try rows(below: index)
    if hasFloor { layout.floorItems = try numberedRows(below: index) }
    if hasFacility {
      layout.facility = (try numberedRows(below: index) as [StoredFacility]).first
      layout.ratings = try numberedRows(below: index)
      layout.feeds = try numberedRows(below: index)
      layout.phases = try numberedRows(below: index)
    }
    if hasImpacts { layout.impacts = try numberedRows(below: index) }
    if hasPools {
      layout.pools = try numberedRows(below: index)
      layout.memberships = try numberedRows(below: index)
    }
    if hasRecovery { layout.recoveries = try numberedRows(below: index) }
    layout.comparisons = try numberedRows(below: index)
    layout.costs = try numberedRows(below: index)
    layout.runs = try rows(below: index)
    for run in layout.runs.indices {
      let replication = layout.runs[run].replication
      layout.runs[run].energy = (try rows(below: index, replication) as [ComponentEnergy]).map(\.energy)
      layout.runs[run].costs = try numberedRows(below: index, replication)
      if hasFigures { layout.runs[run].figures = try numberedRows(below: index, replication) }
    }
  }

  /// The bills of a run with their energy.
  func bills(layout: Int, replication: Int) throws -> [StoredBill] {
    var bills: [StoredBill] = try rows(below: layout, replication)
    for band in try rows(below: layout, replication) as [BandEnergy] {
      guard let bill = bills.firstIndex(where: { ($0.year, $0.month) == (band.year, band.month) }) else {
        throw DamagedRow("energy of the unknown month \(band.year)-\(band.month)")
      }
      bills[bill].energyByBand.append(band.energy)
    }
    return bills
  }

  /// What changed by the hour; nothing in a file from before version 5.
  func activity(layout: Int) throws -> [StoredActivity] {
    try db.tableExists(StoredActivity.table) ? rows(below: layout) : []
  }

  /// The packed days of a layout.
  func days(layout: Int, within days: Range<Int>?) throws -> [PackedDay] {
    let range = days ?? 0..<Int.max
    return try fetch(
      where: "study = ? AND layout = ? AND day >= ? AND day < ?",
      [id.rawValue, Int64(layout), Int64(range.lowerBound), Int64(range.upperBound)], skipping: 2, order: 3)
  }

  /// Rows that bring the rest of their key themselves.
  func rows<Value: TableRow>(below key: Int...) throws -> [Value] {
    try fetch(
      where: condition(key), parameters(key), skipping: 1 + key.count,
      order: 1 + key.count + Value.ownKeyColumns)
  }

  /// Rows whose place in the list is the rest of their key.
  func numberedRows<Value: TableRow>(below key: Int...) throws -> [Value] {
    try fetch(where: condition(key), parameters(key), skipping: 2 + key.count, order: 2 + key.count)
  }

  private func condition(_ key: [Int]) -> String {
    ["study", "layout", "replication"].prefix(1 + key.count).map { "\($0) = ?" }.joined(separator: " AND ")
  }

  private func parameters(_ key: [Int]) -> [Int64] { [id.rawValue] + key.map(Int64.init) }

  /// Rows in the order of their key, which is the first columns of every table.
  private func fetch<Value: TableRow>(
    where condition: String, _ parameters: [Int64], skipping parent: Int, order key: Int
  ) throws -> [Value] {
    let columns = (1...key).map(String.init).joined(separator: ", ")
    let sql = "SELECT * FROM \(Value.table) WHERE \(condition) ORDER BY \(columns)"
    let cursor = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: StatementArguments(parameters))
    var values: [Value] = []
    while let row = try cursor.next() {
      var reader = RowReader(row, after: parent, currency: currency)
      values.append(try Value(from: &reader))
    }
    return values
  }
}

extension StudyIdentity {
  init(_ row: Row) throws {
    guard let seed = UInt64(row["seed"] as String) else {
      throw DamagedRow("seed '\(row["seed"] as String)'")
    }
    self.init(
      scenarioHash: row["scenario_hash"], inputsHash: row["inputs_hash"], seed: seed,
      replications: row["replications"], version: row["version"])
  }
}

extension StudyID {
  static func find(_ identity: StudyIdentity, in db: Database) throws -> StudyID? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT study FROM study
        WHERE (scenario_hash, inputs_hash, seed, replications, version) = (?, ?, ?, ?, ?)
        """,
      arguments: [
        identity.scenarioHash, identity.inputsHash, String(identity.seed), identity.replications,
        identity.version,
      ]
    ).map { StudyID($0) }
  }
}
