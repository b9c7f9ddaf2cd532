import Economics
import GRDB
import Project
import Quantities
import Study
import TestSupport
import Testing

@testable import ResultStore

@Suite("A project in a file")
struct ProjectTableTests {
  private let result: StudyResult

  init() throws { result = try SmallStudy.shared.get() }

  private func withFile(_ body: (String, ResultStore, StudyID) throws -> Void) throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let id = try store.write(result, from: SmallStudy.source)
      try body(path, store, id)
    }
  }

  @Test func `tasks read back as the project office has them`() throws {
    try withFile { path, store, id in
      let outcome = try #require(result.move).typical
      let tasks = try store.projectTasks(of: id)
      let records = outcome.tasks()
      #expect(tasks.map(\.name) == records.map(\.name) && tasks.map(\.cost) == records.map(\.cost))
      #expect(tasks.map(\.isCritical) == records.map(\.isCritical) && tasks.contains { $0.isCritical })
      // Dates in SQL are those of the table for the office.
      let office = OfficeTable(outcome).rows
      let rows = try SmallStudy.rows(
        path, "SELECT task, name, starts, ends, attempts FROM v_project_task ORDER BY task")
      #expect(rows.count == office.count)
      for (row, line) in zip(rows, office) {
        #expect(row["task"] as Int == Int(line[0]) && row["name"] == line[1])
        #expect((row["starts"] as String? ?? "").prefix(16) == line[5].prefix(16))
        #expect((row["ends"] as String? ?? "").prefix(16) == line[6].prefix(16))
      }
    }
  }

  @Test func `money of tasks, of days and of the project is the same money`() throws {
    try withFile { path, store, id in
      let project = try #require(try store.study(id).project)
      let spent = project.workCost + project.feesCost + project.equipmentCost
      #expect(isClose(try SmallStudy.number(path, "SELECT sum(cost) FROM project_task") ?? 0, spent.amount))
      let days = "SELECT sum(work_cost + fees_cost + equipment_cost) FROM project_day"
      #expect(isClose(try SmallStudy.number(path, days) ?? 0, spent.amount))
      // What the layout pays for moving is what its books say.
      let books = result.layouts[project.target].books
      let moving = books.reduce(0) { sum, book in
        sum + book.items.filter { $0.label.hasPrefix("moving in") }.reduce(0) { $0 + $1.amount.amount }
      }
      #expect(isClose(project.movingCost.amount, moving / Double(books.count), relative: 1e-9))
      let view = try SmallStudy.number(path, "SELECT moving_cost FROM v_project")
      #expect(isClose(view ?? 0, project.movingCost.amount))
      #expect(project.paybackYears?.mean == result.payback(of: project.target)?.mean)
    }
  }

  @Test func `on every day each guest is somewhere, and power falls to that of the new`() throws {
    try withFile { path, store, id in
      let project = try #require(try store.study(id).project)
      #expect(project.guests == 18)
      #expect(project.days.allSatisfy { $0.oldGuests + $0.bothGuests + $0.newGuests == 18 })
      #expect(project.days.last?.oldPower == .zero && project.days.last?.newGuests == 18)
      #expect(project.days.first?.newPower == .zero && project.days.first?.oldGuests == 18)
      #expect(project.milestones.last?.name == "project ends" && project.milestones.last?.time == project.end)
      #expect(isClose(project.bindings.reduce(0) { $0 + $1.share.value }, 1, relative: 1e-9))
      let last = try #require(project.end)
      #expect(project.bars.allSatisfy { $0.start < $0.end && $0.end <= last })
      let ends = try SmallStudy.rows(
        path, "SELECT ends, (SELECT max(ends) FROM v_project_bar) FROM v_project")[0]
      #expect(ends[0] as String == project.date(last).description)
      #expect((ends[1] as String).hasPrefix(ends[0] as String))
    }
  }
}
