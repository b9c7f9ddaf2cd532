import EventEngine
public import Quantities

/// How well guests were served, in the measures of the literature on consolidation.
///
/// ```
/// OTF    = sum over hosts of crowded time / sum over hosts of running time
/// SLATAH = mean over hosts that ran of crowded time / running time
/// PDM    = mean over guests of 10 % of the work asked for while migrating / all work asked for
/// SLAV   = SLATAH PDM
/// ```
/// A host is crowded while it is asked for more than it has.
///
/// The tenth is the literature's guess of what a guest loses while it is copied. What it really loses here is ``stopped``:
/// copies take work of their hosts, and the guest is stopped for the last of them; it is not otherwise slowed.
///
/// **Source**: Beloglazov, Buyya (2012), CCPE 24(13), equations 9 to 12; OTF from Beloglazov's thesis (2013, from memory).
public struct ServiceQuality: Sendable, Hashable {
  /// The share of running time in which hosts were crowded.
  public var overloadTime: Fraction
  /// The same as a mean over hosts (SLATAH).
  public var violationTime: Fraction
  /// The performance that migrations are taken to cost (PDM).
  public var migrationLoss: Fraction
  /// The share of the work asked for that was not done because guests were stopped by migrations.
  public var stopped: Fraction
  /// Time on crowded hosts that 95 % and 99 % of guests did not exceed.
  public var contention95: Seconds
  public var contention99: Seconds
  /// Energy of boots, and of hosts that were switched off, at the plane of the hosts.
  public var bootEnergy: Joules
  public var offEnergy: Joules
  /// Hosts that ran, mean over time.
  public var meanHosts: Double

  /// The product of ``violationTime`` and ``migrationLoss`` (SLAV).
  public var violation: Fraction { Fraction(violationTime.value * migrationLoss.value) }
}

/// Collects what migrations cost guests.
struct ServiceMeter {
  /// Quanta-samples that each guest asked for while it migrated, and that all asked for while stopped.
  private(set) var migrating: [Double]
  private(set) var stopped = 0.0

  init(guests: Int) { migrating = Array(repeating: 0, count: guests) }

  mutating func add(_ guest: Int, asked: Double, whileStopped: Double) {
    migrating[guest] += asked
    stopped += whileStopped
  }
}

extension LayoutRun {
  /// The part of a migrating guest's demand that the literature takes for lost.
  private static let migrationLoss = 0.1

  func serviceQuality() -> ServiceQuality {
    let sample = Double(tile.sampleMilliseconds)
    var (crowded, running, shares, used) = (0.0, 0.0, 0.0, 0)
    for host in hosts.indices where tile.runningMilliseconds[host] > 0 {
      let (time, all) = (tile.crowdedSamples[host] * sample, Double(tile.runningMilliseconds[host]))
      crowded += time
      running += all
      shares += time / all
      used += 1
    }
    var (losses, demanded, asking) = (0.0, 0.0, 0)
    for (index, guest) in plan.guests.enumerated() {
      let asked = tile.demands.quanta(
        of: index, from: max(guest.arrival, .start).milliseconds, until: guest.departure.milliseconds)
      guard asked > 0 else { continue }
      losses += Self.migrationLoss * service.migrating[index] / asked
      demanded += asked
      asking += 1
    }
    let times = tile.guestCrowdedSamples.sorted()
    func percentile(_ percent: Int) -> Seconds {
      guard !times.isEmpty else { return .zero }
      return Seconds(times[(percent * times.count + 99) / 100 - 1] * sample / 1000)
    }
    return ServiceQuality(
      overloadTime: Fraction(running > 0 ? crowded / running : 0),
      violationTime: Fraction(used > 0 ? shares / Double(used) : 0),
      migrationLoss: Fraction(asking > 0 ? losses / Double(asking) : 0),
      stopped: Fraction(demanded > 0 ? service.stopped / demanded : 0), contention95: percentile(95),
      contention99: percentile(99), bootEnergy: Joules(tile.bootJoules), offEnergy: Joules(tile.offJoules),
      meanHosts: running / Double(max(1, endTime.milliseconds)))
  }
}
