import Documents
import EventEngine
import Project
import Quantities

/// What `project` prints.
struct ProjectSummary {
  let title: String
  let from: String
  let to: String
  let forecast: ProjectForecast
  let typical: ProjectOutcome

  private static let shares = [50, 80, 95]

  private var plan: ProjectPlan { typical.plan }

  private func date(_ instant: Instant?) -> String {
    instant.map { "\(typical.date(of: $0))" } ?? "not within the limit"
  }

  /// The days, and one more: on the last old servers still run for some hours.
  private var days: [ProjectDay] { typical.days(after: 1) }

  private static func whole(_ value: Double) -> String {
    DecimalText.rounded(value, decimals: 0, separator: " ")
  }

  /// Hours and cost of a role.
  private var roles: [(name: String, hours: Double, cost: Money)] {
    typical.personTime().map { ($0.role.name, $0.time.hours, $0.role.price.money * $0.time.hours) }
  }

  /// The day with the most of something; the first of equal ones.
  private static func peak(_ days: [ProjectDay], _ value: (ProjectDay) -> Double) -> ProjectDay? {
    days.max { value($0) < value($1) }
  }

  var text: String {
    let days = self.days
    var text = "\(title)\n\(plan.guestCount) guests from \(from) to \(to), from \(plan.start) on, "
    text += "\(forecast.finishes.count + forecast.unfinished) replications\n\n"
    var rows = typical.milestones().map { [$0.name, date($0.time)] }
    rows += ProjectSummary.shares.map {
      ["ends with \($0) % certainty", date(forecast.finish(at: Fraction(percent: Double($0))))]
    }
    text += TextTable(rows: rows, alignments: [.left, .left]).text + "\n"
    let people = roles.map {
      [$0.name, ProjectSummary.whole($0.hours), ProjectSummary.whole($0.cost.amount)]
    }
    let labor = roles.reduce(0) { $0 + $1.cost.amount }
    let total = typical.cost().amount
    let money =
      [["", "hours", "cost, \(plan.currency)"]] + people + [
        ["equipment, courses, tools, removal", "", ProjectSummary.whole(total - labor)],
        ["together", "", ProjectSummary.whole(total)],
        ["mean of all replications", "", ProjectSummary.whole(forecast.cost.mean)],
      ]
    text += TextTable(rows: money, alignments: [.left, .right, .right]).text + "\n"
    let binding = forecast.bindings.filter { $0.share.value >= 0.005 }.sorted { $0.share > $1.share }
    text +=
      TextTable(
        rows: [["what binds", "of the time"]]
          + binding.map { [$0.binding.rawValue, "\(ProjectSummary.whole($0.share.percent)) %"] },
        alignments: [.left, .right]
      ).text + "\n"
    guard let first = days.first, let last = days.last,
      let peak = ProjectSummary.peak(days, { $0.power.value }),
      let risk = ProjectSummary.peak(days, { Double($0.atRisk) })
    else { return text }
    let watts = [("power before, kW", first), ("most power, kW", peak), ("power after, kW", last)]
    text +=
      TextTable(
        rows: watts.map { name, day in
          [name, DecimalText.rounded(day.power.value / 1000, decimals: 1), "\(day.date)"]
        } + [
          ["most guests at risk", "\(risk.atRisk)", "\(risk.date)"],
          ["attempts for each guest", DecimalText.rounded(forecast.attemptsPerGuest.mean, decimals: 2), ""],
        ], alignments: [.left, .right, .left]
      ).text
    return text
  }

  var json: JSONValue {
    func moment(_ instant: Instant?) -> JSONValue { instant.map { .string(typical.text(of: $0)) } ?? .null }
    let ends = ProjectSummary.shares.map { share in
      JSONValue.Member(
        "p\(share)", moment(forecast.finish(at: Fraction(percent: Double(share)))))
    }
    let days = self.days.map { day in
      JSONValue.object([
        .init("date", .string("\(day.date)")), .init("oldWatts", .number(day.oldPower.value)),
        .init("newWatts", .number(day.newPower.value)), .init("guestsAtRisk", .integer(day.atRisk)),
        .init("guestsMoved", .integer(day.bothGuests + day.newGuests)),
        .init("spent", .number(day.spent.amount)),
        .init("binding", day.binding.map { .string($0.rawValue) } ?? .null),
      ])
    }
    return .object([
      .init("title", .string(title)), .init("from", .string(from)), .init("to", .string(to)),
      .init("guests", .integer(plan.guestCount)), .init("start", .string("\(plan.start)")),
      .init("replications", .integer(forecast.finishes.count + forecast.unfinished)),
      .init("unfinished", .integer(forecast.unfinished)), .init("finish", .object(ends)),
      .init(
        "milestones",
        .array(
          typical.milestones().map {
            .object([.init("name", .string($0.name)), .init("time", moment($0.time))])
          })),
      .init(
        "roles",
        .array(
          roles.map {
            .object([
              .init("name", .string($0.name)), .init("hours", .number($0.hours)),
              .init("cost", .number($0.cost.amount)),
            ])
          })),
      .init("currency", .string("\(plan.currency)")), .init("cost", .number(typical.cost().amount)),
      .init("meanCost", .number(forecast.cost.mean)),
      .init("attemptsPerGuest", .number(forecast.attemptsPerGuest.mean)),
      .init(
        "bindings",
        .object(forecast.bindings.map { .init($0.binding.rawValue, .number($0.share.value)) })),
      .init("days", .array(days)),
    ])
  }
}
