/// The tables of a results file. Columns carry their units in their names; docs/results.md describes each.
enum ResultSchema {
  /// `blds` in ASCII, in the file's header: tells a results file from any other database.
  static let applicationID: Int32 = 0x626c_6473
  /// Goes up with every change of a table or view that an older program could not read.
  static let version = 6

  /// Everything that a new file needs.
  static var script: String {
    (tables + views + additions.map(\.script)).joined(separator: "\n")
      + "\nPRAGMA application_id = \(applicationID);\nPRAGMA user_version = \(version);\n"
  }

  /// What came with a later version, and with which: a file of an earlier one gets it when it is opened to be written.
  static let additions: [(version: Int64, script: String)] = [
    (2, floor), (3, facility), (3, figures), (3, caps), (3, impacts), (4, techniques), (4, recovery),
    (5, project), (5, pools), (5, activity), (6, rackAir), (6, months),
  ]

  /// Tables below a layout, and below a run, name their parent in the same way.
  private static let ofStudy = "study INTEGER NOT NULL REFERENCES study ON DELETE CASCADE"
  private static let ofLayout = """
    FOREIGN KEY (study, layout) REFERENCES layout ON DELETE CASCADE
    """
  private static let ofRun = """
    FOREIGN KEY (study, layout, replication) REFERENCES run ON DELETE CASCADE
    """

