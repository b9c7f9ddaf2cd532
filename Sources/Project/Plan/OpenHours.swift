public import Economics
public import Quantities

/// Hours of the week, such as 8:00 for 4 hours on workdays, or Saturday 22:00 for 8 hours.
public struct WeeklyHours: Sendable, Hashable {
  /// The days on which they begin.
  public var days: Weekdays
  /// When they begin, counted from midnight; below 24 h.
  public var from: Seconds
  /// How long they last; may reach into the next days.
  public var length: Seconds

  /// Creates hours.
  public init(_ days: Weekdays, from: Seconds, length: Seconds) {
    self.days = days
    self.from = from
    self.length = length
  }
}

/// Days from one to another, both included.
public struct DateSpan: Sendable, Hashable {
  /// The first day.
  public var first: CalendarDate
  /// The last day.
  public var last: CalendarDate

  /// Creates a span.
  public init(_ first: CalendarDate, through last: CalendarDate) {
    self.first = first
    self.last = last
  }

  /// A single day.
  public init(_ day: CalendarDate) { self.init(day, through: day) }
}

/// When something may go on: hours of the week, without the days that are closed. Used for the working hours of
/// people, where closed days are holidays, and for change windows, where they are blackouts.
///
/// Local standard time; a closed day is closed from midnight to midnight, also for hours that began the evening before.
/// **Not modelled**: daylight saving time, weeks that differ.
public struct OpenHours: Sendable, Hashable {
  /// The hours of a week; where they overlap they count once.
  public var weekly: [WeeklyHours]
  /// Days without any.
  public var closed: [DateSpan]

  /// Creates hours.
  public init(_ weekly: [WeeklyHours], closed: [DateSpan] = []) {
    self.weekly = weekly
    self.closed = closed
  }

  /// Around the clock.
  public static let always = OpenHours([WeeklyHours(.all, from: .zero, length: Seconds(days: 1))])

  /// Eight hours on workdays, with an hour at noon: 8 to 12 and 13 to 17.
  public static let office = OpenHours([
    WeeklyHours(.workdays, from: Seconds(hours: 8), length: Seconds(hours: 4)),
    WeeklyHours(.workdays, from: Seconds(hours: 13), length: Seconds(hours: 4)),
  ])
}

/// Working hours that people share, by name.
public struct WorkCalendar: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The hours, without holidays.
  public var hours: OpenHours

  /// Creates a calendar.
  public init(_ name: String, hours: OpenHours) {
    self.name = name
    self.hours = hours
  }
}
