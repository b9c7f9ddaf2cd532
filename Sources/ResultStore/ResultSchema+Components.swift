import Foundation
import GRDB

extension ResultSchema {
  /// The hours of a study by day, as wide as there are components.
  static let days = """
    CREATE TABLE day (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, day INTEGER NOT NULL,
      \(StoredComponent.all.map { "\($0.name)_watts REAL NOT NULL," }.joined(separator: "\n  "))
      outdoor_celsius REAL NOT NULL,
      hours BLOB NOT NULL,
      PRIMARY KEY (study, layout, day), FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT;
    """

  /// Further figures of runs, which came with version 3.
  static let figures = """
    CREATE TABLE run_figure (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL, number INTEGER NOT NULL,
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      unit TEXT NOT NULL,
      value REAL NOT NULL,
      PRIMARY KEY (study, layout, replication, number),
      FOREIGN KEY (study, layout, replication) REFERENCES run ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  /// Gives a file of version 1 or 2 the racks of events, which came with version 3.
  static func addRacks(to db: Database) throws {
    try db.execute(sql: "DROP VIEW v_events; ALTER TABLE event ADD COLUMN rack INTEGER;" + events)
  }

  /// Gives a file of version 1 or 2 the components that came with version 3: other equipment and fans in warm air, of
  /// which its studies had none.
  static func addComponents(to db: Database) throws {
    let known = try Int.fetchOne(db, sql: "SELECT count(*) FROM component") ?? 0
    let new = StoredComponent.all.dropFirst(known)
    guard !new.isEmpty else { return }
    let old = StoredComponent.all.prefix(known).map { "\($0.name)_watts" }.joined(separator: ", ")
    let widen = DatabaseFunction("bladesim_widen", argumentCount: 1, pure: true) { values in
      Data.fromDatabaseValue(values[0]).map { Data(HourPack.widened([UInt8]($0), from: known)) }
    }
    db.add(function: widen)
    defer { db.remove(function: widen) }
    let views = ["IF EXISTS v_monthly", "v_hourly", "v_outdoor", "v_packed_hour", "v_day"].map {
      "DROP VIEW \($0);"
    }
    try db.execute(sql: views.joined(separator: "\n") + "ALTER TABLE day RENAME TO narrow_day;")
    try db.execute(sql: days)
    try db.execute(
      sql: """
        INSERT INTO day SELECT study, layout, day, \(old), \(new.map { _ in "0" }.joined(separator: ", ")),
          outdoor_celsius, bladesim_widen(hours) FROM narrow_day;
        DROP TABLE narrow_day;
        """)
    try db.execute(sql: hours + "\n" + months)
    for component in new {
      try insert(component, into: db)
      try db.execute(
        sql: "INSERT INTO run_energy SELECT study, layout, replication, ?, 0 FROM run",
        arguments: [component.index])
    }
  }

  /// Enters a component into its table.
  static func insert(_ component: StoredComponent, into db: Database) throws {
    try db.execute(
      sql: "INSERT INTO component VALUES (?, ?, ?, ?)",
      arguments: [component.index, component.name, component.title, component.isIT ? 1 : 0])
  }
}
