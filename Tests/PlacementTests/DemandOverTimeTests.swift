import Quantities
import TestProblems
import TestSupport
import Testing

@testable import Placement

/// Guests with one resource that varies, on equal hosts.
private func timed(
  profiles amounts: [[Int32]], hosts: Int, capacity: Int32, mayExceed: Int = 0, spare: SpareRule = .none
) -> PlacementProblem {
  var profiles = DemandProfiles(of: [0], periods: amounts[0].count, mayExceed: mayExceed)
  let numbers = amounts.map { profiles.append($0) }
  var guests = GuestTable(resourceCount: 1, over: profiles)
  for number in numbers { guests.append(size: [0], profile: number) }
  return PlacementProblem(
    resources: [.cpu(unit: "MHz")], guests: guests,
    hosts: HostTable(hosts, of: HostType("host", capacity: [capacity])), spare: spare)
}

/// A random problem like the others, in which one or two resources vary.
func varyingProblem(seed: UInt64, guests: Int = 40, hosts: Int = 16) -> PlacementProblem {
  let steady = randomProblem(seed: seed, guests: guests, hosts: hosts)
  var random = SeededGenerator(seed: seed &+ 77_777)
  func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  let varying = Array(steady.resources.indices.shuffled(using: &random).prefix(pick(1...2)))
  let periods = pick(1...6)
  let mayExceed = pick(0...1) == 0 ? 0 : pick(0...periods - 1)
  var profiles = DemandProfiles(of: varying, periods: periods, mayExceed: mayExceed)
  let most = pick(4...16)
  let count = pick(1...12)
  for _ in 0..<count {
    _ = profiles.append((0..<varying.count * periods).map { _ in Int32(pick(0...most)) })
  }
  var table = GuestTable(resourceCount: steady.resources.count, over: profiles)
  for guest in 0..<Int32(steady.guests.count) {
    table.append(
      size: steady.resources.indices.map { steady.guests.size(of: guest, $0) },
      guestClass: steady.guests.classes[Int(guest)], profile: Int32(pick(0...count - 1)))
  }
  return PlacementProblem(
    resources: steady.resources, guests: table, hosts: steady.hosts, compatibility: steady.compatibility,
    separations: steady.separations, rules: steady.rules, spare: steady.spare, objective: steady.objective)
}

/// The same problem with the amounts of every profile changed.
private func changed(
  _ problem: PlacementProblem, _ change: (DemandProfiles, Int32) -> [Int32]
) throws -> PlacementProblem {
  let old = try #require(problem.guests.profiles)
  var new = DemandProfiles(of: old.resources, periods: old.periods, mayExceed: old.mayExceed)
  for profile in 0..<Int32(old.count) { _ = new.append(change(old, profile)) }
  var table = GuestTable(resourceCount: problem.resources.count, over: new)
  for guest in 0..<Int32(problem.guests.count) {
    table.append(
      size: problem.resources.indices.map { problem.guests.size(of: guest, $0) },
      guestClass: problem.guests.classes[Int(guest)], profile: problem.guests.profileOfGuest[Int(guest)])
  }
  return PlacementProblem(
    resources: problem.resources, guests: table, hosts: problem.hosts, compatibility: problem.compatibility,
    separations: problem.separations, rules: problem.rules, spare: problem.spare, objective: problem.objective
  )
}

@Suite("Demand over time")
struct DemandOverTimeTests {
  @Test(arguments: PolicyCatalog.all.map(\.name))
  func `guests in opposite phase need half the hosts of their own peaks`(name: String) throws {
    let entry = try #require(PolicyCatalog.entry(named: name))
    let policy = try entry.policy(quickSettings(entry))
    let (day, night): ([Int32], [Int32]) = ([6, 6, 0, 0], [0, 0, 6, 6])
    let varying = timed(
      profiles: (0..<8).map { $0 % 2 == 0 ? day : night }, hosts: 12, capacity: 6)
    let plan = policy.plan(for: varying)
    let peaks = policy.plan(
      for: problem(sizes: [Int32](repeating: 6, count: 8), hosts: 12, capacity: 6))
    #expect(peaks.hostsUsed == 8)
    #expect(plan.bound.hosts == 4)
    // Rules that prefer empty hosts use more of them; nobody gets below the bound.
    let isSpreading = ["worst-fit", "kubernetes", "drs-balance", "dpm"].contains {
      name.hasPrefix($0)
    }
    #expect(isSpreading ? plan.hostsUsed >= 4 : plan.isProvenOptimal)
  }

