import Economics
import Project
public import Quantities
public import Scenario

extension TinyStudy {
  /// A move into a layout by one person who works day and night, a guest an hour, with three days of parallel running.
  ///
  /// Each hour costs 50, each guest 100 more, and the equipment comes after a week.
  public static func project(to target: String = "virtualized", failure: Fraction = .zero) throws
    -> ProjectChoice
  {
    let work = MoveWork(
      cutOver: Labor(Seconds(hours: 1), "migration"), decommission: Labor(Seconds(minutes: 30), "migration"))
    let frame = ProjectPlan(
      start: try CalendarDate("2006-01-02"), calendars: [WorkCalendar("always", hours: .always)],
      roles: [Role("hand", price: LaborPrice(Money(50, .usd)))], skills: [Skill("migration")],
      people: [Person("Anna", role: "hand", calendar: "always", skills: ["migration"])], windows: .always,
      network: CopyNetwork(rate: BitsPerSecond(1e9)),
      tasks: [PlannedTask("party", .wait(Seconds(days: 1)), after: [target])], groups: [],
      waves: WaveRule(size: 5))
    var move = MoveGroup("", servers: 1, data: .zero, work: work, parallelRunning: Seconds(days: 3))
    move.failure = failure
    move.movePrice = Money(100, .usd)
    return ProjectChoice(
      target: target, frame: frame, move: move,
      equipment: EquipmentOrder(
        "", units: 1, serversPerUnit: 1, guestsPerUnit: 1, leadTime: Seconds(days: 7)))
  }
}
