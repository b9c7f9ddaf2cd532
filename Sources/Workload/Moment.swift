public import Quantities

/// A point in a study's time.
public enum Moment: Sendable, Hashable {
  /// So long after the start.
  case offset(Seconds)
  /// The first instant of a day, local time.
  case date(CalendarDate)

  /// How long after midnight of the study's first day; negative for dates before it.
  public func offset(from firstDay: CalendarDate) -> Seconds {
    switch self {
    case .offset(let offset): offset
    case .date(let date): Seconds(days: Double(date.daysSince1970 - firstDay.daysSince1970))
    }
  }
}
