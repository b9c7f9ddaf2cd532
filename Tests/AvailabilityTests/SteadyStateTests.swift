import Availability
import Quantities
import TestSupport
import Testing

@Suite("Closed forms of availability")
struct SteadyStateTests {
  @Test(
    arguments: [
      (1, 2, 0.99, 0.9999, 52.56), (3, 4, 0.999, 0.999994007997, 3.1494),
      (4, 5, 0.999, 0.999990019985, 5.2455),
    ])
  func `some of several must be up`(
    needed: Int, count: Int, each: Double, availability: Double, minutesDown: Double
  ) {
    let state = SteadyState.atLeast(
      needed, of: count, each: SteadyState(availability: Fraction(each)))
    #expect(isClose(state.availability.value, availability, relative: 1e-12))
    #expect(isClose(state.downtimePerYear.value / 60, minutesDown, relative: 2e-5))
  }

  @Test func `a server of 8 % a year and 8 hours of repair is down 0.64 hours a year`() {
    let server = FailureModel(
      rate: EventsPerYear(0.08), repair: RepairTime(mean: Seconds(hours: 8)))
    #expect(isClose(server.steadyState.availability.value, 0.99992695, relative: 1e-8))
    #expect(isClose(server.steadyState.downtimePerYear.hours, 0.64, relative: 1e-3))
    #expect(server.meanTimeBetweenFailures == Seconds(hours: 109_500))
  }

  @Test func `a guest that is restarted in 150 seconds is down 12 seconds a year`() {
    let timing = RestartTiming(detection: Seconds(15), boot: Seconds(135), slots: 8)
    #expect(timing.downtimePerYear(rate: EventsPerYear(0.08), guestsPerHost: 8) == Seconds(12))
  }

  @Test func `series and parallel of two`() {
    let one = SteadyState(availability: Fraction(0.99))
    let other = SteadyState(availability: Fraction(0.95))
    #expect(isClose(SteadyState.series([one, other]).availability.value, 0.9405))
    #expect(isClose(SteadyState.parallel([one, other]).availability.value, 0.9995))
    #expect(SteadyState.series([]) == .perfect)
    #expect(SteadyState.parallel([]).availability == .zero)
  }

  @Test func `tiny unavailabilities keep their digits`() {
    let part = SteadyState(unavailability: Fraction(1e-12))
    #expect(isClose(SteadyState.series([part, part]).unavailability.value, 2e-12, relative: 1e-11))
    #expect(isClose(SteadyState.parallel([part, part]).unavailability.value, 1e-24))
    #expect(isClose(SteadyState.atLeast(1, of: 2, each: part).unavailability.value, 1e-24))
  }

  @Test(arguments: 0..<20)
  func `k of n lies between parallel and series and falls as more are needed`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let each = SteadyState(availability: Fraction(Double.random(in: 0...1, using: &random)))
    let count = Int.random(in: 1...40, using: &random)
    let units = Array(repeating: each, count: count)
    func unavailability(_ needed: Int) -> Double {
      SteadyState.atLeast(needed, of: count, each: each).unavailability.value
    }
    #expect(unavailability(0) == 0)
    #expect(isClose(unavailability(1), SteadyState.parallel(units).unavailability.value, absolute: 1e-12))
    #expect(isClose(unavailability(count), SteadyState.series(units).unavailability.value, absolute: 1e-12))
    for needed in 1...count { #expect(unavailability(needed) >= unavailability(needed - 1)) }
  }

  @Test func `a mixed system agrees with counting every state`() {
    let ups = SteadyState(availability: Fraction(0.97))
    let unit = SteadyState(availability: Fraction(0.9))
    let closed = SteadyState.series([ups, .atLeast(2, of: 3, each: unit)])
    var availability = 0.0
    for state in 0..<16 {
      let up = (0..<4).map { state >> $0 & 1 == 1 }
      let chance = (up[0] ? 0.97 : 0.03) * up[1...].reduce(1) { $0 * ($1 ? 0.9 : 0.1) }
      if up[0] && up[1...].filter({ $0 }).count >= 2 { availability += chance }
    }
    #expect(isClose(closed.availability.value, availability, relative: 1e-14))
  }

  @Test func `a common cause takes away what redundancy gives`() {
    let supply = SteadyState(availability: Fraction(0.999))
    func pair(_ beta: Double) -> Double {
      SteadyState.parallel(2, each: supply, commonCause: Fraction(beta)).unavailability.value
    }
    #expect(isClose(pair(0), 1e-6))
    #expect(isClose(pair(1), 1e-3))
    #expect(isClose(pair(0.05), 0.95 * 0.95 * 1e-6 + 0.05e-3, relative: 1e-4))
    #expect(pair(0.01) > 10 * pair(0), "one per cent of common cause outweighs the pair")
  }

  @Test func `a repairable pair`() {
    let server = FailureModel(
      rate: EventsPerYear(0.08), repair: RepairTime(mean: Seconds(hours: 8)))
    #expect(isClose(RepairablePair(of: server).meanTimeToFailure.years, 85_565.625))
    // Equal rates: (3 + 1) / 2 mean lives of one unit.
    let even = FailureModel(rate: EventsPerYear(1), repair: RepairTime(mean: .year))
    #expect(isClose(RepairablePair(of: even).meanTimeToFailure.years, 2))
  }

  @Test(arguments: [(1, 28.82), (2, 22.69), (3, 1.58), (4, 0.44)])
  func `the tiers allow their hours`(tier: Int, hoursDown: Double) throws {
    let target = try #require(TierTarget.all.first { $0.tier == tier })
    #expect(abs(target.state.downtimePerYear.hours - hoursDown) < 0.005)
  }
}
