import Economics
import Facility
import Placement
import Power
import Project
import Quantities
import Scenario
import Simulation
import Study
import TestScenarios
import TestSupport
import Testing
import Workload

@Suite("A project from layouts")
struct ProjectPlanTests {
  private let choice: ProjectChoice

  init() throws {
    let work = MoveWork(cutOver: Labor(Seconds(hours: 1), "migration"))
    let frame = ProjectPlan(
      start: try CalendarDate("2006-01-02"), calendars: [WorkCalendar("always", hours: .always)],
      roles: [Role("hand", price: LaborPrice(Money(50, .usd)))], skills: [Skill("migration")],
      people: [Person("Anna", role: "hand", calendar: "always", skills: ["migration"])], windows: .always,
      network: CopyNetwork(rate: BitsPerSecond(1e9)),
      tasks: [
        PlannedTask("party", .wait(Seconds(days: 1)), after: ["virtualized"])
      ], groups: [], waves: WaveRule(size: 5))
    choice = ProjectChoice(
      target: "virtualized", frame: frame,
      move: MoveGroup("", servers: 1, data: .zero, work: work, parallelRunning: Seconds(days: 3)),
      equipment: EquipmentOrder(
        "", units: 1, serversPerUnit: 1, guestsPerUnit: 1, leadTime: Seconds(days: 7)))
  }

  private func scenario(_ layouts: [Layout]) throws -> Scenario {
    let sample = Seconds(minutes: 15)
    return try TinyStudy.scenario(
      guests: [
        try TinyStudy.steady("web", count: 24, percent: 20, sample: sample),
        try TinyStudy.steady("mail", count: 9, percent: 35, sample: sample),
      ], layouts: layouts)
  }

  @Test func `old servers are those of the first layout, with the watts it was designed for`() throws {
    let simulator = try Simulator(
      try scenario([try TinyStudy.dedicated(), try TinyStudy.virtualized()]))
    let plan = try ProjectPlan(choice, of: simulator)
    #expect(plan.groups.map(\.name) == ["web", "mail"])
    #expect(plan.groups.map(\.servers) == [24, 9] && plan.groups.allSatisfy { $0.guestsPerServer == 1 })
    // Demand does not vary, so that the planned load is the mean.
    let watts = plan.groups.reduce(0) { $0 + $1.serverPower.value * Double($1.servers) }
    #expect(isClose(watts, simulator.designs[0].plannedPower.value, relative: 1e-9))
    #expect(plan.issues().isEmpty)
  }

  @Test
  func `new equipment is that of the other layout, and full at the end it draws what that was designed for`()
    throws
  {
    let simulator = try Simulator(
      try scenario([try TinyStudy.dedicated(), try TinyStudy.virtualized(count: 14)]))
    let plan = try ProjectPlan(choice, of: simulator)
    #expect(plan.orders.map(\.name) == ["virtualized", "virtualized, last"])
    #expect(plan.orders.map(\.units) == [3, 1] && plan.orders.map(\.serversPerUnit) == [4, 2])
    #expect(plan.orders.map(\.price) == [Money(24_000, .usd), Money(16_000, .usd)])
    #expect(plan.tasks[0].after == ["virtualized", "virtualized, last"])
    let outcome = try ProjectSimulator(plan).run()
    let last = try #require(outcome.days(after: 1).last)
    #expect(last.newGuests == 33 && last.oldPower == .zero && last.newServers == 14)
    // Watts are linear in load here, those of equally loaded blades there; hosts are not equally loaded.
    #expect(isClose(last.newPower.value, simulator.designs[1].plannedPower.value, relative: 0.03))
  }

  @Test func `enclosures over which blades are spread are ordered, empty ones too`() throws {
    var blades = try TinyStudy.virtualized(count: 13)
    blades.servers.enclosures = 15
    let simulator = try Simulator(try scenario([try TinyStudy.dedicated(), blades]))
    let plan = try ProjectPlan(choice, of: simulator)
    #expect(plan.orders.map(\.units) == [13, 2] && plan.orders.map(\.serversPerUnit) == [1, 0])
    #expect(plan.orders.map(\.price) == [Money(12_000, .usd), Money(8_000, .usd)])
    #expect(plan.issues().isEmpty)
    let last = try #require(try ProjectSimulator(plan).run().days(after: 1).last)
    #expect(last.newGuests == 33 && last.newServers == 13)
    #expect(isClose(last.newPower.value, simulator.designs[1].plannedPower.value, relative: 0.03))
  }

  @Test func `hosts of many guests are grouped by what they hold, and no guest is lost`() throws {
    var first = try TinyStudy.virtualized()
    first.name = "first"
    let simulator = try Simulator(try scenario([first, try TinyStudy.virtualized()]))
    let plan = try ProjectPlan(choice, of: simulator)
    #expect(plan.guestCount == 33)
    #expect(plan.groups.reduce(0) { $0 + $1.servers } == simulator.designs[0].plan.hostsUsed)
    #expect(Set(plan.groups.map(\.name)).count == plan.groups.count)
    #expect(plan.issues().isEmpty)
    #expect(try ProjectSimulator(plan).run().finish != nil)
  }
}
