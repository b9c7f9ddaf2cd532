import Foundation
import Testing

@testable import Report

@Suite("Charts")
struct ChartTests {
  private let layers = [
    Layer(name: "one", colour: .blue), Layer(name: "two", colour: .sky), Layer(name: "three", colour: .green),
  ]

  @Test func `bars begin at zero and are as long as their total`() {
    let bars = StackedBars(
      layers: layers,
      bars: [
        StackedBars.Bar(name: "a", total: "70", values: [10, 20, 40]),
        StackedBars.Bar(name: "b", total: "35", values: [5, 0, 30]),
      ], unit: "kWh")
    let first = bars.segments(of: bars.bars[0], width: 800)
    let second = bars.segments(of: bars.bars[1], width: 800)
    #expect(first[0].x == 0)
    #expect(abs(first[2].right - 2 * second[2].right) < 1e-9)
    for (left, right) in zip(first, first.dropFirst()) { #expect(abs(left.right - right.x) < 1e-9) }
    #expect(first[2].right <= 800)
  }

  @Test(arguments: [340.0, 960]) func `every layer of a bar is named on it or below it`(width: Double) {
    let bars = StackedBars(
      layers: layers, bars: [StackedBars.Bar(name: "a", total: "70", values: [0.5, 69, 0.5])], unit: "kWh")
    let text = bars.drawing(width: width, title: "t", description: "d").markup(class: "wide").serialized
    #expect(text.contains(">two</text>"))
    #expect(text.contains("one 0.5 · three 0.5"))
  }

  @Test func `stacked areas add up to the total`() throws {
    let values = layers.indices.map { layer in (0..<168).map { Double(layer + 1) + Double($0 % 24) / 10 } }
    let area = StackedArea(layers: layers, values: values, largest: 20, unit: "kW", days: ["Mon"])
    let edges = area.edges(height: 200)
    let top = try #require(edges.last)
    for hour in 0..<168 {
      #expect(abs((200 - top[hour]) / 200 * 20 - area.total(at: hour)) < 1e-9)
      #expect(edges[0][hour] >= edges[1][hour] && edges[1][hour] >= edges[2][hour])
    }
  }

  @Test func `names beside an area never lie on each other`() throws {
    let values = (0..<8).map { _ in [Double](repeating: 0.01, count: 24) }
    let many = (0..<8).map { Layer(name: "layer \($0)", colour: .category($0)) }
    let area = StackedArea(layers: many, values: values, largest: 100, unit: "kW", days: ["Mon"])
    let svg = area.drawing(width: 960, height: 230, namesBeside: true, title: "t", description: "d")
    let rows = svg.markup(class: "wide").serialized.split(separator: "class=\"area-name\"").dropFirst()
    let heights = rows.compactMap { row -> Double? in
      row.split(separator: "y=\"").dropFirst().first.flatMap { Double($0.prefix { $0 != "\"" }) }
    }
    #expect(heights.count == 8)
    for (lower, upper) in zip(heights, heights.dropFirst()) { #expect(lower - upper >= 14.99) }
    #expect(heights.allSatisfy { $0 > 0 && $0 < 230 })
  }

  @Test func `a waterfall hangs each step on the end of the one before`() {
    let steps = [
      Waterfall.Step(name: "old", from: 0, to: 1, colour: .grey, text: "100 %"),
      Waterfall.Step(name: "less", from: 1, to: -0.2, colour: .blue, text: "−120"),
      Waterfall.Step(name: "new", from: 0, to: -0.2, colour: .grey, text: "−20 %"),
    ]
    let places = Waterfall(steps: steps, unit: "%").places(width: 400)
    #expect(abs(places[0].right - places[1].right) < 1e-9)
    #expect(abs(places[1].x - places[2].x) < 1e-9)
    #expect(places.allSatisfy { $0.x >= 0 && $0.right <= 400 })
  }

  @Test func `CSV quotes what has to be quoted and disarms formulas`() {
    let table = DataTable(
      columns: ["a", "b"], rows: [["x,y", "1\u{202F}234"], ["=1+1", "−5.5"], ["say \"hi\"", "94 ± 2"]],
      name: "t")
    #expect(table.csv == "a,b\r\n\"x,y\",1234\r\n'=1+1,-5.5\r\n\"say \"\"hi\"\"\",94 +- 2\r\n")
  }
}
