import Economics
import EventEngine
import Quantities
import TestSupport
import Testing

@testable import Project

@Suite("Open times")
struct OpenTimesTests {
  /// Whether some hours are open at a time, asked of the definition alone.
  static func isOpen(_ hours: OpenHours, from start: CalendarDate, milliseconds: Int64) -> Bool {
    let day = Int(milliseconds / 86_400_000)
    let date = start.adding(days: day)
    if hours.closed.contains(where: { $0.first <= date && date <= $0.last }) { return false }
    return (0...8).contains { back in
      let sinceMidnight = milliseconds - Int64(day - back) * 86_400_000
      let weekday = Weekdays.day(start.adding(days: day - back).weekday)
      return hours.weekly.contains { weekly in
        let since = sinceMidnight - TimeSpan.seconds(weekly.from.value).milliseconds
        return weekly.days.contains(weekday) && since >= 0
          && since < TimeSpan.seconds(weekly.length.value).milliseconds
      }
    }
  }

  static func isOpen(_ hours: OpenHours, from start: CalendarDate, minute: Int) -> Bool {
    isOpen(hours, from: start, milliseconds: Int64(minute) * 60_000)
  }

  static func randomHours(_ generator: inout SeededGenerator, from start: CalendarDate) -> OpenHours {
    OpenHours(
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        WeeklyHours(
          Weekdays(rawValue: UInt8.random(in: 1...127, using: &generator)),
          from: Seconds(minutes: Double(Int.random(in: 0..<1440, using: &generator))),
          length: Seconds(minutes: Double(Int.random(in: 1...2000, using: &generator))))
      },
      closed: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        let first = start.adding(days: Int.random(in: -2...15, using: &generator))
        return DateSpan(first, through: first.adding(days: Int.random(in: 0...4, using: &generator)))
      })
  }

  @Test(arguments: 0..<25)
  func `hours unfold to the minutes that their definition opens`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = SamplePlans.monday.adding(days: Int(seed))
    let hours = OpenTimesTests.randomHours(&generator, from: start)
    let other = OpenTimesTests.randomHours(&generator, from: start)
    let times = OpenTimes(hours, from: start, limit: Seconds(days: 28))
    let both = times.intersection(OpenTimes(other, from: start, limit: Seconds(days: 28)))
    var (cursor, bothCursor) = (0, 0)
    var wrong = 0
    for minute in 0..<15 * 1440 {
      let time = Int64(minute) * 60_000
      let expected = OpenTimesTests.isOpen(hours, from: start, minute: minute)
      if (times.current(at: time, &cursor) != nil) != expected { wrong += 1 }
      let expectedBoth = expected && OpenTimesTests.isOpen(other, from: start, minute: minute)
      if (both.current(at: time, &bothCursor) != nil) != expectedBoth { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(zip(times.stretches, times.stretches.dropFirst()).allSatisfy { $0.end < $1.start })
  }

  @Test(arguments: 0..<30)
  func `work ends when as many open minutes have passed`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let hours = OpenTimesTests.randomHours(&generator, from: SamplePlans.monday)
    let times = OpenTimes(hours, from: SamplePlans.monday, limit: Seconds(days: 28))
    let from = Int.random(in: 0..<7 * 1440, using: &generator)
    let work = Int.random(in: 1...2000, using: &generator)
    var left = work
    var minute = from
    while left > 0, minute < 28 * 1440 {
      if OpenTimesTests.isOpen(hours, from: SamplePlans.monday, minute: minute) { left -= 1 }
      minute += 1
    }
    var cursor = 0
    let end = times.end(of: Int64(work) * 60_000, from: Int64(from) * 60_000, &cursor)
    #expect(end == (left == 0 ? Int64(minute) * 60_000 : nil))
  }

  @Test func `a closed day is closed from midnight to midnight`() throws {
    let night = OpenHours(
      [WeeklyHours(.all, from: Seconds(hours: 22), length: Seconds(hours: 8))],
      closed: [DateSpan(SamplePlans.monday.adding(days: 1))])
    let times = OpenTimes(night, from: SamplePlans.monday, limit: Seconds(days: 3))
    let hour: Int64 = 3_600_000
    // The night before the project reaches into it; Tuesday is cut out of two nights.
    #expect(
      times.stretches == [
        .init(start: 0, end: 6 * hour), .init(start: 22 * hour, end: 24 * hour),
        .init(start: 48 * hour, end: 54 * hour), .init(start: 70 * hour, end: 72 * hour),
      ])
  }
}
