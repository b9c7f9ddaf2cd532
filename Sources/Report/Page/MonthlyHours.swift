import Quantities
import ResultStore

/// PUE by month of the year and hour of the day: the energy of the meter over that of the IT equipment, each summed over
/// all hours of a study that fall on the same hour of the same month.
struct MonthlyHours: Sendable, Hashable {
  /// One month and hour.
  struct Cell: Sendable, Hashable {
    /// The month, 1 to 12.
    let month: Int
    /// The hour, 0 to 23, in local standard time.
    let hour: Int
    /// The ratio of energies.
    let pue: Double
  }

  /// Months that the study holds, 1 to 12, in the order of the calendar.
  let months: [Int]
  /// Every month and hour with IT energy, month by month.
  let cells: [Cell]
  /// The PUE of each month from January on, over all its hours; nil where the study holds none of them.
  private let wholeMonths: [Double?]

  /// Sums a series.
  ///
  /// - Parameters:
  ///   - series: power by the hour from midnight of the first day.
  ///   - components: what its rows are.
  ///   - start: the first day.
  init(_ series: StoredSeries, components: [StoredComponent], start: CalendarDate) {
    var meter = [Double](repeating: 0, count: 12 * 24)
    var equipment = meter
    for day in 0..<(series.count + 23) / 24 {
      let first = 24 * (start.adding(days: day).month - 1)
      for hour in 0..<min(24, series.count - 24 * day) {
        for component in components where series.watts.indices.contains(component.index) {
          let watts = Double(series.watts[component.index][24 * day + hour])
          meter[first + hour] += watts
          if component.isIT { equipment[first + hour] += watts }
        }
      }
    }
    cells = meter.indices.compactMap { index in
      guard equipment[index] > 0 else { return nil }
      let (month, hour) = index.quotientAndRemainder(dividingBy: 24)
      return Cell(month: month + 1, hour: hour, pue: meter[index] / equipment[index])
    }
    wholeMonths = (0..<12).map { month in
      let hours = 24 * month..<24 * (month + 1)
      let it = equipment[hours].reduce(0, +)
      // What the meter shows in hours without IT energy belongs to the month all the same.
      return it > 0 ? meter[hours].reduce(0, +) / it : nil
    }
    months = cells.reduce(into: []) { months, cell in
      if months.last != cell.month { months.append(cell.month) }
    }
  }

  /// The cell with the lowest PUE, the first of equals; nil without cells.
  var lowest: Cell? { cells.min { $0.pue < $1.pue } }
  /// The cell with the highest PUE, the first of equals; nil without cells.
  var highest: Cell? {
    cells.reduce(nil as Cell?) { highest, cell in cell.pue > (highest?.pue ?? 0) ? cell : highest }
  }

  /// The PUE of a month and hour; nil where the study holds no such hour.
  func pue(month: Int, hour: Int) -> Double? {
    cells.first { ($0.month, $0.hour) == (month, hour) }?.pue
  }

  /// The PUE of a month, energy over energy; nil where the study holds none of it.
  func pue(month: Int) -> Double? { wholeMonths[month - 1] }

  /// What to see: `PUE of blades is between 4.1 in January nights and 5.3 in July afternoons`.
  func title(of layout: String) -> String {
    guard let lowest, let highest else { return "\(layout) draws no power" }
    let (low, high) = (Rounding.significant(lowest.pue), Rounding.significant(highest.pue))
    guard low != high else { return "PUE of \(layout) is \(low) at any hour" }
    return "PUE of \(layout) is between \(low) in \(lowest.time) and \(high) in \(highest.time)"
  }
}

extension MonthlyHours.Cell {
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let partsOfDay = ["nights", "mornings", "afternoons", "evenings"]

  /// The month and the quarter of the day: `July afternoons`.
  var time: String { "\(Self.monthNames[month - 1]) \(Self.partsOfDay[hour / 6])" }
}
