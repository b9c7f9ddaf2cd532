/// A day of the proleptic Gregorian calendar, years 1 to 9999, without time or time zone.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1...9999.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The day, or nil when the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days a month (1...12) of a year has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Days since 1970-01-01; negative before.
  ///
  /// **Source**: the year is taken to begin in March, so that the leap day comes last (the well-known
  /// "days from civil" scheme, from memory, high confidence). 2000-03-01 is day 11 017.
  public var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = (month + 9) % 12
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return 365 * marchYear + leapDays + dayOfYear - 719_468
  }

  /// `2006-01-31`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Calendar order.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Reads `2006-01-31`, and says what is wrong with anything else.
  public static func parse(_ text: String) -> Result<CalendarDate, ValueProblem> {
    let bytes = Array(text.utf8)
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let hyphen = UInt8(ascii: "-")
    let hasForm =
      bytes.count == 10
      && bytes.indices.allSatisfy { [4, 7].contains($0) ? bytes[$0] == hyphen : isDigit(bytes[$0]) }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard hasForm, parts.count == 3 else {
      return .failure(
        ValueProblem(
          "takes a date, found \(Wording.quoted(text))",
          help: "write year, month and day with hyphens, such as 2006-01-31"))
    }
    if let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) { return .success(date) }
    return .failure(
      ValueProblem("is \(text), a day that does not exist", help: absence(parts[0], parts[1], parts[2])))
  }

  private static func absence(_ year: Int, _ month: Int, _ day: Int) -> String {
    guard (1...9999).contains(year) else { return "years run from 0001 to 9999" }
    guard (1...12).contains(month) else { return "months run from 01 to 12" }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return "\(names[month - 1]) \(year) has \(days(inMonth: month, of: year)) days"
  }
}
