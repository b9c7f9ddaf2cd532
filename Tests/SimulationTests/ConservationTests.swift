import Availability
import Facility
import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("Conservation")
struct ConservationTests {
  /// A small scenario of one layout, as wild as the rules allow.
  static func randomScenario(seed: UInt64) throws -> Scenario {
    var random = SeededGenerator(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &random)] }
    func hours(_ range: ClosedRange<Double>) -> Seconds {
      Seconds(hours: Double.random(in: range, using: &random))
    }
    func failures(_ shape: Double) -> FailureModel {
      FailureModel(
        rate: EventsPerYear(pick([0, 12, 120, 1000])),
        repair: RepairTime(
          mean: hours(0.01...8),
          distribution: pick([.fixed, .exponential, .lognormal(coefficientOfVariation: Fraction(1.5))])),
        shape: shape)
    }
    let presences: [Presence] = [
      .always, .during(from: .offset(hours(0...30)), until: .offset(hours(20...60))),
      .arrivals(
        Arrivals(
          interval: RandomDuration(mean: hours(1...20)), lifetime: RandomDuration(mean: hours(1...40)))),
    ]
    let sample = Seconds(minutes: pick([15, 60, 480]))
    var groups: [GuestGroup] = []
    for index in 0..<Int.random(in: 1...4, using: &random) {
      // Noise, in series shorter and longer than a tile.
      let samples = (0..<Int.random(in: 1...400, using: &random)).map { _ in
        UInt8.random(in: 0...pick([5, 30, 60]), using: &random)
      }
      groups.append(
        try TinyStudy.recorded(
          "g\(index)", count: Int.random(in: index == 0 ? 1...4 : 0...4, using: &random), samples: samples,
          memory: pick([0.25, 1, 2]), sample: sample, presence: index == 0 ? .always : pick(presences)))
    }
    let reliability = Reliability(server: failures(pick([0.7, 1, 2])), enclosure: failures(1))
    var layout: Layout
    if pick([true, false, false]) {
      layout = try TinyStudy.dedicated(reliability)
    } else {
      layout = try TinyStudy.virtualized(
        reliability, spare: pick([.none, .host, .enclosure, .hosts(1), .fraction(Fraction(0.2))]),
        powerOffAfter: pick([nil, Seconds(minutes: 1), Seconds(hours: 2)]),
        restart: pick([nil, RestartPolicy(detection: pick([.zero, Seconds(15)]), slotsPerHost: 1)]))
      layout.placement.policy = try TinyStudy.policy(pick(["first-fit-decreasing", "best-fit-decreasing"]))
    }
    layout.powerOffAfter = pick([layout.powerOffAfter, Seconds(minutes: 1)])
    layout.equipment = pick([
      [],
      [
        OtherEquipment(
          name: "array", count: 2, height: RackUnits(3), power: Watts(333.3), weight: Kilograms(30), cables: 4
        )
      ],
    ])
    return try TinyStudy.scenario(
      days: 3, sample: sample, guests: groups, layouts: [layout], seed: seed)
  }

  /// Follows every guest through the log: it starts on one host, only leaves the host it is on, and is never twice anywhere.
  private func followGuests(of run: RecordedRun) -> String? {
    var host = [Int32?](repeating: nil, count: run.plan.guests.count)
    for event in run.sink.events {
      guard let guest = event.guest?.index else { continue }
      switch event.kind {
      case .guestStarted, .guestRestarted:
        if host[guest] != nil { return "guest \(guest) starts twice" }
        host[guest] = event.host.map { Int32($0.index) }
        if host[guest] == nil { return "guest \(guest) starts nowhere" }
      case .guestLost:
        if host[guest] != event.host.map({ Int32($0.index) }) { return "guest \(guest) lost elsewhere" }
        host[guest] = nil
      case .guestDeparted: host[guest] = nil
      default: break
      }
    }
    let onHosts = run.summary.hosts.reduce(0) { $0 + $1.guests }
    let running = host.count { $0 != nil }
    return running <= onHosts ? nil : "\(running) guests run, \(onHosts) are placed"
  }

  @Test(arguments: 0..<8)
  func `random storms lose no guest, no joule and no work`(batch: UInt64) throws {
    // Debug builds check the guests' books at each event, all builds every ledger at each sample.
    var runs = 0
    for seed in batch * 250..<(batch + 1) * 250 {
      let run: RecordedRun
      do { run = try RecordedRun(Self.randomScenario(seed: seed)) } catch let refusal as Simulator.Refusal {
        guard case .layout = refusal else { throw refusal }
        continue
      }
      runs += 1
      check(run, seed)
    }
    #expect(runs > 150, "most random scenarios can be built")
  }

  @Test(arguments: 0..<4)
  func `storms of every component and of the plant lose no guest, no joule and no work`(batch: UInt64) throws
  {
    var (runs, outages) = (0, 0)
    for seed in batch * 100..<(batch + 1) * 100 {
      var random = SeededGenerator(seed: seed &+ 77)
      var scenario = try Self.randomScenario(seed: seed)
      scenario.layouts[0].reliability.components = ComponentFailures(
        ComponentFailures.catalogue.models.mapValues { _ in
          FailureModel(
            rate: EventsPerYear(Double.random(in: 0...400, using: &random)),
            repair: RepairTime(mean: Seconds(hours: Double.random(in: 0.1...30, using: &random))))
        }, commonCause: Fraction(Double.random(in: 0...0.3, using: &random)))
      if seed.isMultiple(of: 3) {
        scenario.site.reliability = PlantReliability(
          utility: FailureModel(rate: EventsPerYear(300), repair: RepairTime(mean: Seconds(hours: 1))),
          generator: PlantReliability.Generator(start: Seconds(10), failsToStart: Fraction(0.5)),
          coolingUnit: FailureModel(rate: EventsPerYear(90), repair: RepairTime(mean: Seconds(hours: 9))))
      }
      let run: RecordedRun
      do { run = try RecordedRun(scenario) } catch let refusal as Simulator.Refusal {
        guard case .layout = refusal else { throw refusal }
        continue
      }
      runs += 1
      outages += run.summary.counts.componentOutages
      check(run, seed)
    }
    #expect(runs > 50 && outages > 500, "\(outages) outages in \(runs) runs")
  }

  /// Every ledger of a run.
  private func check(_ run: RecordedRun, _ seed: UInt64) {
    if let fault = followGuests(of: run) { Issue.record("seed \(seed): \(fault)") }
    let summary = run.summary
    let parts = summary.energy.reduce(Joules.zero, +)
    #expect(isClose(parts.value, summary.meterEnergy.value), "seed \(seed)")
    let work = summary.work
    #expect(
      isClose(work.demanded, work.served + work.contention + work.outage)
        && min(work.demanded, work.served) >= 0 && min(work.contention, work.outage) >= 0, "seed \(seed)")
    let numbers =
      summary.energy.map(\.value)
      + summary.hosts.flatMap {
        [$0.energy.value, $0.meanUtilization.value, $0.peakUtilization.value, $0.running.value]
      } + [
        summary.pue, summary.downtime.total.value, summary.peakMeter.value, summary.electricityCost.amount,
      ]
    #expect(numbers.allSatisfy { $0.isFinite && $0 >= -1e-6 }, "seed \(seed)")
    #expect(
      summary.hosts.allSatisfy {
        $0.peakUtilization <= .one && $0.meanUtilization <= $0.peakUtilization + Fraction(1e-9)
      },
      "seed \(seed)")
  }
}
