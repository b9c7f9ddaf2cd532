import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Racks that breathe each other's exhaust")
struct CrossInterferenceTests {
  static let flow = CubicMetersPerSecond(0.4)
  static let conductance = 1.2 * 1006 * 0.4

  @Test func `without recirculation every intake is the supply`() throws {
    let room = try #require(
      CrossInterference(
        shares: Array(repeating: [.zero, .zero, .zero], count: 3),
        flows: Array(repeating: CrossInterferenceTests.flow, count: 3)))
    let powers = [Watts(3000), Watts(5000), Watts(0)]
    #expect(room.intakes(supply: Celsius(18), powers: powers).allSatisfy { abs($0.value - 18) < 1e-12 })
    #expect(abs(try #require(room.supplyHeatIndex(powers)).value) < 1e-12)
    #expect(room.supplyHeatIndex([.zero, .zero, .zero]) == nil)
  }

  @Test(arguments: [0.0, 0.05, 0.1, 0.25, 0.6])
  func `one rack agrees with the room of two parameters`(share: Double) throws {
    let rack = try #require(
      CrossInterference(shares: [[Fraction(share)]], flows: [CrossInterferenceTests.flow]))
    let power = Watts(5000)
    let rise = power.value / CrossInterferenceTests.conductance
    let expected = share / (1 - share) * rise
    #expect(isClose(rack.intakeRises([power])[0].value, expected, absolute: 1e-12))
    let room = RoomAir(recirculation: Fraction(share), serverRise: KelvinDifference(rise))
    #expect(isClose(rack.intakeRises([power])[0].value, room.intakeRise.value, absolute: 1e-12))
    let index = try #require(rack.supplyHeatIndex([power]))
    #expect(isClose(index.value, room.supplyHeatIndex.value, absolute: 1e-12))
  }

  @Test func `energy closes and no intake is below the supply`() throws {
    var generator = SeededGenerator(seed: 17)
    for racks in [2, 5, 20, 60] {
      let room = try #require(
        CrossInterference.random(
          racks: racks, flow: CrossInterferenceTests.flow, meanRecirculation: Fraction(0.15),
          using: &generator))
      let powers = (0..<racks).map { _ in Watts(.random(in: 0...12_000, using: &generator)) }
      let supply = Celsius(18)
      let (intakes, exhausts) = (
        room.intakes(supply: supply, powers: powers), room.exhausts(supply: supply, powers: powers)
      )
      let carried = zip(intakes, exhausts).reduce(0.0) {
        $0 + ($1.1 - $1.0).value * CrossInterferenceTests.conductance
      }
      #expect(isClose(carried, powers.reduce(0) { $0 + $1.value }, relative: 1e-12))
      #expect(intakes.allSatisfy { $0.value >= supply.value - 1e-12 })
      let (inside, back) = (
        try #require(room.supplyHeatIndex(powers)).value, try #require(room.returnHeatIndex(powers)).value
      )
      #expect(inside > 0 && inside < 0.5 && isClose(inside + back, 1))
    }
  }

  @Test func `intakes answer linearly to powers and no power cools another rack`() throws {
    var generator = SeededGenerator(seed: 18)
    let room = try #require(
      CrossInterference.random(
        racks: 8, flow: CrossInterferenceTests.flow, meanRecirculation: Fraction(0.2), using: &generator))
    let powers = (0..<8).map { _ in Watts(.random(in: 0...8000, using: &generator)) }
    var sum = [Double](repeating: 0, count: 8)
    for rack in 0..<8 {
      var alone = [Watts](repeating: .zero, count: 8)
      alone[rack] = powers[rack]
      for (index, rise) in room.intakeRises(alone).enumerated() {
        #expect(rise.value >= -1e-12)
        sum[index] += rise.value
      }
    }
    for (together, added) in zip(room.intakeRises(powers), sum) { #expect(isClose(together.value, added)) }
  }

  @Test func `the supply for a limit brings the hottest intake to it`() throws {
    let room = try #require(
      CrossInterference.row(
        racks: 10, flow: CrossInterferenceTests.flow, recirculation: Fraction(0.1), decay: Fraction(0.5)))
    let powers = (0..<10).map { Watts(1000 * Double($0 + 1)) }
    let supply = room.supply(intakeLimit: Celsius(27), powers: powers)
    let hottest = try #require(room.intakes(supply: supply, powers: powers).max())
    #expect(isClose(hottest.value, 27))
    #expect(supply < Celsius(27))
  }

  @Test(arguments: [0.0, 0.5, 1])
  func `a row of equal racks draws its recirculation at every intake`(decay: Double) throws {
    let room = try #require(
      CrossInterference.row(
        racks: 12, flow: CrossInterferenceTests.flow, recirculation: Fraction(0.1), decay: Fraction(decay)))
    let rise = 6000 / CrossInterferenceTests.conductance
    for intake in room.intakeRises(Array(repeating: Watts(6000), count: 12)) {
      #expect(isClose(intake.value, 0.1 / 0.9 * rise, relative: 1e-9))
    }
  }

  @Test func `shares that no room can have make none`() {
    let flow = CrossInterferenceTests.flow
    #expect(CrossInterference(shares: [[Fraction(1)]], flows: [flow]) == nil)
    #expect(CrossInterference(shares: [[Fraction(-0.1)]], flows: [flow]) == nil)
    #expect(CrossInterference(shares: [[.zero, .zero]], flows: [flow]) == nil)
    #expect(CrossInterference(shares: [[.zero]], flows: [.zero]) == nil)
    #expect(CrossInterference(shares: [], flows: []) == nil)
    // The small rack would have to draw more exhaust than it moves air.
    #expect(
      CrossInterference(
        shares: [[.zero, Fraction(0.5)], [.zero, .zero]], flows: [flow, flow * 0.4]) == nil)
  }
}
