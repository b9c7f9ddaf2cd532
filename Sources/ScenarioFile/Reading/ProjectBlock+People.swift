import Documents
import Economics
import Project
import Quantities

// Who works, and when.
extension ProjectBlock {
  static let migrationSkill = "migration"
  static let handsSkill = "hands"
  static let office = WorkCalendar("office", hours: .office)

  private static let closedDays = ValueKind.oneOf([.date, .block(span)])

  static let span = BlockSchema(
    "days", "Days from one to another.",
    keys: [
      .required("from", .date, "The first day."),
      .required("through", .date, "The last day."),
    ])

  static let weekly = BlockSchema(
    "weekly hours", "Hours of the week.",
    keys: [
      .required(
        "days", .choice(ElectricityBlock.Days.allCases.map(\.rawValue)), "The days on which they begin."),
      .required("from", .quantity(Seconds.self, such: "22 h"), "When they begin, from midnight."),
      .required(
        "length", .quantity(Seconds.self, such: "8 h"), "How long they last; may reach into the next days."),
    ])

  static let openHours = BlockSchema(
    "hours", "Hours of the week, less closed days; local standard time.",
    keys: [
      .required("weekly", .list(of: .block(weekly)), "The hours of a week."),
      .optional(
        "closed", .list(of: closedDays), default: "none", "Days without any, from midnight to midnight."),
    ])

  static let calendar = BlockSchema(
    "calendar", "Working hours that people share.",
    keys: [
      .required("name", .identifier, "The name."),
      .required("weekly", .list(of: .block(weekly)), "The hours of a week."),
      .optional("closed", .list(of: closedDays), default: "none", "Holidays."),
    ])

  static let role = BlockSchema(
    "role", "What people are paid as.",
    keys: [
      .required("name", .text, "The name."),
      .required(
        "price", .price(LaborPrice.self, such: "60"), "What an hour costs; only hours worked are charged."),
    ])

  static let skill = BlockSchema(
    "skill", "What a task asks of the person who does it.",
    keys: [
      .required("name", .text, "The name."),
      .optional("course", .block(course), default: "none", "The course that teaches it."),
    ])

  static let course = BlockSchema(
    "course", "A course that everyone with the skill goes to first, except who is trained.",
    keys: [
      .optional(
        "length", .quantity(Seconds.self, such: "40 h"), default: "40 h", "Working time it takes."),
      .optional("price", .money, default: "4000 USD", "The fee for one person."),
      .optional("seats", .integer(1...10_000), default: "as many as want", "How many go at a time."),
      .optional(
        "speed before", .quantity(Fraction.self), default: "0 %",
        "Speed at tasks of the skill before it; 0 % when none may be touched."),
      .optional("speed after", .quantity(Fraction.self), default: "100 %", "Speed after it."),
    ])

  static let person = BlockSchema(
    "person", "Someone who works on the project.",
    keys: [
      .required("name", .text, "The name."),
      .optional("role", .text, default: "the first role", "What the person is paid as."),
      .optional("calendar", .text, default: "office", "The working hours."),
      .optional(
        "joins windows", .boolean, default: "true", "Whether the person also comes in for change windows."),
      .optional("skills", .list(of: .text), default: "all", "What the person can do, or learn by a course."),
      .optional("trained", .list(of: .text), default: "none", "Skills whose course the person has had."),
      .optional("absences", .list(of: closedDays), default: "none", "Days off."),
      .optional("speed", .quantity(Fraction.self), default: "100 %", "Speed at every task."),
    ])

  static func openHours(_ block: BlockReader) -> OpenHours {
    OpenHours(block.blocks("weekly").compactMap(weekly(_:)), closed: days(block, "closed"))
  }

  static func calendar(_ block: BlockReader) -> WorkCalendar? {
    block.identifier("name").map { WorkCalendar($0, hours: openHours(block)) }
  }

  private static func weekly(_ block: BlockReader) -> WeeklyHours? {
    let days = block.choice("days", as: ElectricityBlock.Days.self)
    let from = block.quantity("from", Seconds.self, times)
    let length = block.quantity("length", Seconds.self, times)
    guard let days, let from, let length else { return nil }
    return WeeklyHours(days.weekdays, from: from, length: length)
  }

  private static func days(_ block: BlockReader, _ key: String) -> [DateSpan] {
    block.list(key).compactMap { value in
      guard value.isBlock else { return value.date().map { DateSpan($0) } }
      guard let inner = value.block() else { return nil }
      let first = inner.date("from")
      let last = inner.date("through")
      guard let first, let last else { return nil }
      return DateSpan(first, through: last)
    }
  }

  static func role(_ block: BlockReader) -> Role? {
    let name = block.text("name")
    let price = block.price("price", LaborPrice.self)
    guard let name, let price else { return nil }
    return Role(name, price: price)
  }

  static func skill(_ block: BlockReader) -> Skill? {
    let course = block.block("course").map { block in
      Course(
        length: block.quantity("length", Seconds.self, times) ?? ProjectDefaults.trainingTime.value,
        price: block.money("price") ?? ProjectDefaults.trainingPrice.value, seats: block.integer("seats"),
        speedBefore: speed(block, "speed before") ?? .zero, speedAfter: speed(block, "speed after") ?? .one)
    }
    return block.text("name").map { Skill($0, course: course) }
  }

  static func person(_ block: BlockReader, role: String?, skills: [String]) -> Person? {
    let own = block.text("role")
    let calendar = block.text("calendar") ?? office.name
    let joins = block.boolean("joins windows") ?? true
    let listed = block.list("skills").compactMap { $0.text() }
    let trained = block.list("trained").compactMap { $0.text() }
    let absences = days(block, "absences")
    let speed = speed(block, "speed") ?? .one
    guard let name = block.text("name"), let role = own ?? role else { return nil }
    return Person(
      name, role: role, calendar: calendar, joinsWindows: joins,
      skills: block.has("skills") ? listed : skills, trained: trained, absences: absences, speed: speed)
  }

  private static func speed(_ block: BlockReader, _ key: String) -> Fraction? {
    block.share(key, to: Fraction(percent: 1000))
  }
}
