import Facility
import TestSupport
import Testing

/// Blades in their enclosures: one after the other filled, or spread over as many as there are.
@Suite("Blades spread over enclosures")
struct BladeSpreadTests {
  @Test(
    arguments: [
      (9, 16, [9]), (16, 16, [16]), (17, 16, [16, 1]), (10, 4, [4, 4, 2]), (3, 1, [1, 1, 1]), (5, 0, []),
    ] as [(Int, Int, [Int])])
  func `enclosures are filled in order, the last with what is left`(blades: Int, room: Int, sizes: [Int]) {
    let spread = BladeSpread(blades, filling: room)
    #expect((0..<spread.enclosures).map { spread.blades(in: $0).count } == sizes)
    #expect(spread.largest == room)
  }

  @Test(
    arguments: [
      (9, 1, [9]), (9, 2, [5, 4]), (9, 4, [3, 2, 2, 2]), (12, 6, [2, 2, 2, 2, 2, 2]),
      (3, 5, [1, 1, 1, 0, 0]),
    ] as [(Int, Int, [Int])])
  func `over a given number they are as even as whole numbers allow`(
    blades: Int, enclosures: Int, sizes: [Int]
  ) {
    let spread = BladeSpread(blades, over: enclosures)
    #expect((0..<spread.enclosures).map { spread.blades(in: $0).count } == sizes)
    #expect(spread.largest == sizes.max())
    #expect(spread.kinds.flatMap { Array(repeating: $0.blades, count: $0.enclosures) } == sizes)
  }

  @Test func `every blade is in the enclosure that holds it, and in no other`() {
    for blades in 1...40 {
      for number in 1...20 {
        for spread in [BladeSpread(blades, over: number), BladeSpread(blades, filling: number)] {
          let held = (0..<spread.enclosures).flatMap { enclosure in
            spread.blades(in: enclosure).map { (blade: $0, enclosure: enclosure) }
          }
          #expect(held.map(\.blade) == Array(0..<blades))
          #expect(held.allSatisfy { spread.enclosure(of: $0.blade) == $0.enclosure })
        }
      }
    }
    #expect(BladeSpread(4, filling: 0).enclosure(of: 3) == nil)
  }
}
