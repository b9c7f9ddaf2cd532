import Quantities
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("2006-01-01", 13_149, 6), ("2000-02-29", 11_016, 1), ("1969-12-31", -1, 2),
    ("2026-11-22", 20_779, 6),
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

  @Test(arguments: ["2023-02-30", "2023-13-01", "2023-1-1", "yesterday", "2023-02-29", "20230101"])
  func `days that do not exist are refused`(text: String) {
    #expect(throws: QuantityProblem.self) { try CalendarDate(text) }
  }

  @Test func `the day of the year counts from zero`() throws {
    #expect(try CalendarDate("2008-12-31").dayOfYear == 365)
    #expect(try CalendarDate("2006-12-31").dayOfYear == 364)
  }
}
