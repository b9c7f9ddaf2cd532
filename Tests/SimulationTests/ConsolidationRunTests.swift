import Availability
import EventEngine
import Facility
import Placement
import Power
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Virtualization
import Workload

/// What consolidation over time may never do, whatever the demand: go to and fro, overbook memory, lose a guest.
@Suite("Consolidation over time")
struct ConsolidationRunTests {
  private static let sample = Seconds(minutes: 5)

  /// A layout of so many blades, all of which have room by reservation.
  private func layout(
    _ policy: ConsolidationPolicy?, hosts: Int, powerOffAfter: Seconds? = Seconds(minutes: 5),
    reliability: Reliability? = nil, sizeBy: HostLimits.DemandSize = .peak
  ) throws -> Layout {
    var layout = try TinyStudy.virtualized(
      reliability ?? TinyStudy.never(), powerOffAfter: powerOffAfter, count: hosts)
    layout.placement.policy = try TinyStudy.policy("worst-fit")
    layout.hostLimits.sizeBy = sizeBy
    layout.migration = MigrationPolicy()
    layout.consolidation = policy
    return layout
  }

  private func run(_ layout: Layout, _ guests: [GuestGroup], days: Double = 1, seed: UInt64 = 1) throws
    -> RecordedRun
  {
    try RecordedRun(
      TinyStudy.scenario(days: days, sample: Self.sample, guests: guests, layouts: [layout], seed: seed))
  }

  /// A policy of each detector and selection, by a number.
  private func policy(_ number: Int) throws -> ConsolidationPolicy {
    let detectors = DetectorCatalog.all
    let selections = SelectionCatalog.all
    return ConsolidationPolicy(
      detector: try detectors[number % detectors.count].detector(),
      selection: selections[number / detectors.count % selections.count].selection,
      target: number % 2 == 0 ? .fullest : .leastPower, underload: .one,
      lookBack: Seconds(minutes: [5, 30, 60][number % 3]))
  }

  private struct Arrival: Hashable {
    let time: Instant
    let host: Int
  }

  /// Where each guest started and went, in order of time.
  private func journeys(_ run: RecordedRun) -> [[Arrival]] {
    var journeys = [[Arrival]](repeating: [], count: run.plan.guests.count)
    for event in run.sink.events where event.kind == .guestStarted || event.kind == .guestMigrated {
      guard let guest = event.guest?.index, let host = event.host?.index else { continue }
      journeys[guest].append(Arrival(time: event.time, host: host))
    }
    return journeys
  }

  private func times(_ kind: RunEvent.Kind, _ run: RecordedRun) -> [Instant] {
    run.sink.events.filter { $0.kind == kind }.map(\.time)
  }

  @Test(arguments: 0..<60)
  func `constant demand settles after a few rounds, and then nothing moves`(number: Int) throws {
    let policy = try policy(number)
    let guests = [
      try TinyStudy.steady(count: 24, percent: 5, memory: 0.5, sample: Self.sample),
      try TinyStudy.steady("busy", count: 8, percent: 15, memory: 0.25, sample: Self.sample),
    ]
    let run = try run(layout(policy, hosts: 16), guests, days: 2)
    let moves = times(.migrationStarted, run)
    #expect(!moves.isEmpty && run.summary.counts.switchedOff > 0)
    // Each round but the last empties a host, and a guest moves once in half an hour.
    let last = try #require(moves.last)
    #expect(last < .start + .seconds(16 * 30 * 60))
    #expect(run.summary.counts.switchedOn == 0)
    // Detectors that go by the spread fill hosts up to the headroom; there copies find no room while they last.
    #expect(run.summary.work.contention <= 1e-4 * run.summary.work.demanded)
    // 240 % of a host and the technique's own: the fewest hosts that stay below the limit, less what a gap may cost.
    let running = run.summary.hosts.count { $0.guests > 0 }
    #expect((3...6).contains(running))
  }

