import Economics
import EventEngine
import Project
import Quantities
import TestSupport
import Testing

@Suite("Closed forms of projects")
struct ClosedFormTests {
  static let hour: Int64 = 3_600_000

  @Test(arguments: 0..<20)
  func `one person's makespan is the sum of efforts on the calendar`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let hours = OpenTimesTests.randomHours(&generator, from: SamplePlans.monday)
    var plan = SamplePlans.bare([MoveGroup("a", servers: 1, data: .zero, work: MoveWork())])
    plan.calendars = [WorkCalendar("always", hours: hours)]
    let minutes = (0..<12).map { _ in Int.random(in: 1...900, using: &generator) }
    plan.tasks = minutes.enumerated().map {
      PlannedTask("t\($0.offset)", .work(Labor(Seconds(minutes: Double($0.element)), "any")))
    }
    plan.limit = Seconds(days: 3000)
    var left = minutes.reduce(0, +)
    var minute = 0
    while left > 0 {
      if OpenTimesTests.isOpen(hours, from: plan.start, minute: minute) { left -= 1 }
      minute += 1
    }
    let outcome = try ProjectSimulator(plan).run()
    #expect(outcome.finish?.milliseconds == Int64(minute) * 60_000)
    #expect(outcome.cost() == SamplePlans.usd(Double(minutes.reduce(0, +))))
  }

  @Test(arguments: [(0.03, 0.0), (0.1, 0.0), (0.5, 0.0), (0.1, 0.05), (0.3, 0.4)])
  func `the mean number of attempts is the closed form`(failure: Double, testFailure: Double) throws {
    let group = MoveGroup(
      "a", servers: 400, data: Bytes(1e6), work: MoveWork(), failure: Fraction(failure),
      testFailure: Fraction(testFailure))
    let simulator = try ProjectSimulator(SamplePlans.bare([group]))
    var attempts = Welford()
    for replication in 0..<100 {
      attempts.add(Double(simulator.run(replication: UInt32(replication)).attempts) / 400)
    }
    let expected = 1 / ((1 - failure) * (1 - testFailure))
    #expect(ConfidenceInterval(of: attempts).contains(expected))
  }

  @Test func `a course takes its time and speeds up what follows`() throws {
    var plan = SamplePlans.bare([MoveGroup("a", servers: 1, data: .zero, work: MoveWork())])
    plan.skills = [
      Skill(
        "any",
        course: Course(
          length: Seconds(hours: 16), price: SamplePlans.usd(4000), speedBefore: Fraction(percent: 50),
          speedAfter: Fraction(percent: 125)))
    ]
    plan.tasks = [PlannedTask("work", .work(Labor(Seconds(hours: 40), "any")))]
    // 16 h away, then 40 h of work at 1.25.
    let trained = try ProjectSimulator(plan).run()
    #expect(trained.finish?.milliseconds == (16 + 32) * ClosedFormTests.hour)
    #expect(trained.cost() == SamplePlans.usd(48 * 60 + 4000))
    plan.people[0].trained = ["any"]
    #expect(try ProjectSimulator(plan).run().finish?.milliseconds == 32 * ClosedFormTests.hour)
  }

  @Test func `without a course a tool stands still, with few seats people wait for each other`() throws {
    var plan = SamplePlans.bare([MoveGroup("a", servers: 1, data: .zero, work: MoveWork())])
    plan.skills = [
      Skill("any", course: Course(length: Seconds(hours: 8), price: SamplePlans.usd(1), seats: 2)),
      Skill("other"),
    ]
    plan.people = (0..<5).map { Person("p\($0)", role: "administrator", calendar: "always", skills: ["any"]) }
    plan.tasks = (0..<3).map { PlannedTask("t\($0)", .work(Labor(Seconds(hours: 1), "any"))) }
    let outcome = try ProjectSimulator(plan).run()
    let courses = outcome.tasks().filter { $0.purpose == .training }.map { $0.finish?.sinceStart.hours }
    #expect(courses == [8, 8, 16, 16, 24])
    let work = outcome.tasks().filter { $0.purpose == .planned }.map { $0.start?.sinceStart.hours }
    #expect(work == [8, 8, 9])
  }

  @Test func `an attempt that fails comes back in a later window and keeps to its own`() throws {
    let window = OpenHours([WeeklyHours(.day(5), from: Seconds(hours: 20), length: Seconds(hours: 5))])
    let work = MoveWork(
      cutOver: Labor(Seconds(hours: 2), "any"), rollBack: Seconds(hours: 1),
      test: Labor(Seconds(hours: 1), "any"))
    var plan = SamplePlans.bare(
      [
        MoveGroup(
          "a", servers: 30, data: Bytes(1e6), work: work, failure: Fraction(percent: 40),
          testFailure: Fraction(percent: 20))
      ], windows: window)
    plan.calendars = [WorkCalendar("always", hours: .office)]
    plan.people[0].joinsWindows = true
    plan.effortVariation = Fraction(percent: 60)
    let outcome = try ProjectSimulator(plan).run()
    let week: Int64 = 7 * 24 * ClosedFormTests.hour
    let opening: Int64 = (5 * 24 + 20) * ClosedFormTests.hour
    var last: (label: String, week: Int64)?
    var rolledBack = 0
    for bar in outcome.gantt(.tasks) where bar.kind == .cutOver {
      let since = bar.start.milliseconds - opening
      #expect(since >= 0 && since % week + (bar.end - bar.start).milliseconds <= 5 * ClosedFormTests.hour)
      if let last, last.label == bar.label { #expect(since / week > last.week) }
      last = (bar.label, since / week)
      rolledBack += bar.isRolledBack ? 1 : 0
    }
    #expect(outcome.finish != nil)
    #expect(rolledBack > 5)
  }

  @Test func `guests in parallel running are moves times the time beside`() throws {
    // Little's law over the whole project, once from the counts of guests, once from the tasks.
    let outcome = try ProjectSimulator(SamplePlans.consolidation(guests: 200, people: 12)).run()
    let states = outcome.states()
    var area = 0.0
    for (here, next) in zip(states, states.dropFirst()) {
      area += Double(here.state.bothGuests.reduce(0, +)) * (next.time - here.time).hours
    }
    let bars = outcome.gantt(.tasks)
    let parallel = bars.filter { $0.kind == .parallel }
    // From the end of the cut-over that the wait for the test follows.
    var stays = parallel.reduce(0.0) { $0 + ($1.end - $1.start).hours }
    let moves = bars.filter { $0.kind == .cutOver && !$0.isRolledBack }
    let tests = bars.filter { $0.kind == .test }
    #expect(moves.count == tests.count)
    stays +=
      tests.reduce(0.0) { $0 + $1.end.sinceStart.hours } - moves.reduce(0.0) { $0 + $1.end.sinceStart.hours }
    #expect(isClose(area, stays, relative: 1e-9))
  }

  @Test func `energy is the watts of a server times the time it was on`() throws {
    let outcome = try ProjectSimulator(SamplePlans.consolidation(guests: 120, people: 8)).run()
    let days = outcome.days(after: 3)
    let records = outcome.tasks()
    let end = Double(days.count) * 24
    // An old server is on until the parallel running of its one guest ends.
    let old = records.filter { $0.purpose == .parallel }.reduce(0.0) {
      $0 + ($1.finish?.sinceStart.hours ?? .nan) * 280
    }
    let units = records.filter { $0.purpose == .rack }
      .reduce(0.0) { $0 + (end - ($1.finish?.sinceStart.hours ?? .nan)) * (350 + 16 * 170) }
    #expect(isClose(days.reduce(0.0) { $0 + $1.oldPower.value * 24 }, old, relative: 1e-9))
    let last = try #require(days.last)
    #expect(isClose(last.newPower.value, 350 + 16 * 170 + 120 * 12))
    #expect(last.oldPower.value == 0)
    let guestHours = days.reduce(0.0) { $0 + $1.newPower.value * 24 } - units
    var area = 0.0
    let states = outcome.states()
    for (number, entry) in states.enumerated() {
      let until = number + 1 < states.count ? states[number + 1].time.sinceStart.hours : end
      let over = (entry.state.bothGuests + entry.state.newGuests).reduce(0, +)
      area += Double(over) * 12 * (until - entry.time.sinceStart.hours)
    }
    #expect(isClose(guestHours, area, relative: 1e-6))
  }

  @Test func `a caller's power of a site takes the place of the plan's`() throws {
    let outcome = try ProjectSimulator(SamplePlans.consolidation(guests: 40, people: 8)).run()
    let power = SitePower(old: { Watts(Double($0.oldServers.reduce(0, +)) * 2) }, new: { _ in Watts(7) })
    for day in outcome.days(power: power) {
      #expect(isClose(day.oldPower.value, day.oldServers * 2, absolute: 1e-9))
      #expect(isClose(day.newPower.value, 7))
    }
  }

  @Test func `money is the same by task, by day and by month`() throws {
    let outcome = try ProjectSimulator(SamplePlans.consolidation(guests: 100, people: 8)).run()
    let zero = Money.zero(.usd)
    let total = outcome.cost()
    #expect(outcome.tasks().reduce(zero) { $0 + $1.cost } == total)
    #expect(outcome.days().reduce(zero) { $0 + $1.spent } == total)
    #expect(outcome.months().reduce(zero) { $0 + $1.labor + $1.paid } == total)
    var book = CostBook(in: .usd)
    book.enter(outcome.costs())
    #expect(book.total(over: .year).total == total)
    #expect(outcome.months().map(\.first.month) == Array(1...outcome.months().count))
    // What was paid: equipment, courses, assessment, moves and removals.
    let paid = outcome.days().reduce(zero) { $0 + $1.paid }
    let pupils = outcome.plan.people.count { $0.skills.contains("move") }
    #expect(paid == SamplePlans.usd(110_000 + 4000 * Double(pupils) + 20_000 + 350 * 100))
    let worked = outcome.personTime().reduce(Seconds.zero) { $0 + $1.time }
    #expect(isClose(worked.value, outcome.tasks().reduce(0) { $0 + $1.effort.value }))
  }

  @Test func `guests without a way back are those whose old server goes before their month's end`() throws {
    var plan = SamplePlans.bare([
      MoveGroup(
        "a", servers: 1, data: .zero,
        work: MoveWork(decommission: Labor(Seconds(hours: 1), "any")), parallelRunning: Seconds(days: 10),
        proving: Seconds(days: 31))
    ])
    let days = try ProjectSimulator(plan).run().days()
    #expect(days.map(\.inParallel) == (0..<32).map { $0 < 10 ? 1 : 0 })
    #expect(days.map(\.withoutRollBack) == (0..<32).map { $0 >= 10 && $0 < 31 ? 1 : 0 })
    plan.groups[0].proving = Seconds(days: 10)
    #expect(try ProjectSimulator(plan).run().days().allSatisfy { $0.withoutRollBack == 0 })
  }
}
