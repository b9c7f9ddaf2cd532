extension ResultSchema {
  /// Came with version 6: what racks draw in the simulation, and the air they draw in; null in an older file's studies.
  static let rackAir = """
    ALTER TABLE rack ADD COLUMN mean_watts REAL;
    ALTER TABLE rack ADD COLUMN peak_watts REAL;
    ALTER TABLE rack ADD COLUMN mean_intake_celsius REAL;
    ALTER TABLE rack ADD COLUMN peak_intake_celsius REAL;
    DROP VIEW IF EXISTS v_rack;
    CREATE VIEW v_rack AS
    SELECT r.study, r.layout, l.name, r.rack, r.units, l.rack_usable_units AS usable_units, r.watts,
      l.rack_limit_watts AS limit_watts, r.kg, l.rack_limit_kg AS limit_kg, r.ports,
      l.rack_limit_ports AS limit_ports, r.tightest, r.mean_watts, r.peak_watts, r.mean_intake_celsius, r.peak_intake_celsius,
      (SELECT count(*) FROM equipment AS e JOIN host AS h USING (study, layout, equipment)
        WHERE (e.study, e.layout, e.rack) = (r.study, r.layout, r.rack)) AS servers
    FROM rack AS r JOIN layout AS l USING (study, layout);
    """
}
