import Quantities
import ResultStore

/// The dip and recovery of power, money and risk over the days of a project: before, both together, after.
struct MoveDays: Sendable {
  let project: StoredProject
  let currency: Currency

  private var days: [StoredProjectDay] { project.days }
  private var axis: DateAxis { DateAxis(start: project.start, days: days.count) }

  /// Before new servers run, while both do, after the last old one is off.
  private var phases: [DayStack.Phase] {
    let count = Double(days.count)
    let first = Double(days.firstIndex { $0.newPower > .zero } ?? days.count)
    let last = Double((days.lastIndex { $0.oldPower > .zero } ?? -1) + 1)
    guard first < last else { return [] }
    return [
      DayStack.Phase(name: "before", from: 0, to: first),
      DayStack.Phase(name: "old and new together", from: first, to: last),
      DayStack.Phase(name: "after", from: last, to: count),
    ]
  }

  /// Power of old and new servers by day.
  var power: Figure {
    let layers = [Layer(name: "old servers", colour: .grey), Layer(name: "new servers", colour: .blue)]
    let stack = DayStack(
      layers: layers, values: [days.map(\.oldPower.kilowatts), days.map(\.newPower.kilowatts)], unit: "kW",
      axis: axis, phases: phases)
    let totals = stack.totals
    let (first, after) = (totals[0], totals[totals.count - 1])
    let most = totals.indices.max { (totals[$0], $1) < (totals[$1], $0) } ?? 0
    let rise =
      totals[most] > first * 1.005
      ? "rises from \(Rounding.significant(first)) kW to \(Rounding.significant(totals[most])) kW on \(date(most)), then "
      : "begins at \(Rounding.significant(first)) kW and "
    let turn = after < totals[most] ? "falls" : "stays"
    return figure(
      stack,
      title: "Power \(rise)\(turn) \(after < totals[most] ? "to" : "at") \(Rounding.significant(after)) kW",
      what: "Power at the rack by day", columns: ["old servers, kW", "new servers, kW", "both, kW"],
      name: "move-power"
    ) { week in
      let (old, new) = (mean(week) { $0.oldPower.kilowatts }, mean(week) { $0.newPower.kilowatts })
      return [old, new, old + new].map { Rounding.significant($0) }
    }
  }

  /// Money a day, each week on average; equipment, which falls due on a few days, is told and not drawn.
  var money: Figure {
    let layers = [
      Layer(name: "electricity", colour: .orange), Layer(name: "work", colour: .blue),
      Layer(name: "courses, tasks, fees, removal", colour: .green),
    ]
    let stack = DayStack(
      layers: layers,
      values: [
        weeks.map { week in mean(week) { $0.electricity.amount } },
        weeks.map { week in mean(week) { $0.work.amount } },
        weeks.map { week in mean(week) { $0.fees.amount } },
      ], step: 7, unit: currency.code, axis: axis, phases: phases)
    let paid = days.indices.filter { days[$0].equipment.amount > 0 }.map { day in
      "\(Wording.money(days[day].equipment)) on \(date(day))"
    }
    let equipment = paid.isEmpty ? "" : " Equipment is not drawn: \(Wording.list(Array(paid.prefix(4))))."
    let totals = stack.totals
    return figure(
      stack,
      title:
        "A day costs up to \(Rounding.significant(totals.max() ?? 0)) \(currency) while guests move, and "
        + "\(Rounding.significant(mean(lastWeek) { $0.electricity.amount })) \(currency) of electricity afterwards",
      what: "Money a day, weekly means",
      columns: ["electricity", "work", "courses, tasks, fees, removal", "equipment"].map {
        "\($0), \(currency)"
      },
      name: "move-money",
      note:
        "Electricity at what a kilowatt-hour at the rack costs in the first layout, losses and cooling included."
        + equipment
    ) { week in
      [
        sum(week) { $0.electricity.amount }, sum(week) { $0.work.amount }, sum(week) { $0.fees.amount },
        sum(week) { $0.equipment.amount },
      ].map { Rounding.text($0, decimals: 0) }
    }
  }

  /// Guests at risk by day.
  var risk: Figure {
    let layers = [
      Layer(name: "over and not tested", colour: .vermillion),
      Layer(name: "in parallel running", colour: .orange),
      Layer(name: "without a way back, faults may still show", colour: .purple),
    ]
    let stack = DayStack(
      layers: layers,
      values: [
        days.map { Double($0.untested) }, days.map { Double($0.inParallel) },
        days.map { Double($0.withoutWayBack) },
      ], unit: "guests", axis: axis, phases: phases)
    let totals = stack.totals
    let most = totals.indices.max { (totals[$0], $1) < (totals[$1], $0) } ?? 0
    let rollBacks = days.reduce(0) { $0 + $1.rollBacks }
    let title =
      totals[most] > 0
      ? "Most guests are at risk on \(date(most)): \(Int(totals[most])) of \(project.guests)"
      : "No guest is at risk at the end of any day"
    return figure(
      stack, title: title + (rollBacks > 0 ? "; \(Wording.count(rollBacks, "attempt")) rolled back" : ""),
      what: "Guests at risk at the end of each day",
      columns: [
        "moved", "at risk, at most", "not tested", "in parallel", "without a way back", "attempts",
        "rolled back",
      ],
      name: "move-risk"
    ) { week in
      let part = days[week]
      let most = part.max { $0.atRisk < $1.atRisk } ?? part[week.lowerBound]
      return [
        part.last.map { $0.bothGuests + $0.newGuests } ?? 0, most.atRisk, most.untested, most.inParallel,
        most.withoutWayBack, part.reduce(0) { $0 + $1.attempts }, part.reduce(0) { $0 + $1.rollBacks },
      ].map { Rounding.text(Double($0), decimals: 0) }
    }
  }

  private func figure(
    _ stack: DayStack, title: String, what: String, columns: [String], name: String, note: String = "",
    row: (Range<Int>) -> [String]
  ) -> Figure {
    Figure(
      title: title,
      picture: Figure.wideAndNarrow { width, isWide in
        stack.drawing(
          width: width, height: isWide ? 200 : 180, title: what,
          description: "\(what) from \(project.start) on, stacked from zero: "
            + "\(Wording.list(stack.layers.map(\.name))).")
      } + Legend(stack.layers, values: [stack.values.map { $0.max() ?? 0 }]).markup,
      table: DataTable(
        columns: ["week from"] + columns, rows: weeks.map { [date($0.lowerBound)] + row($0) }, name: name),
      note: note)
  }

  /// Weeks of days; the last may be cut short.
  private var weeks: [Range<Int>] {
    stride(from: 0, to: days.count, by: 7).map { $0..<min(days.count, $0 + 7) }
  }
  private var lastWeek: Range<Int> { max(0, days.count - 7)..<days.count }

  private func date(_ day: Int) -> String { project.start.adding(days: day).description }
  private func sum(_ range: Range<Int>, _ value: (StoredProjectDay) -> Double) -> Double {
    days[range].reduce(0) { $0 + value($1) }
  }
  private func mean(_ range: Range<Int>, _ value: (StoredProjectDay) -> Double) -> Double {
    sum(range, value) / Double(max(1, range.count))
  }
}
