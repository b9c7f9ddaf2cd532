import Placement
import Quantities
import Synchronization
import TestSupport
import Testing

/// The smallest fleet by a policy that searches.
@Suite("Fleet sizing by search")
struct FleetSizingTests {
  /// The portfolio, with a count of how often it was asked.
  private struct Counted: PlacementPolicy {
    final class Count: Sendable {
      let asked = Mutex(0)
    }
    let count = Count()
    private let policy = Portfolio(effort: .least)

    var name: String { policy.name }
    var quick: (any PlacementPolicy)? { policy.quick }
    func place(_ guests: [Int32], into fleet: inout FleetState) {
      count.asked.withLock { $0 += 1 }
      policy.place(guests, into: &fleet)
    }
    func plan(for problem: PlacementProblem) -> PlacementPlan {
      count.asked.withLock { $0 += 1 }
      return policy.plan(for: problem)
    }
  }

  private static let type = HostType("host", capacity: [60, 90])

  private static func guests(_ seed: UInt64, most: Int) -> GuestTable {
    var random = SeededGenerator(seed: seed)
    var guests = GuestTable(resourceCount: 2)
    for _ in 0..<Int.random(in: 1...most, using: &random) {
      guests.append(size: [
        Int32.random(in: 5...40, using: &random), Int32.random(in: 5...60, using: &random),
      ])
    }
    return guests
  }

  private static func sizing(
    _ guests: GuestTable, _ spare: SpareRule, _ policy: some PlacementPolicy
  ) throws -> FleetSizing {
    try FleetSizing.smallest(
      resources: [.cpu(unit: "%"), .memory], guests: guests, hostType: type, hostsPerDomain: 4, spare: spare,
      policy: policy)
  }

  @Test(
    arguments: [
      SpareRule.none, .hosts(2), .fraction(Fraction(percent: 25)), .slots(lost: 1), .loss(of: .host),
      .loss(of: .domain(0)),
    ])
  func `a search is asked three times at most, and needs no more hosts than a rule`(spare: SpareRule) throws {
    // Where a quarter is kept free the largest guests fit no host.
    for seed in 0..<40 as Range<UInt64> {
      let guests = FleetSizingTests.guests(seed, most: 50)
      if case .fraction = spare, guests.count > 0,
        (0..<Int32(guests.count)).contains(where: { guests.size(of: $0, 1) > 67 })
      {
        continue
      }
      let counted = Counted()
      let found = try FleetSizingTests.sizing(guests, spare, counted)
      #expect(counted.count.asked.withLock { $0 } <= 3)
      #expect(found.plan.isComplete)
      #expect(PlacementChecker(found.problem).violations(of: found.plan).isEmpty, "seed \(seed)")
      var rules: [any PlacementPolicy] = [FirstFitDecreasing()]
      switch spare {
      case .none, .hosts, .fraction: rules += [BestFitDecreasing(), DotProduct(), FirstFit()]
      case .slots, .loss: break
      }
      for rule in rules {
        let other = try FleetSizingTests.sizing(guests, spare, rule)
        #expect(found.hosts <= other.hosts, "\(rule.name), seed \(seed)")
      }
      #expect(found.binding != nil)
    }
  }

  /// The fewest hosts by trying every way.
  private static func fewest(_ guests: GuestTable) -> Int {
    var best = guests.count
    var free: [(Int32, Int32)] = []
    func place(_ guest: Int) {
      if free.count >= best { return }
      guard guest < guests.count else {
        best = free.count
        return
      }
      let (cpu, memory) = (guests.size(of: Int32(guest), 0), guests.size(of: Int32(guest), 1))
      for host in free.indices where free[host].0 >= cpu && free[host].1 >= memory {
        free[host].0 -= cpu
        free[host].1 -= memory
        place(guest + 1)
        free[host].0 += cpu
        free[host].1 += memory
      }
      free.append((type.capacity[0] - cpu, type.capacity[1] - memory))
      place(guest + 1)
      free.removeLast()
    }
    place(0)
    return best
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func `a small fleet is as small as can be, and any host can be lost with one more at most`(seed: UInt64)
    throws
  {
    let guests = FleetSizingTests.guests(100 + seed, most: 10)
    let fewest = FleetSizingTests.fewest(guests)
    let found = try FleetSizingTests.sizing(guests, .none, Portfolio(effort: .low))
    #expect(found.hosts == fewest)
    #expect(found.plan.bound.hosts <= fewest)
    let spared = try FleetSizingTests.sizing(guests, .loss(of: .host), Portfolio(effort: .low))
    #expect((fewest + 1...fewest + 2).contains(spared.hosts))
    #expect(try FleetSizingTests.sizing(guests, .hosts(2), Portfolio(effort: .low)).hosts == fewest + 2)
  }

  @Test func `where rules leave a gap the search closes it`() throws {
    // Johnson's example: 9 hosts of 31 + 16 + 13 and 17 + 17 + 13 + 13, and first fit decreasing takes 11.
    var guests = GuestTable(resourceCount: 2)
    for (size, copies) in [(31, 6), (17, 6), (16, 6), (13, 12)] as [(Int32, Int)] {
      guests.append(size: [size, 5], copies: copies)
    }
    #expect(try FleetSizingTests.sizing(guests, .none, FirstFitDecreasing()).hosts == 11)
    let found = try FleetSizingTests.sizing(guests, .none, Portfolio(effort: .low))
    #expect(found.hosts == 9 && found.plan.isProvenOptimal)
  }
}
