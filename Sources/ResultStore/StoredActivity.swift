import Study

/// What changed in an hour of the first replication.
public struct StoredActivity: Sendable, Hashable {
  /// The hour, from 0.
  public var hour: Int
  /// Migrations that came to their end.
  public var migrations: Int
  /// Servers switched off for want of guests, and on for want of room.
  public var switchedOff: Int
  public var switchedOn: Int
}

extension StoredActivity {
  /// The hours in which something changed.
  static func all(of series: HourlySeries) -> [StoredActivity] {
    series.activity.enumerated().compactMap { hour, activity in
      activity == HourlyActivity()
        ? nil
        : StoredActivity(
          hour: hour, migrations: activity.migrations, switchedOff: activity.switchedOff,
          switchedOn: activity.switchedOn)
    }
  }
}

extension StoredActivity: TableRow {
  static let table = "hour_activity"

  func write(into row: inout RowValues) {
    for number in [hour, migrations, switchedOff, switchedOn] { row.add(number) }
  }

  init(from row: inout RowReader) {
    self.init(
      hour: row.integer(), migrations: row.integer(), switchedOff: row.integer(), switchedOn: row.integer())
  }
}

extension ResultSchema {
  /// Came with version 5: what changed by the hour, first replication, hours in which nothing did left out.
  static let activity = """
    CREATE TABLE hour_activity (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, hour INTEGER NOT NULL,
      migrations INTEGER NOT NULL,
      switched_off INTEGER NOT NULL,
      switched_on INTEGER NOT NULL,
      PRIMARY KEY (study, layout, hour), FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
