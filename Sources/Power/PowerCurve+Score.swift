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

  /// Work per energy over the eleven levels when only the throughput at full load is known.
  ///
  /// ```
  /// W_k = k/10 W_10
  /// ```
  /// **Valid for** a first look: a real run misses its target loads a little, so that over 619 published
  /// results this is off by a median of 0.3 % and by 1.9 % at most (derived).
  /// **Not modelled**: the throughput really reached at each level.
  /// **Source**: as ``workPerEnergy(levels:)``.
  ///
  /// Example: IBM x3550 M3 (X5675) with 890 651 ssj_ops at full load gives 3080, where SPEC prints 3093.
  public func workPerEnergy(fullLoadWork: WorkPerSecond) -> WorkPerJoule {
    workPerEnergy(levels: (1...10).map { fullLoadWork * (Double($0) / 10) })
  }
}
