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
    let points = tablePoints
    guard power >= points[0] else { return nil }
    let segments = points.count - 1
    for index in 0..<segments where points[index + 1] > power {
      let part = (power - points[index]) / (points[index + 1] - points[index])
      return Fraction((Double(index) + part) / Double(segments))
    }
    return .one
  }
}
