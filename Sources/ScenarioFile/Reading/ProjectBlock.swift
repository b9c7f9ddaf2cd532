import Documents
import Project
import Quantities
import Scenario

/// How the guests of the first layout are moved into another.
///
/// Keys are named as the plan's properties are, `cut over` for `cutOver`, so that a problem of the plan is a line of the
/// scenario.
enum ProjectBlock {
  static let schema = BlockSchema(
    "project",
    "Moving the guests of the first layout into another, by people, in change windows, wave by wave. Guests, their data "
      + "(`disk`), old servers, new equipment, watts and prices of equipment are those of the layouts.",
    keys: [
      .required("to", .identifier, "The layout that is moved to."),
      .required("start", .date, "The first day."),
      .optional(
        "limit", .quantity(Seconds.self, such: "3 y"), default: "5 y",
        "When to give up if it has not ended."),
      .optional(
        "effort variation", .quantity(Fraction.self, such: "30 %"), default: "0 %",
        "Standard deviation over mean of the hours that work takes."),
      .optional(
        "calendars", .list(of: .block(calendar)), default: "`office`: workdays, 8 to 12 and 13 to 17 h",
        "Working hours by name."),
      .required("roles", .list(of: .block(role)), "What people are paid as."),
      .optional(
        "skills", .list(of: .block(skill)), default: "`migration` and `hands`, without courses",
        "Skills beside these two, or these with a course. `migration` is the skill of moving guests, `hands` that of "
          + "handling machines."),
      .required("people", .list(of: .block(person)), "Who does the work."),
      .required("windows", .block(openHours), "When guests may be cut over."),
      .optional(
        "network", .block(network), default: "1 Gbit/s, 140 Mbit/s a copy", "What data is copied over."),
      .optional(
        "equipment", .block(equipment), default: "3 weeks to deliver",
        "How the new equipment is ordered and set up; it goes by the layout's name."),
      .optional("tasks", .list(of: .block(task)), default: "none", "Tasks that stand for themselves."),
      .optional(
        "moves after", .list(of: .text), default: "nothing",
        "Tasks, or the new equipment by its layout's name, that come before any guest is prepared. Each guest waits for "
          + "its own new server anyway."),
      .optional("move", .block(move), default: "8 h of work", "What moving a guest takes."),
      .optional(
        "exceptions", .list(of: .block(exception)), default: "none",
        "Groups of guests that move under other terms."),
      .optional("waves", .block(waves), default: "waves of 20", "How guests are put into waves."),
    ])

  /// Longer times are slips.
  static let times = Allowed.between(Seconds.zero, Seconds.year * 100)

  static func read(
    _ block: BlockReader, _ context: ReadingContext, seed: UInt64, currency: Currency?
  ) -> ProjectChoice? {
    let complaints = context.diagnostics.all.count
    let target = block.identifier("to")
    let start = block.date("start")
    let limit = block.quantity("limit", Seconds.self, .between(Seconds(days: 1), Seconds.year * 100))
    let variation = block.share("effort variation", to: Fraction(percent: 1000)) ?? .zero
    var calendars = block.blocks("calendars").compactMap(calendar(_:))
    if !calendars.contains(where: { $0.name == office.name }) { calendars.append(office) }
    let roles = block.blocks("roles").compactMap(role(_:))
    var skills = block.blocks("skills").compactMap(skill(_:))
    for name in [migrationSkill, handsSkill] where !skills.contains(where: { $0.name == name }) {
      skills.append(Skill(name))
    }
    let people = block.blocks("people").compactMap {
      person($0, role: roles.first?.name, skills: skills.map(\.name))
    }
    let windows = block.block("windows").map(openHours(_:))
    let network = network(block.block("network"))
    let equipment = equipment(block.block("equipment"))
    let tasks = block.blocks("tasks").compactMap(task(_:))
    let movesAfter = block.list("moves after").compactMap { $0.text() }
    let move = move(block.block("move"), usual: usualMove)
    let exceptions = block.blocks("exceptions").compactMap { exception($0, usual: move) }
    let waves = waves(block.block("waves"))
    for (key, isEmpty) in [("roles", roles.isEmpty), ("people", people.isEmpty)]
    where isEmpty && block.has(key) && context.diagnostics.all.count == complaints {
      block.error(key, "there are no \(key)", help: "describe at least one")
    }
    // A plan with values left out would be blamed for more than is wrong.
    guard let target, let start, let windows, let currency, context.diagnostics.all.count == complaints
    else { return nil }
    let frame = ProjectPlan(
      start: start, limit: limit ?? Seconds.year * 5, seed: seed, currency: currency,
      effortVariation: variation, calendars: calendars, roles: roles, skills: skills, people: people,
      windows: windows, network: network, tasks: tasks, movesAfter: movesAfter, groups: [], waves: waves)
    return ProjectChoice(
      target: target, frame: frame, move: move, exceptions: exceptions, equipment: equipment)
  }
}
