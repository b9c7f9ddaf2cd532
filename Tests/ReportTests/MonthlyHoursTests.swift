import Foundation
import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("PUE by month and hour")
struct MonthlyHoursTests {
  private let components = [
    StoredComponent(index: 0, name: "it", title: "IT", isIT: true),
    StoredComponent(index: 1, name: "rest", title: "rest", isIT: false),
  ]

  private func series(_ hours: Int, it: (Int) -> Float, rest: (Int) -> Float) -> StoredSeries {
    StoredSeries(
      watts: [(0..<hours).map(it), (0..<hours).map(rest)], outdoor: [Float](repeating: 0, count: hours))
  }

  @Test func `a year has twelve months of a day, less only those that it holds`() throws {
    let start = try CalendarDate("2006-01-01")
    let year = MonthlyHours(
      series(8760, it: { _ in 100 }, rest: { _ in 50 }), components: components, start: start)
    #expect(year.months == Array(1...12))
    #expect(year.cells.count == 288)
    #expect(year.cells.allSatisfy { $0.pue == 1.5 })
    let days = MonthlyHours(
      series(72, it: { _ in 100 }, rest: { _ in 50 }), components: components,
      start: try CalendarDate("2006-12-31"))
    #expect(days.months == [1, 12])
    #expect(days.cells.count == 48)
    let hours = MonthlyHours(
      series(30, it: { _ in 100 }, rest: { _ in 50 }), components: components,
      start: try CalendarDate("2006-02-28"))
    #expect(hours.months == [2, 3])
    #expect(hours.pue(month: 3, hour: 5) == 1.5 && hours.pue(month: 3, hour: 6) == nil)
  }

  @Test func `a cell is the ratio of energies, not the mean of ratios`() throws {
    // Two days of one hour each count: 100 + 100 over 100 W, and 300 + 100 over 300 W.
    let hours = MonthlyHours(
      series(48, it: { $0 < 24 ? 100 : 300 }, rest: { _ in 100 }), components: components,
      start: try CalendarDate("2006-05-01"))
    #expect(hours.pue(month: 5, hour: 0) == 1.5)
  }

  @Test func `years are added month by month, and cells sum to the PUE of the whole`() throws {
    let data = series(2 * 8760, it: { Float(100 + $0 % 37) }, rest: { Float(40 + $0 % 53) })
    let hours = MonthlyHours(data, components: components, start: try CalendarDate("2005-01-01"))
    #expect(hours.cells.count == 288)
    let (it, all) = (
      data.watts[0].reduce(0) { $0 + Double($1) }, data.watts.joined().reduce(0) { $0 + Double($1) }
    )
    let lowest = try #require(hours.lowest).pue
    let highest = try #require(hours.highest).pue
    #expect(lowest <= all / it && all / it <= highest)
  }

  @Test func `a month is the ratio of its energies, not the mean of its hours`() throws {
    // A day of 12 hours of 300 over 100 W, and 12 of 400 over 300 W: 8400 over 4800 Wh, while hours have 3 and 4/3.
    let hours = MonthlyHours(
      series(24, it: { $0 < 12 ? 100 : 300 }, rest: { $0 < 12 ? 200 : 100 }), components: components,
      start: try CalendarDate("2006-05-01"))
    #expect(hours.pue(month: 5) == 1.75)
    #expect(hours.pue(month: 4) == nil)
  }

  @Test func `hours without IT energy have no PUE`() throws {
    let hours = MonthlyHours(
      series(24, it: { $0 == 7 ? 100 : 0 }, rest: { _ in 10 }), components: components,
      start: try CalendarDate("2006-05-01"))
    #expect(hours.cells == [MonthlyHours.Cell(month: 5, hour: 7, pue: 1.1)])
    let none = MonthlyHours(
      series(24, it: { _ in 0 }, rest: { _ in 10 }), components: components,
      start: try CalendarDate("2006-05-01"))
    #expect(none.cells.isEmpty && none.title(of: "a") == "a draws no power")
  }

  @Test func `the title names the ends with their month and time of day`() throws {
    let start = try CalendarDate("2006-01-01")
    let hours = MonthlyHours(
      series(8760, it: { _ in 100 }, rest: { $0 == 3 ? 50 : $0 == 24 * 190 + 14 ? 400 : 100 }),
      components: components, start: start)
    #expect(hours.lowest?.time == "January nights" && hours.highest?.time == "July afternoons")
    #expect(
      hours.title(of: "blades")
        == "PUE of blades is between 1.98 in January nights and 2.10 in July afternoons")
    let even = MonthlyHours(
      series(24, it: { _ in 100 }, rest: { _ in 50 }), components: components, start: start)
    #expect(even.title(of: "a") == "PUE of a is 1.5 at any hour")
  }

  @Test func `every cell of the map lies in its row and column, none on another`() throws {
    let hours = MonthlyHours(
      series(8760, it: { _ in 100 }, rest: { Float($0 % 90) }), components: components,
      start: try CalendarDate("2006-01-01"))
    let map = MonthHourMap(hours: hours, scale: ToneScale(hours.cells.map(\.pue)))
    let places = hours.cells.compactMap { map.place(month: $0.month, hour: $0.hour, width: 440) }
    #expect(places.count == 288)
    let svg = map.drawing(width: 440, title: "t")
    let outline = Rectangle(x: 0, y: 0, width: svg.width, height: svg.height)
    #expect(places.allSatisfy { outline.contains($0) })
    for (index, place) in places.enumerated() {
      #expect(!places.dropFirst(index + 1).contains { $0.overlaps(place) })
    }
    #expect(map.place(month: 13, hour: 0, width: 440) == nil)
    let text = svg.markup(class: "plain").serialized
    #expect(map.runs.flatMap { $0 } == hours.cells)
    #expect(map.runs.allSatisfy { run in run.allSatisfy { $0.month == run[0].month } })
    #expect(text.components(separatedBy: " cell\"").count == map.runs.count + 1)
    #expect(text.contains("▼ lowest") && text.contains("▲ highest"))
  }

  @Test(arguments: [(1.3, 1.9), (1, 1), (1.7, 5.31), (1.02, 1.021), (1, 250), (1.5, 1.53)])
  func `tones cover all numbers and never fall as numbers rise`(lowest: Double, highest: Double) {
    let values = (0...100).map { lowest + (highest - lowest) * Double($0) / 100 }
    let scale = ToneScale(values)
    #expect(scale.count >= 1 && scale.count <= ToneScale.most)
    #expect(scale.edges == scale.edges.sorted() && Set(scale.edges).count == scale.edges.count)
    #expect(scale.index(of: lowest) == 0)
    #expect(scale.index(of: highest) == scale.count - 1)
    let indices = values.map { scale.index(of: $0) }
    #expect(indices == indices.sorted())
    #expect(highest - lowest < 0.1 || scale.count == ToneScale.most)
    #expect(!scale.legend(of: "PUE").serialized.isEmpty)
  }

  @Test func `small differences show beside large ones`() {
    let scale = ToneScale((0..<50).map { 1.7 + Double($0) / 500 } + (0..<50).map { 4.5 + Double($0) / 200 })
    #expect(scale.index(of: 1.7) != scale.index(of: 1.79))
    #expect(scale.index(of: 4.5) != scale.index(of: 4.74))
    #expect(ToneScale([]).count == 1)
  }
}
