public import Quantities

/// Which moment of the week a series begins at.
public struct DemandCalendar: Sendable, Hashable {
  /// The day of the first sample, 0 for Monday to 6 for Sunday.
  public let firstWeekday: Int
  /// The time of day of the first sample.
  public let firstTimeOfDay: Seconds

  /// Creates a calendar.
  ///
  /// - Precondition: the weekday is in 0...6 and the time of day in 0..<24 h.
  public init(firstWeekday: Int, firstTimeOfDay: Seconds = .zero) {
    precondition((0...6).contains(firstWeekday), "a weekday is 0 to 6")
    precondition(firstTimeOfDay >= .zero && firstTimeOfDay < Seconds(days: 1), "a time of day is below 24 h")
    self.firstWeekday = firstWeekday
    self.firstTimeOfDay = firstTimeOfDay
  }

  /// Creates the calendar of a series that begins with a day, at midnight.
  public init(firstDay: CalendarDate) { self.init(firstWeekday: firstDay.weekday) }

  /// The moment of the week that lies a time after the first sample.
  package func moment(after time: Seconds) -> WeekMoment {
    // Seconds are whole here, so midnight and full hours come out exactly.
    let sinceMidnight = firstTimeOfDay + time
    let days = (sinceMidnight / Seconds(days: 1)).rounded(.down)
    return WeekMoment(
      weekday: (firstWeekday + Int(days)) % 7, hour: (sinceMidnight - Seconds(days: days)).hours)
  }
}
