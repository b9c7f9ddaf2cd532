public import Quantities

/// How many times as long as alone work of a group of guests took, over their running time.
///
/// Kept as a histogram of speed, 1 over the stretch, in thousandths: a percentile is exact to a thousandth of full speed.
/// Time is counted in whole milliseconds of a guest, so that the order of counting does not matter.
struct StretchRecord {
  /// Time of guests by thousandths of speed lost, of those that were slower.
  private var milliseconds = [Int64](repeating: 0, count: 1000)
  /// Time in which a promise was broken.
  private(set) var brokenMilliseconds: Int64 = 0
  /// Time that guests ran.
  var runningMilliseconds: Int64 = 0

  /// Guests ran for some time, so much slower than alone.
  mutating func add(_ milliseconds: Int64, stretch: Double, allowed: Double) {
    if stretch > allowed { brokenMilliseconds += milliseconds }
    guard stretch > 1 else { return }
    self.milliseconds[min(999, Int(1000 * (1 - 1 / stretch)))] += milliseconds
  }

  /// The stretch in the middle of a class.
  private static func stretch(ofClass index: Int) -> Double { 1000 / (999.5 - Double(index)) }

  /// The mean over running time; time of which nothing is recorded ran at full speed.
  var mean: Double {
    guard runningMilliseconds > 0 else { return 1 }
    let extra = milliseconds.enumerated().reduce(0.0) {
      $0 + Double($1.element) * (Self.stretch(ofClass: $1.offset) - 1)
    }
    return 1 + extra / Double(runningMilliseconds)
  }

  /// The stretch that is not exceeded in a share of running time.
  func percentile(_ share: Fraction) -> Double {
    var above = Int64((Double(runningMilliseconds) * (1 - share.value)).rounded(.down))
    for index in milliseconds.indices.reversed() {
      above -= milliseconds[index]
      if above < 0 { return Self.stretch(ofClass: index) }
    }
    return 1
  }

  /// What is kept of it.
  var summary: StretchSummary {
    StretchSummary(
      mean: mean, percentile95: percentile(Fraction(percent: 95)),
      percentile99: percentile(Fraction(percent: 99)), running: .milliseconds(runningMilliseconds),
      broken: .milliseconds(brokenMilliseconds))
  }
}

/// How many times as long as alone work of a group of guests took, over their running time.
public struct StretchSummary: Sendable, Hashable {
  /// The mean, and what was not exceeded in 95 and 99 % of the time.
  public var mean: Double
  public var percentile95: Double
  public var percentile99: Double
  /// Time that guests ran, and of it that in which work took longer than promised; summed over guests.
  public var running: Seconds
  public var broken: Seconds
}
