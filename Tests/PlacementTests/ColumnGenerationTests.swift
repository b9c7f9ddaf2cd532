import Quantities
import TestProblems
import TestSupport
import Testing

@testable import Placement

@Suite("Column generation and its proofs")
struct ColumnGenerationTests {
  /// The most valuable content of a host by trying everything.
  private func bruteForce(_ classes: SizeClasses, _ profits: [Int64], type: Int) -> Int64 {
    let offer = classes.types[type]
    func best(_ index: Int, _ free: [Int32]) -> Int64 {
      guard index < classes.count else { return 0 }
      var most = best(index + 1, free)
      guard offer.admits[index] else { return most }
      var left = free
      for count in 1...max(1, min(classes.population[index], Int64(classes.mostOnHost[index]))) {
        for resource in left.indices { left[resource] -= classes.size(index, resource) }
        if left.contains(where: { $0 < 0 }) { break }
        most = max(most, count * profits[index] + best(index + 1, left))
      }
      return most
    }
    return best(0, offer.capacity)
  }

  private func classes(seed: UInt64) -> SizeClasses {
    SizeClasses(randomProblem(seed: seed, guests: 14))
  }

  @Test func `a knapsack is as good as trying everything`() {
    var compared = 0
    for seed in 0..<250 as Range<UInt64> {
      let classes = classes(seed: seed)
      var random = SeededGenerator(seed: seed)
      let profits = (0..<classes.count).map { _ in Int64.random(in: 0...1_000_000, using: &random) }
      for type in classes.types.indices where classes.count > 0 && classes.types[type].count > 0 {
        let expected = bruteForce(classes, profits, type: type)
        for shake in 0...1 as ClosedRange<UInt64> {
          let found = PatternSearch(classes, type: type)
            .search(profits: profits, above: 0, nodes: 1_000_000, shake: shake)
          #expect(found.value == expected && found.bound == expected, "seed \(seed)")
        }
        compared += 1
      }
    }
    #expect(compared > 200)
  }

