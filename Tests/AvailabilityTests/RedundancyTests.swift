import Availability
import Quantities
import TestSupport
import Testing

@Suite("Redundancy")
struct RedundancyTests {
  static let server = FailureModel(rate: EventsPerYear(0.08), repair: RepairTime(mean: Seconds(hours: 8)))
  static let frail = FailureModel(rate: EventsPerYear(12), repair: RepairTime(mean: Seconds(days: 5)))

  @Test func `one unit is out as often as it fails while it is up`() {
    let profile = OutageProfile(of: Self.frail)
    let cycle = 365.0 / 12 + 5
    #expect(isClose(profile.rate.value, 365 / cycle))
    #expect(isClose(profile.meanOutage.value, Seconds(days: 5).value))
  }

  @Test func `the example of the frequency method`() {
    let unit = FailureModel(rate: EventsPerYear(1), repair: RepairTime(mean: Seconds(days: 1)))
    let pair = OutageProfile.atLeast(1, of: 2, each: unit)
    #expect(isClose(pair.rate.value, 2 * 365.0 / 366 / 366, relative: 1e-12))
    #expect(isClose(pair.rate.value, 0.00545, absolute: 1e-5))
    #expect(isClose(pair.meanOutage.value, Seconds(hours: 12).value))
  }

  @Test(arguments: 1...6)
  func `k of n agrees with series and parallel at its ends`(count: Int) {
    let units = Array(repeating: OutageProfile(of: Self.frail), count: count)
    let all = OutageProfile.atLeast(count, of: count, each: Self.frail)
    let series = OutageProfile.series(units)
    #expect(
      isClose(all.rate.value, series.rate.value) && isClose(all.meanOutage.value, series.meanOutage.value))
    let any = OutageProfile.atLeast(1, of: count, each: Self.frail)
    let parallel = OutageProfile.parallel(units)
    #expect(isClose(any.rate.value, parallel.rate.value))
    #expect(isClose(any.state.unavailability.value, parallel.state.unavailability.value))
    #expect(isClose(any.meanOutage.value, Seconds(days: 5).value / Double(count)), "repairs run side by side")
  }

  /// Units that fail and are repaired with seeded exponential times, watched for a long while.
  private static func simulate(
    units: Int, needed: Int, model: FailureModel, common: Double, years: Double, seed: UInt64
  ) -> (outages: Double, down: Double) {
    var random = SeededGenerator(seed: seed)
    let failing = model.rate.value * (1 - common)
    let repairing = 1 / model.repair.mean.years
    var up = units
    var shock = false
    var now = 0.0
    var outages = 0.0
    var down = 0.0
    while now < years {
      let rates = [
        Double(up) * failing, Double(units - up) * repairing, shock ? 0 : model.rate.value * common,
        shock ? repairing : 0,
      ]
      let total = rates.reduce(0, +)
      let step = -logarithm(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) / total
      let wasDown = up < needed || shock
      if wasDown { down += step }
      now += step
      var pick = Double.random(in: 0..<total, using: &random)
      for (index, rate) in rates.enumerated() {
        guard pick >= rate else {
          switch index {
          case 0: up -= 1
          case 1: up += 1
          case 2: shock = true
          default: shock = false
          }
          break
        }
        pick -= rate
      }
      if !wasDown && (up < needed || shock) { outages += 1 }
    }
    return (outages / now, down / now)
  }

  @Test(
    arguments: [
      (1, RedundancyGroup.Scheme.plus(1), 0.0), (3, .plus(1), 0.0), (2, .plus(2), 0.0), (2, .plus(1), 0.05),
      (4, .exactly, 0.0),
    ])
  func `a group is out as often and as long as units that are watched`(
    needed: Int, scheme: RedundancyGroup.Scheme, common: Double
  ) {
    let group = RedundancyGroup(of: Self.frail, needed: needed, scheme, commonCause: Fraction(common))
    let years = 40_000.0
    let seen = Self.simulate(
      units: group.count, needed: needed, model: Self.frail, common: common, years: years, seed: 11)
    let outages = group.outages
    // Counts scatter by their square root; four deviations.
    let scatter = 4 / (outages.rate.value * years).squareRoot()
    #expect(abs(seen.outages / outages.rate.value - 1) < scatter)
    #expect(abs(seen.down / outages.state.unavailability.value - 1) < 2 * scatter)
  }

  @Test func `the mean time of a pair is the closed form's`() throws {
    let group = RedundancyGroup(of: Self.server, .plus(1))
    let pair = RepairablePair(of: Self.server).meanTimeToFailure
    #expect(isClose(try #require(group.meanTimeToFailure).value, pair.value))
    #expect(isClose(try #require(group.meanTimeToFailure).years, 85_565.625))
    let common = RedundancyGroup(of: Self.server, .plus(1), commonCause: Fraction(percent: 2))
    #expect(isClose(try #require(common.meanTimeToFailure).years, 620, absolute: 1))
  }

  @Test(arguments: [(1, 0), (1, 1), (2, 1), (3, 2), (6, 3)])
  func `the mean time agrees with stepping back through the chain`(needed: Int, more: Int) throws {
    for beta in [0.0, 0.03] {
      let group = RedundancyGroup(of: Self.frail, needed: needed, .plus(more), commonCause: Fraction(beta))
      // T_j = (1 + f T_(j+1) + r T_(j-1)) / (f + r + c) by repeated substitution, in years.
      let share = more > 0 ? beta : 0
      var times = [Double](repeating: 0, count: more + 2)
      for _ in 0..<20_000 {
        for failed in 0...more {
          let failing = 12 * (1 - share) * Double(needed + more - failed)
          let repairing = 73 * Double(failed)
          let before = failed > 0 ? times[failed - 1] : 0
          times[failed] =
            (1 + failing * times[failed + 1] + repairing * before) / (failing + repairing + 12 * share)
        }
      }
      #expect(isClose(try #require(group.meanTimeToFailure).years, times[0], relative: 1e-6))
    }
  }

  @Test func `with short repairs a group's rate is one over its mean time`() throws {
    for scheme in [RedundancyGroup.Scheme.plus(1), .twice] {
      let group = RedundancyGroup(of: Self.server, needed: 3, scheme)
      #expect(
        isClose(group.outages.rate.value * (try #require(group.meanTimeToFailure).years), 1, relative: 1e-3))
    }
  }

  @Test func `more spares fail less often, and common causes end the gain`() {
    func rate(_ scheme: RedundancyGroup.Scheme, _ beta: Double) -> Double {
      RedundancyGroup(of: Self.server, needed: 3, scheme, commonCause: Fraction(beta)).outages.rate.value
    }
    #expect(isClose(rate(.exactly, 0.05), 3 * 0.08, relative: 1e-3), "alone there is nothing in common")
    #expect(rate(.plus(1), 0) < rate(.exactly, 0) / 100)
    #expect(rate(.plus(2), 0) < rate(.plus(1), 0) / 100)
    #expect(rate(.twice, 0) > rate(.plus(1), 0), "two whole sides of three are weaker than three of four")
    #expect(
      isClose(rate(.plus(2), 0.02), 0.0016, relative: 1e-3), "two per cent of the unit's failures remain")
    #expect(RedundancyGroup(of: Self.server, needed: 3, .twice).count == 6)
    #expect(isClose(RedundancyGroup(of: Self.server, needed: 3, .twice).unitFailures.value, 0.48))
    #expect(
      RedundancyGroup(of: FailureModel(rate: .zero, repair: RepairTime(mean: .zero)), .plus(1))
        .meanTimeToFailure == nil)
    let instant = FailureModel(rate: EventsPerYear(2), repair: RepairTime(mean: .zero))
    #expect(RedundancyGroup(of: instant, .plus(1)).meanTimeToFailure == nil)
    #expect(RedundancyGroup(of: instant, .plus(1), commonCause: Fraction(0.5)).meanTimeToFailure == .year)
    #expect(RedundancyGroup(of: instant, needed: 2, .exactly).meanTimeToFailure == Seconds.year / 4)
  }
}

