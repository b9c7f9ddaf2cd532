public import Quantities

extension DemandSeries {
  /// The mean share of full demand.
  public var mean: Fraction {
    let sum = samples.reduce(0) { $0 + Int($1) }
    return Fraction(Double(sum) / Double(samples.count * scale.fullScale))
  }

  /// The largest share of full demand.
  public var peak: Fraction { percentile(.one) }

  /// The share of full demand that a part of the samples does not exceed, such as 95 %.
  ///
  /// The smallest sample value with at least `part` of all samples at or below it (nearest rank).
  /// - Precondition: the part is in 0...1.
  public func percentile(_ part: Fraction) -> Fraction {
    precondition(part >= .zero && part <= .one, "a percentile lies between 0 and 100 %")
    var counts = [Int](repeating: 0, count: 256)
    for sample in samples { counts[Int(sample)] += 1 }
    // The product may land a rounding error above a whole rank: 0.95 * 100 is not exactly 95.
    let exactRank = part.value * Double(samples.count)
    let rank = max(1, Int((exactRank - 1e-9 * exactRank).rounded(.up)))
    var seen = 0
    for value in counts.indices {
      seen += counts[value]
      if seen >= rank { return Fraction(Double(value) / Double(scale.fullScale)) }
    }
    preconditionFailure("the counts add up to all samples")
  }
}
