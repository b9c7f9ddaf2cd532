import Availability
import EventEngine
import Facility
import Placement
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("Guests that are kept apart")
struct ApartTests {
  private static let sample = Seconds(hours: 1)

  private func scenario(_ layout: Layout, guests: Int = 6, days: Double = 14, seed: UInt64 = 1) throws
    -> Scenario
  {
    try TinyStudy.scenario(
      days: days, sample: Self.sample,
      guests: [
        TinyStudy.steady("web", count: guests, percent: 4, sample: Self.sample),
        TinyStudy.steady("mail", count: 3, percent: 4, sample: Self.sample),
      ], layouts: [layout], seed: seed)
  }

  private func layout(
    _ apart: [GroupRules.Apart], spare: PlacementChoice.Spare = .none,
    _ reliability: Reliability = TinyStudy.never()
  ) throws -> Layout {
    var layout = try TinyStudy.virtualized(reliability, spare: spare)
    layout.placement.rules.apart = apart
    return layout
  }

  /// The most guests of a group that ran on one host, or in one enclosure, at any moment of the log.
  private func crowd(_ run: RecordedRun, of groups: Set<Int32>, hostsPerUnit: Int) -> Int {
    var host = [Int?](repeating: nil, count: run.plan.guests.count)
    var most = 0
    for event in run.sink.events {
      guard let guest = event.guest?.index else { continue }
      switch event.kind {
      case .guestStarted, .guestRestarted, .guestMigrated: host[guest] = event.host?.index
      case .guestLost, .guestDeparted: host[guest] = nil
      default: continue
      }
      guard let here = host[guest], groups.contains(run.plan.guests[guest].group) else { continue }
      let together = host.indices.count {
        groups.contains(run.plan.guests[$0].group)
          && host[$0].map { $0 / hostsPerUnit } == here / hostsPerUnit
      }
      most = max(most, together)
    }
    return most
  }

  @Test func `one of them a host takes as many hosts, and two of them half as many`() throws {
    let free = try Simulator(scenario(layout([]))).designs[0]
    #expect(free.hosts < 4)
    let apart = try Simulator(scenario(layout([GroupRules.Apart(["web"])]))).designs[0]
    #expect(apart.hosts == 6 && apart.plan.bound.hosts == 6)
    let pairs = try Simulator(scenario(layout([GroupRules.Apart(["web"], limit: 2)]))).designs[0]
    #expect(pairs.hosts == 3)
    // Groups of one rule are counted together, those of two are not.
    let together = try Simulator(scenario(layout([GroupRules.Apart(["web", "mail"])]))).designs[0]
    #expect(together.hosts == 9)
    let each = try Simulator(
      scenario(layout([GroupRules.Apart(["web"]), GroupRules.Apart(["mail"])])))
    #expect(each.designs[0].hosts == 6)
  }

  @Test func `kept apart over enclosures, one failure takes one of them`() throws {
    let rule = GroupRules.Apart(["mail"], over: .enclosure)
    let design = try Simulator(scenario(layout([rule]))).designs[0]
    #expect(design.enclosures == 3)
    let mail = design.plan.hostOfGuest[6..<9].map { Int($0) / design.bladesPerEnclosure }
    #expect(Set(mail).count == 3)
  }

  @Test func `a number of servers that is too small is refused with the reason`() throws {
    var layout = try layout([GroupRules.Apart(["web"])])
    layout.servers.count = 4
    let refusal = #expect(throws: Simulator.Refusal.self) { _ = try Simulator(scenario(layout)) }
    guard case .layout(let infeasible) = try #require(refusal) else {
      Testing.Issue.record("the demand is refused, not the layout")
      return
    }
    #expect(infeasible.reason.contains("kept apart by 'web'") && infeasible.help?.contains("6") == true)
  }

  @Test(arguments: 0..<4)
  func `through storms, restarts, migrations and maintenance they stay apart`(batch: UInt64) throws {
    var moved = 0
    for seed in batch * 10..<(batch + 1) * 10 {
      let isOverEnclosures = seed.isMultiple(of: 2)
      let rule = GroupRules.Apart(["web"], over: isOverEnclosures ? .enclosure : .server, limit: 2)
      var layout = try layout([rule], spare: isOverEnclosures ? .none : .hosts(1), TinyStudy.stormy())
      layout.migration = MigrationPolicy(churn: EventsPerYear(400))
      layout.maintenance = Maintenance(interval: Seconds(days: 4), duration: Seconds(hours: 1))
      let run = try RecordedRun(scenario(layout, seed: seed))
      let unit = isOverEnclosures ? run.design.bladesPerEnclosure : 1
      #expect(crowd(run, of: [0], hostsPerUnit: unit) <= 2, "\(seed)")
      moved += run.summary.counts.migrations + run.summary.counts.restarts
    }
    #expect(moved > 100)
  }

  @Test func `a guest may move within the enclosure that it alone may be in`() throws {
    // Four blades an enclosure, as many guests as enclosures: the only ways are within each.
    var layout = try layout([GroupRules.Apart(["web", "mail"], over: .enclosure)])
    layout.servers.count = 36
    layout.servers.enclosures = nil
    layout.migration = MigrationPolicy()
    layout.maintenance = Maintenance(interval: Seconds(days: 3), duration: Seconds(hours: 1))
    let run = try RecordedRun(scenario(layout, days: 6))
    #expect(run.design.enclosures == 9)
    #expect(run.summary.counts.migrations >= 9 && run.summary.counts.impatientServices == 0)
    #expect(run.summary.downtime.outages == 0 || run.summary.counts.restarts == 0)
    #expect(crowd(run, of: [0, 1], hostsPerUnit: 4) == 1)
  }
}
