import Economics
import Project
import Quantities
import Testing

@Suite("Issues of plans")
struct PlanIssueTests {
  static func paths(_ plan: ProjectPlan, _ severity: PlanIssue.Severity = .error) -> [String] {
    plan.issues().filter { $0.severity == severity }.map(\.path)
  }

  static func changed(_ change: (inout ProjectPlan) -> Void) -> ProjectPlan {
    var plan = SamplePlans.consolidation(guests: 40, people: 8)
    change(&plan)
    return plan
  }

  @Test func `a sound plan has no issues`() {
    #expect(SamplePlans.consolidation(guests: 40, people: 8).issues().isEmpty)
  }

  typealias Change = @Sendable (inout ProjectPlan) -> Void

  static let slips: [(path: String, change: Change)] = [
    ("people[1].role", { $0.people[1].role = "pilot" }),
    ("people[1].calendar", { $0.people[1].calendar = "lunar" }),
    ("people[0].skills[1]", { $0.people[0].skills[1] = "juggling" }),
    ("people[2].name", { $0.people[2].name = $0.people[0].name }),
    ("people[0].speed", { $0.people[0].speed = .zero }),
    ("calendars[0].weekly", { $0.calendars[0].hours = OpenHours([]) }),
    ("calendars[0].weekly[0].from", { $0.calendars[0].hours.weekly[0].from = Seconds(hours: 24) }),
    ("skills[0].course.seats", { $0.skills[0].course?.seats = 0 }),
    ("groups[0].work.prepare.skill", { $0.groups[0].work.prepare.skill = "magic" }),
    ("groups[1].work.test.effort", { $0.groups[1].work.test.effort = Seconds(hours: -1) }),
    ("groups[0].failure", { $0.groups[0].failure = .one }),
    ("groups[0].servers", { $0.groups[0].servers = 0 }),
    ("groups[2].segment", { $0.groups[2].segment = "moon" }),
    ("segments[0].eachGuest.skill", { $0.segments[0].eachGuest.skill = "magic" }),
    ("orders", { $0.orders[0].guestsPerUnit = 39 }),
    ("orders[0].name", { $0.orders[0].name = "approval" }),
    ("network.rate", { $0.network.rate = .zero }),
    ("network.slots", { $0.network.slots = 0 }),
    ("waves.size", { $0.waves.size = 0 }),
    ("tasks[1].after[0]", { $0.tasks[1].after = ["nothing"] }),
    ("movesAfter[0]", { $0.movesAfter = ["nothing"] }),
    ("groups[0].movePrice", { $0.groups[0].movePrice = Money(1, .eur) }),
    ("roles[1].price", { $0.roles[1].price = LaborPrice(Money(1, .eur)) }),
    ("windows", { $0.windows.closed = [DateSpan($0.start, through: $0.start.adding(days: 2000))] }),
  ]

  @Test(arguments: slips)
  func `a slip is named at its place`(path: String, change: Change) {
    #expect(PlanIssueTests.paths(PlanIssueTests.changed(change)).contains(path))
  }

  @Test func `work that nobody can do is an error`() {
    let plan = PlanIssueTests.changed { plan in
      for person in plan.people.indices { plan.people[person].skills.removeAll { $0 == "network" } }
    }
    let found = plan.issues().filter { $0.message == "nobody has the skill 'network'" }.map(\.path)
    #expect(
      found == [
        "segments[0].setUp.skill", "segments[0].eachGuest.skill", "segments[0].services[0].work.skill",
        "segments[0].services[1].work.skill", "segments[1].setUp.skill", "segments[1].eachGuest.skill",
      ])
  }

  @Test func `tasks that wait for each other are named in a circle`() throws {
    let plan = PlanIssueTests.changed { $0.tasks[0].after = ["management server"] }
    let cycle = try #require(plan.issues().first { $0.message.hasPrefix("tasks wait for each other") })
    #expect(
      cycle.message.hasSuffix("'assessment' after 'management server' after 'approval' after 'assessment'"))
  }

  @Test func `a window must hold a cut-over with its roll-back for someone who does it`() throws {
    // The longest window has 12 hours; trained people work at 1.2.
    func issues(_ effort: Double) -> [String] {
      PlanIssueTests.paths(
        PlanIssueTests.changed { $0.groups[0].work.cutOver.effort = Seconds(hours: effort) })
    }
    #expect(issues(13.9).isEmpty)
    #expect(issues(14) == ["groups[0].work.cutOver"])
    let nobody = PlanIssueTests.changed { plan in
      for person in plan.people.indices { plan.people[person].joinsWindows = false }
    }
    #expect(PlanIssueTests.paths(nobody).contains("groups[0].work.cutOver"))
  }

  @Test func `a copy must fit the longest window unless it spans windows`() {
    // 90 GB at 200 Mbit/s take an hour; windows are cut to half of that.
    func plan(spans: Bool, times: CopyNetwork.Times) -> ProjectPlan {
      PlanIssueTests.changed {
        $0.windows = OpenHours([WeeklyHours(.all, from: .zero, length: Seconds(minutes: 59))])
        $0.network.times = times
        $0.network.spansWindows = spans
        for group in $0.groups.indices { $0.groups[group].work.cutOver.effort = Seconds(minutes: 10) }
        for group in $0.groups.indices { $0.groups[group].work.rollBack = Seconds(minutes: 5) }
        $0.segments[0].services = []
      }
    }
    #expect(PlanIssueTests.paths(plan(spans: false, times: .inWindows)) == ["groups[2].data"])
    #expect(PlanIssueTests.paths(plan(spans: true, times: .inWindows)).isEmpty)
    #expect(PlanIssueTests.paths(plan(spans: false, times: .anyTime)).isEmpty)
  }

  @Test func `what is odd but possible is a warning`() {
    let plan = PlanIssueTests.changed {
      $0.waves.pilot = 40
      $0.people[2].trained = ["move"]
      $0.people[3].absences = [DateSpan($0.start, through: $0.start.adding(days: 5000))]
    }
    #expect(PlanIssueTests.paths(plan).isEmpty)
    #expect(
      PlanIssueTests.paths(plan, .warning) == ["people[2].trained[0]", "waves.pilot", "people[3].calendar"])
  }

  @Test func `a plan with errors is not simulated`() {
    let plan = PlanIssueTests.changed { $0.waves.size = 0 }
    #expect(throws: ProjectError.invalid(plan.issues())) { try ProjectSimulator(plan) }
  }
}
