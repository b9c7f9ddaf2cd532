public import Quantities

extension PowerCurve {
  /// Work per energy over the eleven levels of the SPECpower benchmark.
  ///
  /// ```
  /// score = (sum of W_k for k = 1...10) / (P_idle + sum of P_k for k = 1...10)
  /// ```
  /// W_k is the throughput measured at level k (10 %, ... 100 %) and P_k the power there, in W.
  ///
  /// **Valid for** curves at the wall whose utilization is throughput.
  /// **Not modelled**: SPEC rounds the watts it publishes, which moves the score by up to 0.29 %.
  /// **Source**: SPEC, SPECpower_ssj2008, overall ssj_ops/watt. A figure computed here is not a SPEC metric.
  ///
  /// - Parameter levels: the ten throughputs, from 10 % to full load.
  public func workPerEnergy(levels: [WorkPerSecond]) -> WorkPerJoule {
    precondition(levels.count == 10, "ten levels of throughput, from 10 % to full load")
    var work = 0.0
    var power = idle.value
    for (level, throughput) in zip(1...10, levels) {
      work += throughput.value
      power += draw(at: Fraction(Double(level) / 10)).value
    }
    return WorkPerJoule(work / power)
  }

  /// Calibrated throughput over that of the run at full load: the median of 619 published results, whose scores
  /// imply it (derived; -0.7 to 2.4 %).
  public static let typicalCalibration = 1.0034

  /// Work per energy over the eleven levels when only the throughput at full load is known.
  ///
  /// ```
  /// W_k = k/10 c W_10  for k = 1...9
  /// ```
  /// c is the calibrated throughput over that of the run at full load, W_10. Levels are shares of what was calibrated, and
  /// the run at full load, long and without a target, falls a little short of that.
  ///
  /// **Valid for** scores of published results: 457 of 619 come within 0.3 % of SPEC's with the typical c, 318 with c = 1;
  /// the median is 0.16 %, the largest 1.6 % off (derived).
  /// **Not modelled**: how far a single run fell short, and the watts that SPEC has rounded.
  /// **Source**: as ``workPerEnergy(levels:)``.
  ///
  /// Example: IBM x3550 M3 (X5675) with 890 651 ssj_ops at full load gives 3089, where SPEC prints 3093.
  ///
  /// - Parameter calibration: above zero; 1 for exact tenths of the full load.
  public func workPerEnergy(
    fullLoadWork: WorkPerSecond, calibration: Double = typicalCalibration
  ) -> WorkPerJoule {
    precondition(calibration > 0, "throughput was calibrated above zero")
    return workPerEnergy(
      levels: (1...10).map { fullLoadWork * ($0 < 10 ? Double($0) / 10 * calibration : 1) })
  }
}
