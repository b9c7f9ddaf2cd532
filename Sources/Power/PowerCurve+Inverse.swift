public import Quantities

extension PowerCurve {
  /// The highest utilization that a power allows: the inverse of the curve, for power caps.
  ///
  /// ```
  /// u(P) = the largest u such that P(v) <= P for every v up to u
  /// ```
  /// On a curve that dips, work stops where the power is first reached, since a capped server cannot jump over
  /// the hump. Formulas are inverted on their 256 segments.
  ///
  /// - Returns: 0...1, or nil when the power is below idle: no cap holds a running server there.
  public func utilization(at power: Watts) -> Fraction? {
    table.utilization(at: power.value).map { Fraction($0) }
  }
}

extension PowerTable {
  /// The highest utilization that some watts allow, as ``PowerCurve/utilization(at:)`` has it; nil below idle.
  public func utilization(at watts: Double) -> Double? {
    guard watts >= base[0] else { return nil }
    for index in 0..<segments where base[index + 1] > watts {
      let part = (watts - base[index]) / (base[index + 1] - base[index])
      return (Double(index) + part) / Double(segments)
    }
    return 1
  }
}
