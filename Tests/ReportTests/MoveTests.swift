import Foundation
import Quantities
import ResultStore
import Scenario
import Testing

@testable import Report

@Suite("The move in verdict and report")
struct MoveTests {
  private static let moved = Result { try Examples.contents(project: true) }

  @Test func `the page and the verdict tell when it ends, what it costs and what is at risk`() throws {
    let contents = try Self.moved.get()
    let project = try #require(contents.study.project)
    let page = HTMLReport(contents).text
    #expect(page.contains("id=\"move\"") && page.contains("class=\"milestone\""))
    #expect(page.contains("f-blue critical") || page.contains("f-orange critical"))
    let sentence = contents.findings.move
    #expect(sentence.hasPrefix("Moving into virtualized takes "))
    #expect(sentence.contains("2006-01-02") && sentence.contains("80 % certainty"))
    #expect(sentence.contains(Wording.money(project.movingCost)))
    let most = try #require(project.days.map(\.atRisk).max())
    #expect(sentence.contains("at most \(most) of 18 guests are at risk"))
    #expect(contents.findings.sentences.contains(sentence))
    let json = Verdict(contents.study).json
    #expect(json.contains("\"to\": \"virtualized\"") && json.contains("\"most_guests_at_risk\": \(most)"))
    let end = try #require(project.end)
    #expect(json.contains("\"end\": \"\(project.date(end))\""))
  }

  @Test func `a study without a project says nothing of it`() throws {
    let contents = try Examples.standard.get()
    #expect(contents.findings.move.isEmpty && !HTMLReport(contents).text.contains("id=\"move\""))
    #expect(Verdict(contents.study).json.contains("\"project\": null"))
  }

  @Test func `a move that does not end, and names that would break a page, are told`() throws {
    var contents = try Self.moved.get()
    let name = "<script>alert(1)</script> & ]]>"
    contents.study.project?.end = nil
    contents.study.project?.unfinished = 60
    for index in 0..<(contents.study.project?.bars.count ?? 0) {
      contents.study.project?.bars[index].lane = name
      contents.study.project?.bars[index].label = name
    }
    for index in 0..<(contents.study.project?.milestones.count ?? 0) {
      contents.study.project?.milestones[index].name = name
      if index.isMultiple(of: 2) { contents.study.project?.milestones[index].time = nil }
    }
    #expect(contents.findings.move.contains("does not end within its limit in 60 of 100 replications"))
    let page = HTMLReport(contents).text
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
  }

  @Test(arguments: [340.0, 960]) func `bars lie in their lanes and from date to date`(width: Double) throws {
    let bars = [(0.0, 10.0), (5, 20), (20, 40)].map {
      Gantt.Bar(label: "b", from: $0.0, to: $0.1, colour: .blue, isCritical: false)
    }
    let gantt = Gantt(
      lanes: [Gantt.Lane(name: "one", bars: bars), Gantt.Lane(name: "two", bars: [bars[2]])],
      axis: DateAxis(start: try CalendarDate("2006-01-02"), days: 40))
    let places = gantt.places(width: width, names: 90)
    let room = width - 96
    for (place, bar) in zip(places[0], bars) {
      #expect(abs(place.x - (90 + room * bar.from / 40)) < 1e-9)
      #expect(abs(place.width - room * (bar.to - bar.from) / 40) < 1e-9)
    }
    let first = Rectangle(x: 0, y: 0, width: width, height: Gantt.height(of: gantt.lanes[0]))
    #expect(places[0].allSatisfy { first.contains($0) } && places[1].allSatisfy { !first.overlaps($0) })
    for (index, place) in places[0].enumerated() {
      #expect(places[0][..<index].allSatisfy { !$0.overlaps(place) })
    }
  }

  @Test(arguments: [(20, "9 Jan"), (200, "Feb 2006"), (900, "Jul 2006"), (9000, "2007")])
  func `dates at an axis are far enough apart to be read`(days: Int, second: String) throws {
    let axis = DateAxis(start: try CalendarDate("2006-01-02"), days: days)
    let marks = axis.marks(width: 500)
    #expect(marks.count >= 2)
    for (left, right) in zip(marks, marks.dropFirst()) {
      #expect(axis.x(Double(right.day - left.day), from: 0, width: 500) >= 56)
    }
    #expect(marks.contains { $0.text == second })
    // Every mark is the day it says.
    for mark in marks where mark.text.hasSuffix("2006") {
      #expect(axis.start.adding(days: mark.day).day == 1)
    }
  }

  @Test func `steps over days end where the last day does, however wide they are`() throws {
    let stack = DayStack(
      layers: [Layer(name: "one", colour: .blue), Layer(name: "two", colour: .sky)],
      values: [[1, 2, 3], [1, 0, 1]], step: 7, unit: "kW",
      axis: DateAxis(start: try CalendarDate("2006-01-02"), days: 17))
    #expect(stack.totals == [2, 2, 4])
    let text = stack.drawing(width: 458, height: 144, title: "t", description: "d").markup(class: "wide")
      .serialized
    // The plot is 400 wide from 52 on and 100 high; the axis ends at 4; 17 days, so that the last week is cut short.
    let days: [Double] = [0, 7, 14, 17]
    let x = days.map { String(format: "%.1f", 52 + 400 * $0 / 17) }
    let first = "M\(x[0]) 99.0L\(x[1]) 99.0"
    let others = "L\(x[1]) 74.0L\(x[2]) 74.0L\(x[2]) 49.0L\(x[3]) 49.0"
    #expect(text.contains(first + others))
  }
}