@Suite("Standby power")
struct StandbyPowerTests {
  static let utility = FailureModel(rate: EventsPerYear(5), repair: RepairTime(mean: Seconds(hours: 2.5)))

  @Test func `one generator behind batteries, as in the example`() {
    let standby = StandbyPower(utility: Self.utility, autonomy: Seconds(minutes: 10), generators: 1)
    // 0.01 + 0.99 * 0.0025 / 1.0025 of the outages that outlast 10 of 150 minutes.
    let chance = 0.01 + 0.99 * 0.0025 / 1.0025
    #expect(isClose(standby.chanceToFail.value, chance))
    #expect(isClose(standby.outages.rate.value, 5 * 0.935507 * chance, relative: 2e-3))
    #expect(isClose(standby.outages.rate.value, 0.058, absolute: 0.001))
    #expect(isClose(standby.outages.state.downtimePerYear.value / 60, 8.7, absolute: 0.1))
    #expect(isClose(standby.outages.meanOutage.value, Seconds(hours: 2.5).value))
  }

  @Test func `without batteries and generators every outage is dark`() {
    let bare = StandbyPower(utility: Self.utility, autonomy: .zero, generators: 0)
    #expect(isClose(bare.outages.rate.value, OutageProfile(of: Self.utility).rate.value))
    #expect(bare.chanceToFail == .one && bare.chanceToOutlast == .one)
  }

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2)])
  func `generators that start and fail in seeded trials fail as the closed form says`(count: Int, needed: Int)
  {
    let standby = StandbyPower(
      utility: Self.utility, autonomy: .zero, generators: count, needed: needed,
      failureToStart: Fraction(0.2), failureToRun: EventsPerYear(8760 * 0.1))
    var random = SeededGenerator(seed: 5)
    func life(_ mean: Double) -> Double {
      -logarithm(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) * mean
    }
    let trials = 100_000
    var failed = 0
    for _ in 0..<trials {
      let outage = life(2.5)
      var alive = 0
      for _ in 0..<count where Double.random(in: 0..<1, using: &random) >= 0.2 && life(10) > outage {
        alive += 1
      }
      if alive < needed { failed += 1 }
    }
    let expected = standby.chanceToFail.value
    let scatter = 4 * (expected * (1 - expected) / Double(trials)).squareRoot()
    #expect(abs(Double(failed) / Double(trials) - expected) < scatter)
  }

  @Test func `more generators and longer batteries are never worse`() {
    var before = Double.infinity
    for generators in 2...6 {
      let rate = StandbyPower(
        utility: Self.utility, autonomy: Seconds(minutes: 10), generators: generators, needed: 2
      ).outages.rate.value
      #expect(rate < before)
      before = rate
    }
    for minutes in [20.0, 60, 600] {
      let rate = StandbyPower(
        utility: Self.utility, autonomy: Seconds(minutes: minutes), generators: 6, needed: 2
      ).outages.rate.value
      #expect(rate < before)
      before = rate
    }
  }
}
