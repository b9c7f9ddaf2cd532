import Economics
import EventEngine
import Project
import Quantities
import Scenario
import Simulation
import Study
import TestScenarios
import TestSupport
import Testing

@Suite("Moving in as a part of a study")
struct MoveResultTests {
  private func scenario(_ change: (inout Scenario) throws -> Void = { _ in }) throws -> Scenario {
    let sample = Seconds(minutes: 15)
    var scenario = try TinyStudy.scenario(
      guests: [try TinyStudy.steady("web", count: 20, percent: 20, sample: sample)],
      layouts: [TinyStudy.dedicated(), TinyStudy.virtualized()])
    scenario.project = try TinyStudy.project()
    try change(&scenario)
    return scenario
  }

  private func result(_ scenario: Scenario) throws -> StudyResult {
    try StudyRun(scenario, threads: 2).result()
  }

  private func moving(_ result: StudyResult, layout: Int) -> [CostItem] {
    result.layouts[layout].books[0].items.filter { $0.label.hasPrefix("moving in") }
  }

  @Test func `what moving costs is paid once, by the layout that is moved into`() throws {
    let scenario = try scenario()
    let result = try result(scenario)
    let move = try #require(result.move)
    // 20 guests an hour each, 20 removals of half an hour, at 50; 100 for each guest.
    #expect(move.work == Money(20 * 50 + 20 * 25, .usd))
    #expect(move.fees == Money(2000, .usd))
    #expect(move.typical.cost() == move.work + move.fees + move.equipment)
    #expect(move.equipment.amount > 0)
    #expect(moving(result, layout: 0).isEmpty)
    let lines = moving(result, layout: 1)
    #expect(lines.allSatisfy { $0.category == .project && $0.timing == .once(after: .zero) })
    // The rest of the book is that of a study without a project.
    var without = scenario
    without.project = nil
    let plain = try self.result(without)
    #expect(plain.move == nil)
    let added = lines.reduce(0) { $0 + $1.amount.amount }
    #expect(isClose(result.layouts[1].costs[0].total.amount, plain.layouts[1].costs[0].total.amount + added))
    #expect(result.layouts[0].costs == plain.layouts[0].costs)
    #expect(result.layouts[1].runs == plain.layouts[1].runs)
  }

  @Test func `electricity of the move is the power beyond that of the end, change by change`() throws {
    let result = try result(scenario())
    let move = try #require(result.move)
    let power = SitePower.plan(move.typical.plan)
    let states = move.typical.states()
    let last = try #require(states.last).state
    let after = power.old(last) + power.new(last)
    var joules = 0.0
    for (here, next) in zip(states, states.dropFirst()) {
      let watts = power.old(here.state) + power.new(here.state) - after
      joules += watts.value * (next.time.sinceStart.seconds - here.time.sinceStart.seconds)
    }
    #expect(isClose(move.surplus.value, joules, relative: 1e-9) && joules > 0)
    // At the price of a joule of the first layout, whose losses and cooling are in its bill.
    let (run, book) = (result.layouts[0].runs[0], result.layouts[0].books[0])
    let bill = run.bills.reduce(0) { $0 + $1.energyCost.amount + $1.fixedCost.amount + $1.demandCost.amount }
    let line = try #require(moving(result, layout: 1).first { $0.label.contains("electricity") })
    #expect(isClose(line.amount.amount, joules / run.itEnergy.value * bill, relative: 1e-6))
    #expect(isClose(MoveResult.price(ofRackEnergyIn: book, run) * run.itEnergy.value, bill, relative: 1e-9))
  }

  @Test func `yearly costs of the old run on until the end, of staff only what the new do not need`() throws {
    let result = try result(
      scenario {
        $0.site.floor.price = FloorPrice(Money(0, .usd))
        for (layout, staff) in [(0, 90_000.0), (1, 60_000)] {
          $0.layouts[layout].costs = [
            CostLine(
              item: "people", category: .staff, amount: Money(staff, .usd), basis: .layout,
              recurrence: .yearly),
            CostLine(
              item: "support", category: .maintenance, amount: Money(10_000, .usd), basis: .layout,
              recurrence: .yearly),
          ]
        }
      })
    let move = try #require(result.move)
    let line = try #require(moving(result, layout: 1).first { $0.label.contains("yearly") })
    let end = try #require(move.typical.finish).sinceStart.seconds
    #expect(isClose(line.amount.amount, (90_000 - 60_000 + 10_000) * end / 31_536_000, relative: 1e-6))
  }

  @Test func `what is paid for the move comes back later, and not before the move is over`() throws {
    func scenario(moving: Bool, old: Double, fee: Double = 100) throws -> Scenario {
      try self.scenario {
        $0.layouts[0].costs = [
          CostLine(
            item: "support", category: .maintenance, amount: Money(old, .usd), basis: .layout,
            recurrence: .yearly)
        ]
        $0.layouts[0].servers.owned = true
        if moving { $0.project?.move.movePrice = Money(fee, .usd) } else { $0.project = nil }
      }
    }
    let with = try result(scenario(moving: true, old: 50_000))
    let without = try result(scenario(moving: false, old: 50_000))
    let years = try #require(with.payback(of: 1)).mean
    let plain = try #require(without.payback(of: 1)).mean
    // Both save the same each year: S = years x saving.
    let extra = without.layouts[1].books[0].items.reduce(0) {
      $1.timing == .once(after: .zero) && $1.category != .energy && $1.category != .demand
        ? $0 + $1.amount.amount : $0
    }
    let old = without.layouts[0].books[0].items.reduce(0) {
      $1.timing == .once(after: .zero) && $1.category != .energy && $1.category != .demand
        ? $0 + $1.amount.amount : $0
    }
    let saving = (extra - old) / plain
    let added = moving(with, layout: 1).reduce(0) { $0 + $1.amount.amount }
    #expect(isClose(years, plain + added / saving, relative: 1e-9) && added > 0)
    // A saving so large that the money would be back within the move.
    let rich = try result(scenario(moving: true, old: 1e10))
    let end = try #require(rich.move?.duration.years)
    #expect(try #require(rich.payback(of: 1)).mean >= end)
  }

  @Test func `a one-off cost of moving beside a project is refused, for the layout that is moved into`()
    throws
  {
    func paths(layout: Int, _ recurrence: CostLine.Recurrence, _ category: CostCategory) throws -> [String] {
      try scenario {
        $0.layouts[layout].costs = [
          CostLine(
            item: "migration", category: category, amount: Money(500, .usd), basis: .guest,
            recurrence: recurrence)
        ]
      }.issues().map(\.path)
    }
    #expect(try paths(layout: 1, .once, .project) == ["layouts[1].costs[0].category"])
    #expect(try paths(layout: 1, .yearly, .project).isEmpty)
    #expect(try paths(layout: 1, .once, .licences).isEmpty)
    #expect(try paths(layout: 0, .once, .project).isEmpty)
  }
}
