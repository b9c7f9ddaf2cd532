import Placement
import TestSupport
import Testing

/// Plans of parts that share neither guests nor hosts, as one.
@Suite("Plans of parts")
struct FleetPartTests {
  /// Guests of two classes on hosts of two types, each class on its own type, in any order.
  private func problem(_ seed: UInt64, spare: SpareRule) -> PlacementProblem {
    var random = SeededGenerator(seed: seed)
    var guests = GuestTable(resourceCount: 2)
    for _ in 0..<40 {
      guests.append(
        size: [Int32.random(in: 1...40, using: &random), Int32.random(in: 100...6000, using: &random)],
        guestClass: Int32.random(in: 0...1, using: &random))
    }
    let types = [HostType("one", capacity: [100, 16_384]), HostType("other", capacity: [80, 12_000])]
    let typeOfHost = (0..<60).map { _ in Int32.random(in: 0...1, using: &random) }
    var matrix = Compatibility(classes: 2, hostTypes: 2, everywhere: false)
    for type in Int32(0)...1 { matrix[type, type] = true }
    return PlacementProblem(
      resources: [.cpu(unit: "%"), .memory], guests: guests,
      hosts: HostTable(types: types, typeOfHost: typeOfHost), compatibility: matrix, spare: spare)
  }

  /// The guests and hosts of one type, planned by themselves.
  private func part(_ type: Int32, of whole: PlacementProblem) -> FleetPart {
    let members = whole.guests.classes.indices.filter { whole.guests.classes[$0] == type }.map(Int32.init)
    let hosts = whole.hosts.typeOfHost.indices.filter { whole.hosts.typeOfHost[$0] == type }.map(Int32.init)
    var guests = GuestTable(resourceCount: 2)
    for guest in members { guests.append(size: (0...1).map { whole.guests.size(of: guest, $0) }) }
    let problem = PlacementProblem(
      resources: whole.resources, guests: guests,
      hosts: HostTable(hosts.count, of: whole.hosts.types[Int(type)]), spare: whole.spare)
    return FleetPart(FirstFitDecreasing().plan(for: problem), guests: members, hosts: hosts)
  }

  @Test(arguments: [SpareRule.none, .loss(of: .host)], 0..<20 as Range<UInt64>)
  func `plans of parts keep every rule of the whole, and their bounds add up`(spare: SpareRule, seed: UInt64)
  {
    let whole = problem(seed, spare: spare)
    let parts = (Int32(0)...1).map { part($0, of: whole) }
    let plan = PlacementPlan(of: parts, guests: whole.guests.count)
    #expect(PlacementChecker(whole).violations(of: plan) == [])
    #expect(plan.isComplete && plan.hostsUsed == parts.reduce(0) { $0 + $1.plan.hostsUsed })
    #expect(plan.bound.hosts == parts.reduce(0) { $0 + $1.plan.bound.hosts } && plan.bound.reason == .parts)
    // The bound of the whole holds for the plan of its parts too, and cannot be above their sum.
    #expect(LowerBound(of: whole).hosts <= plan.bound.hosts)
  }

  @Test func `what a part refuses is told with the number of the whole`() {
    var guests = GuestTable(resourceCount: 1)
    guests.append(size: [5], copies: 3)
    let type = HostType("small", capacity: [9])
    let problem = PlacementProblem(
      resources: [.memory], guests: guests, hosts: HostTable(2, of: type))
    let part = FleetPart(FirstFitDecreasing().plan(for: problem), guests: [1, 3, 4], hosts: [7, 2])
    let empty = PlacementProblem(
      resources: [.memory], guests: GuestTable(resourceCount: 1), hosts: HostTable(0, of: type))
    var two = GuestTable(resourceCount: 1)
    two.append(size: [1], copies: 2)
    let other = PlacementProblem(resources: [.memory], guests: two, hosts: HostTable(1, of: type))
    let plan = PlacementPlan(
      of: [
        part, FleetPart(FirstFitDecreasing().plan(for: empty), guests: [], hosts: []),
        FleetPart(FirstFitDecreasing().plan(for: other), guests: [0, 2], hosts: [5]),
      ], guests: 5)
    #expect(plan.hostOfGuest == [5, 7, 5, 2, FleetState.unplaced])
    #expect(plan.refusals.map(\.guest) == [4] && plan.gap == nil)
  }
}
