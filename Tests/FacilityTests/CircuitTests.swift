import Facility
import Quantities
import TestSupport
import Testing

@Suite("Circuits and feeds")
struct CircuitTests {
  static let threePhase30 = Circuit(.three, voltage: Volts(208), breaker: Amperes(30))

  @Test(
    arguments: [
      (CircuitPhase.single, 120.0, 20.0, 0.8, 1.92), (.single, 208, 30, 0.8, 4.99),
      (.three, 208, 30, 0.8, 8.65), (.three, 208, 60, 0.8, 17.29), (.single, 230, 32, 1, 7.36),
      (.three, 400, 32, 1, 22.2), (.three, 400, 32, 0.8, 17.7), (.three, 415, 60, 0.8, 34.5),
    ])
  func `usable apparent power of common circuits`(
    phase: CircuitPhase, volts: Double, amperes: Double, derating: Double, kilovoltAmperes: Double
  ) {
    let circuit = Circuit(
      phase, voltage: Volts(volts), breaker: Amperes(amperes), derating: Fraction(derating))
    // The last digit of the table's entry is rounded.
    let lastDigit = kilovoltAmperes > 20 || kilovoltAmperes == 17.7 ? 0.05 : 0.005
    #expect(abs(circuit.usable.value / 1e3 - kilovoltAmperes) <= lastDigit)
  }

  @Test func `an inventory's default feed gives the inventory's figure`() {
    let feed = Circuit(.single, voltage: Volts(120), breaker: Amperes(15))
    #expect(isClose(feed.usable.value, 1440))
    #expect(isClose(feed.usablePower(powerFactor: Fraction(0.95)).value, 1368))
  }

  @Test func `a pair carries what one survivor carries, not the sum`() {
    let pair = FeedPair(a: Self.threePhase30, b: Self.threePhase30)
    #expect(pair.capacity == Self.threePhase30.usable)
    let load = FeedLoad(dualCorded: VoltAmperes(10_000))
    #expect(load.normal(on: .a) == VoltAmperes(5000))
    #expect(load.afterLosing(.a) == VoltAmperes(10_000))
    let overloads = pair.overloads(under: load)
    #expect(overloads.map(\.side) == [.a, .b])
    #expect(overloads.map(\.afterLosing) == [.b, .a])
    #expect(
      overloads.first?.description
        == "feed A would carry 10.00 kVA after losing feed B, over its usable 8.65 kVA")
  }

  @Test func `at capacity each side of a pair carries 40 % of its breaker`() {
    let pair = FeedPair(a: Self.threePhase30, b: Self.threePhase30)
    let load = FeedLoad(dualCorded: pair.capacity)
    #expect(pair.overloads(under: load).isEmpty)
    #expect(isClose(load.normal(on: .b) / Self.threePhase30.rated, 0.4))
  }

  @Test func `the weaker side decides`() {
    let weak = Circuit(.single, voltage: Volts(208), breaker: Amperes(30))
    let pair = FeedPair(a: Self.threePhase30, b: weak)
    #expect(pair.capacity == weak.usable)
    let load = FeedLoad(dualCorded: VoltAmperes(4000), onlyA: VoltAmperes(500), onlyB: VoltAmperes(1500))
    #expect(load.afterLosing(.a) == VoltAmperes(5500))
    #expect(load.afterLosing(.b) == VoltAmperes(4500))
    #expect(pair.overloads(under: load).map(\.side) == [.b])
  }

  @Test func `a single feed carries all and has no B`() {
    let single = FeedPair(a: Self.threePhase30)
    #expect(single.capacity == Self.threePhase30.usable)
    #expect(single.overloads(under: FeedLoad(dualCorded: VoltAmperes(8000))).isEmpty)
    #expect(single.overloads(under: FeedLoad(dualCorded: VoltAmperes(9000))).map(\.afterLosing) == [nil])
    let stray = FeedLoad(dualCorded: .zero, onlyB: VoltAmperes(1))
    #expect(single.overloads(under: stray).map(\.side) == [.b])
  }

  @Test func `three equal loads between lines balance at 17.32 A`() {
    let currents = PhaseCurrents(ab: Amperes(10), bc: Amperes(10), ca: Amperes(10))
    for phase in [currents.a, currents.b, currents.c] {
      #expect(isClose(phase.value, 17.3205, relative: 1e-5))
    }
    #expect(currents.imbalance < Fraction(1e-12))
  }

  @Test func `one load between lines loads two phases`() {
    let currents = PhaseCurrents(ab: Amperes(10), bc: .zero, ca: .zero)
    #expect([currents.a, currents.b, currents.c] == [Amperes(10), Amperes(10), .zero])
    #expect(currents.imbalance > PhaseCurrents.imbalanceLimit)
    #expect(currents.largest == Amperes(10))
    #expect(PhaseCurrents(ab: .zero, bc: .zero, ca: .zero).imbalance == .zero)
  }

  @Test func `phase currents agree with phasors added as vectors`() {
    var random = SeededGenerator(seed: 4)
    let half = 0.5
    let height = 3.0.squareRoot() / 2
    for _ in 0..<100 {
      let (ab, bc, ca) = (
        Double.random(in: 0...60, using: &random), Double.random(in: 0...60, using: &random),
        Double.random(in: 0...60, using: &random)
      )
      // AB points along the real axis, BC 120 degrees behind, CA 120 degrees ahead.
      let phasors = [(ab, 0.0), (-half * bc, -height * bc), (-half * ca, height * ca)]
      func difference(_ one: (Double, Double), _ other: (Double, Double)) -> Double {
        let (x, y) = (one.0 - other.0, one.1 - other.1)
        return (x * x + y * y).squareRoot()
      }
      let currents = PhaseCurrents(ab: Amperes(ab), bc: Amperes(bc), ca: Amperes(ca))
      #expect(isClose(currents.a.value, difference(phasors[0], phasors[2]), absolute: 1e-9))
      #expect(isClose(currents.b.value, difference(phasors[1], phasors[0]), absolute: 1e-9))
      #expect(isClose(currents.c.value, difference(phasors[2], phasors[1]), absolute: 1e-9))
    }
  }
}
