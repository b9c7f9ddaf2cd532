import Availability
import Quantities
import TestSupport
import Testing

@Suite("Units that stand in for each other")
struct UnitArrangementTests {
  private static let unit = FailureModel(
    rate: EventsPerYear(6), repair: RepairTime(mean: Seconds(days: 4)))

  private static let plans = [
    UnitArrangement.single, UnitArrangement(unitsPerSide: 5), UnitArrangement(unitsPerSide: 6, spareUnits: 3),
    UnitArrangement(unitsPerSide: 2, spareUnits: 1),
    UnitArrangement(sides: 2, unitsPerSide: 3, spareSides: 1),
    UnitArrangement(sides: 2, unitsPerSide: 3, spareUnits: 1, spareSides: 1),
    UnitArrangement(sides: 2, unitsPerSide: 3, spareUnits: 1),
    UnitArrangement(sides: 3, unitsPerSide: 2, spareSides: 1),
    UnitArrangement(sides: 4, unitsPerSide: 2, spareUnits: 1, spareSides: 2),
  ]

  /// All states of all units: the share of time in those that are out, and how often units fail from others into them.
  @Test(arguments: plans)
  func `the closed form is the sum over all states`(plan: UnitArrangement) {
    let each = Self.unit.steadyState
    func failed(_ state: Int) -> [Int] {
      (0..<plan.sides).map { side in
        (0..<plan.unitsPerSide).count { state >> (side * plan.unitsPerSide + $0) & 1 == 1 }
      }
    }
    var (unavailable, rate) = (0.0, 0.0)
    for state in 0..<(1 << plan.count) {
      let down = state.nonzeroBitCount
      var chance = 1.0
      for _ in 0..<down { chance *= each.unavailability.value }
      for _ in down..<plan.count { chance *= each.availability.value }
      guard !plan.isOut(failed: failed(state)) else {
        unavailable += chance
        continue
      }
      let fatal = (0..<plan.count).count { unit in
        state >> unit & 1 == 0 && plan.isOut(failed: failed(state | 1 << unit))
      }
      rate += chance * Double(fatal) * Self.unit.rate.value
    }
    let profile = plan.outages(of: Self.unit)
    #expect(isClose(profile.state.unavailability.value, unavailable, relative: 1e-9))
    #expect(isClose(profile.rate.value, rate, relative: 1e-9))
  }

  @Test func `a common cause is in series with the rest`() {
    let plan = UnitArrangement(unitsPerSide: 2, spareUnits: 1)
    let all = plan.outages(of: Self.unit, commonCause: .one)
    #expect(isClose(all.rate.value, OutageProfile(of: Self.unit).rate.value, relative: 1e-12))
    let some = plan.outages(of: Self.unit, commonCause: Fraction(percent: 5))
    #expect(some.rate > plan.outages(of: Self.unit).rate && some.rate < all.rate)
    // Where nothing is spare, a common cause is a failure like any other.
    #expect(
      UnitArrangement(unitsPerSide: 3).outages(of: Self.unit, commonCause: Fraction(percent: 5))
        == UnitArrangement(unitsPerSide: 3).outages(of: Self.unit))
  }
}