  @Test func `a host may be above its offer in so many periods and no more`() {
    func guest(_ peak: Int) -> [Int32] { (0..<20).map { $0 == peak ? 9 : 4 } }
    // Both peaks in one period: 18 of 10 once, 8 else. In two periods: 13 of 10 twice.
    let together = timed(profiles: [guest(3), guest(3)], hosts: 2, capacity: 10, mayExceed: 1)
    let apart = timed(profiles: [guest(3), guest(7)], hosts: 2, capacity: 10, mayExceed: 1)
    let never = timed(profiles: [guest(3), guest(3)], hosts: 2, capacity: 10)
    #expect(FirstFit().plan(for: together).hostOfGuest == [0, 0])
    #expect(FirstFit().plan(for: apart).hostOfGuest == [0, 1])
    #expect(FirstFit().plan(for: never).hostOfGuest == [0, 1])
    #expect(PlacementChecker(together).ruleViolations(of: [0, 0]).isEmpty)
    #expect(
      PlacementChecker(apart).ruleViolations(of: [0, 0]) == [.overfullInTime(host: 0, resource: 0)])
    #expect(
      PlacementChecker(never).ruleViolations(of: [0, 0]) == [.overfullInTime(host: 0, resource: 0)])
  }

  @Test func `a spare share is kept free in every period`() {
    let spare = SpareRule.fraction(Fraction(0.2))
    let tight = timed(profiles: [[5, 1], [4, 8]], hosts: 2, capacity: 10, spare: spare)
    #expect(FirstFit().plan(for: tight).hostOfGuest == [0, 1])
    let loose = timed(profiles: [[4, 1], [4, 7]], hosts: 2, capacity: 10, spare: spare)
    #expect(FirstFit().plan(for: loose).hostOfGuest == [0, 0])
  }

  @Test func `a guest whose peak finds no room is told so, one that is too large alone too`() {
    let full = timed(profiles: [[6, 1], [6, 1]], hosts: 1, capacity: 10)
    let plan = FirstFit().plan(for: full)
    #expect(plan.refusals.map(\.reason) == [.peaksMeet(resource: 0, missing: 2)])
    #expect(
      RefusalReason.peaksMeet(resource: 0, missing: 2).text(in: full)
        == "no room over time: with the peaks of their guests, hosts lack at least 2 MHz of cpu")
    let large = timed(profiles: [[11, 1], [1, 1]], hosts: 2, capacity: 10)
    #expect(FirstFit().plan(for: large).refusals.map(\.reason) == [.tooLarge(resource: 0)])
    let once = timed(profiles: [[11, 1], [1, 1]], hosts: 2, capacity: 10, mayExceed: 1)
    #expect(FirstFit().plan(for: once).refusals.isEmpty)
  }

  @Test func `the busiest period gives the bound, and without it the mean does`() {
    // By day 4 x 9, by night 4 x 1: the mean asks for two hosts of 10, the day for four.
    let day = LowerBound(of: timed(profiles: (0..<4).map { _ in [9, 1] }, hosts: 9, capacity: 10))
    #expect(day.hosts == 4)
    // With one period of two granted, only the lower one counts.
    let night = LowerBound(
      of: timed(profiles: (0..<4).map { _ in [9, 1] }, hosts: 9, capacity: 10, mayExceed: 1))
    #expect(night.hosts == 1)
    // Peaks in different thirds: each period asks for two hosts, though no two guests share one.
    let phases = timed(profiles: [[9, 6, 0], [0, 9, 6], [6, 0, 9]], hosts: 9, capacity: 14)
    #expect(LowerBound(of: phases).hosts == 2)
  }

  @Test(arguments: PolicyCatalog.all.map(\.name))
  func `every policy keeps the rule`(name: String) throws {
    let entry = try #require(PolicyCatalog.entry(named: name))
    let settings = quickSettings(entry)
    let policy = try entry.policy(settings)
    for seed in 0..<(settings.isEmpty ? 80 : 10) as Range<UInt64> {
      let problem = varyingProblem(seed: seed)
      let violations = PlacementChecker(problem).violations(of: policy.plan(for: problem))
      #expect(violations.isEmpty, "seed \(seed)")
    }
  }

  @Test func `no bound exceeds the optimum found by trying everything`() {
    var (tried, tight, busier) = (0, 0, 0)
    for seed in 0..<400 as Range<UInt64> {
      let problem = varyingProblem(seed: seed, guests: 5, hosts: 4)
      let search = ExhaustiveSearch(problem)
      guard let optimum = search.fewestHosts(), let least = search.leastValue() else { continue }
      let bound = LowerBound(of: problem)
      #expect(bound.hosts <= optimum && bound.value <= least, "seed \(seed)")
      let plan = LeastPeakRise().plan(for: problem)
      #expect(!plan.refusals.isEmpty || plan.hostsUsed >= optimum, "seed \(seed)")
      tried += 1
      tight += bound.hosts == optimum ? 1 : 0
      if let still = problem.inBusiestPeriods(), LowerBound(of: still).hosts == bound.hosts { busier += 1 }
    }
    #expect(tried > 100)
    #expect(tight * 2 > tried)
    #expect(busier > 0)
  }

  @Test func `the checker and a fleet that fills agree on a guest moved by hand`() {
    var (caught, overTime) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      let problem = varyingProblem(seed: seed, guests: 20)
      let places = FirstFit().plan(for: problem).hostOfGuest
      let fleet = FleetState(problem)
      for guest in places.indices.prefix(5) where places[guest] >= 0 {
        for host in 0..<Int32(problem.hosts.count) where host != places[guest] {
          var moved = places
          moved[guest] = host
          var rebuilt = fleet
          for other in moved.indices where other != guest && moved[other] >= 0 {
            rebuilt.putBack(Int32(other), on: moved[other])
          }
          let wrong = PlacementChecker(problem).ruleViolations(of: moved)
          let admits = rebuilt.admits(Int32(guest), on: host)
          #expect(admits == wrong.isEmpty || (!admits && !problem.rules.affinities.isEmpty), "seed \(seed)")
          caught += wrong.isEmpty ? 0 : 1
          overTime += wrong.contains { if case .overfullInTime = $0 { true } else { false } } ? 1 : 0
        }
      }
    }
    #expect(caught > 160)
    #expect(overTime > 40)
  }

  @Test func `guests that come and go leave nothing behind`() {
    for seed in 0..<30 as Range<UInt64> {
      let problem = varyingProblem(seed: seed)
      var random = SeededGenerator(seed: seed)
      var fleet = FleetState(problem)
      let guests = Array(0..<Int32(problem.guests.count))
      for round in 0..<4 {
        FirstFit().place(
          guests.filter { fleet.hostOfGuest[Int($0)] < 0 }.shuffled(using: &random), into: &fleet)
        for guest in guests
        where fleet.hostOfGuest[Int(guest)] >= 0 && (round == 3 || Bool.random(using: &random)) {
          fleet.remove(guest)
        }
      }
      var (fresh, used) = (FleetState(problem), fleet)
      FirstFit().place(guests, into: &fresh)
      FirstFit().place(guests, into: &used)
      #expect(fresh.hostOfGuest == used.hostOfGuest, "seed \(seed)")
    }
  }

  @Test func `flat demand is a size that stands still`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let varying = try changed(varyingProblem(seed: seed)) { old, profile in
        old.resources.indices.flatMap { position in
          // Each profile has a level of its own, so that flavours are the same.
          [Int32](repeating: profile + Int32(position), count: old.periods)
        }
      }
      var table = GuestTable(resourceCount: varying.resources.count)
      for guest in 0..<Int32(varying.guests.count) {
        table.append(
          size: varying.resources.indices.map { varying.guests.largest(of: guest, $0) },
          guestClass: varying.guests.classes[Int(guest)])
      }
      let still = PlacementProblem(
        resources: varying.resources, guests: table, hosts: varying.hosts,
        compatibility: varying.compatibility, separations: varying.separations, rules: varying.rules,
        spare: varying.spare, objective: varying.objective)
      for policy in [FirstFit(), BestFitDecreasing(), WorstFit(), DotProduct(), MinFragmentation()]
        as [any PlacementPolicy]
      {
        let (left, right) = (policy.plan(for: varying), policy.plan(for: still))
        #expect(left.hostOfGuest == right.hostOfGuest, "\(policy.name), seed \(seed)")
        #expect(left.bound == right.bound && left.value == right.value, "seed \(seed)")
      }
    }
  }

  @Test func `the order of periods does not matter`() throws {
    for seed in 0..<15 as Range<UInt64> {
      let problem = varyingProblem(seed: seed)
      let turned = try changed(problem) { old, profile in
        old.resources.indices.flatMap { position in
          let amounts = Array(old.amounts(of: profile, position))
          return Array(amounts.dropFirst(2)) + amounts.prefix(2)
        }
      }
      let policies: [any PlacementPolicy] = [FirstFit(), LeastPeakRise()]
      for policy in policies + (seed < 3 ? [Portfolio(effort: .least)] : []) {
        let (left, right) = (policy.plan(for: problem), policy.plan(for: turned))
        #expect(left.hostOfGuest == right.hostOfGuest && left.bound == right.bound, "seed \(seed)")
      }
    }
  }

  @Test func `out of phase guests find one another`() {
    // Four kinds of guests with a peak in one quarter each, listed kind by kind: four peaks of 5 and little else to a host.
    let kinds = (0..<4).map { quarter in (0..<8).map { Int32($0 / 2 == quarter ? 5 : 1) } }
    let mixed = timed(
      profiles: kinds.flatMap { [[Int32]](repeating: $0, count: 6) }, hosts: 24, capacity: 8)
    let plan = LeastPeakRise().plan(for: mixed)
    #expect(plan.hostsUsed == 6 && plan.isProvenOptimal)
    #expect(FirstFit().plan(for: mixed).hostsUsed >= 6)
  }
}
