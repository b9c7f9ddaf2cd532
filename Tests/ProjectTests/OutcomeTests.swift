import Economics
import EventEngine
import Project
import Quantities
import TestSupport
import Testing

@Suite("Outcome of a project")
struct OutcomeTests {
  static func outcome(guests: Int = 60, people: Int = 8) throws -> ProjectOutcome {
    try ProjectSimulator(SamplePlans.consolidation(guests: guests, people: people)).run()
  }

  @Test func `the office's table has a row for each task and times to the minute`() throws {
    let outcome = try OutcomeTests.outcome()
    let table = OfficeTable(outcome)
    let tasks = outcome.tasks()
    #expect(table.rows.count == tasks.count)
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
    #expect(table.rows.map { $0[0] } == (1...tasks.count).map(String.init))
    for (row, task) in zip(table.rows, tasks) {
      let start = try #require(task.start)
      let minutes = start.milliseconds / 60_000
      let day = outcome.plan.start.adding(days: Int(minutes / 1440))
      #expect(row[5].hasPrefix("\(day) "))
      let clock = row[5].suffix(5).split(separator: ":").compactMap { Int64($0) }
      #expect(clock == [minutes % 1440 / 60, minutes % 60])
      #expect(row[8] == task.predecessors.map(String.init).joined(separator: ";"))
    }
    // Names tell tasks apart.
    #expect(Set(table.rows.map { $0[1] }).count == tasks.count)
  }

  @Test func `bars cover the work of people and the tasks of waves`() throws {
    let outcome = try OutcomeTests.outcome()
    let people = outcome.gantt(.people)
    for stretch in outcome.work() {
      let name = outcome.plan.people[stretch.person].name
      #expect(people.contains { $0.lane == name && $0.start <= stretch.start && stretch.end <= $0.end })
    }
    let waves = outcome.gantt(.waves)
    for task in outcome.tasks() where task.purpose == .copy {
      let bar = try #require(waves.first { $0.lane == task.wave && $0.kind == .copy })
      let (start, finish) = (try #require(task.start), try #require(task.finish))
      #expect(bar.start <= start && finish <= bar.end)
    }
    #expect(
      Set(waves.map(\.lane)).isSuperset(of: ["training", "pilot", "wave 1", "enclosure 1", "assessment"]))
    #expect((waves + people).allSatisfy { $0.start < $0.end })
  }

  @Test func `milestones follow from tasks`() throws {
    let outcome = try OutcomeTests.outcome()
    let milestones = Dictionary(uniqueKeysWithValues: outcome.milestones().map { ($0.name, $0.time) })
    func last(_ purpose: TaskPurpose) -> Instant? {
      outcome.tasks().filter { $0.purpose == purpose }.compactMap(\.finish).max()
    }
    #expect(milestones["training over"] == last(.training))
    #expect(milestones["enclosure delivered"] == last(.delivery))
    #expect(milestones["enclosure ready"] == last(.install))
    #expect(milestones["last guest accepted"] == last(.parallel))
    #expect(milestones["last old server gone"] == last(.decommission))
    #expect(milestones["project ends"] == outcome.finish)
  }

