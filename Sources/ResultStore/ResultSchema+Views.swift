extension ResultSchema {
  /// The views: questions that people ask, answered with the stock `sqlite3` tool in everyday units.
  static let views = [verdict, savings, energy, places, money, events, hours]

  private static let verdict = """
    CREATE VIEW v_study AS
    SELECT study, title, start_date, sample_seconds * samples / 86400.0 AS days, replications, seed, version,
      (SELECT sum(guests) FROM guest_group AS g WHERE g.study = s.study) AS guests,
      (SELECT count(*) FROM layout AS l WHERE l.study = s.study) AS layouts,
      (SELECT count(*) FROM gate AS g WHERE g.study = s.study AND NOT holds) AS failed_gates,
      substr(scenario_hash, 1, 12) AS scenario_hash
    FROM study AS s;
    CREATE VIEW v_metric AS
    SELECT s.title AS study_title, c.study, c.layout, l.name, c.metric,
      iif(m.unit = 'currency', s.currency, m.unit) AS unit, c.value, c.value_half_width
    FROM comparison AS c JOIN metric AS m USING (metric) JOIN study AS s USING (study)
      JOIN layout AS l USING (study, layout);
    CREATE VIEW v_verdict AS
    SELECT l.study, s.title, l.layout, l.name, l.servers, l.server_binding,
      (SELECT count(*) FROM rack AS r WHERE (r.study, r.layout) = (l.study, l.layout)) AS racks,
      l.rack_binding, l.floor_m2,
      max(iif(metric = 'it power', value, NULL)) AS it_kw,
      max(iif(metric = 'pue', value, NULL)) AS pue,
      max(iif(metric = 'energy', value, NULL)) AS energy_kwh_per_year,
      max(iif(metric = 'energy', value_half_width, NULL)) AS energy_half_width,
      max(iif(metric = 'cost', value, NULL)) AS cost,
      max(iif(metric = 'cost', value_half_width, NULL)) AS cost_half_width, s.currency,
      max(iif(metric = 'downtime', value, NULL)) AS downtime_hours_per_year,
      max(iif(metric = 'longest outage', value, NULL)) AS longest_outage_hours
    FROM layout AS l JOIN study AS s USING (study) JOIN comparison AS c USING (study, layout)
    GROUP BY l.study, l.layout;
    CREATE VIEW v_gate AS
    SELECT g.study, s.title, g.condition, g.bound, g.measured, g.measured_half_width,
      iif(g.holds, 'holds', 'fails') AS outcome
    FROM gate AS g JOIN study AS s USING (study);
    """

  private static let savings = """
    CREATE VIEW v_savings AS
    SELECT c.study, s.title, c.layout, l.name, b.name AS against, c.metric,
      iif(m.unit = 'currency', s.currency, m.unit) AS unit, c.difference, c.difference_half_width,
      100.0 * c.savings AS savings_percent,
      100.0 * (c.savings - ifnull(c.savings_half_width, 0)) AS lowest_percent,
      100.0 * (c.savings + ifnull(c.savings_half_width, 0)) AS highest_percent
    FROM comparison AS c JOIN metric AS m USING (metric) JOIN study AS s USING (study)
      JOIN layout AS l USING (study, layout) JOIN layout AS b ON b.study = c.study AND b.layout = 0
    WHERE c.layout > 0;
    CREATE VIEW v_decomposition AS
    SELECT study, layout, name, 100.0 * energy_saved AS saved_percent,
      100.0 * saved_by_equipment AS by_equipment_percent, 100.0 * taken_by_overhead AS taken_back_percent
    FROM layout WHERE layout > 0;
    """

  private static let energy = """
    CREATE VIEW v_energy_by_component AS
    SELECT e.study, e.layout, l.name, e.component, p.title, p.is_it, avg(e.joules) / 3.6e6 AS kwh,
      avg(e.joules) / 3.6e6 / (s.sample_seconds * s.samples / 31536000.0) AS kwh_per_year,
      100.0 * sum(e.joules) / sum(r.meter_joules) AS percent
    FROM run_energy AS e JOIN run AS r USING (study, layout, replication) JOIN component AS p USING (component)
      JOIN layout AS l USING (study, layout) JOIN study AS s USING (study)
    GROUP BY e.study, e.layout, e.component;
    CREATE VIEW v_run AS
    SELECT r.study, r.layout, l.name, r.replication, r.meter_joules / 3.6e6 AS meter_kwh,
      r.it_joules / 3.6e6 AS it_kwh, r.pue, r.peak_meter_watts / 1e3 AS peak_kw, r.water_liters / 1e3 AS water_m3,
      r.server_failures, r.enclosure_failures, r.restarts, r.outages, r.downtime_seconds / 3600 AS downtime_hours,
      r.longest_outage_seconds / 3600 AS longest_outage_hours, r.cost, s.currency
    FROM run AS r JOIN layout AS l USING (study, layout) JOIN study AS s USING (study);
    """

  private static let places = """
    CREATE VIEW v_host AS
    SELECT h.study, h.layout, l.name, h.host, e.rack, e.position, e.name AS equipment, h.bay, h.guests,
      avg(t.joules) / 3.6e6 AS kwh, 100.0 * avg(t.mean_utilization) AS mean_percent,
      100.0 * max(t.peak_utilization) AS peak_percent, avg(t.running_seconds) / 3600 AS running_hours,
      avg(t.failures) AS failures
    FROM host AS h JOIN equipment AS e USING (study, layout, equipment) JOIN layout AS l USING (study, layout)
      JOIN host_result AS t USING (study, layout, host)
    GROUP BY h.study, h.layout, h.host;
    CREATE VIEW v_group AS
    SELECT t.study, t.layout, l.name, g.name AS guest_group, avg(t.guests) AS guests,
      avg(t.work_joules) / 3.6e6 AS work_kwh, avg(t.downtime_seconds) / 3600 AS downtime_hours
    FROM group_result AS t JOIN guest_group AS g USING (study, guest_group) JOIN layout AS l USING (study, layout)
    GROUP BY t.study, t.layout, t.guest_group;
    """

  private static let money = """
    CREATE VIEW v_cost AS
    SELECT c.study, c.layout, l.name, c.category, avg(c.amount) AS cost, s.currency
    FROM run_cost AS c JOIN layout AS l USING (study, layout) JOIN study AS s USING (study)
    GROUP BY c.study, c.layout, c.number;
    CREATE VIEW v_bill AS
    SELECT b.study, b.layout, l.name, b.replication, format('%04d-%02d', b.year, b.month) AS month,
      (SELECT sum(joules) FROM bill_energy AS e WHERE (e.study, e.layout, e.replication, e.year, e.month)
        = (b.study, b.layout, b.replication, b.year, b.month)) / 3.6e6 AS kwh,
      b.peak_watts / 1e3 AS peak_kw, b.billed_watts / 1e3 AS billed_kw, b.energy_cost, b.demand_cost, b.fixed_cost,
      b.energy_cost + b.demand_cost + b.fixed_cost AS total, s.currency
    FROM bill AS b JOIN layout AS l USING (study, layout) JOIN study AS s USING (study);
    """

  static let events = """
    CREATE VIEW v_events AS
    SELECT e.study, e.layout, l.name, e.event,
      strftime('%Y-%m-%d %H:%M:%f', s.start_date, (e.milliseconds / 1000.0) || ' seconds') AS time, e.kind, e.host,
      e.guest, e.enclosure, e.rack
    FROM event AS e JOIN layout AS l USING (study, layout) JOIN study AS s USING (study);
    """

  /// Hours lie packed in ``HourPack``; a number is taken apart by its eight hexadecimal digits. Each `LIMIT 1` keeps SQLite
  /// from working out an inner value anew wherever it is used, which takes five times as long.
  static var hours: String {
    let components = StoredComponent.all
    let sum = components.map { "d.\($0.name)_watts" }.joined(separator: " + ")
    return """
      CREATE VIEW v_day AS
      SELECT d.study, d.layout, l.name, date(s.start_date, d.day || ' days') AS date,
        \(components.map { "d.\($0.name)_watts" }.joined(separator: ", ")),
        \(sum) AS meter_watts, d.outdoor_celsius
      FROM day AS d JOIN layout AS l USING (study, layout) JOIN study AS s USING (study);
      CREATE VIEW v_packed_hour AS
      WITH RECURSIVE
        clock (hour) AS (SELECT 0 UNION ALL SELECT hour + 1 FROM clock WHERE hour < 23),
        series (series) AS (SELECT component FROM component UNION ALL SELECT \(HourPack.outdoor))
      SELECT study, layout, 24 * day + hour AS hour, series,
        (SELECT CASE WHEN exponent < -62 THEN 0.0 WHEN exponent < 0 THEN sign * fraction / (1 << -exponent)
            ELSE sign * fraction * (1 << exponent) END
          FROM (SELECT 1.0 - 2 * (bits >> 31) AS sign, (bits & 8388607) | 8388608 AS fraction,
              ((bits >> 23) & 255) - 150 AS exponent
            FROM (SELECT \(bits) AS bits
              FROM (SELECT hex(substr(hours, 1 + 4 * (\(HourPack.width) * hour + series), 4)) AS digits LIMIT 1)
              LIMIT 1))) AS value
      FROM day, clock, series WHERE hour < length(hours) / \(4 * HourPack.width);
      CREATE VIEW v_hourly AS
      SELECT h.study, h.layout, l.name, h.hour, datetime(s.start_date, h.hour || ' hours') AS time,
        p.name AS component, p.title, p.is_it, h.value AS watts
      FROM v_packed_hour AS h JOIN component AS p ON p.component = h.series
        JOIN layout AS l USING (study, layout) JOIN study AS s USING (study);
      CREATE VIEW v_outdoor AS
      SELECT h.study, h.layout, h.hour, datetime(s.start_date, h.hour || ' hours') AS time, h.value AS celsius
      FROM v_packed_hour AS h JOIN study AS s USING (study) WHERE h.series = \(HourPack.outdoor);
      """
  }

  /// Eight digits, of which the first two are the lowest byte, as a whole number.
  private static var bits: String {
    (0..<8).map { place in
      let shift = 8 * (place / 2) + (place % 2 == 0 ? 4 : 0)
      return "(instr('123456789ABCDEF', substr(digits, \(place + 1), 1)) << \(shift))"
    }.joined(separator: " | ")
  }
}
