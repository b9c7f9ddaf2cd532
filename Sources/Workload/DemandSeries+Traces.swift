public import Quantities

extension DemandSeries {
  /// Makes a series from a trace of whole per cents of the reference machine.
  ///
  /// - Throws: ``DemandProblem`` that names the first number outside 0...100.
  public init(percents: [Int], interval: Seconds) throws(DemandProblem) {
    var samples: [UInt8] = []
    samples.reserveCapacity(percents.count)
    for (index, percent) in percents.enumerated() {
      guard (0...100).contains(percent) else {
        throw DemandProblem(
          "sample \(index + 1) is \(percent), not a whole per cent between 0 and 100")
      }
      samples.append(UInt8(percent))
    }
    try self.init(samples: samples, interval: interval, scale: .percent)
  }

  /// Makes a series from a trace of shares of the reference machine, kept to a 255th of the largest.
  ///
  /// - Returns: the series, and the share that its full scale stands for.
  /// - Throws: ``DemandProblem`` when a share is negative or not finite.
  public static func measured(
    _ shares: [Fraction], interval: Seconds
  ) throws(DemandProblem) -> (series: DemandSeries, peak: Fraction) {
    var peak = Fraction.zero
    for (index, share) in shares.enumerated() {
      guard share >= .zero, share.value.isFinite else {
        throw DemandProblem("sample \(index + 1) is \(share), not a demand")
      }
      peak = max(peak, share)
    }
    let samples = shares.map { share in
      peak > .zero ? UInt8((share / peak * 255).rounded()) : 0
    }
    return (try DemandSeries(samples: samples, interval: interval, scale: .peak), peak)
  }
}
