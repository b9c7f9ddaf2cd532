import Quantities
import TestSupport
import Testing
import Virtualization

@Suite("Fair shares")
struct FairShareTests {
  /// Demands, limits (infinite as nil), weights, capacity, and what each gets.
  static let table: [([(Double, Double?, Double)], Double, [Double])] = [
    ([(2, nil, 1), (6, nil, 1), (10, nil, 1)], 12, [2, 5, 5]),
    ([(2, nil, 1), (6, nil, 1), (10, nil, 1)], 18, [2, 6, 10]),
    ([(2, nil, 1), (6, nil, 1), (10, nil, 1)], 100, [2, 6, 10]),
    ([(10, nil, 1), (10, nil, 3)], 8, [2, 6]),
    ([(10, 1, 1), (10, nil, 1), (10, nil, 2)], 10, [1, 3, 6]),
    ([(10, 3, 4), (10, 3, 1)], 100, [3, 3]),
    ([(5, nil, 1), (5, nil, 1)], 0, [0, 0]),
    ([(0, nil, 1), (7, nil, 1)], 5, [0, 5]),
    ([], 5, []),
  ]

  @Test(arguments: table)
  func `what is short is divided by weight among those that want more`(
    _ guests: [(Double, Double?, Double)], _ capacity: Double, _ expected: [Double]
  ) {
    let claims = guests.map { demand, limit, weight in
      Claim(WorkPerSecond(demand), limit: WorkPerSecond(limit ?? .infinity), weight: weight)
    }
    let share = FairShare(of: WorkPerSecond(capacity), among: claims)
    for (claim, amount) in zip(claims, expected) {
      #expect(isClose(share.share(of: claim).value, amount, absolute: 1e-12))
    }
    #expect(isClose(share.served.value, expected.reduce(0, +), absolute: 1e-12))
  }

  private static func random(_ seed: UInt64) -> (claims: [Claim<WorkPerSecond>], capacity: WorkPerSecond) {
    var random = SeededGenerator(seed: seed)
    let claims = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Claim(
        WorkPerSecond(Double.random(in: 0...100, using: &random)),
        limit: WorkPerSecond(
          Bool.random(using: &random) ? .infinity : Double.random(in: 0...80, using: &random)),
        weight: Double([1, 1, 2, 4, 1000].randomElement(using: &random) ?? 1))
    }
    return (claims, WorkPerSecond(Double.random(in: 0...3000, using: &random)))
  }

  @Test(arguments: 0..<200)
  func `demanded is served and unserved, and nobody gets more than they want`(seed: UInt64) {
    let (claims, capacity) = Self.random(seed)
    let share = FairShare(of: capacity, among: claims)
    let given = claims.reduce(0) { $0 + share.share(of: $1).value }
    #expect(isClose(given, share.served.value, relative: 1e-12, absolute: 1e-9))
    #expect(isClose((share.served + share.unserved).value, share.demanded.value, relative: 1e-12))
    let wanted = claims.reduce(0) { $0 + $1.want.value }
    #expect(isClose(given, min(capacity.value, wanted), relative: 1e-12, absolute: 1e-9))
    for claim in claims { #expect(share.share(of: claim) <= claim.want) }
  }

  @Test(arguments: 0..<100)
  func `it agrees with filling drop by drop`(seed: UInt64) {
    let (claims, capacity) = Self.random(seed)
    let share = FairShare(of: capacity, among: claims)
    // An independent way: sort by want over weight and satisfy in that order.
    var left = capacity.value
    var weight = claims.reduce(0) { $0 + $1.weight }
    var expected = [Double](repeating: 0, count: claims.count)
    for index in claims.indices.sorted(by: {
      claims[$0].want.value / claims[$0].weight < claims[$1].want.value / claims[$1].weight
    }) {
      expected[index] = min(claims[index].want.value, left * claims[index].weight / weight)
      left -= expected[index]
      weight -= claims[index].weight
    }
    for (claim, amount) in zip(claims, expected) {
      #expect(isClose(share.share(of: claim).value, amount, relative: 1e-9, absolute: 1e-7))
    }
  }

  @Test(arguments: 0..<50)
  func `more capacity takes nothing from anybody, another claim gives nothing to anybody`(seed: UInt64) {
    let (claims, capacity) = Self.random(seed)
    let share = FairShare(of: capacity, among: claims)
    let more = FairShare(of: capacity * 1.1, among: claims)
    let crowded = FairShare(of: capacity, among: claims + [Claim(WorkPerSecond(50), weight: 2)])
    for claim in claims {
      #expect(more.share(of: claim) >= share.share(of: claim))
      #expect(crowded.share(of: claim).value <= share.share(of: claim).value + 1e-9)
    }
  }
}
