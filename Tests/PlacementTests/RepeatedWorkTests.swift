import TestProblems
import TestSupport
import Testing

@testable import Placement

/// Work that policies leave out because they know what would come of it.
@Suite("Work left out")
struct RepeatedWorkTests {
  /// Many guests of few flavours on two types of hosts; where asked, with a rule that is in nobody's way.
  private static func fleet(seed: UInt64, hasRule: Bool) -> (problem: PlacementProblem, guests: [Int32]) {
    var random = SeededGenerator(seed: seed)
    let count = seed % 2 == 0 ? 60_000 : 3_000
    let shapes = (0..<9).map { _ in (0..<3).map { _ in Int32.random(in: 1...12, using: &random) } }
    var guests = GuestTable(resourceCount: 3)
    for _ in 0..<count { guests.append(size: shapes[Int.random(in: 0..<shapes.count, using: &random)]) }
    let types = [
      HostType("small", capacity: [40, 44, 38]), HostType("large", capacity: [75, 60, 90], guestLimit: 9),
    ]
    let hosts = HostTable(
      types: types, typeOfHost: (0..<count / 2).map { _ in Int32.random(in: 0...1, using: &random) })
    let all = Array(0..<Int32(count))
    return (
      PlacementProblem(
        resources: [.cpu(unit: "cores"), .memory, .disk], guests: guests, hosts: hosts,
        separations: hasRule ? [Separation("any number", guests: all, limit: .max)] : []), all
    )
  }

  @Test(
    "filling host by host repeats what it did on an equal host, and plans as it does where it may not",
    arguments: [0, 1, 2, 3] as [UInt64], ResourceWeights.allCases)
  func repeats(seed: UInt64, weights: ResourceWeights) {
    let policies: [any PlacementPolicy] = [DotProduct(weights: weights), L2Norm(weights: weights)]
    for policy in policies {
      let plans = [false, true].map { hasRule in
        let (problem, guests) = RepeatedWorkTests.fleet(seed: seed, hasRule: hasRule)
        var fleet = FleetState(problem)
        #expect(fleet.hasRules == hasRule)
        policy.place(guests, into: &fleet)
        return fleet.hostOfGuest
      }
      #expect(plans[0] == plans[1])
      #expect(plans[0].contains { $0 != FleetState.unplaced })
    }
  }

  @Test func `what rules say of a host before guests leave holds when they have left`() {
    var said = (yes: 0, no: 0)
    for seed in 0..<3_000 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      guard problem.guests.count > 0 else { continue }
      var fleet = FleetState(problem)
      FirstFit().place(Array(0..<Int32(problem.guests.count)), into: &fleet)
      var random = SeededGenerator(seed: seed)
      for host in 0..<Int32(fleet.hostCount) where fleet.isOpen(host) {
        let inside = fleet.hostOfGuest.indices.filter { fleet.hostOfGuest[$0] == host }.map(Int32.init)
        let leaving = Array(inside.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
        guard !leaving.isEmpty else { continue }
        let flavour = Int32.random(in: 0..<Int32(fleet.flavourCount), using: &random)
        guard let verdict = fleet.rulesAdmit(flavour: flavour, on: host, without: leaving) else { continue }
        for guest in leaving { fleet.remove(guest) }
        if fleet.hasRoom(flavour: flavour, on: host), fleet.isCompatible(flavour: flavour, with: host) {
          #expect(fleet.admits(flavour: flavour, on: host) == verdict, "seed \(seed), host \(host)")
          if verdict { said.yes += 1 } else { said.no += 1 }
        }
        for guest in leaving.reversed() { fleet.put(guest, on: host) }
      }
    }
    #expect(said.yes > 100 && said.no > 100)
  }
}
