import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Rows of racks in a room")
struct RackRowTests {
  private static let supply = Celsius(20)
  private static let room = RoomAir(
    recirculation: Fraction(percent: 20), serverRise: KelvinDifference(14), neighbourExhaust: Fraction(0.3))

  private func intakes(
    _ room: RoomAir = room, planned: [Double], drawing powers: [Double]
  ) throws -> [Double] {
    let row = try #require(room.row(planned: planned.map { Watts($0) }))
    return row.intakes(supply: Self.supply, powers: powers.map { Watts($0) }).map(\.value)
  }

  @Test(arguments: [0.0, 0.02, 0.2, 0.5, 0.9, 0.97], [0, 0.3, 1.0])
  func `one rack at its planned power has the intake of the room`(recirculation: Double, neighbours: Double)
    throws
  {
    let room = RoomAir(
      recirculation: Fraction(recirculation), serverRise: KelvinDifference(14),
      neighbourExhaust: Fraction(neighbours))
    let intake = try intakes(room, planned: [3700], drawing: [3700])[0]
    #expect(isClose(intake, room.intake(supply: Self.supply).value, absolute: 1e-9))
  }

  @Test(arguments: [0, 0.3, 0.5, 1.0], [2, 3, 10, 20])
  func `equal racks have the intake of the room everywhere, and half the warmth at half their power`(
    neighbours: Double, racks: Int
  ) throws {
    let room = RoomAir(
      recirculation: Fraction(percent: 20), serverRise: KelvinDifference(14),
      neighbourExhaust: Fraction(neighbours))
    let planned = [Double](repeating: 5000, count: racks)
    let full = try intakes(room, planned: planned, drawing: planned)
    // 0.2 / 0.8 of 14 K.
    #expect(full.allSatisfy { isClose($0, 23.5, absolute: 1e-9) })
    let half = try intakes(room, planned: planned, drawing: planned.map { $0 / 2 })
    #expect(half.allSatisfy { isClose($0, 21.75, absolute: 1e-9) })
  }

  /// Two racks draw `a` of their own exhaust and `b` of the other's, and of both `r`:
  /// the rises are those of (1 - a, -b; -b, 1 - a) inverted by hand, less the exhaust's own.
  @Test(arguments: [(4000.0, 1000.0), (2500, 2500), (0, 5000), (0, 0)])
  func `two racks are as worked out by hand`(first: Double, second: Double) throws {
    let (r, q, rise) = (0.2, 0.3, 14.0)
    let (a, b) = (r / (1 + q), r * q / (1 + q))
    let determinant = (1 - a) * (1 - a) - b * b
    // Kelvins that a rack warms its own air: 14 at the planned mean of 2500 W.
    let (x, y) = (rise * first / 2500, rise * second / 2500)
    let expected = [
      20 + ((1 - a) * x + b * y) / determinant - x, 20 + (b * x + (1 - a) * y) / determinant - y,
    ]
    let found = try intakes(planned: [4000, 1000], drawing: [first, second])
    for (found, expected) in zip(found, expected) { #expect(isClose(found, expected, absolute: 1e-9)) }
    if first > second { #expect(found[0] > found[1] && found[1] > 20) }
    if first == 0, second == 0 { #expect(found.allSatisfy { isClose($0, 20, absolute: 1e-12) }) }
  }

  @Test(arguments: [0, 0.3, 1.0])
  func `energy closes, and the index of the row is near that of the room, whatever the racks draw`(
    neighbours: Double
  ) throws {
    var generator = SeededGenerator(seed: 31)
    let room = RoomAir(
      recirculation: Fraction(percent: 20), serverRise: KelvinDifference(14),
      neighbourExhaust: Fraction(neighbours))
    for racks in [1, 2, 7, 20] {
      let planned = (0..<racks).map { _ in Watts(.random(in: 500...9000, using: &generator)) }
      let drawn = planned.map { $0 * .random(in: 0.2...1, using: &generator) }
      let row = try #require(room.row(planned: planned))
      let (intakes, exhausts) = (
        row.intakes(supply: Self.supply, powers: drawn), row.exhausts(supply: Self.supply, powers: drawn)
      )
      let flow = room.serverFlow(heat: planned.reduce(.zero, +) / Double(racks)).value
      let perKelvin = 1.2 * 1006 * flow
      let carried = zip(intakes, exhausts).reduce(0) { $0 + ($1.1 - $1.0).value * perKelvin }
      #expect(isClose(carried, drawn.reduce(.zero, +).value, relative: 1e-9))
      // What an intake has of the supply's warmth and of exhausts is the mixture that the weights say.
      func weight(_ from: Int, _ to: Int) -> Double {
        from == to ? 1 : (0..<abs(from - to)).reduce(1) { product, _ in product * neighbours }
      }
      for to in 0..<racks {
        let sum = (0..<racks).reduce(0) { $0 + weight($1, to) }
        let exhaust = (0..<racks).reduce(0) { $0 + weight($1, to) / sum * exhausts[$1].value }
        #expect(isClose(intakes[to].value, 0.8 * 20 + 0.2 * exhaust, relative: 1e-9))
      }
      // Exhausts of racks beside the ends are drawn in a little more, those at the ends a little less.
      let index = try #require(row.supplyHeatIndex(drawn)).value
      let slack = neighbours == 0.3 ? 0.06 : 1e-9
      #expect(isClose(index, 0.2, relative: slack))
    }
  }

  @Test(arguments: [0.1, 0.3, 0.7])
  func `a hot rack warms its neighbours the less the further they are`(neighbours: Double) throws {
    let room = RoomAir(
      recirculation: Fraction(percent: 20), serverRise: KelvinDifference(14),
      neighbourExhaust: Fraction(neighbours))
    let planned = [Double](repeating: 3000, count: 9)
    var drawn = planned
    drawn[4] = 6000
    let warmth = try intakes(room, planned: planned, drawing: drawn).map { $0 - 23.5 }
    for step in 1...4 {
      #expect(warmth[4 + step] > 0 && warmth[4 + step] < warmth[4 + step - 1])
      #expect(isClose(warmth[4 + step], warmth[4 - step], absolute: 1e-9))
    }
  }

  @Test func `without neighbours a hot rack warms itself alone; where they count in full, all alike`() throws
  {
    func warmth(_ neighbours: Double) throws -> [Double] {
      let room = RoomAir(
        recirculation: Fraction(percent: 20), serverRise: KelvinDifference(14),
        neighbourExhaust: Fraction(neighbours))
      return try intakes(room, planned: [3000, 3000, 3000], drawing: [3000, 6000, 3000])
    }
    let alone = try warmth(0)
    for (found, expected) in zip(alone, [23.5, 27, 23.5]) {
      #expect(isClose(found, expected, absolute: 1e-9))
    }
    let even = try warmth(1)
    // A third more power in the row.
    #expect(even.allSatisfy { isClose($0, 20 + 3.5 * 4 / 3, absolute: 1e-9) })
  }

  @Test func `no racks and racks without power make no row, and too much recirculation stays at home`() throws
  {
    #expect(Self.room.row(planned: []) == nil)
    #expect(Self.room.row(planned: [.zero, .zero]) == nil)
    let stuffy = RoomAir(
      recirculation: Fraction(0.96), serverRise: KelvinDifference(14), neighbourExhaust: Fraction(0.6))
    let found = try intakes(stuffy, planned: [1000, 1000, 1000], drawing: [1000, 0, 1000])
    for (found, rise) in zip(found, [336.0, 0, 336]) {
      #expect(isClose(found, 20 + rise, relative: 1e-9))
    }
  }
}
