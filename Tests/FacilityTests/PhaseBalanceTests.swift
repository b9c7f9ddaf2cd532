import Facility
import Quantities
import TestSupport
import Testing

@Suite("Phases and rows of feeds")
struct PhaseBalanceTests {
  static func amperes(_ values: [Double]) -> [Amperes] { values.map { Amperes($0) } }

  @Test func `round-robin follows the order, greedy the size`() {
    let loads = Self.amperes([6, 1, 1, 5, 1, 1])
    let turns = PhaseBalance(loads, by: .roundRobin)
    #expect(turns.pairs == [.ab, .bc, .ca, .ab, .bc, .ca])
    #expect(turns.pairCurrents == Self.amperes([11, 2, 2]))
    #expect(!turns.isBalanced())
    let greedy = PhaseBalance(loads, by: .greedy)
    #expect(greedy.pairCurrents == Self.amperes([6, 5, 4]))
    #expect(greedy.isBalanced())
  }

  @Test func `equal loads in threes are even, one alone is not`() {
    let even = PhaseBalance(Self.amperes([10, 10, 10]), by: .roundRobin)
    #expect(isClose(even.phases.largest.value, 17.32, absolute: 0.005))
    #expect(even.phases.imbalance < Fraction(1e-12) && even.isBalanced(within: Fraction(0.1)))
    let alone = PhaseBalance(Self.amperes([10]), by: .greedy)
    #expect(isClose(alone.phases.a.value, 10) && isClose(alone.phases.b.value, 10) && alone.phases.c == .zero)
    #expect(!alone.isBalanced())
    #expect(PhaseBalance([], by: .greedy).isBalanced(within: .zero))
  }

  @Test(arguments: PhaseBalance.Rule.allCases)
  func `no current is lost, whatever the loads`(rule: PhaseBalance.Rule) {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<300 {
      let loads = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Amperes(Double.random(in: 0...16, using: &random))
      }
      let balance = PhaseBalance(loads, by: rule)
      var sums = [0.0, 0, 0]
      for (load, pair) in zip(loads, balance.pairs) { sums[pair.rawValue] += load.value }
      for (sum, current) in zip(sums, balance.pairCurrents) {
        #expect(isClose(sum, current.value, absolute: 1e-9))
      }
      #expect(balance == PhaseBalance(loads, by: rule))
    }
  }

  /// The gap between the fullest and the emptiest pair is never more than the last load put on the fullest.
  @Test func `greedy is within 10 % for a rack of servers`() {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<300 {
      let loads = (0..<40).map { _ in Amperes(Double.random(in: 0.3...2, using: &random)) }
      #expect(PhaseBalance(loads, by: .greedy).isBalanced(within: Fraction(0.1)))
    }
  }

  static let circuit = Circuit(.three, voltage: Volts(208), breaker: Amperes(30))
  static let pair = FeedPair(a: circuit, b: circuit)

  static func row(_ each: FeedLoad, feeds: FeedPair = pair, unit: Double) -> RowFeeds {
    RowFeeds(
      (0..<10).map { RowFeeds.Rack(RackID($0), feeds: feeds, load: each) }, unitA: VoltAmperes(unit),
      unitB: VoltAmperes(unit))
  }

  @Test func `ten racks of 4 kVA need units of 40 kVA, though each carries 20`() {
    let small = Self.row(FeedLoad(dualCorded: VoltAmperes(4000)), unit: 30_000)
    #expect(small.failover(losing: nil).isCarried)
    #expect(small.failover(losing: nil).loads == [VoltAmperes(20_000), VoltAmperes(20_000)])
    let lost = small.failover(losing: .a)
    #expect(lost.loads == [.zero, VoltAmperes(40_000)])
    #expect(lost.overloadedUnits == [.b] && lost.overloadedRacks.isEmpty && lost.dropped == .zero)
    let large = Self.row(FeedLoad(dualCorded: VoltAmperes(4000)), unit: 40_000)
    for failover in large.failovers { #expect(failover.isCarried) }
  }

  @Test func `racks above the survivor's circuit are named, in agreement with their own pair`() {
    let row = Self.row(FeedLoad(dualCorded: VoltAmperes(9000)), unit: 1e6)
    #expect(row.failover(losing: nil).overloadedRacks.isEmpty)
    #expect(row.failover(losing: .b).overloadedRacks == (0..<10).map { RackID($0) })
    #expect(Self.pair.overloads(under: FeedLoad(dualCorded: VoltAmperes(9000))).count == 2)
  }

  @Test func `single-corded load is dropped with its feed`() {
    let load = FeedLoad(dualCorded: VoltAmperes(2000), onlyA: VoltAmperes(500), onlyB: VoltAmperes(100))
    let row = Self.row(load, unit: 1e6)
    #expect(row.failover(losing: .a).dropped == VoltAmperes(5000))
    #expect(row.failover(losing: .b).dropped == VoltAmperes(1000))
    #expect(row.failover(losing: .a).loads[1] == VoltAmperes(21_000))
    let single = Self.row(
      FeedLoad(dualCorded: VoltAmperes(2000)), feeds: FeedPair(a: Self.circuit), unit: 1e6)
    #expect(single.failover(losing: .a).dropped == VoltAmperes(20_000))
    #expect(single.failover(losing: .a).loads == [.zero, .zero])
    #expect(single.failover(losing: .b).isCarried)
  }

  @Test func `what both sides carry and what is dropped is always the whole load`() {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<300 {
      let racks = (0..<12).map { index in
        let part = { VoltAmperes(Double.random(in: 0...3000, using: &random)) }
        return RowFeeds.Rack(
          RackID(index), feeds: index.isMultiple(of: 4) ? FeedPair(a: Self.circuit) : Self.pair,
          load: FeedLoad(dualCorded: part(), onlyA: part(), onlyB: part()))
      }
      let total = racks.reduce(0.0) { $0 + ($1.load.dualCorded + $1.load.onlyA + $1.load.onlyB).value }
      for failover in RowFeeds(racks, unitA: .zero, unitB: .zero).failovers {
        let carried = failover.loads.reduce(failover.dropped, +)
        #expect(isClose(carried.value, total))
      }
    }
  }
}
