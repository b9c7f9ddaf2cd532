extension ResultSchema {
  /// Came with version 4: which techniques carry the guests, and why the others do not.
  static let techniques = """
    CREATE TABLE technique_fact (
      study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE, technique INTEGER NOT NULL,
      survey TEXT NOT NULL,
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      layout INTEGER,
      host_share REAL NOT NULL,
      host_bytes REAL NOT NULL,
      boot_seconds REAL NOT NULL,
      provisioning_seconds REAL NOT NULL,
      migrates_live INTEGER NOT NULL CHECK (migrates_live IN (0, 1)),
      restarts_guests INTEGER NOT NULL CHECK (restarts_guests IN (0, 1)),
      PRIMARY KEY (study, technique),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE technique_guest (
      study INTEGER NOT NULL, number INTEGER NOT NULL,
      technique INTEGER NOT NULL,
      guest_group INTEGER NOT NULL,
      efficiency REAL NOT NULL,
      guest_bytes REAL NOT NULL,
      obstacle TEXT,
      reason TEXT,
      possible TEXT,
      PRIMARY KEY (study, number),
      FOREIGN KEY (study, technique) REFERENCES technique_fact ON DELETE CASCADE,
      FOREIGN KEY (study, guest_group) REFERENCES guest_group ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_technique AS
    SELECT t.study, t.survey, t.name AS technique, t.title, t.kind, t.layout, l.servers_used,
      1.0 * l.placed_guests / nullif(l.servers_used, 0) AS guests_per_host, l.servers, l.server_binding,
      (SELECT value FROM comparison AS c WHERE (c.study, c.layout) = (t.study, t.layout) AND metric = 'it power')
        AS it_kw,
      1e3 * (SELECT value FROM comparison AS c WHERE (c.study, c.layout) = (t.study, t.layout)
        AND metric = 'it power') / nullif(l.placed_guests, 0) AS watts_per_guest,
      (SELECT 100.0 * min(g.efficiency) FROM technique_guest AS g JOIN guest_group AS q USING (study, guest_group)
        WHERE (g.study, g.technique) = (t.study, t.technique) AND q.guests > 0 AND g.reason IS NULL)
        AS least_efficiency_percent,
      100.0 * t.host_share AS host_percent, t.host_bytes / 1048576.0 AS host_mib, t.boot_seconds,
      t.provisioning_seconds / 60 AS provisioning_minutes,
      (SELECT 100.0 * savings FROM comparison AS c WHERE (c.study, c.layout) = (t.study, t.layout)
        AND metric = 'energy') AS energy_saved_percent,
      (SELECT group_concat(DISTINCT g.obstacle) FROM technique_guest AS g
        WHERE (g.study, g.technique) = (t.study, t.technique)) AS obstacles
    FROM technique_fact AS t LEFT JOIN layout AS l USING (study, layout);
    CREATE VIEW v_technique_guest AS
    SELECT g.study, t.survey, t.name AS technique, q.name AS guest_group, q.operating_system, q.guests,
      iif(g.reason IS NULL, 'carried', 'refused') AS outcome, 100.0 * g.efficiency AS efficiency_percent,
      (g.guest_bytes - q.memory_bytes) / 1048576.0 AS overhead_mib, g.obstacle, g.reason, g.possible
    FROM technique_guest AS g JOIN technique_fact AS t USING (study, technique)
      JOIN guest_group AS q USING (study, guest_group);
    """
}
