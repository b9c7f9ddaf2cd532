import Availability
import EventEngine
import Placement
import Quantities
import Scenario
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@testable import Simulation

@Suite("The loss of a site")
struct RecoveryTests {
  /// 18 guests of 10 GiB, on a server each or on blades, in a week.
  private func study(
    _ plans: [RecoveryPlan], at time: Seconds? = Seconds(days: 3.3), guests: [GuestGroup]? = nil,
    isDedicated: Bool = false
  ) throws -> Simulator {
    let layouts = try plans.enumerated().map { index, plan in
      var layout = isDedicated ? try TinyStudy.dedicated() : try TinyStudy.virtualized()
      layout.name = "layout-\(index)"
      layout.recovery = plan
      return layout
    }
    var scenario = try TinyStudy.scenario(guests: guests, layouts: layouts)
    scenario.site.disaster = Disaster(time: time)
    return try Simulator(scenario)
  }

  private func plan(_ method: RecoveryPlan.Method, _ change: (inout RecoveryPlan) -> Void = { _ in })
    -> RecoveryPlan
  {
    var plan = RecoveryPlan(method: method)
    change(&plan)
    return plan
  }

  private func summary(_ simulator: Simulator, layout: Int = 0, replication: Int = 0) throws
    -> RecoverySummary
  {
    let guests = try simulator.plan(replication: replication)
    return try #require(
      try simulator.recovery(layout: layout, plan: guests, replication: replication))
  }

  /// What one stream of 80 MB/s takes for a guest's 10 GiB, to the millisecond.
  private let read = TimeSpan.seconds(10 * 0x1p30 / 80e6).seconds

  @Test func `servers that are bought again take procurement, crews and tapes`() throws {
    let simulator = try study(
      [plan(.rebuild) { $0.declaration = Seconds(hours: 1) }], isDedicated: true)
    let found = try summary(simulator)
    #expect(found.guests == 18 && found.machines == 18 && found.ordered == 18)
    // Two crews: nine waves of 8 h. The tape is idle between them, so that only the last two servers wait for it.
    let boot = simulator.scenario.layouts[0].technique.times.boot.value.value
    let last = Seconds(hours: 1) + Seconds(days: 21) + Seconds(hours: 72) + Seconds(2 * read + boot)
    #expect(isClose(found.time.worst.value, last.value, relative: 1e-12))
    #expect(found.labour == Seconds(hours: 18 * 8))
    #expect(found.backup?.window.value == 18 * read && found.backup?.fits == true)
    #expect(isClose(found.downtime.value, found.time.mean.value * 18, relative: 1e-12))
  }

  @Test func `guests restored onto hosts that stand by take the data over the streams`() throws {
    let one = plan(.restore) { plan in
      plan.effort = .zero
      plan.slots = 1000
    }
    var three = one
    three.backup?.streams = 3
    let simulator = try study([one, three])
    let boot = simulator.scenario.layouts[0].technique.times.boot.value.value
    let (slow, fast) = (try summary(simulator), try summary(simulator, layout: 1))
    #expect(slow.ordered == 0 && slow.machines == simulator.designs[0].plan.hostsUsed)
    #expect(isClose(slow.time.worst.value, 18 * read + boot, relative: 1e-12))
    #expect(isClose(fast.time.worst.value, 6 * read + boot, relative: 1e-12))
    #expect(isClose(slow.time.mean.value, 9.5 * read + boot, relative: 1e-12))
    // 95 % of 18 guests are 18.
    #expect(slow.time.percentile95 == slow.time.worst)
  }

  @Test func `hosts that are missing elsewhere are ordered, and only their guests wait for them`() throws {
    let simulator = try study([
      plan(.restore) { plan in
        plan.effort = .zero
        plan.spareHosts = 1
        plan.procurement = Seconds(days: 10)
      }
    ])
    let found = try summary(simulator)
    #expect(found.machines > 1 && found.ordered == found.machines - 1)
    let input = try #require(
      simulator.recoveryInput(layout: 0, plan: try simulator.plan(replication: 0), replication: 0))
    let back = input.queue(of: 18, arePrepared: false).run().back
    #expect(back.filter { $0 < .days(10) }.count == input.guestsPerMachine)
  }

  @Test
  func `work lost lies between a guest's copy and the interval and its copy, and is uniform over moments`()
    throws
  {
    let simulator = try study([plan(.restore)], at: nil)
    var means = Welford()
    for replication in 0..<400 {
      let found = try summary(simulator, replication: replication)
      #expect(found.point.worst.value <= 86_400 + read && found.point.mean.value >= read)
      means.add(found.point.mean.value)
    }
    // Uniform over a day: mean half a day and the copy. The mean of 18 guests differs from that of one by chance of
    // where in the round they are, which evens out over moments.
    let error = (86_400.0 * 86_400 / 12 / 400).squareRoot()
    #expect(abs(means.mean - (43_200 + read)) < 4 * error)
    #expect(means.variance.squareRoot() > 0.8 * 86_400 / 12.0.squareRoot())
  }

  @Test func `replication loses at most what its closed form says, and synchronous copies nothing`() throws {
    let points = RecoveryPlan.Points(interval: Seconds(minutes: 10), link: BitsPerSecond(80e6))
    let simulator = try study(
      [
        plan(.replication) { plan in
          plan.points = points
          plan.dailyChange = Fraction(percent: 10)
        }, plan(.synchronous),
      ], at: nil)
    let changes = BitsPerSecond(18 * 10 * 0x1p30 * 8 * 0.1 / 86_400)
    let bound = try #require(
      Replication(changes: changes, link: points.link, interval: points.interval).worstRecoveryPoint)
    var worst = Seconds.zero
    for replication in 0..<200 {
      let found = try summary(simulator, replication: replication)
      #expect(found.point.worst <= bound && found.point.worst >= bound - points.interval)
      worst = max(worst, found.point.worst)
      let written = changes.value / 8 * found.point.mean.value
      #expect(isClose(found.lost.value, written, relative: 1e-9))
      let synchronous = try summary(simulator, layout: 1, replication: replication)
      #expect(synchronous.point.worst == .zero && synchronous.lost == .zero)
      #expect(synchronous.moment == found.moment)
    }
    #expect(worst > bound - Seconds(minutes: 1))
    // Guests boot four at a time on each host of the other site.
    let input = try #require(
      simulator.recoveryInput(layout: 1, plan: try simulator.plan(replication: 0), replication: 0))
    let boot = simulator.scenario.layouts[0].technique.times.boot.value
    let last = RestartTiming(detection: .zero, boot: boot, slots: 4).lastOutage(of: input.guestsPerMachine)
    #expect(try summary(simulator, layout: 1).time.worst == last)
  }

  @Test func `a guest younger than its backup loses what it has done, and one that is gone nothing`() throws {
    let young = try TinyStudy.group(
      "young", count: 3, presence: .during(from: .offset(Seconds(days: 3.2)), until: nil))
    let gone = try TinyStudy.group(
      "gone", count: 5, presence: .during(from: .offset(.zero), until: .offset(Seconds(days: 2))))
    let simulator = try study([plan(.restore)], guests: [try TinyStudy.group("old", count: 4), young, gone])
    let input = try #require(
      simulator.recoveryInput(layout: 0, plan: try simulator.plan(replication: 0), replication: 0))
    #expect(input.disks.count == 7)
    #expect(input.points.suffix(3).allSatisfy { $0 == .days(0.1) })
    #expect(input.points.prefix(4).allSatisfy { $0 > .days(0.2) })
  }

  @Test func `critical guests come back first`() throws {
    let late = try TinyStudy.group("late", count: 4, service: .deferrable)
    let first = try TinyStudy.group("first", count: 4, disk: Bytes(1e9), service: .critical)
    let simulator = try study([plan(.restore)], guests: [late, first])
    let input = try #require(
      simulator.recoveryInput(layout: 0, plan: try simulator.plan(replication: 0), replication: 0))
    #expect(input.disks.prefix(4).allSatisfy { $0 == Bytes(1e9) })
  }

  @Test func `drills take crews and people for as long as they last`() throws {
    let simulator = try study([
      plan(.restore) { plan in
        plan.drill = RecoveryPlan.Drill(
          interval: Seconds(days: 2), guests: Fraction(percent: 50), people: 3)
        plan.slots = 1000
        plan.procurement = Seconds(days: 100)
        plan.spareHosts = 0
        plan.crews = 100
      }
    ])
    let drills = try #require(try summary(simulator).drills)
    #expect(drills.count == 3)
    let boot = simulator.scenario.layouts[0].technique.times.boot.value.value
    let duration = 3600 + 9 * read + boot
    #expect(isClose(drills.duration.value, duration, relative: 1e-12))
    let input = try #require(
      simulator.recoveryInput(layout: 0, plan: try simulator.plan(replication: 0), replication: 0))
    let machines = (9 + input.guestsPerMachine - 1) / input.guestsPerMachine
    #expect(isClose(drills.labour.value, 3 * duration + 3600 * Double(machines), relative: 1e-12))
  }

  @Test func `a site that is never lost, or a layout without a plan, has nothing to tell`() throws {
    var scenario = try TinyStudy.scenario(layouts: [try TinyStudy.virtualized(), try TinyStudy.dedicated()])
    scenario.layouts[0].recovery = RecoveryPlan(method: .restore)
    let calm = try Simulator(scenario)
    let guests = try calm.plan(replication: 0)
    #expect(try calm.recovery(layout: 0, plan: guests, replication: 0) == nil)
    scenario.site.disaster = Disaster(time: Seconds(days: 1))
    let lost = try Simulator(scenario)
    #expect(try lost.recovery(layout: 0, plan: guests, replication: 0) != nil)
    #expect(try lost.recovery(layout: 1, plan: guests, replication: 0) == nil)
  }
}
