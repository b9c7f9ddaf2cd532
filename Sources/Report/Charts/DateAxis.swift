import Quantities

/// Days along a horizontal line, with marks at the beginnings of weeks, months or years.
struct DateAxis: Sendable, Hashable {
  /// The first day.
  let start: CalendarDate
  /// How many days there are, at least 1.
  let days: Int

  /// A day that is written at the axis.
  struct Mark: Sendable, Hashable {
    /// Days after the first.
    let day: Int
    /// What is written.
    let text: String
  }

  /// Where a moment lies between two ends.
  func x(_ day: Double, from left: Double, width: Double) -> Double {
    left + width * day / Double(max(1, days))
  }

  /// Marks that do not touch each other: Mondays, or the first days of months, of every second, third or sixth, of years.
  func marks(width: Double) -> [Mark] {
    let room = 58.0
    let perDay = width / Double(max(1, days))
    if perDay * 7 >= room {
      return (0..<days).filter { start.adding(days: $0).weekday == 0 }.map { day in
        let date = start.adding(days: day)
        return Mark(day: day, text: "\(date.day) \(Self.months[date.month - 1])")
      }
    }
    let months = [1, 2, 3, 6, 12].first { perDay * 28 * Double($0) >= room }
    let years = months == nil ? Int((room / (perDay * 365)).rounded(.up)) : 1
    return (0..<days).compactMap { day in
      let date = start.adding(days: day)
      guard date.day == 1, (date.month - 1) % (months ?? 12) == 0, date.year % years == 0 || months != nil
      else {
        return nil
      }
      return Mark(
        day: day, text: months == nil ? "\(date.year)" : "\(Self.months[date.month - 1]) \(date.year)")
    }
  }

  /// Lines through a plot at the marks, with their texts below it.
  func drawing(in plot: Rectangle) -> Markup {
    var content = Markup.empty
    for mark in marks(width: plot.width) { content += drawing(of: mark, in: plot) }
    return content
  }

  private func drawing(of mark: Mark, in plot: Rectangle) -> Markup {
    let place = x(Double(mark.day), from: plot.x, width: plot.width)
    var content = SVG.line(fromX: place, y: plot.y, toX: place, y: plot.bottom + 3, class: "grid")
    // A text at the right end would stand out of the picture.
    if place + 26 <= plot.right + 4 || mark.day == 0 {
      content += SVG.text(
        mark.text, x: place, y: plot.bottom + 15, class: "tick",
        anchor: place < plot.x + 20 ? .start : .middle)
    }
    return content
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
