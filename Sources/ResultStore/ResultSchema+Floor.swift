extension ResultSchema {
  /// Came with version 2. A file of version 1 gets it when it is opened to be written, and its studies have no rows in it.
  static let floor = """
    CREATE TABLE floor_item (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      thing INTEGER,
      x_m REAL NOT NULL,
      y_m REAL NOT NULL,
      width_m REAL NOT NULL,
      depth_m REAL NOT NULL,
      PRIMARY KEY (study, layout, number),
      FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_floor AS
    SELECT f.study, f.layout, l.name, f.kind, count(*) AS items, sum(f.width_m * f.depth_m) AS area_m2
    FROM floor_item AS f JOIN layout AS l USING (study, layout)
    GROUP BY f.study, f.layout, f.kind;
    """
}
