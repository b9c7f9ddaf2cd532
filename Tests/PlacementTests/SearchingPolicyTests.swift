import Foundation
import Placement
import Quantities
import TestProblems
import TestSupport
import Testing

@Suite("Searching policies")
struct SearchingPolicyTests {
  /// Guests of a few shapes in which large ones are also the memory-heavy ones, as in the mixes of clouds.
  static func mix(_ count: Int, seed: UInt64) -> PlacementProblem {
    let shapes: [[Int32]] = [
      [1, 1, 1], [2, 4, 2], [2, 8, 3], [4, 16, 4], [8, 32, 6], [16, 64, 8], [4, 32, 4], [8, 64, 5],
      [16, 128, 9],
      [4, 8, 3], [8, 16, 6],
    ]
    var random = SeededGenerator(seed: seed)
    var guests = GuestTable(resourceCount: 3)
    for _ in 0..<count { guests.append(size: shapes[Int.random(in: 0..<shapes.count, using: &random)]) }
    let supply = HostSupply(HostType("host", capacity: [64, 320, 48]))
    return PlacementProblem(
      resources: [.cpu(unit: "cores"), Resource("memory", unit: "GiB"), .network], guests: guests,
      hosts: HostTable(supplying: [supply], for: guests, objective: .hosts))
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a mix of instance types is solved to proven optimality`(seed: UInt64) throws {
    let problem = SearchingPolicyTests.mix(400, seed: seed)
    let plan = Portfolio(effort: .low).plan(for: problem)
    #expect(PlacementChecker(problem).violations(of: plan).isEmpty)
    #expect(plan.isProvenOptimal)
    #expect(plan.value <= Int64(FirstFitDecreasing().plan(for: problem).hostsUsed))
    if let certificate = plan.bound.certificate {
      #expect(BoundChecker(problem).verdict(on: certificate) == .proven(plan.bound.value))
    }
  }

  @Test func `the portfolio is never worse than any rule it runs`() {
    for seed in 0..<40 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      let plan = Portfolio(effort: .low).plan(for: problem)
      for rule in [FirstFit(), DotProduct(), BestFitDecreasing()] as [any PlacementPolicy] {
        let other = rule.plan(for: problem)
        #expect((plan.refusals.count, plan.value) <= (other.refusals.count, other.value), "seed \(seed)")
      }
    }
  }

  @Test func `triplets that fill every host exactly are found, where rules need more`() {
    // Thirds (a, b, c - a - b) of whole hosts in three resources: the optimum is a third of the guests.
    var random = SeededGenerator(seed: 11)
    var guests = GuestTable(resourceCount: 3)
    for _ in 0..<12 {
      var parts = [[Int32]](repeating: [0, 0, 0], count: 3)
      for resource in 0..<3 {
        let first = Int32.random(in: 250...450, using: &random)
        let second = Int32.random(in: 250...450, using: &random)
        (parts[0][resource], parts[1][resource]) = (first, second)
        parts[2][resource] = 1000 - first - second
      }
      for part in parts { guests.append(size: part) }
    }
    let supply = HostSupply(HostType("host", capacity: [1000, 1000, 1000]))
    let problem = PlacementProblem(
      resources: [.memory, .disk, .network], guests: guests,
      hosts: HostTable(supplying: [supply], for: guests, objective: .hosts))
    let plan = Portfolio(effort: .low).plan(for: problem)
    #expect(plan.hostsUsed == 12 && plan.isProvenOptimal)
    #expect(DotProduct().plan(for: problem).hostsUsed > 12)
  }

  @Test func `incumbents get better, and the last is the plan`() throws {
    let problem = SearchingPolicyTests.mix(300, seed: 3)
    let result = Portfolio(effort: .low).result(for: problem)
    for (before, after) in zip(result.incumbents, result.incumbents.dropFirst()) {
      #expect(after.value < before.value && after.steps >= before.steps)
    }
    #expect(result.incumbents.last?.value == result.plan.value)
  }

  @Test func `guests come and go one by one on the hosts where they strand least`() {
    let problem = SearchingPolicyTests.mix(300, seed: 8)
    var fleet = FleetState(problem)
    var online = OnlinePlacement(following: &fleet)
    var random = SeededGenerator(seed: 8)
    for guest in 0..<300 as Range<Int32> {
      // What it remembers is what it would see if it looked at every host anew.
      var anew = fleet
      MinFragmentation().place([guest], into: &anew)
      let host = online.place(guest, into: &fleet)
      #expect(host != nil)
      #expect(fleet.free(on: host ?? 0, 0) == anew.free(on: anew.hostOfGuest[Int(guest)], 0))
      if guest % 3 == 2 { fleet.remove(Int32.random(in: (guest - 2)...guest, using: &random)) }
    }
    #expect(PlacementChecker(problem).ruleViolations(of: fleet.hostOfGuest).isEmpty)
  }

  @Test func `least fragmentation keeps large rooms for large guests`() {
    // Free: 4 cores and 8 GiB, or 4 cores and 4 GiB. A guest of 4 and 4 takes the second; the first would strand 4 GiB.
    var guests = GuestTable(resourceCount: 2)
    for size in [[4, 0], [4, 4], [4, 4], [4, 8]] as [[Int32]] { guests.append(size: size) }
    let problem = PlacementProblem(
      resources: [.cpu(unit: "cores"), Resource("memory", unit: "GiB")], guests: guests,
      hosts: HostTable(2, of: HostType("host", capacity: [8, 8])))
    var fleet = FleetState(problem)
    fleet.place(0, on: 0)
    fleet.place(1, on: 1)
    MinFragmentation().place([2, 3], into: &fleet)
    #expect(fleet.hostOfGuest == [0, 1, 1, 0])
  }

  @Test func `shapes take turns`() {
    var guests = GuestTable(resourceCount: 2)
    for size in [[6, 1], [6, 1], [1, 6], [1, 6]] as [[Int32]] { guests.append(size: size) }
    let problem = PlacementProblem(
      resources: [.cpu(unit: "cores"), .memory], guests: guests,
      hosts: HostTable(4, of: HostType("host", capacity: [7, 7])))
    #expect(ShapeInterleaved().plan(for: problem).hostOfGuest == [0, 1, 0, 1])
  }

  @Test func `imitations of other products choose as those do`() {
    var guests = GuestTable(resourceCount: 2)
    for size in [[5, 5], [1, 1], [1, 1]] as [[Int32]] { guests.append(size: size) }
    let problem = PlacementProblem(
      resources: [.cpu(unit: "cores"), .memory], guests: guests,
      hosts: HostTable(3, of: HostType("host", capacity: [10, 10])))
    func hosts(_ policy: some PlacementPolicy) -> [Int32] {
      var fleet = FleetState(problem)
      fleet.place(0, on: 1)
      policy.place([1, 2], into: &fleet)
      return fleet.hostOfGuest
    }
    #expect(hosts(KubernetesScoring(.least)) == [1, 0, 2])
    #expect(hosts(KubernetesScoring(.most)) == [1, 1, 1])
    #expect(hosts(ResourceSchedulerBalance()) == [1, 0, 2])
    #expect(hosts(PowerManagementFill()) == [1, 1, 1])
  }
}
