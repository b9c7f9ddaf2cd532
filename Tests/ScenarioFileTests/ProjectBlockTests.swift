import Documents
import Economics
import Project
import Quantities
import Scenario
import ScenarioFile
import Testing

@Suite("The project of a scenario")
struct ProjectBlockTests {
  private static let short = """
    project:
      to: blades
      start: 2006-01-02
      roles: [{name: administrator, price: 60 USD/h}]
      people: [{name: Anna}]
      windows: {weekly: [{days: saturday, from: 8 h, length: 10 h}]}
      waves: {size: 10, pilot: 2}
      move: {failure: 6 %}

    """
  private static let text = SmallRoom.text + short

  @Test func `a short block stands for the customary figures`() throws {
    let outcome = SmallRoom.load(Self.text)
    #expect(DiagnosticRendering.text(outcome.diagnostics) == "")
    let project = try #require(outcome.scenario?.project)
    let skills = ["migration", "hands"]
    let frame = ProjectPlan(
      start: try CalendarDate("2006-01-02"), calendars: [WorkCalendar("office", hours: .office)],
      roles: [Role("administrator", price: LaborPrice(Money(60, .usd)))], skills: skills.map { Skill($0) },
      people: [Person("Anna", role: "administrator", calendar: "office", joinsWindows: true, skills: skills)],
      windows: OpenHours([WeeklyHours(.day(5), from: Seconds(hours: 8), length: Seconds(hours: 10))]),
      network: CopyNetwork(rate: BitsPerSecond(1e9), perCopy: BitsPerSecond(140e6)), groups: [],
      waves: WaveRule(size: 10, pilot: 2))
    #expect(project.frame == frame)
    #expect(project.target == "blades" && project.exceptions.isEmpty)
    let move = project.move
    #expect(move.work.prepare.effort + move.work.cutOver.effort + move.work.test.effort == Seconds(hours: 8))
    #expect(move.failure == Fraction(percent: 6) && move.parallelRunning == Seconds(days: 28))
    #expect(move.movePrice == Money(200, .usd) && move.removalPrice == Money(150, .usd))
    #expect(project.equipment.leadTime == Seconds(days: 21))
  }

  @Test func `every key fills what it names`() throws {
    let project = try #require(CompleteScenarioTests.load().scenario?.project)
    let (anna, hands) = (Seconds(hours: 2), "hands")
    let course = Course(
      length: Seconds(hours: 24), price: Money(3000, .usd), seats: 1, speedBefore: Fraction(percent: 20),
      speedAfter: Fraction(percent: 110))
    let frame = ProjectPlan(
      start: try CalendarDate("2007-01-08"), limit: Seconds.year * 3, seed: 42,
      effortVariation: Fraction(percent: 30),
      calendars: [
        WorkCalendar(
          "early",
          hours: OpenHours(
            [WeeklyHours(.workdays, from: Seconds(hours: 6), length: Seconds(hours: 8))],
            closed: [
              DateSpan(try CalendarDate("2007-05-28")),
              DateSpan(try CalendarDate("2007-12-24"), through: try CalendarDate("2008-01-01")),
            ])), WorkCalendar("office", hours: .office),
      ],
      roles: [
        Role("administrator", price: LaborPrice(Money(60, .usd))),
        Role("technician", price: LaborPrice(Money(40, .usd))),
      ],
      skills: [Skill("migration", course: course), Skill(hands)],
      people: [
        Person(
          "Anna", role: "technician", calendar: "early", skills: ["migration", hands], trained: ["migration"],
          absences: [DateSpan(try CalendarDate("2007-07-02"))], speed: Fraction(percent: 90)),
        Person(
          "Ben", role: "administrator", calendar: "office", joinsWindows: true, skills: ["migration", hands]),
      ],
      windows: OpenHours(
        [WeeklyHours(.day(5), from: Seconds(hours: 8), length: Seconds(hours: 10))],
        closed: [DateSpan(try CalendarDate("2007-04-07"))]),
      network: CopyNetwork(
        rate: BitsPerSecond(10e9), perCopy: BitsPerSecond(200e6), slots: 4, times: .inWindows,
        spansWindows: false),
      tasks: [
        PlannedTask(
          "assessment", .work(Labor(Seconds(hours: 40), "migration")), price: Money(30_000, .usd)),
        PlannedTask("rewiring", .workInWindow(Labor(Seconds(hours: 3), hands)), after: ["blades"]),
        PlannedTask("approval", .wait(Seconds(days: 10)), after: ["assessment"]),
      ],
      movesAfter: ["approval", "rewiring"], groups: [],
      waves: WaveRule(
        size: 4, order: .largestFirst, separatesGroups: true, gate: .accepted, pause: Seconds(days: 3),
        pilot: 2, pilotGate: .moved))
    #expect(project.frame == frame)
    let move = MoveGroup(
      "", servers: 1, data: .zero,
      work: MoveWork(
        prepare: Labor(Seconds(hours: 5), "migration"), cutOver: Labor(Seconds(minutes: 90), "migration"),
        rollBack: Seconds(minutes: 45), test: Labor(Seconds(hours: 1), "migration"),
        decommission: Labor(Seconds(hours: 2), hands)),
      failure: Fraction(percent: 5), testFailure: Fraction(percent: 2), parallelRunning: Seconds(days: 14),
      proving: Seconds(days: 35), movePrice: Money(250, .usd), removalPrice: Money(100, .usd))
    #expect(project.move == move)
    var slow = move
    slow.work.cutOver.effort = Seconds(hours: 3)
    #expect(project.exceptions == [ProjectChoice.Exception(guests: "measured", move: slow)])
    #expect(project.move(of: "measured") == slow && project.move(of: "web") == move)
    let order = EquipmentOrder(
      "", units: 1, serversPerUnit: 1, guestsPerUnit: 1, orderedAfter: Seconds(days: 7),
      leadTime: Seconds(days: 28), leadTimeVariation: Fraction(percent: 20),
      rack: Labor(Seconds(hours: 6), hands), install: Labor(anna, hands))
    #expect(project.equipment == order)
  }

