import Placement
import TestProblems
import TestSupport
import Testing

@Suite("Fleet state")
struct FleetStateTests {
  @Test func `removing every guest leaves the fleet as it was`() {
    for seed in 0..<300 as Range<UInt64> {
      let problem = randomProblem(seed: seed)
      let empty = FleetState(problem)
      var fleet = empty
      FirstFit().place(Array(0..<Int32(problem.guests.count)), into: &fleet)
      for guest in 0..<Int32(problem.guests.count) where fleet.hostOfGuest[Int(guest)] >= 0 {
        fleet.remove(guest)
      }
      #expect(fleet.hostsUsed == 0)
      for host in 0..<Int32(problem.hosts.count) {
        for resource in problem.resources.indices {
          #expect(fleet.free(on: host, resource) == empty.free(on: host, resource))
        }
        for guest in 0..<Int32(problem.guests.count) {
          #expect(fleet.admits(guest, on: host) == empty.admits(guest, on: host))
        }
      }
    }
  }

  @Test func `a closed host takes nobody until it is opened`() {
    var fleet = FleetState(problem(sizes: [1, 1], hosts: 2, capacity: 4))
    fleet.close(0)
    FirstFit().place([0], into: &fleet)
    fleet.open(0)
    FirstFit().place([1], into: &fleet)
    #expect(fleet.hostOfGuest == [1, 0])
  }

  @Test func `equal guests share a flavour and others do not`() {
    var guests = GuestTable(resourceCount: 2)
    guests.append(size: [1, 2])
    guests.append(size: [2, 1])
    guests.append(size: [1, 2])
    guests.append(size: [1, 2], guestClass: 1)
    guests.append(size: [1, 2])
    let problem = PlacementProblem(
      resources: [.cpu(unit: "cores"), .memory], guests: guests,
      hosts: HostTable(2, of: HostType("host", capacity: [4, 4])),
      separations: [Separation("apart", guests: [2, 4, 4])])
    #expect(problem.flavours.flavourOfGuest == [0, 1, 2, 3, 2])
    #expect(problem.flavours.population == [1, 1, 2, 1])
  }

  @Test func `flavours stand for their guests in ten thousand random ones`() {
    var random = SeededGenerator(seed: 3)
    var guests = GuestTable(resourceCount: 3)
    for _ in 0..<10_000 {
      guests.append(size: (0..<3).map { _ in Int32.random(in: 0...11, using: &random) })
    }
    let problem = PlacementProblem(
      resources: [.memory, .disk, .network], guests: guests,
      hosts: HostTable(1, of: HostType("host", capacity: [4, 4, 4])))
    let flavours = problem.flavours
    #expect(flavours.population.reduce(0, +) == 10_000)
    for guest in 0..<10_000 as Range<Int32> {
      let first = flavours.representative[Int(flavours.flavourOfGuest[Int(guest)])]
      for resource in 0..<3 { #expect(guests.size(of: guest, resource) == guests.size(of: first, resource)) }
    }
    let shapes = Set((0..<10_000 as Range<Int32>).map { guest in (0..<3).map { guests.size(of: guest, $0) } })
    #expect(shapes.count == flavours.count)
  }

  @Test func `compatibility holds for more host types than a word has bits`() {
    var matrix = Compatibility(classes: 3, hostTypes: 130)
    matrix[1, 127] = false
    matrix[2, 64] = false
    for row in 0..<3 as Range<Int32> {
      for column in 0..<130 as Range<Int32> {
        #expect(matrix[row, column] == !((row == 1 && column == 127) || (row == 2 && column == 64)))
      }
    }
  }

  @Test func `room that is kept for a guest counts it once in each unit that it is kept apart over`() {
    var guests = GuestTable(resourceCount: 1)
    for _ in 0..<3 { guests.append(size: [1]) }
    var fleet = FleetState(
      PlacementProblem(
        resources: [.cpu(unit: "cores")], guests: guests,
        hosts: HostTable(
          4, of: HostType("host", capacity: [4]),
          domains: [FailureDomains("enclosure", hosts: 4, hostsPerDomain: 2)]),
        separations: [Separation("apart", guests: [0, 1, 2], over: .domain(0))]))
    fleet.place(0, on: 0)
    #expect(!fleet.admits(1, on: 1) && fleet.admits(1, on: 2))
    // About to move within its enclosure: the other one is as free as before.
    fleet.reserve(0, on: 1)
    #expect(!fleet.admits(1, on: 1) && fleet.admits(1, on: 2))
    fleet.release(0, from: 1)
    // About to move to the other: both are taken until it has.
    fleet.reserve(0, on: 3)
    #expect((0..<4).allSatisfy { !fleet.admits(1, on: $0) })
    fleet.release(0, from: 3)
    fleet.remove(0)
    fleet.putBack(0, on: 3)
    #expect(fleet.admits(1, on: 0) && !fleet.admits(1, on: 2))
    // Without a host, room that is kept is only room.
    fleet.remove(0)
    fleet.reserve(0, on: 0)
    #expect(fleet.admits(1, on: 1) && fleet.free(on: 0, 0) == 3)
    fleet.release(0, from: 0)
    #expect(fleet.free(on: 0, 0) == 4)
  }
}
