extension ResultSchema {
  /// Came with version 4: what the loss of the site does to layouts, replication by replication.
  static let recovery = """
    CREATE TABLE recovery (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL,
      method TEXT NOT NULL,
      moment_seconds REAL NOT NULL,
      per_year REAL NOT NULL,
      guests INTEGER NOT NULL,
      machines INTEGER NOT NULL,
      ordered INTEGER NOT NULL,
      point_mean_seconds REAL NOT NULL,
      point_p95_seconds REAL NOT NULL,
      point_worst_seconds REAL NOT NULL,
      time_mean_seconds REAL NOT NULL,
      time_p95_seconds REAL NOT NULL,
      time_worst_seconds REAL NOT NULL,
      downtime_seconds REAL NOT NULL,
      lost_bytes REAL NOT NULL,
      labour_seconds REAL NOT NULL,
      backup_window_seconds REAL,
      backup_interval_seconds REAL,
      drills INTEGER,
      drill_seconds REAL,
      drill_labour_seconds REAL,
      PRIMARY KEY (study, layout, replication),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_recovery AS
    SELECT r.study, r.layout, l.name, min(r.method) AS method, avg(r.guests) AS guests,
      avg(r.point_mean_seconds) / 3600 AS rpo_mean_hours, avg(r.point_worst_seconds) / 3600 AS rpo_hours,
      avg(r.time_mean_seconds) / 3600 AS rto_mean_hours, avg(r.time_p95_seconds) / 3600 AS rto_p95_hours,
      avg(r.time_worst_seconds) / 3600 AS rto_hours, avg(r.downtime_seconds) / 3600 AS guest_hours_down,
      avg(r.lost_bytes) / 1e9 AS lost_gb, avg(r.labour_seconds) / 3600 AS crew_hours,
      avg(r.backup_window_seconds) / 3600 AS backup_window_hours,
      min(r.backup_window_seconds <= r.backup_interval_seconds) AS backup_fits
    FROM recovery AS r JOIN layout AS l USING (study, layout) GROUP BY r.study, r.layout;
    """
}
