import TestProblems
import Testing

@testable import Placement

/// The policies take shortcuts (frontiers, hosts in use, heaps); here they must agree with the plain definition.
@Suite("What each policy means")
struct PolicyMeaningTests {
  @Test func `first fit takes the first host that admits`() {
    for seed in 0..<700 as Range<UInt64> {
      let problem = randomProblem(seed: seed, guests: 80)
      var fleet = FleetState(problem)
      for guest in 0..<Int32(problem.guests.count) {
        guard let host = (0..<Int32(problem.hosts.count)).first(where: { fleet.admits(guest, on: $0) }) else {
          continue
        }
        fleet.place(guest, on: host)
      }
      #expect(FirstFit().plan(for: problem).hostOfGuest == fleet.hostOfGuest, "seed \(seed)")
    }
  }

  @Test(arguments: ShareNorm.allCases, [ResourceWeights.unit, .average])
  func `best fit leaves least free and worst fit most`(norm: ShareNorm, weights: ResourceWeights) {
    for seed in 0..<120 as Range<UInt64> {
      let problem = randomProblem(seed: seed, guests: 80)
      for isBest in [true, false] {
        let policy: any PlacementPolicy =
          isBest ? BestFit(weights: weights, norm: norm) : WorstFit(weights: weights, norm: norm)
        let plain = plainFit(problem, weights, norm, isBest: isBest)
        #expect(policy.plan(for: problem).hostOfGuest == plain, "seed \(seed)")
      }
    }
  }

  private func plainFit(
    _ problem: PlacementProblem, _ weights: ResourceWeights, _ norm: ShareNorm, isBest: Bool
  ) -> [Int32] {
    var fleet = FleetState(problem)
    let measure = GuestMeasure(problem, weights: weights, norm: norm)
    let factors = measure.factors(population: problem.flavours.population)
    for guest in 0..<Int32(problem.guests.count) {
      var best: (key: Double, host: Int32)?
      for host in 0..<Int32(problem.hosts.count) where fleet.admits(guest, on: host) {
        var free = 0.0
        for resource in problem.resources.indices {
          // Worst fit ranks by what is free before the guest, best fit by what is left after it.
          let size = isBest ? problem.guests.size(of: guest, resource) : 0
          factors.add(Double(fleet.free(on: host, resource) - size), resource, to: &free)
        }
        let key = isBest ? free : -free
        if best.map({ key < $0.key }) ?? true { best = (key, host) }
      }
      if let best { fleet.place(guest, on: best.host) }
    }
    return fleet.hostOfGuest
  }

  @Test func `decreasing policies place the largest guest first`() {
    let sizes: [Int32] = [2, 7, 3, 7, 5, 6]
    let plan = FirstFitDecreasing().plan(for: problem(sizes: sizes, hosts: 6, capacity: 10))
    // 7, 7, 6 and 5 open a host each; then 3 fills up the first and 2 joins the second.
    #expect(plan.hostOfGuest == [1, 0, 0, 1, 3, 2])
  }

  @Test func `an order of equal guests is the order given`() {
    let problem = problem(sizes: [4, 4, 4, 9], hosts: 3, capacity: 10)
    let measure = GuestMeasure(problem, weights: .average, norm: .sum)
    #expect(measure.decreasing([2, 0, 3, 1]) == [3, 2, 0, 1])
  }

  @Test(arguments: ShareNorm.allCases)
  func `every order holds every guest once`(norm: ShareNorm) {
    for seed in 0..<200 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      let guests = Array(0..<Int32(problem.guests.count))
      for weights in ResourceWeights.allCases {
        #expect(GuestMeasure(problem, weights: weights, norm: norm).decreasing(guests).sorted() == guests)
      }
    }
  }

  @Test func `dynamic weights turn to the resource that is left`() {
    // The cpu-heavy guests go first; then only memory is asked for, and 3 of memory outweighs 2 of cpu.
    var guests = GuestTable(resourceCount: 2)
    guests.append(size: [9, 0], copies: 3)
    guests.append(size: [2, 0])
    guests.append(size: [0, 3], copies: 3)
    let problem = PlacementProblem(
      resources: [.cpu(unit: "MHz"), .memory], guests: guests,
      hosts: HostTable(9, of: HostType("host", capacity: [10, 10])))
    let all = Array(0..<Int32(7))
    #expect(GuestMeasure(problem, weights: .average, norm: .sum).decreasing(all) == [0, 1, 2, 3, 4, 5, 6])
    #expect(GuestMeasure(problem, weights: .dynamic, norm: .sum).decreasing(all) == [0, 1, 2, 4, 5, 6, 3])
  }

  private func twoShapes(_ first: [Int32], _ second: [Int32], capacity: [Int32], used: [Int32]) -> FleetState
  {
    var guests = GuestTable(resourceCount: 2)
    guests.append(size: used)
    guests.append(size: first)
    guests.append(size: second)
    let type = HostType("host", capacity: capacity, guestLimit: 2)
    let problem = PlacementProblem(
      resources: [.cpu(unit: "cores"), Resource("memory", unit: "GiB")], guests: guests,
      hosts: HostTable(1, of: type))
    var fleet = FleetState(problem)
    fleet.place(0, on: 0)
    return fleet
  }

  @Test func `dot product prefers the shape of what is free`() {
    var fleet = twoShapes([1, 2], [4, 1], capacity: [8, 8], used: [0, 6])
    DotProduct(weights: .unit).place([1, 2], into: &fleet)
    #expect(fleet.hostOfGuest == [0, -1, 0])
  }

  @Test func `least squares prefer an even rest`() {
    var fleet = twoShapes([4, 1], [3, 3], capacity: [8, 8], used: [4, 4])
    L2Norm(weights: .unit).place([1, 2], into: &fleet)
    #expect(fleet.hostOfGuest == [0, -1, 0])
  }
}
