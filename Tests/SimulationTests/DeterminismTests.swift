import Quantities
import Scenario
import Simulation
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("Determinism")
struct DeterminismTests {
  private func stormy(_ layouts: [Layout]? = nil) throws -> Scenario {
    let reliability = TinyStudy.stormy()
    return try TinyStudy.scenario(
      days: 21,
      layouts: layouts ?? [
        TinyStudy.dedicated(reliability), TinyStudy.virtualized(reliability, spare: .enclosure),
      ], replications: 2)
  }

  @Test func `a run is the same when run again and after other runs`() throws {
    let scenario = try stormy()
    let first = try RecordedRun(scenario, layout: 1, replication: 1)
    _ = try RecordedRun(scenario, layout: 0, replication: 0)
    let second = try RecordedRun(scenario, layout: 1, replication: 1)
    #expect(first.summary == second.summary)
    #expect(first.sink.blocks == second.sink.blocks)
    #expect(first.sink.events == second.sink.events)
  }

  @Test func `a layout's run does not depend on what stands beside it`() throws {
    let scenario = try stormy()
    let reversed = try stormy(scenario.layouts.reversed())
    var swapped = try RecordedRun(reversed, layout: 0).summary
    swapped.layout = 1
    #expect(try RecordedRun(scenario, layout: 1).summary == swapped)
  }

  @Test func `replications differ, and each is its own`() throws {
    let scenario = try stormy()
    let runs = try (0..<2).map { try RecordedRun(scenario, layout: 0, replication: $0).summary }
    #expect(runs[0].meterEnergy != runs[1].meterEnergy)
    var more = scenario
    more.replications = 50
    #expect(try RecordedRun(more, layout: 0, replication: 1).summary == runs[1])
  }

  @Test func `server 5 fails at the same moments in every layout`() throws {
    var failures = TinyStudy.stormy()
    failures.enclosure = TinyStudy.never().enclosure
    let scenario = try TinyStudy.scenario(
      days: 28,
      layouts: [
        TinyStudy.dedicated(failures), TinyStudy.virtualized(failures, count: 12),
      ])
    let runs = try (0..<2).map { try RecordedRun(scenario, layout: $0) }
    #expect(!runs[0].times(.hostFailed, host: 5).isEmpty)
    for host in 0..<12 {
      #expect(runs[0].times(.hostFailed, host: host) == runs[1].times(.hostFailed, host: host))
      #expect(runs[0].times(.hostRepaired, host: host) == runs[1].times(.hostRepaired, host: host))
    }
  }

  @Test(arguments: [1, 7, 64, 96, 255, 288])
  func `the length of a tile changes nothing but the last digits`(length: Int) throws {
    let scenario = try stormy()
    for layout in 0..<2 {
      let usual = try RecordedRun(scenario, layout: layout)
      let other = try RecordedRun(scenario, layout: layout, tileLength: length)
      #expect(usual.sink.events == other.sink.events)
      #expect(usual.summary.counts == other.summary.counts)
      #expect(usual.summary.downtime == other.summary.downtime)
      for component in EnergyComponent.allCases {
        let pairs = zip(usual.watts(component), other.watts(component))
        #expect(pairs.allSatisfy { isClose($0, $1, relative: 1e-11, absolute: 1e-9) })
      }
      let works = [usual, other].map { run in
        [run.summary.work.served, run.summary.work.outage, run.summary.work.contention]
      }
      #expect(zip(works[0], works[1]).allSatisfy { isClose($0, $1, absolute: 1e-3) })
    }
  }

  @Test func `guests who come and go number differently in each replication, and each runs`() throws {
    let arrivals = Presence.arrivals(
      Arrivals(
        interval: RandomDuration(mean: Seconds(hours: 3)), lifetime: RandomDuration(mean: Seconds(hours: 30)))
    )
    let scenario = try TinyStudy.scenario(
      days: 14, guests: [try TinyStudy.group("sandbox", count: 3, presence: arrivals)],
      layouts: [TinyStudy.virtualized()], replications: 8)
    let counts = try (0..<8).map { try RecordedRun(scenario, replication: $0).plan.guests.count }
    #expect(Set(counts).count > 1)
  }
}
