extension ResultSchema {
  /// Came with version 3: what the failures of each kind of component do, expected and seen.
  static let impacts = """
    CREATE TABLE impact (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      part TEXT NOT NULL,
      title TEXT NOT NULL,
      groups INTEGER,
      units INTEGER,
      unit_guests_lost INTEGER,
      unit_guests_degraded INTEGER,
      group_guests_lost INTEGER,
      group_guests_restarted INTEGER,
      group_guests_degraded INTEGER,
      group_guest_hours_down REAL,
      unit_failures_per_year REAL,
      outages_per_year REAL,
      mean_outage_hours REAL,
      guest_hours_down_per_year REAL,
      seen_unit_failures_per_year REAL NOT NULL,
      seen_outages_per_year REAL NOT NULL,
      seen_guests_lost_per_year REAL NOT NULL,
      seen_guests_restarted_per_year REAL NOT NULL,
      seen_guests_degraded_per_year REAL NOT NULL,
      seen_worst_guests_lost INTEGER NOT NULL,
      seen_guest_hours_down_per_year REAL NOT NULL,
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  /// Came with version 3: feeds, phases, ratings and what else is known of a layout's building.
  static let facility = """
    CREATE TABLE facility (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      sized_by TEXT NOT NULL,
      nearest_rating TEXT NOT NULL,
      stranded_watts REAL NOT NULL,
      floor_rule TEXT NOT NULL,
      back_of_house_share REAL NOT NULL,
      switch_ports INTEGER NOT NULL,
      tray_m2 REAL NOT NULL,
      ups_topology TEXT NOT NULL,
      circuit TEXT,
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rating (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      watts REAL,
      stranded_watts REAL,
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE feed (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      part TEXT NOT NULL,
      thing INTEGER,
      basis TEXT NOT NULL,
      a_watts REAL NOT NULL,
      b_watts REAL,
      survivor_watts REAL,
      usable_watts REAL,
      dropped_watts REAL NOT NULL,
      is_overloaded INTEGER NOT NULL CHECK (is_overloaded IN (0, 1)),
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE phase (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      rack INTEGER,
      a_amperes REAL NOT NULL,
      b_amperes REAL NOT NULL,
      c_amperes REAL NOT NULL,
      imbalance REAL NOT NULL,
      attainable_imbalance REAL NOT NULL,
      usable_amperes REAL,
      is_overloaded INTEGER NOT NULL CHECK (is_overloaded IN (0, 1)),
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_feed AS
    SELECT f.study, f.layout, l.name, f.part, f.thing, f.basis, f.a_watts / 1e3 AS a_kw, f.b_watts / 1e3 AS b_kw,
      f.survivor_watts / 1e3 AS survivor_kw, f.usable_watts / 1e3 AS usable_kw,
      100.0 * max(f.a_watts, ifnull(f.b_watts, 0), ifnull(f.survivor_watts, 0)) / f.usable_watts AS percent,
      f.dropped_watts / 1e3 AS dropped_kw, iif(f.is_overloaded, 'overloaded', 'carried') AS outcome
    FROM feed AS f JOIN layout AS l USING (study, layout);
    CREATE VIEW v_rating AS
    SELECT r.study, r.layout, l.name, r.kind, r.watts / 1e3 AS kw, r.stranded_watts / 1e3 AS stranded_kw,
      l.plant_watts / 1e3 AS plant_kw, f.sized_by
    FROM rating AS r JOIN layout AS l USING (study, layout) JOIN facility AS f USING (study, layout);
    CREATE VIEW v_facility AS
    SELECT f.study, f.layout, l.name, l.floor_m2, f.floor_rule, 100.0 * f.back_of_house_share AS back_of_house_percent,
      l.floor_m2 * (1 + f.back_of_house_share) AS gross_m2, l.plant_watts / 1e3 AS plant_kw, f.sized_by, f.nearest_rating,
      f.stranded_watts / 1e3 AS stranded_kw, f.ups_topology, f.circuit, l.cables, f.switch_ports,
      1e4 * f.tray_m2 AS tray_cm2,
      (SELECT 100.0 * max(p.imbalance) FROM phase AS p WHERE (p.study, p.layout) = (f.study, f.layout))
        AS worst_imbalance_percent
    FROM facility AS f JOIN layout AS l USING (study, layout);
    """
}