  /// A mistake: what is written in place of what, the line that is blamed, and what is said.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let line: Int
    let message: String

    init(_ old: String, _ new: String, _ line: Int, _ message: String) {
      (self.old, self.new, self.line, self.message) = (old, new, line, message)
    }

    var testDescription: String { message }
  }

  static let mistakes = [
    Mistake("to: blades", "to: attic", 29, "there is no layout 'attic'"),
    Mistake("to: blades", "to: today", 29, "'today' is the layout that guests are moved from"),
    Mistake("60 USD/h", "60 EUR/h", 31, "this price is in EUR, the plan in USD"),
    Mistake("people: [{name: Anna}]", "people: []", 32, "there are no people"),
    Mistake("{name: Anna}", "{name: Anna, calendar: night}", 32, "there is no calendar 'night'"),
    Mistake("{name: Anna}", "{name: Anna, role: boss}", 32, "there is no role 'boss'"),
    Mistake("{name: Anna}", "{name: Anna, skills: [migraine]}", 32, "there is no skill 'migraine'"),
    Mistake("{name: Anna}", "{name: Anna}, {name: Anna}", 32, "two people are named 'Anna'"),
    Mistake("{name: Anna}", "{name: Anna, speed: 0 %}", 32, "the speed must be above zero"),
    Mistake("from: 8 h", "from: 30 h", 33, "hours begin between 0:00 and 24:00"),
    Mistake("length: 10 h", "length: 9 d", 33, "hours last more than nothing and at most a week"),
    Mistake("pilot: 2}", "pilot: 2, pilot gate: done}", 34, "'pilot gate' cannot be 'done'"),
    Mistake("pilot: 2}", "pilot: 20}", 34, "the pilot is the whole project"),
    Mistake("{name: Anna}", "{name: Anna, skills: [hands]}", 35, "nobody has the skill 'migration'"),
    Mistake("length: 10 h", "length: 1 h", 35, "with its roll-back fit no change window"),
    Mistake("failure: 6 %", "failure: 100 %", 35, "a chance of failure lies from 0 to below 100 %"),
    Mistake("failure: 6 %", "failure: 6 %, prepare: {effort: 1 h, skill: magic}", 35, "no skill 'magic'"),
    Mistake("6 %}\n", "6 %}\n  tasks: [{name: a, work: 1 h, wait: 1 d}]\n", 36, "a task has one of"),
    Mistake(
      "6 %}\n", "6 %}\n  tasks: [{name: a, after: [b]}, {name: b, after: [a]}]\n", 36,
      "tasks wait for each other"),
    Mistake("6 %}\n", "6 %}\n  moves after: [nothing]\n", 36, "there is no task or order 'nothing'"),
    Mistake("6 %}\n", "6 %}\n  exceptions: [{guests: mail}]\n", 36, "there is no group of guests 'mail'"),
    Mistake(
      "6 %}\n", "6 %}\n  exceptions: [{guests: web}, {guests: web}]\n", 36,
      "there are two exceptions for the guests 'web'"),
    Mistake(
      "6 %}\n", "6 %}\n  exceptions: [{guests: web, cut over: 12 h}]\n", 36, "fit no change window"),
    Mistake(
      "6 %}\n", "6 %}\n  equipment: {rack: {effort: 1 h, skill: magic}}\n", 36, "no skill 'magic'"),
    Mistake(
      "6 %}\n", "6 %}\n  skills: [{name: migration, course: {speed after: 0 %}}]\n", 36,
      "the speed after a course must be above zero"),
  ]

  @Test(arguments: mistakes)
  func `each mistake is told once, at its line`(mistake: Mistake) {
    #expect(Self.short.contains(mistake.old))
    let text = SmallRoom.text + Self.short.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
    let outcome = SmallRoom.load(text)
    let said = outcome.diagnostics.all.filter { $0.message.contains(mistake.message) }
    #expect(said.count == 1, "\(outcome.diagnostics.all.map(\.message))")
    #expect(DiagnosticRendering.text(outcome.diagnostics).contains("room.yaml:\(mistake.line):"))
  }

  @Test func `guests without room in a window for their data are blamed at their disk`() {
    let text =
      Self.text.replacing("memory: 512 MiB", with: "memory: 512 MiB\n      disk: 2 TiB") + """
          network: {in windows: true, spans windows: false}

        """
    let messages = SmallRoom.messages(text)
    #expect(messages.contains("room.yaml:18:"))
    #expect(messages.contains("the copy of a guest 'web' takes"))
  }
}
