import Placement
import Quantities
import TestProblems
import Testing

@Suite("Refusals")
struct RefusalTests {
  static func reasons(_ problem: PlacementProblem) -> [RefusalReason] {
    FirstFit().plan(for: problem).refusals.map(\.reason)
  }

  @Test func `a guest larger than any host is too large`() {
    let problem = problem(sizes: [11, 3], hosts: 2, capacity: 10)
    #expect(RefusalTests.reasons(problem) == [.tooLarge(resource: 0)])
    #expect(RefusalReason.tooLarge(resource: 0).text(in: problem) == "larger than any host in memory")
  }

  @Test func `a full fleet says how much is missing`() {
    let problem = problem(sizes: [7, 7, 5], hosts: 2, capacity: 10)
    #expect(RefusalTests.reasons(problem) == [.noRoom(resource: 0, missing: 2)])
    #expect(
      RefusalReason.noRoom(resource: 0, missing: 2).text(in: problem)
        == "no room: at least 2 MiB of memory missing")
  }

  @Test func `a guest limit is named`() {
    #expect(
      RefusalTests.reasons(problem(sizes: [1, 1, 1], hosts: 1, capacity: 10, guestLimit: 2)) == [.guestLimit])
  }

  @Test func `a separation is named`() {
    let rule = Separation("replicas", guests: [0, 1, 2])
    let problem = problem(sizes: [1, 1, 1], hosts: 2, capacity: 10, separations: [rule])
    #expect(RefusalTests.reasons(problem) == [.separated(rule: 0)])
    #expect(RefusalReason.separated(rule: 0).text(in: problem) == "kept apart by 'replicas'")
  }

  @Test func `spare hosts are closed`() {
    #expect(RefusalTests.reasons(problem(sizes: [1], hosts: 1, capacity: 10, spare: .hosts(1))) == [.closed])
  }

  @Test func `an incompatible class is named`() {
    var guests = GuestTable(resourceCount: 1)
    guests.append(size: [1])
    let problem = PlacementProblem(
      resources: [.memory], guests: guests, hosts: HostTable(1, of: HostType("pdp-11", capacity: [4])),
      compatibility: Compatibility(classes: 1, hostTypes: 1, everywhere: false))
    #expect(RefusalTests.reasons(problem) == [.incompatible])
  }

  @Test func `the plan's line tells hosts, bound, gap and refusals`() {
    let open = FirstFit().plan(for: problem(sizes: [4, 4, 4, 6, 6, 6], hosts: 9, capacity: 10))
    #expect(
      open.description == "first-fit: 4 hosts, at least 3 needed (demand of memory), gap at most 33.4 %")
    let optimal = FirstFit().plan(for: problem(sizes: [5, 5], hosts: 9, capacity: 10))
    #expect(optimal.description == "first-fit: 1 hosts, at least 1 needed (demand of memory), proven optimal")
    let short = FirstFit().plan(for: problem(sizes: [7, 7, 5], hosts: 2, capacity: 10))
    #expect(short.description.hasSuffix("1 guests refused"))
  }

  @Test func `moves are guests whose host changes`() {
    let plan = FirstFit().plan(for: problem(sizes: [5, 5, 5], hosts: 3, capacity: 10))
    #expect(plan.hostOfGuest == [0, 0, 1])
    #expect(plan.moves(from: [0, 1, -1]) == [1])
  }
}
