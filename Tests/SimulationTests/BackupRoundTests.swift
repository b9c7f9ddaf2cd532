import Availability
import EventEngine
import Quantities
import TestSupport
import Testing

@testable import Simulation

@Suite("Rounds of backups, against closed forms")
struct BackupRoundTests {
  @Test(arguments: [1, 2, 3, 5, 8])
  func `the window is that of the plan where streams share evenly`(streams: Int) {
    let plan = BackupPlan(
      data: Bytes(120 * 8e9), changed: .one, interval: Seconds(days: 1), streams: streams,
      rate: BitsPerSecond(640e6))
    let round = BackupRound(copies: Array(repeating: .seconds(100), count: 120), streams: streams)
    #expect(round.window.seconds == plan.fullWindow.value)
    #expect(round.begins == (0..<120).map { .seconds(100) * Int64($0 / streams) })
    #expect(zip(round.begins, round.ends).allSatisfy { $1 - $0 == .seconds(100) })
  }

  @Test func `what a guest loses is uniform from its own copy to the interval and its copy`() {
    let round = BackupRound(copies: [.hours(1), .hours(2), .minutes(30)], streams: 1)
    #expect(round.window == .hours(3.5))
    for (guest, copy) in [TimeSpan.hours(1), .hours(2), .minutes(30)].enumerated() {
      // 1440 moments, a minute apart, somewhere in the year: every age comes once, a minute apart.
      let ages = (0..<1440).map { minute in
        let moment = Instant.start + .days(100) + .minutes(Double(minute))
        return moment - round.lastCopy(of: guest, at: moment, every: .hours(24))
      }
      #expect(ages.sorted() == (0..<1440).map { copy + .minutes(Double($0)) })
      let plan = BackupPlan(
        data: Bytes(copy.seconds * 80e6), changed: .one, interval: Seconds(hours: 24), streams: 1)
      let mean = ages.reduce(TimeSpan.zero, +).seconds / 1440
      // The grid lies half a minute below the middle.
      #expect(isClose(mean + 30, plan.meanRecoveryPoint.value, relative: 1e-12))
      #expect(Double(ages.max()?.seconds ?? 0) < plan.worstRecoveryPoint.value)
    }
  }

  @Test func `rounds that do not fit their interval follow each other, and more is lost`() {
    let round = BackupRound(copies: Array(repeating: .hours(5), count: 6), streams: 1)
    #expect(round.window == .hours(30) && round.period(every: .hours(24)) == .hours(30))
    let ages = (0..<1800).map { minute in
      let moment = Instant.start + .days(50) + .minutes(Double(minute))
      return moment - round.lastCopy(of: 2, at: moment, every: .hours(24))
    }
    #expect(ages.min() == .hours(5) && ages.max() == .hours(35) - .minutes(1))
  }

  @Test func `there are copies of before the study`() {
    let round = BackupRound(copies: [.hours(1), .hours(1)], streams: 1)
    #expect(round.lastCopy(of: 0, at: .start, every: .hours(24)) == .start - .hours(24))
    #expect(round.lastCopy(of: 1, at: .start + .hours(1), every: .hours(24)) == .start - .hours(23))
    #expect(round.lastCopy(of: 0, at: .start + .hours(1), every: .hours(24)) == .start)
  }

  @Test func `nothing to copy takes no time`() {
    let round = BackupRound(copies: [], streams: 4)
    #expect(round.window == .zero)
  }
}
