extension ResultSchema {
  /// Came with version 5: how the guests of the first layout move into another.
  static let project = """
    CREATE TABLE project (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, number INTEGER NOT NULL,
      target INTEGER NOT NULL,
      start_date TEXT NOT NULL,
      guests INTEGER NOT NULL,
      replications INTEGER NOT NULL,
      unfinished INTEGER NOT NULL,
      end_seconds REAL,
      end_p50_seconds REAL,
      end_p80_seconds REAL,
      end_p95_seconds REAL,
      work_cost REAL NOT NULL,
      fees_cost REAL NOT NULL,
      electricity_cost REAL NOT NULL,
      running_cost REAL NOT NULL,
      equipment_cost REAL NOT NULL,
      attempts_per_guest REAL NOT NULL,
      surplus_joules REAL NOT NULL,
      payback_years REAL, payback_years_half_width REAL,
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE milestone (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, number INTEGER NOT NULL,
      name TEXT NOT NULL,
      seconds REAL,
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE project_binding (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, number INTEGER NOT NULL,
      name TEXT NOT NULL,
      share REAL NOT NULL,
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE project_bar (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, number INTEGER NOT NULL,
      lane TEXT NOT NULL,
      label TEXT NOT NULL,
      kind TEXT NOT NULL,
      start_seconds REAL NOT NULL,
      end_seconds REAL NOT NULL,
      is_critical INTEGER NOT NULL CHECK (is_critical IN (0, 1)),
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE project_day (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, number INTEGER NOT NULL,
      old_servers REAL NOT NULL,
      new_servers REAL NOT NULL,
      old_watts REAL NOT NULL,
      new_watts REAL NOT NULL,
      old_guests INTEGER NOT NULL,
      both_guests INTEGER NOT NULL,
      new_guests INTEGER NOT NULL,
      untested_guests INTEGER NOT NULL,
      parallel_guests INTEGER NOT NULL,
      without_way_back_guests INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      roll_backs INTEGER NOT NULL,
      electricity_cost REAL NOT NULL,
      work_cost REAL NOT NULL,
      fees_cost REAL NOT NULL,
      equipment_cost REAL NOT NULL,
      binding TEXT,
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE project_task (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, number INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      wave TEXT NOT NULL,
      owner TEXT NOT NULL,
      start_seconds REAL,
      end_seconds REAL,
      attempts INTEGER NOT NULL,
      effort_seconds REAL NOT NULL,
      predecessors TEXT NOT NULL,
      cost REAL NOT NULL,
      is_critical INTEGER NOT NULL CHECK (is_critical IN (0, 1)),
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_project AS
    SELECT p.study, p.target AS layout, l.name, p.start_date AS starts,
      date(p.start_date, p.end_seconds || ' seconds') AS ends,
      date(p.start_date, p.end_p50_seconds || ' seconds') AS ends_p50,
      date(p.start_date, p.end_p80_seconds || ' seconds') AS ends_p80,
      date(p.start_date, p.end_p95_seconds || ' seconds') AS ends_p95,
      p.end_seconds / 86400 AS days, p.guests,
      (SELECT max(untested_guests + parallel_guests + without_way_back_guests) FROM project_day AS d
        WHERE d.study = p.study) AS most_at_risk,
      (SELECT (old_watts + new_watts) / 1000 FROM project_day AS d WHERE d.study = p.study AND number = 0)
        AS before_kw,
      (SELECT max(old_watts + new_watts) / 1000 FROM project_day AS d WHERE d.study = p.study) AS most_kw,
      (SELECT (old_watts + new_watts) / 1000 FROM project_day AS d WHERE d.study = p.study
        ORDER BY number DESC LIMIT 1) AS after_kw,
      p.surplus_joules / 3.6e6 AS surplus_kwh,
      p.work_cost + p.fees_cost + p.electricity_cost + p.running_cost AS moving_cost, p.equipment_cost,
      s.currency, p.payback_years
    FROM project AS p JOIN study AS s USING (study) JOIN layout AS l ON l.study = p.study AND l.layout = p.target;
    CREATE VIEW v_milestone AS
    SELECT m.study, m.number, m.name, datetime(p.start_date, m.seconds || ' seconds') AS time
    FROM milestone AS m JOIN project AS p USING (study);
    CREATE VIEW v_project_bar AS
    SELECT b.study, b.number, b.lane, b.label, b.kind,
      datetime(p.start_date, b.start_seconds || ' seconds') AS starts,
      datetime(p.start_date, b.end_seconds || ' seconds') AS ends, b.is_critical
    FROM project_bar AS b JOIN project AS p USING (study);
    CREATE VIEW v_project_day AS
    SELECT d.study, date(p.start_date, d.number || ' days') AS date, d.old_watts / 1000 AS old_kw,
      d.new_watts / 1000 AS new_kw, (d.old_watts + d.new_watts) / 1000 AS kw, d.old_guests, d.both_guests,
      d.new_guests, d.untested_guests + d.parallel_guests + d.without_way_back_guests AS at_risk,
      d.attempts, d.roll_backs, d.electricity_cost, d.work_cost, d.fees_cost, d.equipment_cost, s.currency, d.binding
    FROM project_day AS d JOIN project AS p USING (study) JOIN study AS s USING (study);
    CREATE VIEW v_project_task AS
    SELECT t.study, t.number + 1 AS task, t.name, t.kind, t.wave, t.owner,
      datetime(p.start_date, t.start_seconds || ' seconds') AS starts,
      datetime(p.start_date, t.end_seconds || ' seconds') AS ends, t.attempts, t.effort_seconds / 3600 AS hours,
      t.predecessors, t.cost, s.currency, t.is_critical
    FROM project_task AS t JOIN project AS p USING (study) JOIN study AS s USING (study);
    """
}
