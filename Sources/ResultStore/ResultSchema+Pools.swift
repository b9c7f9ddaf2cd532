extension ResultSchema {
  /// Came with version 5: hosts of a layout that are installed alike. In the layouts of an older file all were.
  static let pools = """
    CREATE TABLE host_pool (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, pool INTEGER NOT NULL,
      title TEXT NOT NULL,
      servers INTEGER NOT NULL,
      servers_used INTEGER NOT NULL,
      guests INTEGER NOT NULL,
      binding TEXT,
      host_share REAL NOT NULL,
      host_bytes REAL NOT NULL,
      PRIMARY KEY (study, layout, pool),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pool_guest (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      guest_group INTEGER NOT NULL,
      pool INTEGER NOT NULL,
      technique TEXT NOT NULL,
      efficiency REAL NOT NULL,
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout, pool) REFERENCES host_pool ON DELETE CASCADE,
      FOREIGN KEY (study, guest_group) REFERENCES guest_group ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE host ADD COLUMN pool INTEGER NOT NULL DEFAULT 0;
    CREATE VIEW v_pool AS
    SELECT p.study, p.layout, l.name, p.pool, p.title, p.servers, p.servers_used, p.guests,
      1.0 * p.guests / nullif(p.servers_used, 0) AS guests_per_host, p.binding,
      100.0 * p.host_share AS host_percent, p.host_bytes / 1048576.0 AS host_mib,
      (SELECT group_concat(q.name) FROM pool_guest AS g JOIN guest_group AS q USING (study, guest_group)
        WHERE (g.study, g.layout, g.pool) = (p.study, p.layout, p.pool)) AS groups
    FROM host_pool AS p JOIN layout AS l USING (study, layout);
    """
}
