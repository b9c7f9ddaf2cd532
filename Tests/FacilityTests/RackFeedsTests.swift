import Facility
import Quantities
import TestSupport
import Testing

@Suite("What a rack draws from its feeds")
struct RackFeedsTests {
  private static let circuit = Circuit(.three, voltage: Volts(208), breaker: Amperes(30))
  private static let feeds = RackFeeds(FeedPair(a: circuit, b: circuit), powerFactor: Fraction(0.96))

  private func pieces(_ count: Int, watts: Double, cords: Int) -> [CordedLoad] {
    Array(repeating: CordedLoad(power: Watts(watts), cords: cords), count: count)
  }

  @Test func `dual-corded pieces are halved in normal service and whole on the survivor`() {
    let load = Self.feeds.load(of: pieces(20, watts: 240, cords: 2))
    #expect(isClose(load.normal(on: .a).value, 20 * 240 / 0.96 / 2))
    #expect(isClose(load.normal(on: .b).value, 20 * 240 / 0.96 / 2))
    #expect(isClose(load.afterLosing(.a).value, 5000))
    #expect(Self.feeds.circuits.overloads(under: load).isEmpty)
    #expect(isClose(Self.feeds.real(load.afterLosing(.b)).value, 4800))
  }

  @Test func `pieces with one cord hang on both feeds in turn and are lost with theirs`() {
    let load = Self.feeds.load(of: pieces(5, watts: 96, cords: 1))
    #expect(load.dualCorded == .zero)
    #expect(isClose(load.onlyA.value, 300) && isClose(load.onlyB.value, 200))
    #expect(isClose(load.afterLosing(.a).value, 200))
  }

  @Test(arguments: [3, 6, 21])
  func `pieces in threes load phases evenly`(count: Int) throws {
    let phases = try #require(Self.feeds.phases(of: pieces(count, watts: 960, cords: 2)))
    #expect(phases.imbalance.value < 1e-12)
    // Balanced, each phase carries S / (sqrt 3 V).
    let current = Self.circuit.current(of: VoltAmperes(Double(count) * 1000))
    for phase in phases.currents { #expect(isClose(phase.value, current.value)) }
  }

  @Test func `an enclosure with three supplies on a feed is even by itself, one with two is not`() throws {
    let six = try #require(Self.feeds.phases(of: pieces(1, watts: 4000, cords: 6)))
    #expect(six.imbalance.value < 1e-12)
    let four = try #require(Self.feeds.phases(of: pieces(1, watts: 4000, cords: 4)))
    #expect(four.imbalance > PhaseCurrents.imbalanceLimit)
    #expect(four.largest > six.largest)
  }

  @Test func `ten amperes on each pair of lines are 17.32 in each phase, and 10, 10, 0 of one pair`() {
    let load = VoltAmperes(2080)
    let three = PhaseLoading([load, load, load], on: Self.circuit, by: .roundRobin)
    for phase in three.currents { #expect(isClose(phase.value, 17.3205, relative: 1e-5)) }
    let one = PhaseLoading([load], on: Self.circuit, by: .roundRobin)
    #expect(zip(one.currents, [10.0, 10, 0]).allSatisfy { isClose($0.value, $1, absolute: 1e-12) })
    #expect((one + one).currents.map(\.value).max().map { isClose($0, 20) } == true)
  }

  @Test func `at 415 V loads are between line and neutral, and currents of a line add up`() {
    let busway = Circuit(.three, voltage: Volts(415), breaker: Amperes(60))
    let load = VoltAmperes(2080)
    let three = PhaseLoading([load, load, load, load], on: busway, by: .roundRobin)
    let one = 2080 / (415 / 3.0.squareRoot())
    #expect(zip(three.currents, [2 * one, one, one]).allSatisfy { isClose($0.value, $1) })
    // Single-phase circuits of 208 V are taken from two lines, of 230 V from one.
    let american = Circuit(.single, voltage: Volts(208), breaker: Amperes(30))
    let european = Circuit(.single, voltage: Volts(230), breaker: Amperes(32))
    #expect(PhaseLoading([load], on: american, by: .greedy).currents[1] > .zero)
    #expect(PhaseLoading([load], on: european, by: .greedy).currents[1] == .zero)
  }

  @Test func `sorting by load evens what the order of the rack does not`() throws {
    let mixed = [600.0, 100, 100, 500, 100, 100].map { CordedLoad(power: Watts($0), cords: 2) }
    let wired = try #require(Self.feeds.phases(of: mixed))
    let sorted = try #require(Self.feeds.phases(of: mixed, by: .greedy))
    #expect(sorted.imbalance < wired.imbalance)
  }

  @Test func `a circuit made from what it may carry carries just that`() {
    let circuit = Circuit(usable: VoltAmperes(4000), voltage: Volts(208))
    #expect(isClose(circuit.usable.value, 4000))
    let full = FeedLoad(dualCorded: VoltAmperes(4000))
    #expect(FeedPair(a: circuit, b: circuit).overloads(under: full).isEmpty)
    let more = FeedLoad(dualCorded: VoltAmperes(4000.1))
    #expect(FeedPair(a: circuit, b: circuit).overloads(under: more).count == 2)
    #expect(isClose(Self.circuit.usableCurrent.value, 24))
    #expect(Self.circuit.description == "208 V, 30 A, three-phase")
  }
}