  @Test func `power and risk rise, and then fall below where they began`() throws {
    let days = try OutcomeTests.outcome().days()
    let (first, last) = (try #require(days.first), try #require(days.last))
    let most = try #require(days.map(\.power).max())
    #expect(first.power == Watts(60 * 280))
    #expect(most > first.power && last.power < first.power)
    #expect(first.atRisk == 0 && last.atRisk == 0 && (days.map(\.atRisk).max() ?? 0) > 0)
  }

  @Test func `nobody works more than their windows add to their hours`() throws {
    let outcome = try OutcomeTests.outcome()
    for day in outcome.days() {
      for (worked, available) in zip(day.worked, day.available) {
        let atWindows = outcome.plan.people.count * 12
        #expect(worked <= available + Seconds(hours: Double(atWindows)))
      }
    }
    let office = try #require(outcome.days().first { $0.date.weekday == 0 })
    #expect(office.available.reduce(.zero, +) == Seconds(hours: 8 * 8))
  }

  @Test func `without training the tools hold up the project, and with windows shut the windows do`() throws {
    var plan = SamplePlans.consolidation(guests: 40, people: 8)
    plan.orders = []
    plan.tasks = []
    plan.movesAfter = []
    plan.skills[0].course?.length = Seconds(hours: 400)
    let trained = try ProjectSimulator(plan).forecast(replications: 5)
    #expect(trained.bindings.first { $0.binding == .training }?.share ?? .zero > .zero)
    plan.skills[0].course = nil
    plan.windows = OpenHours([WeeklyHours(.day(5), from: Seconds(hours: 20), length: Seconds(hours: 2))])
    plan.segments[0].services = []
    let shut = try ProjectSimulator(plan).forecast(replications: 5)
    #expect(shut.bindings.max { $0.share < $1.share }?.binding == .window)
    #expect(isClose(shut.bindings.reduce(0) { $0 + $1.share.value }, 1))
  }

  @Test func `a forecast's ends are order statistics of its replications`() throws {
    let simulator = try ProjectSimulator(SamplePlans.consolidation(guests: 30, people: 8))
    let forecast = simulator.forecast(replications: 40)
    let ends = (0..<40).compactMap { simulator.run(replication: UInt32($0)).finish }.sorted()
    #expect(forecast.finishes == ends && forecast.unfinished == 0)
    #expect(forecast.finish(at: Fraction(percent: 50)) == ends[19])
    #expect(forecast.finish(at: Fraction(percent: 80)) == ends[31])
    #expect(forecast.finish(at: Fraction(percent: 95)) == ends[37])
    #expect(forecast.finish(at: .one) == ends[39])
    let typical = try #require(forecast.typicalReplication)
    #expect(simulator.run(replication: typical).finish == ends[19])
    #expect(forecast.cost.count == 40 && forecast.cost.minimum < forecast.cost.maximum)
  }

  @Test func `a project beyond its limit has no end and says what is open`() throws {
    var plan = SamplePlans.consolidation(guests: 60, people: 8)
    plan.limit = Seconds(days: 60)
    let simulator = try ProjectSimulator(plan)
    let outcome = simulator.run()
    #expect(outcome.finish == nil && outcome.openTasks > 0)
    #expect(outcome.tasks().count { $0.finish == nil } == outcome.openTasks)
    #expect(outcome.end(isWithin: plan.limit))
    let forecast = simulator.forecast(replications: 3)
    #expect(
      forecast.unfinished == 3 && forecast.finish(at: .one) == nil && forecast.typicalReplication == nil)
  }

  @Test(arguments: [
    (WaveRule.Order.listed, false, ["g0", "g0", "g0", "g1", "g1", "g2"], [0, 0, 1, 1, 2, 2]),
    (.smallestFirst, false, ["g2", "g0", "g0", "g0", "g1", "g1"], [0, 0, 1, 1, 2, 2]),
    (.largestFirst, true, ["g1", "g1", "g0", "g0", "g0", "g2"], [0, 0, 1, 1, 2, 3]),
  ])
  func `servers move in the order and the waves of the rule`(
    order: WaveRule.Order, separates: Bool, groups: [String], waves: [Int]
  ) throws {
    func group(_ name: String, _ servers: Int, _ size: Double) -> MoveGroup {
      MoveGroup(name, servers: servers, data: Bytes(size), work: MoveWork())
    }
    var plan = SamplePlans.bare([group("g0", 3, 2e6), group("g1", 2, 3e6), group("g2", 1, 1e6)])
    plan.waves = WaveRule(size: 2, order: order, separatesGroups: separates)
    let moves = try ProjectSimulator(plan).run().tasks().filter { $0.purpose == .copy }
    #expect(moves.map { $0.name.split(separator: " ")[1] } == groups.map { Substring($0) })
    #expect(moves.map(\.wave) == waves.map { "wave \($0 + 1)" })
  }
}

extension ProjectOutcome {
  /// Whether nothing is recorded after a limit.
  func end(isWithin limit: Seconds) -> Bool {
    tasks().allSatisfy { ($0.finish ?? .start).sinceStart.seconds <= limit.value }
  }
}
