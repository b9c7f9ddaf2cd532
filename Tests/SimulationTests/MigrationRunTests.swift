import Availability
import EventEngine
import Facility
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

@Suite("Migrations and planned work")
struct MigrationRunTests {
  private static let sample = Seconds(minutes: 15)

  private func layout(
    _ policy: MigrationPolicy? = MigrationPolicy(), maintenance: Maintenance? = nil,
    changes: [HardwareChange] = [], spare: PlacementChoice.Spare = .hosts(1), stormy: Bool = false,
    base: Layout? = nil
  ) throws -> Layout {
    var layout =
      try base ?? TinyStudy.virtualized(stormy ? TinyStudy.stormy() : TinyStudy.never(), spare: spare)
    layout.migration = policy
    layout.maintenance = maintenance
    layout.changes = changes
    return layout
  }

  private func run(
    _ layout: Layout, count: Int = 9, days: Double = 7, memory: Double = 1, seed: UInt64 = 1, tile: Int = 256
  ) throws -> RecordedRun {
    try RecordedRun(
      TinyStudy.scenario(
        days: days, sample: Self.sample,
        guests: [TinyStudy.steady(count: count, percent: 20, memory: memory, sample: Self.sample)],
        layouts: [layout], seed: seed), tileLength: tile)
  }

  private func times(_ kind: RunEvent.Kind, _ run: RecordedRun) -> [Instant] {
    run.sink.events.filter { $0.kind == kind }.map(\.time)
  }

  /// V = 1 GiB at 1 Gbit/s, D = 5 MB/s: the closed form of Clark et al. for as many rounds as the rules make.
  @Test(arguments: [5.0, 20, 60, 120])
  func `a lone migration takes what the closed form says, to the millisecond`(dirty: Double) throws {
    let policy = MigrationPolicy(slots: 1, dirtyRate: BitsPerSecond(dirty * 8e6))
    let change = HardwareChange(time: Seconds(days: 1), server: 0, action: .remove)
    let run = try run(layout(policy, changes: [change]), count: 4)
    let copy = PreCopy(
      memory: Bytes(gibibytes: 1), dirtyRate: policy.dirtyRate, rules: policy.rules
    ).finished(at: policy.link)
    let (started, ended) = (times(.migrationStarted, run), times(.guestMigrated, run))
    #expect(!started.isEmpty && started.count == ended.count)
    for (start, end) in zip(started, ended) {
      let took = (end - start).milliseconds
      #expect(abs(took - Int64((copy.elapsed.value * 1000).rounded())) <= 1)
    }
    let down = Double(run.summary.counts.migrationDowntime) / 1000 / Double(ended.count)
    #expect(isClose(down, copy.downtime.value, absolute: 1.5e-3))
    // The geometric series itself, as long as dirty memory falls behind.
    if let lambda = [5.0: 0.04, 20: 0.16][dirty] {
      let rounds = (copy.sent.value / Bytes(gibibytes: 1).value * (1 - lambda) - 1) / -1
      #expect(rounds > 0 && rounds < 1)
    }
  }

  @Test func `two copies on one link take twice as long as one`() throws {
    let change = HardwareChange(time: Seconds(days: 1), server: 0, action: .remove)
    func length(_ slots: Int) throws -> Double {
      let policy = MigrationPolicy(slots: slots, dirtyRate: .zero)
      let run = try run(layout(policy, changes: [change]), count: 8)
      let (started, ended) = (times(.migrationStarted, run), times(.guestMigrated, run))
      #expect(started.count >= 2)
      return Double((ended[0] - started[0]).milliseconds)
    }
    let alone = try length(1) - 60
    let together = try length(2) - 60
    #expect(isClose(together, 2 * alone, relative: 1e-3))
  }

