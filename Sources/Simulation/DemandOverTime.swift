import Placement
import Scenario
import Workload

/// What guests take of a host's processors over time, as placement counts it where guests are sized by what they ask for
/// together (``HostLimits/DemandSize/peakOfSums``).
///
/// ```
/// d(t) = max over the samples of period t of  step * work / (efficiency * throughput)     in millionths of a host, rounded up
/// ```
/// All series repeat after the least common multiple of their lengths; those samples, or those of the study if they are fewer
/// than that and no fewer than the longest series, are cut into at most ``mostPeriods`` equal periods of whole samples, the
/// last one shorter. The sum of highest samples is at least the highest sample of a sum, so a plan that holds by periods
/// holds at every sample; and `k` periods in which a host may be asked for more are at most 5 % of the samples.
///
/// Guests that replay one series with one offset share a profile, so a million guests of some groups have some hundred.
struct DemandOverTime: Sendable {
  /// Four weeks of hours.
  static let mostPeriods = 672
  /// The share of samples in which a host may be asked for more than it offers, by percentile.
  private static let excess = 0.05

  /// What a guest replays.
  private struct Replay: Hashable {
    let series: Int32
    let offset: Int
  }

  /// How many samples are looked at.
  let samples: Int
  /// How many of them are one period.
  let samplesPerPeriod: Int
  /// In how many of them a host may be asked for more than it offers.
  let samplesAbove: Int
  private let library: SeriesLibrary
  private let shareOfStep: [Double]
  private(set) var profiles: DemandProfiles
  private var known: [Replay: Int32] = [:]
  private var replays: [Replay] = []

  /// The demand of the guests of a plan; nil where guests are sized one by one.
  ///
  /// - Parameter shareOfStep: the share of a host's throughput that one step of each series takes.
  init?(_ plan: DemandPlan, sizedBy size: HostLimits.DemandSize, shareOfStep: [Double], studySamples: Int) {
    guard size.isOfSums else { return nil }
    let lengths = plan.guests.map { plan.library.span(of: $0.series).length }
    samples = DemandOverTime.window(of: lengths, studySamples: studySamples)
    samplesPerPeriod = (samples + Self.mostPeriods - 1) / Self.mostPeriods
    let share = size == .percentile95OfSums ? Self.excess : 0
    // A billionth keeps 5 % of 100 at 5.
    samplesAbove = Int(share * Double(samples) + 1e-9)
    library = plan.library
    self.shareOfStep = shareOfStep
    profiles = DemandProfiles(
      of: [GuestSizing.processor], periods: (samples + samplesPerPeriod - 1) / samplesPerPeriod,
      mayExceed: samplesAbove / samplesPerPeriod)
    for guest in plan.guests { _ = profile(of: guest) }
  }

  /// After how many samples all series repeat together, as far as a study gets.
  private static func window(of lengths: [Int], studySamples: Int) -> Int {
    let most = max(studySamples, lengths.max() ?? 1)
    var window = 1
    for length in lengths where window % length != 0 {
      var (left, right) = (window, length)
      while right > 0 { (left, right) = (right, left % right) }
      window = window / left * length
      if window >= most { return most }
    }
    return window
  }

  /// The profile of a guest.
  mutating func profile(of guest: DemandPlan.Guest) -> Int32 {
    let replay = Replay(series: guest.series.index, offset: guest.offset)
    if let profile = known[replay] { return profile }
    let share = shareOfStep[Int(replay.series)]
    let steps = steps(of: replay)
    let profile = profiles.append(
      stride(from: 0, to: samples, by: samplesPerPeriod).map { first in
        let highest = steps[first..<min(samples, first + samplesPerPeriod)].max() ?? 0
        return GuestSizing.processorUnits(Double(highest) * share)
      })
    known[replay] = profile
    replays.append(replay)
    return profile
  }

  /// The share of a host that some guests ask for together, sample by sample.
  func sums(of guests: [DemandPlan.Guest]) -> [Double] {
    var counts: [Replay: Double] = [:]
    for guest in guests { counts[Replay(series: guest.series.index, offset: guest.offset), default: 0] += 1 }
    var sums = [Double](repeating: 0, count: samples)
    // In the order of profiles, so that rounding is the same in every run.
    for replay in replays {
      guard let count = counts[replay] else { continue }
      let weight = count * shareOfStep[Int(replay.series)]
      for (sample, step) in steps(of: replay).enumerated() { sums[sample] += weight * Double(step) }
    }
    return sums
  }

  private func steps(of replay: Replay) -> [UInt8] {
    let span = library.span(of: SeriesID(replay.series))
    var place = span.place(atSample: 0, offset: replay.offset)
    return library.withUnsafeSamples { storage in
      (0..<samples).map { _ in
        defer { place = place + 1 == span.start + span.length ? span.start : place + 1 }
        return storage[place]
      }
    }
  }
}

extension HostLimits.DemandSize {
  /// Whether guests are sized by what those of a host ask for together.
  var isOfSums: Bool { self == .peakOfSums || self == .percentile95OfSums }

  /// The same level of each guest by itself.
  var ofOneGuest: HostLimits.DemandSize {
    switch self {
    case .peakOfSums: .peak
    case .percentile95OfSums: .percentile95
    case .peak, .percentile95, .mean: self
    }
  }
}
