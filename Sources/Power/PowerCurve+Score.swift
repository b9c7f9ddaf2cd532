public import Quantities

extension PowerCurve {
  /// Work per energy over the eleven levels of the SPECpower benchmark.
  ///
  /// ```
  /// score = sum of W_k for k = 1...10 / (P_idle + sum of P_k for k = 1...10),  W_k = k/10 W_100
  /// ```
  /// W_k is the throughput at level k and P_k the power there, in W.
  ///
  /// **Valid for** curves at the wall whose utilization is throughput. **Not modelled**: the small difference between
  /// a level's target and its measured throughput.
  /// **Source**: SPEC, SPECpower_ssj2008 design document; recomputing 570 published results this way differs by 0.29 %
  /// at most. A figure computed here is not a SPEC metric.
  ///
  /// Example: IBM x3550 M3 (X5675), 890 651 ssj_ops at full load: 3092.78.
  ///
  /// - Parameter fullLoadWork: the throughput at full load.
  public func workPerEnergy(fullLoadWork: WorkPerSecond) -> WorkPerJoule {
    var work = 0.0
    var power = idle.value
    for level in 1...10 {
      work += fullLoadWork.value * Double(level) / 10
      power += draw(at: Fraction(Double(level) / 10)).value
    }
    return WorkPerJoule(work / power)
  }
}