  @Test(arguments: 0..<60)
  func `a demand that comes and goes sends no guest back within the time it has to stay`(number: Int) throws {
    var policy = try policy(number)
    policy.settle = Seconds(minutes: [15, 30, 60][number % 3])
    var generator = SeededGenerator(seed: UInt64(number))
    let period = Int.random(in: 3...48, using: &generator)
    let guests = try (0..<4).map { group in
      let samples = (0..<period).map { index in
        UInt8(index % period < period / 2 ? Int.random(in: 10...40, using: &generator) : group)
      }
      return try TinyStudy.recorded(
        "group-\(group)", count: 6, samples: samples, memory: 0.5, sample: Self.sample)
    }
    let run = try run(layout(policy, hosts: 24), guests, days: 2)
    var moves = 0
    for journey in journeys(run) {
      for (index, arrival) in journey.enumerated().dropFirst(2) {
        moves += 1
        #expect(arrival.time - journey[index - 1].time >= .seconds(policy.settle.value))
        if arrival.host == journey[index - 2].host {
          #expect(arrival.time - journey[index - 1].time >= .seconds(policy.settle.value))
        }
      }
    }
    let most = 24 * Int(2 * 86_400 / policy.settle.value + 1)
    #expect(run.summary.counts.migrations <= most && run.summary.counts.abortedMigrations == 0)
    #expect(run.summary.counts.migrations >= moves)
  }

  @Test func `where emptying a host does not pay for its next boot, nothing is emptied`() throws {
    let guests = [try TinyStudy.steady(count: 16, percent: 5, memory: 0.5, sample: Self.sample)]
    func emptied(_ payback: Seconds) throws -> Int {
      try run(layout(ConsolidationPolicy(underload: .one, payback: payback), hosts: 8), guests)
        .summary.counts.emptied
    }
    // A boot takes 160 W for three minutes, an idle host 100 W: five minutes pay.
    #expect(try emptied(Seconds(minutes: 4)) == 0)
    #expect(try emptied(Seconds(minutes: 7)) > 0)
  }

  @Test func `a host that was switched on stays on for the time that a guest stays`() throws {
    let policy = ConsolidationPolicy(underload: .one, settle: Seconds(hours: 1))
    // Quiet for three hours, then busy for one.
    let samples = [UInt8](repeating: 2, count: 36) + [UInt8](repeating: 30, count: 12)
    let guests = [
      try TinyStudy.recorded("wave", count: 8, samples: samples, memory: 0.5, sample: Self.sample)
    ]
    let run = try run(layout(policy, hosts: 8), guests, days: 2)
    #expect(run.summary.counts.switchedOn > 0)
    var isOnSince = [Int: Instant]()
    for event in run.sink.events {
      guard let host = event.host?.index else { continue }
      if event.kind == .hostBooted { isOnSince[host] = event.time }
      if event.kind == .hostOff, let since = isOnSince[host] {
        #expect(event.time - since >= .seconds(policy.settle.value))
      }
    }
  }

  @Test func `memory is never overbooked, processors are counted by demand`() throws {
    // Peaks of half a host that never meet: by reservation one guest a host, by demand many.
    let guests = try (0..<8).map { number in
      let samples = (0..<288).map { UInt8($0 / 36 == number ? 35 : 1) }
      return try TinyStudy.recorded(
        "shift-\(number)", count: 1, samples: samples, memory: 1.5, sample: Self.sample)
    }
    let run = try run(layout(ConsolidationPolicy(underload: .one), hosts: 8), guests, days: 3)
    let capacity = 0.9 * 8
    #expect(run.summary.hosts.allSatisfy { Double($0.guests) * 1.5 <= capacity })
    #expect(run.summary.counts.switchedOff >= 4)
    #expect(run.summary.service.meanHosts < 5)
  }

