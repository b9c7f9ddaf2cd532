extension EnclosureSeries {
  /// Calibrates an enclosure with the smallest and the largest population of each series, and says how well the
  /// rest is predicted.
  ///
  /// - Parameters:
  ///   - idle: measurements at active idle.
  ///   - full: measurements at full load.
  ///   - bank: the supplies of the enclosure, to calibrate behind them; nil for the plane of the measurements.
  public static func calibrated(
    idle: EnclosureSeries, full: EnclosureSeries, behind bank: PowerSupplyBank? = nil
  ) throws(PowerProblem) -> EnclosureCalibration {
    var (idle, full) = (idle, full)
    if let bank {
      idle = try idle.directCurrent(behind: bank)
      full = try full.directCurrent(behind: bank)
    }
    let (quiet, busy) = (idle.ends.line, full.ends.line)
    return EnclosureCalibration(
      idle: quiet, full: busy, idleError: idle.worstError(of: quiet), fullError: full.worstError(of: busy))
  }
}
