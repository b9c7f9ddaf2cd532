import Availability
import EventEngine
import Quantities
import TestSupport
import Testing

@testable import Simulation

@Suite("A site that comes back, against closed forms")
struct RecoveryQueueTests {
  private func queue(
    machines: [TimeSpan] = [.zero], perMachine: Int = 100, crews: Int = 1, effort: TimeSpan = .zero,
    streams: Int = 1, reads: [TimeSpan], slots: Int = 1000, boot: TimeSpan = .zero
  ) -> RecoveryQueue {
    RecoveryQueue(
      machines: machines, guestsPerMachine: perMachine, crews: crews, effort: effort, streams: streams,
      reads: reads, slots: slots, boot: boot)
  }

  @Test(arguments: [1, 2, 3, 4, 7, 24])
  func `equal guests come back in waves of as many as there are streams`(streams: Int) {
    let read = TimeSpan.seconds(360)
    let outcome = queue(
      streams: streams, reads: Array(repeating: read, count: 24), boot: .seconds(60)
    ).run()
    let expected = (0..<24).map { read * Int64($0 / streams + 1) + .seconds(60) }
    #expect(outcome.back == expected)
    // data / (streams * rate), where waves are full
    if 24 % streams == 0 {
      let all = RecoveryMethod.restoreTime(
        of: Bytes(24 * 360 * 80e6), streams: streams, rate: BackupPlan.lto3)
      #expect(outcome.back.max() == .seconds(all.value + 60))
    }
  }

  @Test(arguments: [1, 2, 4, 5])
  func `machines take their turn at the crews`(crews: Int) {
    let outcome = queue(
      machines: Array(repeating: .days(21), count: 10), perMachine: 1, crews: crews, effort: .hours(8),
      streams: 10, reads: Array(repeating: .zero, count: 10)
    ).run()
    #expect(outcome.back == (0..<10).map { .days(21) + .hours(8) * Int64($0 / crews + 1) })
    #expect(outcome.crewTime == .hours(80))
  }

  @Test(arguments: [1, 3, 4, 16])
  func `guests of one machine boot in waves, as restarts after a failure do`(slots: Int) {
    let timing = RestartTiming(detection: .zero, boot: Seconds(45), slots: slots)
    let outcome = queue(reads: Array(repeating: .zero, count: 13), slots: slots, boot: .seconds(45)).run()
    #expect(outcome.back == (0..<13).map { .seconds(timing.outage(ofGuest: $0).value) })
  }

  @Test(arguments: [(1, 1, 20.0), (1, 4, 20.0), (8, 2, 150.0), (8, 3, 5.0), (3, 1, 40.0)])
  func `one stream and equal guests take what the closed form of a rebuild says`(
    perMachine: Int, crews: Int, gigabytes: Double
  ) {
    let rebuild = SiteRebuild(
      workloads: 25, perMachine: perMachine, procurement: Seconds(days: 7), crews: crews,
      effort: Seconds(hours: 2), data: Bytes(gigabytes * 1e9), streams: 1, boot: Seconds(60))
    let outcome = queue(
      machines: Array(repeating: .days(7), count: rebuild.machines), perMachine: perMachine, crews: crews,
      effort: .hours(2), reads: Array(repeating: .seconds(rebuild.readTime.value), count: 25),
      boot: .seconds(60)
    ).run()
    #expect(isClose(outcome.back.max()?.seconds ?? 0, rebuild.last.value, relative: 1e-9))
    let mean = outcome.back.reduce(TimeSpan.zero, +).seconds / 25
    #expect(isClose(mean, rebuild.mean.value, relative: 1e-9))
  }

  @Test(arguments: 0..<40)
  func `every guest comes back once, no sooner than it can, and streams are never idle for nothing`(seed: Int)
  {
    var random = RandomStream(seed: UInt64(seed), name: "tests/recovery")
    let guests = 1 + random.index(below: 200)
    let perMachine = 1 + random.index(below: 12)
    let (crews, streams, slots) = (
      1 + random.index(below: 5), 1 + random.index(below: 6), 1 + random.index(below: 4)
    )
    let machines = (0..<(guests + perMachine - 1) / perMachine).map { _ in
      TimeSpan.minutes(Double(random.index(below: 600)))
    }
    let reads = (0..<guests).map { _ in TimeSpan.seconds(Double(random.index(below: 3000))) }
    let (effort, boot) = (TimeSpan.minutes(Double(random.index(below: 90))), TimeSpan.seconds(90))
    let outcome = queue(
      machines: machines, perMachine: perMachine, crews: crews, effort: effort, streams: streams,
      reads: reads, slots: slots, boot: boot
    ).run()
    #expect(outcome.returns.allSatisfy { $0 == 1 })
    #expect(outcome.crewTime == effort * Int64(machines.count))
    for guest in 0..<guests {
      #expect(outcome.back[guest] >= machines[guest / perMachine] + effort + reads[guest] + boot)
    }
    // With all machines ready no later than this, a list schedule ends within Graham's bound of it.
    let ready = (machines.max() ?? .zero) + effort * Int64((machines.count + crews - 1) / crews)
    let work = reads.reduce(TimeSpan.zero, +).seconds / Double(streams)
    let last = outcome.back.max()?.seconds ?? 0
    #expect(last >= work + boot.seconds - 1e-9)
    let boots = boot.seconds * Double((perMachine + slots - 1) / slots + 1)
    #expect(last <= ready.seconds + work + (reads.max()?.seconds ?? 0) + boots)
  }
}