  @Test func `the energy of boots is their number times the energy of one`() throws {
    let samples = [UInt8](repeating: 2, count: 36) + [UInt8](repeating: 30, count: 12)
    let guests = [
      try TinyStudy.recorded("wave", count: 8, samples: samples, memory: 0.5, sample: Self.sample)
    ]
    let layout = try layout(ConsolidationPolicy(underload: .one), hosts: 8)
    let run = try run(layout, guests, days: 2)
    let boot = layout.servers.model.power.bootEnergy.value
    #expect(run.summary.counts.boots == run.summary.counts.switchedOn && run.summary.counts.boots > 0)
    let completed = times(.hostBooted, run).count
    #expect(
      isClose(run.summary.service.bootEnergy.value, boot * Double(completed), relative: 1e-9)
        || completed < run.summary.counts.boots)
  }

  /// One host of 80 % own demand at full load for a quarter of the day: closed forms of the service measures.
  @Test func `service measures are what their definitions give`() throws {
    let samples = [UInt8](repeating: 60, count: 72) + [UInt8](repeating: 10, count: 216)
    let guests = [
      try TinyStudy.recorded("pair", count: 2, samples: samples, memory: 0.5, sample: Self.sample)
    ]
    let run = try run(layout(nil, hosts: 1, powerOffAfter: nil, sizeBy: .mean), guests)
    let service = run.summary.service
    #expect(isClose(service.overloadTime.value, 0.25, relative: 1e-9))
    #expect(isClose(service.violationTime.value, 0.25, relative: 1e-9))
    #expect(service.migrationLoss == .zero && service.violation == .zero && service.stopped == .zero)
    #expect(isClose(service.contention95.hours, 6, relative: 1e-9))
    #expect(service.meanHosts == 1)
  }

  /// Conservation and every ledger are checked within the run, after each event.
  @Test(arguments: 0..<120)
  func `consolidation, failures, maintenance, arrivals and departures in any order lose no guest`(
    seed: UInt64
  ) throws {
    var policy = try policy(Int(seed))
    policy.settle = Seconds(minutes: Double(seed % 4) * 10)
    policy.movesAtOnce = seed % 3 == 0 ? 2 : nil
    let arrivals = Presence.arrivals(
      Arrivals(
        interval: RandomDuration(mean: Seconds(hours: 5)), lifetime: RandomDuration(mean: Seconds(days: 1))))
    var layout = try TinyStudy.virtualized(
      TinyStudy.stormy(), spare: seed % 2 == 0 ? .hosts(1) : .none,
      powerOffAfter: seed % 5 == 0 ? nil : Seconds(minutes: Double(seed % 7)))
    layout.consolidation = policy
    layout.migration = MigrationPolicy(
      link: BitsPerSecond(seed % 2 == 0 ? 1e9 : 2e7), slots: Int(seed % 3) + 1,
      churn: EventsPerYear(seed % 4 == 0 ? 2000 : 0))
    layout.maintenance = Maintenance(
      interval: Seconds(days: 1), duration: Seconds(hours: 1), patience: Seconds(minutes: 20))
    layout.changes = [
      HardwareChange(time: Seconds(days: 1.5), server: 1, action: .remove),
      HardwareChange(time: Seconds(days: 2.5), server: 1, action: .insert),
    ]
    layout.reliability = Reliability(
      server: FailureModel(rate: EventsPerYear(200), repair: RepairTime(mean: Seconds(hours: 2))),
      enclosure: FailureModel(rate: EventsPerYear(40), repair: RepairTime(mean: Seconds(hours: 3))))
    if seed % 4 == 1 { layout.restart = nil }
    let scenario = try TinyStudy.scenario(
      days: 4,
      guests: [
        TinyStudy.group("web", count: 12, mean: 6, peak: 40, memory: 0.5),
        TinyStudy.group("sandbox", count: 4, presence: arrivals),
      ], layouts: [layout], seed: seed)
    let summary = try RecordedRun(scenario).summary
    #expect(summary.counts.rounds == 4 * 288 - 1)
  }

  @Test(arguments: [1, 7, 96])
  func `the length of tiles changes nothing`(length: Int) throws {
    let samples = (0..<48).map { UInt8(5 + $0 * 7 % 31) }
    let guests = [
      try TinyStudy.recorded("wave", count: 12, samples: samples, memory: 0.5, sample: Self.sample)
    ]
    let scenario = try TinyStudy.scenario(
      days: 2, sample: Self.sample, guests: guests,
      layouts: [layout(ConsolidationPolicy(underload: .one), hosts: 12)])
    let (one, other) = (
      try RecordedRun(scenario).summary, try RecordedRun(scenario, tileLength: length).summary
    )
    #expect(one.counts == other.counts && one.counts.migrations > 0)
    #expect(isClose(one.meterEnergy.value, other.meterEnergy.value, relative: 1e-11))
  }
}