  private static let tables = [
    """
    CREATE TABLE component (
      component INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      is_it INTEGER NOT NULL CHECK (is_it IN (0, 1))
    ) STRICT;
    CREATE TABLE metric (
      metric TEXT PRIMARY KEY,
      unit TEXT NOT NULL,
      title TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE study (
      study INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      scenario TEXT NOT NULL,
      scenario_hash TEXT NOT NULL,
      inputs_hash TEXT NOT NULL,
      seed TEXT NOT NULL,
      replications INTEGER NOT NULL CHECK (replications > 0),
      version TEXT NOT NULL,
      start_date TEXT NOT NULL,
      sample_seconds REAL NOT NULL,
      samples INTEGER NOT NULL,
      currency TEXT NOT NULL,
      station TEXT NOT NULL,
      carbon_kg_per_kwh REAL NOT NULL,
      floor_m2 REAL,
      floor_limit_kg_per_m2 REAL,
      UNIQUE (scenario_hash, inputs_hash, seed, replications, version)
    ) STRICT;
    CREATE TABLE input (
      \(ofStudy), number INTEGER NOT NULL,
      name TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (study, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE guest_group (
      \(ofStudy), guest_group INTEGER NOT NULL,
      name TEXT NOT NULL,
      guests INTEGER NOT NULL,
      operating_system TEXT NOT NULL,
      virtual_cpus INTEGER NOT NULL,
      memory_bytes REAL NOT NULL,
      disk_bytes REAL NOT NULL,
      PRIMARY KEY (study, guest_group)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE gate (
      \(ofStudy), gate INTEGER NOT NULL,
      condition TEXT NOT NULL,
      layout_name TEXT NOT NULL,
      bound REAL NOT NULL,
      measured REAL, measured_half_width REAL,
      holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
      PRIMARY KEY (study, gate)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fact (
      \(ofStudy), fact INTEGER NOT NULL,
      subject TEXT NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      source TEXT NOT NULL,
      confidence TEXT NOT NULL,
      PRIMARY KEY (study, fact)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE layout (
      \(ofStudy), layout INTEGER NOT NULL,
      name TEXT NOT NULL,
      technique TEXT NOT NULL,
      server TEXT NOT NULL,
      enclosure TEXT, bay_columns INTEGER, bay_rows INTEGER,
      servers INTEGER NOT NULL,
      enclosures INTEGER NOT NULL,
      blades_per_enclosure INTEGER NOT NULL,
      placement TEXT NOT NULL,
      placed_guests INTEGER NOT NULL,
      servers_used INTEGER NOT NULL,
      servers_bound INTEGER NOT NULL,
      servers_bound_reason TEXT NOT NULL,
      placement_gap REAL,
      server_binding TEXT,
      rack_model TEXT NOT NULL,
      rack_units REAL NOT NULL,
      rack_usable_units REAL NOT NULL,
      rack_width_m REAL NOT NULL,
      rack_height_m REAL NOT NULL,
      rack_depth_m REAL NOT NULL,
      rack_empty_kg REAL NOT NULL,
      rack_limit_watts REAL,
      rack_limit_kg REAL,
      rack_limit_ports INTEGER,
      rack_limit_circuit_watts REAL,
      rack_binding TEXT,
      floor_m2 REAL NOT NULL,
      heaviest_load_kg_per_m2 REAL NOT NULL,
      planned_watts REAL NOT NULL,
      plant_watts REAL NOT NULL,
      cables INTEGER NOT NULL,
      events INTEGER NOT NULL,
      energy_saved REAL NOT NULL, energy_saved_half_width REAL,
      saved_by_equipment REAL NOT NULL, saved_by_equipment_half_width REAL,
      taken_by_overhead REAL NOT NULL, taken_by_overhead_half_width REAL,
      PRIMARY KEY (study, layout),
      UNIQUE (study, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rack_constraint (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      name TEXT NOT NULL,
      racks INTEGER NOT NULL,
      fill REAL NOT NULL,
      PRIMARY KEY (study, layout, number), \(ofLayout)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rack (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, rack INTEGER NOT NULL,
      units REAL NOT NULL,
      watts REAL NOT NULL,
      kg REAL NOT NULL,
      ports INTEGER NOT NULL,
      tightest TEXT,
      PRIMARY KEY (study, layout, rack), \(ofLayout)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE equipment (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, rack INTEGER NOT NULL, position REAL NOT NULL,
      equipment INTEGER NOT NULL,
      units REAL NOT NULL,
      name TEXT NOT NULL,
      watts REAL NOT NULL,
      kg REAL NOT NULL,
      ports INTEGER NOT NULL,
      PRIMARY KEY (study, layout, rack, position),
      UNIQUE (study, layout, equipment),
      FOREIGN KEY (study, layout, rack) REFERENCES rack ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE host (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, host INTEGER NOT NULL,
      equipment INTEGER NOT NULL,
      guests INTEGER NOT NULL,
      bay INTEGER, bay_column INTEGER, bay_row INTEGER, bay_columns INTEGER, bay_rows INTEGER,
      bay_part INTEGER, bay_parts INTEGER,
      PRIMARY KEY (study, layout, host),
      FOREIGN KEY (study, layout, equipment) REFERENCES equipment (study, layout, equipment) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE comparison (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      metric TEXT NOT NULL REFERENCES metric,
      value REAL NOT NULL, value_half_width REAL,
      difference REAL NOT NULL, difference_half_width REAL,
      savings REAL, savings_half_width REAL,
      PRIMARY KEY (study, layout, number),
      UNIQUE (study, layout, metric), \(ofLayout)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cost (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, number INTEGER NOT NULL,
      category TEXT NOT NULL,
      label TEXT NOT NULL,
      amount REAL NOT NULL,
      due_seconds REAL,
      PRIMARY KEY (study, layout, number), \(ofLayout)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE run (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL,
      meter_joules REAL NOT NULL,
      it_joules REAL NOT NULL,
      pue REAL NOT NULL,
      peak_it_watts REAL NOT NULL,
      peak_meter_watts REAL NOT NULL,
      water_liters REAL NOT NULL,
      unmet_heat_joules REAL NOT NULL,
      overloaded_share REAL NOT NULL,
      unprotected_share REAL NOT NULL,
      work_demanded REAL NOT NULL,
      work_served REAL NOT NULL,
      work_contended REAL NOT NULL,
      work_lost REAL NOT NULL,
      server_failures INTEGER NOT NULL,
      enclosure_failures INTEGER NOT NULL,
      restarts INTEGER NOT NULL,
      waits INTEGER NOT NULL,
      arrivals INTEGER NOT NULL,
      departures INTEGER NOT NULL,
      boots INTEGER NOT NULL,
      switched_off INTEGER NOT NULL,
      worst_server_blast INTEGER NOT NULL,
      worst_enclosure_blast INTEGER NOT NULL,
      downtime_seconds REAL NOT NULL,
      exposure_seconds REAL NOT NULL,
      longest_outage_seconds REAL NOT NULL,
      outages INTEGER NOT NULL,
      cost REAL NOT NULL,
      PRIMARY KEY (study, layout, replication), \(ofLayout)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_energy (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL,
      component INTEGER NOT NULL REFERENCES component,
      joules REAL NOT NULL,
      PRIMARY KEY (study, layout, replication, component), \(ofRun)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_cost (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL, number INTEGER NOT NULL,
      category TEXT NOT NULL,
      amount REAL NOT NULL,
      PRIMARY KEY (study, layout, replication, number), \(ofRun)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bill (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL,
      year INTEGER NOT NULL, month INTEGER NOT NULL,
      coverage REAL NOT NULL,
      peak_watts REAL NOT NULL,
      billed_watts REAL NOT NULL,
      energy_cost REAL NOT NULL,
      demand_cost REAL NOT NULL,
      fixed_cost REAL NOT NULL,
      PRIMARY KEY (study, layout, replication, year, month), \(ofRun)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bill_energy (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL,
      year INTEGER NOT NULL, month INTEGER NOT NULL, band INTEGER NOT NULL,
      joules REAL NOT NULL,
      PRIMARY KEY (study, layout, replication, year, month, band),
      FOREIGN KEY (study, layout, replication, year, month) REFERENCES bill ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE host_result (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL, host INTEGER NOT NULL,
      joules REAL NOT NULL,
      mean_utilization REAL NOT NULL,
      peak_utilization REAL NOT NULL,
      running_seconds REAL NOT NULL,
      failures INTEGER NOT NULL,
      guests INTEGER NOT NULL,
      PRIMARY KEY (study, layout, replication, host), \(ofRun)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE group_result (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, replication INTEGER NOT NULL,
      guest_group INTEGER NOT NULL,
      work_joules REAL NOT NULL,
      downtime_seconds REAL NOT NULL,
      work_contended REAL NOT NULL,
      guests INTEGER NOT NULL,
      PRIMARY KEY (study, layout, replication, guest_group), \(ofRun)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event (
      study INTEGER NOT NULL, layout INTEGER NOT NULL, event INTEGER NOT NULL,
      milliseconds INTEGER NOT NULL,
      kind TEXT NOT NULL,
      host INTEGER,
      guest INTEGER,
      enclosure INTEGER,
      rack INTEGER,
      PRIMARY KEY (study, layout, event), \(ofLayout)
    ) STRICT, WITHOUT ROWID;
    """,
    days,
  ]
}
