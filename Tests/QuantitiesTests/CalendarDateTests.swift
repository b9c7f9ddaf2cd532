import Quantities
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("2006-01-01", 13_149, 6), ("2000-02-29", 11_016, 1), ("1969-12-31", -1, 2),
    ("2000-03-01", 11_017, 2), ("2026-11-22", 20_779, 6), ("0001-01-01", -719_162, 0),
    ("9999-12-31", 2_932_896, 4),
  ])
  func `a date knows its number and weekday`(text: String, days: Int, weekday: Int) throws {
    let date = try CalendarDate(text)
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test func `days and dates are each other's inverse for four centuries`() {
    for days in stride(from: -80_000, through: 80_000, by: 1) {
      #expect(CalendarDate(daysSince1970: days).daysSince1970 == days)
    }
  }

  @Test func `each day is followed by the next`() throws {
    var expected = try CalendarDate("1896-01-01").daysSince1970
    for year in 1896...2104 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          #expect(CalendarDate(year: year, month: month, day: day)?.daysSince1970 == expected)
          expected += 1
        }
      }
    }
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
  }

  @Test(arguments: [
    ("2023-02-29", "there is no day 2023-02-29", "February 2023 has 28 days"),
    ("2024-04-31", "there is no day 2024-04-31", "April 2024 has 30 days"),
    ("2024-01-00", "there is no day 2024-01-00", "January 2024 has 31 days"),
    ("2024-13-01", "there is no day 2024-13-01", "months run from 01 to 12"),
    ("0000-01-01", "there is no day 0000-01-01", "years run from 0001 to 9999"),
    ("2024-1-1", "'2024-1-1' is not a date", "write year-month-day, such as 2006-01-31"),
    ("20230101", "'20230101' is not a date", "write year-month-day, such as 2006-01-31"),
    ("2006-01-31-", "'2006-01-31-' is not a date", "write year-month-day, such as 2006-01-31"),
    ("yesterday", "'yesterday' is not a date", "write year-month-day, such as 2006-01-31"),
  ])
  func `days that do not exist are refused with the reason`(text: String, message: String, help: String) {
    #expect(throws: QuantityProblem(message, help: help)) { try CalendarDate(text) }
  }

  @Test func `the day of the year counts from zero`() throws {
    #expect(try CalendarDate("2008-12-31").dayOfYear == 365)
    #expect(try CalendarDate("2006-12-31").dayOfYear == 364)
  }
}
