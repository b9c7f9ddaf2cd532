public import Quantities

/// Demand over time in 8-bit samples, to be replayed from any offset and repeated without end.
///
/// A sample says how much of the guest's full demand is asked for: `share = sample / fullScale`. One series may
/// be replayed by any number of guests, each with its own offset and weight.
public struct DemandSeries: Sendable, Hashable {
  /// What a sample of full demand is.
  public enum Scale: UInt8, Sendable, Hashable {
    /// Samples are whole per cents of the reference machine: 0 to 100.
    case percent = 100
    /// Samples are 255ths of the guest's own peak.
    case peak = 255

    /// The sample that stands for full demand.
    public var fullScale: Int { Int(rawValue) }
  }

  /// The samples in order of time; not empty; none above full scale.
  public let samples: [UInt8]
  /// The time that each sample lasts; positive.
  public let interval: Seconds
  /// What a sample of full demand is.
  public let scale: Scale

  /// Creates a series from samples.
  ///
  /// - Throws: ``DemandProblem`` when there is no sample, one is above full scale, or the interval is not positive.
  public init(samples: [UInt8], interval: Seconds, scale: Scale) throws(DemandProblem) {
    guard !samples.isEmpty else { throw DemandProblem("a demand series needs at least one sample") }
    guard interval > .zero, interval.value.isFinite else {
      throw DemandProblem("the time between samples must be positive, found \(interval)")
    }
    if let index = samples.firstIndex(where: { $0 > scale.rawValue }) {
      throw DemandProblem(
        "sample \(index + 1) is \(samples[index]), above the full scale of \(scale.rawValue)")
    }
    self.init(checked: samples, interval: interval, scale: scale)
  }

  init(checked samples: [UInt8], interval: Seconds, scale: Scale) {
    self.samples = samples
    self.interval = interval
    self.scale = scale
  }

  /// The time after which the series repeats.
  public var duration: Seconds { interval * Double(samples.count) }

  /// The share of full demand at a sample; positions beyond the end wrap around.
  public func share(at position: Int) -> Fraction {
    let count = samples.count
    let wrapped = ((position % count) + count) % count
    return Fraction(Double(samples[wrapped]) / Double(scale.fullScale))
  }
}