  @Test func `a knapsack of many sizes, searched in parts, is as good as one searched at once`() {
    for seed in 0..<3 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var guests = GuestTable(resourceCount: 3)
      for _ in 0..<45 { guests.append(size: (0..<3).map { _ in Int32.random(in: 25...60, using: &random) }) }
      let problem = PlacementProblem(
        resources: [.cpu(unit: "MHz"), .memory, .disk], guests: guests,
        hosts: HostTable(45, of: HostType("host", capacity: [130, 130, 130])))
      let classes = SizeClasses(problem)
      let profits = (0..<classes.count).map { index in
        (0..<3).reduce(Int64.random(in: 0...20, using: &random)) { $0 + Int64(classes.size(index, $1)) }
      }
      let search = PatternSearch(classes, type: 0)
      let parts = search.search(profits: profits, above: 0, nodes: 100_000_000)
      var best: Int64 = 0
      func extend(_ start: Int, _ free: [Int32], _ value: Int64) {
        best = max(best, value)
        for index in start..<classes.count {
          let left = (0..<3).map { free[$0] - classes.size(index, $0) }
          if left.allSatisfy({ $0 >= 0 }) { extend(index + 1, left, value + profits[index]) }
        }
      }
      extend(0, [130, 130, 130], 0)
      #expect(parts.value == best && parts.isExact, "seed \(seed)")
    }
  }

  @Test func `a proven bound never exceeds the optimum, and its certificate holds`() throws {
    var proven = 0
    for seed in 0..<400 as Range<UInt64> {
      let problem = randomProblem(seed: seed, guests: 6, hosts: 4)
      guard let optimum = ExhaustiveSearch(problem).fewestHosts(),
        let least = ExhaustiveSearch(problem).leastValue()
      else { continue }
      let classes = SizeClasses(problem)
      guard classes.count > 0 else { continue }
      var search = HostMixSearch(classes)
      var budget = WorkBudget(200_000)
      search.run(dives: 0, isProofOnly: true, &budget)
      #expect(search.bound <= least, "seed \(seed)")
      let proof = try #require(search.certificate())
      let certificate = BoundCertificate(proof.root, scale: proof.scale, classes, problem)
      #expect(BoundChecker(problem).verdict(on: certificate) == .proven(search.bound), "seed \(seed)")
      let strong = LowerBound(of: problem, level: .strong(WorkBudget(200_000)))
      #expect(strong.hosts <= optimum && strong.hosts >= LowerBound(of: problem).hosts)
      #expect(strong.value <= least)
      proven += 1
    }
    #expect(proven > 80)
  }

  @Test func `three guests of five on hosts of eight need three hosts, and the proof is one price`() throws {
    let problem = problem(sizes: [5, 5, 5], hosts: 9, capacity: 8)
    let classes = SizeClasses(problem)
    var search = HostMixSearch(classes)
    var budget = WorkBudget(1_000_000)
    search.run(dives: 1, &budget)
    #expect(search.bound == 3 && search.best?.cost == 3)
  }

  /// Four small guests, on one roomy host of 10 and three of 6 that would each take all of them.
  private func replicas(limit: Int32, over level: FailureLevel = .host) -> PlacementProblem {
    var guests = GuestTable(resourceCount: 1)
    for _ in 0..<4 { guests.append(size: [1]) }
    let types = [
      HostType("roomy", capacity: [40], price: Money(10, .usd)),
      HostType("small", capacity: [8], price: Money(6, .usd)),
    ]
    return PlacementProblem(
      resources: [.memory], guests: guests,
      hosts: HostTable(
        types: types, typeOfHost: [0, 1, 1, 1],
        domains: [FailureDomains("enclosure", hosts: 4, hostsPerDomain: 2)]),
      separations: [Separation("replicas", guests: [0, 1, 2, 3], over: level, limit: limit)],
      objective: .price)
  }

  // One to a host: all four hosts, 10 + 3 x 6. Two: two of the cheap ones. Two to an enclosure are two to a host at most.
  @Test(arguments: [
    (1, FailureLevel.host, 28.0), (2, .host, 12), (4, .host, 6), (2, .domain(0), 12),
  ])
  func `the bound knows how many replicas a host may hold`(
    limit: Int32, level: FailureLevel, price: Double
  ) throws {
    let problem = replicas(limit: limit, over: level)
    let certificate = try patterns(of: problem)
    #expect(BoundChecker(problem).verdict(on: certificate) == .proven(Money(price, .usd).millionths))
    #expect(ExhaustiveSearch(problem).leastValue() == Money(price, .usd).millionths)
  }

  /// What column generation alone proves.
  private func patterns(of problem: PlacementProblem) throws -> BoundCertificate {
    let classes = SizeClasses(problem)
    var search = HostMixSearch(classes)
    var budget = WorkBudget(1_000_000)
    search.run(dives: 1, &budget)
    let proof = try #require(search.certificate())
    return BoundCertificate(proof.root, scale: proof.scale, classes, problem)
  }

  @Test func `a certificate that keeps guests apart whom no rule keeps apart is refused`() throws {
    let certificate = try patterns(of: replicas(limit: 1))
    #expect(BoundChecker(replicas(limit: 1)).verdict(on: certificate) == .proven(Money(28, .usd).millionths))
    #expect(BoundChecker(replicas(limit: 2)).verdict(on: certificate) == .malformed)
  }

  @Test func `a certificate that claims too much is refused`() throws {
    // Pairs of 4 fit on 8, so that total demand is all there is: 3 hosts for 6 guests.
    let problem = problem(sizes: [4, 4, 4, 4, 4, 4], hosts: 9, capacity: 8)
    let classes = SizeClasses(problem)
    func certificate(_ proof: DualProof) -> BoundCertificate {
      BoundCertificate(.leaf(proof), scale: 1000, classes, problem)
    }
    let checker = BoundChecker(problem)
    let honest = DualProof(duals: [500], worths: [1000], multipliers: [[125]])
    #expect(checker.verdict(on: certificate(honest)) == .proven(3))
    let greedy = DualProof(duals: [600], worths: [1000], multipliers: [[125]])
    #expect(checker.verdict(on: certificate(greedy)) == .worthTooLow(type: 0))
    let other = Placement.PlacementProblem(
      resources: problem.resources, guests: SpareAndSizingTests.guests(6, [3]), hosts: problem.hosts)
    #expect(BoundChecker(other).verdict(on: certificate(honest)) == .malformed)
  }

  @Test func `joined sizes bound from below and fit from above`() {
    var random = SeededGenerator(seed: 4)
    var guests = GuestTable(resourceCount: 2)
    for _ in 0..<900 { guests.append(size: (0..<2).map { _ in Int32.random(in: 1...400, using: &random) }) }
    let problem = PlacementProblem(
      resources: [.cpu(unit: "MHz"), .memory], guests: guests,
      hosts: HostTable(900, of: HostType("host", capacity: [1000, 1000])))
    let fine = SizeClasses(problem)
    for upwards in [false, true] {
      let joined = fine.joined(to: 50, upwards: upwards)
      #expect(joined.count == 50)
      #expect(joined.population.reduce(0, +) == 900)
      var group = [Int](repeating: -1, count: problem.flavours.count)
      for (index, flavours) in joined.flavours.enumerated() {
        for flavour in flavours { group[Int(flavour)] = index }
      }
      for guest in 0..<900 as Range<Int32> {
        let index = group[Int(problem.flavours.flavourOfGuest[Int(guest)])]
        for resource in 0..<2 {
          let own = guests.size(of: guest, resource)
          #expect(upwards ? joined.size(index, resource) >= own : joined.size(index, resource) <= own)
        }
      }
    }
  }
}
