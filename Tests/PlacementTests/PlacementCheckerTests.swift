import Placement
import Quantities
import TestProblems
import Testing

@Suite("Plan checker")
struct PlacementCheckerTests {
  @Test func `finds each broken rule`() {
    var guests = GuestTable(resourceCount: 1)
    guests.append(size: [6], copies: 2)
    guests.append(size: [1], guestClass: 1)
    let types = [HostType("a", capacity: [10], guestLimit: 2), HostType("b", capacity: [10])]
    var compatibility = Compatibility(classes: 2, hostTypes: 2)
    compatibility[1, 1] = false
    let problem = PlacementProblem(
      resources: [.memory], guests: guests, hosts: HostTable(types: types, typeOfHost: [0, 1, 0]),
      compatibility: compatibility, separations: [Separation("pair", guests: [0, 2])], spare: .hosts(1))
    let checker = PlacementChecker(problem)
    #expect(checker.ruleViolations(of: [0, 1, -1]).isEmpty)
    #expect(
      checker.ruleViolations(of: [0, 0, 0]) == [
        .overfull(host: 0, resource: 0), .tooManyGuests(host: 0), .together(rule: 0, unit: 0),
      ])
    #expect(checker.ruleViolations(of: [0, -1, 1]) == [.incompatible(guest: 2)])
    #expect(checker.ruleViolations(of: [2, 1, 0]) == [.spareHostUsed(host: 2)])
  }

  @Test func `finds an overdrawn spare share`() {
    let problem = problem(sizes: [9], hosts: 1, capacity: 10, spare: .fraction(Fraction(0.2)))
    #expect(PlacementChecker(problem).ruleViolations(of: [0]) == [.overfull(host: 0, resource: 0)])
  }

  @Test func `catches a guest moved by hand into a full host`() {
    var caught = 0
    for seed in 0..<150 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      let places = FirstFit().plan(for: problem).hostOfGuest
      let fleet = FleetState(problem)
      for guest in places.indices where places[guest] >= 0 {
        for host in 0..<Int32(problem.hosts.count) where host != places[guest] {
          var moved = places
          moved[guest] = host
          // Rebuilt from nothing, the fleet must refuse exactly what the checker calls wrong.
          var rebuilt = fleet
          for other in moved.indices where other != guest && moved[other] >= 0 {
            rebuilt.putBack(Int32(other), on: moved[other])
          }
          let isWrong = !PlacementChecker(problem).ruleViolations(of: moved).isEmpty
          let admits = rebuilt.admits(Int32(guest), on: host)
          // A group that stands nowhere yet may be refused where one guest of it alone would break no rule.
          #expect(admits == !isWrong || (!admits && !problem.rules.affinities.isEmpty), "seed \(seed)")
          caught += isWrong ? 1 : 0
        }
        if guest > 4 { break }
      }
    }
    #expect(caught > 400)
  }

  @Test func `a plan for another problem is malformed`() {
    let plan = FirstFit().plan(for: problem(sizes: [1, 1], hosts: 2, capacity: 4))
    #expect(
      PlacementChecker(problem(sizes: [1], hosts: 2, capacity: 4)).violations(of: plan) == [.malformed])
  }

  @Test func `a plan that claims room it has not is caught`() {
    let plan = FirstFit().plan(for: problem(sizes: [3, 3, 3], hosts: 3, capacity: 9))
    let tighter = problem(sizes: [3, 3, 3], hosts: 3, capacity: 8, spare: .loss(of: .host))
    let violations = PlacementChecker(tighter).violations(of: plan)
    #expect(violations.contains(.overfull(host: 0, resource: 0)))
    #expect(violations.contains(.restartMissing))
  }

  @Test func `a needless refusal is caught`() {
    let small = problem(sizes: [3, 3], hosts: 1, capacity: 5)
    let plan = FirstFit().plan(for: small)
    #expect(PlacementChecker(small).violations(of: plan).isEmpty)
    let large = problem(sizes: [3, 3], hosts: 1, capacity: 6)
    #expect(PlacementChecker(large).violations(of: plan) == [.refusedNeedlessly(guest: 1)])
  }
}
