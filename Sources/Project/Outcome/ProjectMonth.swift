public import Economics
public import Quantities

/// What a project cost in a calendar month.
public struct ProjectMonth: Sendable, Hashable {
  /// The first of its days that belongs to the project.
  public let first: CalendarDate
  /// The last of its days that belongs to the project.
  public internal(set) var last: CalendarDate
  /// Cost of the work.
  public internal(set) var labor: Money
  /// Paid for tasks that ended.
  public internal(set) var paid: Money
  /// Time worked.
  public internal(set) var worked: Seconds
}

extension ProjectOutcome {
  /// What the project cost in each calendar month, from its first to its last.
  public func months() -> [ProjectMonth] {
    var months: [ProjectMonth] = []
    for day in days() {
      if months.last?.last.month != day.date.month {
        months.append(
          ProjectMonth(
            first: day.date, last: day.date, labor: .zero(plan.currency), paid: .zero(plan.currency),
            worked: .zero))
      }
      months[months.count - 1].last = day.date
      months[months.count - 1].labor += day.labor
      months[months.count - 1].paid += day.paid
      months[months.count - 1].worked += day.worked.reduce(.zero, +)
    }
    return months
  }

  /// The same as lines of a cost book, due at the end of each month; months without cost have none.
  public func costs() -> [CostItem] {
    months().flatMap { month in
      let due = Seconds(days: Double(month.last.daysSince1970 - plan.start.daysSince1970 + 1))
      return [("work", month.labor), ("equipment, courses, fees", month.paid)].compactMap { label, amount in
        amount.millionths == 0
          ? nil : CostItem(.project, "moving in: \(label)", amount, .once(after: due))
      }
    }
  }
}