  @Test func `rolling maintenance takes every host in turn and stops guests for milliseconds only`() throws {
    let plan = Maintenance(interval: Seconds(days: 2), duration: Seconds(hours: 1))
    let run = try run(layout(maintenance: plan))
    let rounds = 3
    #expect(run.summary.counts.services == rounds * run.design.hosts)
    #expect(run.summary.counts.impatientServices == 0)
    let away = run.sink.events.filter { $0.kind == .hostAway }.compactMap { $0.host?.index }
    #expect(Array(away.prefix(run.design.hosts)) == Array(0..<run.design.hosts))
    #expect(run.summary.counts.migrations > 0)
    #expect(
      isClose(
        run.summary.downtime.total.value, Double(run.summary.counts.migrationDowntime) / 1000, absolute: 1e-9)
    )
    #expect(run.summary.downtime.longest < Seconds(1))
  }

  @Test func `without migration the same work stops every guest for the work and the boots`() throws {
    let plan = Maintenance(interval: Seconds(days: 2), duration: Seconds(hours: 1))
    let run = try run(layout(nil, maintenance: plan, base: TinyStudy.dedicated()))
    let layout = run.simulator.scenario.layouts[0]
    let boots = layout.servers.model.power.boot.duration + layout.technique.times.boot.value
    let each = Seconds(hours: 1) + boots
    #expect(isClose(run.summary.downtime.total.value, each.value * 9 * 3, relative: 1e-9))
    #expect(run.summary.counts.migrations == 0)
  }

  @Test func `a blade is replaced while the others run, and one that is taken out draws nothing`() throws {
    let out = HardwareChange(time: Seconds(days: 1), server: 1, action: .remove)
    let back = HardwareChange(time: Seconds(days: 3), server: 1, action: .insert)
    let swap = HardwareChange(
      time: Seconds(days: 5), server: 0, action: .replace(takes: Seconds(minutes: 20)))
    let run = try run(layout(changes: [out, back, swap]))
    #expect(run.summary.counts.services == 2 && run.summary.counts.impatientServices == 0)
    #expect(run.summary.downtime.longest < Seconds(1))
    let away = try #require(times(.hostAway, run).first)
    #expect(times(.hostServiced, run).contains(Instant.start + .seconds(3 * 86_400)))
    let host = run.summary.hosts[1]
    let boot = run.simulator.scenario.layouts[0].servers.model.power.boot
    let expected = Double(7 * 86_400_000 - (3 * 86_400_000 - away.milliseconds)) / 1000 - boot.duration.value
    #expect(isClose(host.running.value, expected, absolute: 1e-6))
  }

  @Test func `guests that find no room are shut down when patience ends`() throws {
    let plan = Maintenance(
      interval: Seconds(days: 2), duration: Seconds(hours: 1), patience: Seconds(minutes: 30))
    var tight = try layout(maintenance: plan, spare: .none)
    tight.restart = nil
    let run = try run(tight, count: 12)
    #expect(run.summary.counts.impatientServices > 0)
    #expect(run.summary.downtime.longest > Seconds(hours: 1))
  }

  @Test func `copying costs work on both hosts`() throws {
    let busy = MigrationPolicy(churn: EventsPerYear(2000))
    let calm = try run(layout(), count: 7)
    let moved = try run(layout(busy), count: 7)
    #expect(moved.summary.counts.migrations > 200)
    #expect(moved.summary.itEnergy > calm.summary.itEnergy)
    #expect(moved.summary.work.served > 0.9999 * calm.summary.work.served)
  }

  @Test(arguments: [1, 7, 96])
  func `the length of tiles changes nothing`(length: Int) throws {
    func summary(_ tile: Int) throws -> RunSummary {
      let plan = Maintenance(interval: Seconds(days: 3), duration: Seconds(hours: 1))
      let policy = MigrationPolicy(churn: EventsPerYear(400))
      return try run(layout(policy, maintenance: plan, stormy: true), days: 20, tile: tile).summary
    }
    let (one, other) = (try summary(256), try summary(length))
    #expect(one.counts == other.counts && one.downtime == other.downtime)
    #expect(isClose(one.meterEnergy.value, other.meterEnergy.value, relative: 1e-11))
  }

  /// Conservation and every ledger are checked within the run, after each event.
  @Test(arguments: 0..<250)
  func `migrations, maintenance, failures and departures in any order lose no guest`(seed: UInt64) throws {
    let arrivals = Presence.arrivals(
      Arrivals(
        interval: RandomDuration(mean: Seconds(hours: 5)), lifetime: RandomDuration(mean: Seconds(days: 1))))
    var layout = try layout(
      MigrationPolicy(
        link: BitsPerSecond(seed % 2 == 0 ? 1e9 : 5e6), slots: Int(seed % 3) + 1,
        churn: EventsPerYear(3000)),
      maintenance: Maintenance(
        interval: Seconds(days: 1), duration: Seconds(hours: 1), batch: Int(seed % 2) + 1,
        patience: Seconds(minutes: 20)),
      changes: [
        HardwareChange(time: Seconds(days: 1.5), server: 1, action: .remove),
        HardwareChange(time: Seconds(days: 2.5), server: 1, action: .insert),
        HardwareChange(
          time: Seconds(days: 3.5), server: 0, action: .replace(takes: Seconds(minutes: 20))),
      ], stormy: true)
    layout.reliability = Reliability(
      server: FailureModel(rate: EventsPerYear(300), repair: RepairTime(mean: Seconds(hours: 2))),
      enclosure: FailureModel(rate: EventsPerYear(60), repair: RepairTime(mean: Seconds(hours: 3))))
    if seed % 4 == 0 { layout.restart = nil }
    if seed % 5 == 0 { layout.powerOffAfter = Seconds(minutes: 30) }
    var scenario = try TinyStudy.scenario(
      days: 5,
      guests: [
        TinyStudy.group("web", count: 8), TinyStudy.group("sandbox", count: 3, presence: arrivals),
      ], layouts: [layout], seed: seed)
    if seed % 3 == 0 {
      scenario.site.reliability = PlantReliability(
        utility: FailureModel(rate: EventsPerYear(200), repair: RepairTime(mean: Seconds(hours: 1))),
        generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)),
        coolingUnit: FailureModel(rate: .zero, repair: RepairTime(mean: Seconds(hours: 1))))
    }
    let summary = try RecordedRun(scenario).summary
    #expect(summary.counts.migrations + summary.counts.abortedMigrations > 0)
  }
}
