extension ResultSchema {
  /// Came with version 6: energy and PUE of each month of the first replication.
  static let months = """
    DROP VIEW IF EXISTS v_monthly;
    CREATE VIEW v_monthly AS
    SELECT study, layout, name, strftime('%Y-%m', time) AS month, sum(watts) / 1e3 AS meter_kwh,
      sum(watts * is_it) / 1e3 AS it_kwh, sum(watts) / nullif(sum(watts * is_it), 0) AS pue
    FROM v_hourly GROUP BY study, layout, name, month;
    """
}
