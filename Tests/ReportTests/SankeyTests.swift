import Foundation
import Quantities
import TestSupport
import Testing

@testable import Report
@testable import ResultStore

@Suite("Energy flows")
struct SankeyTests {
  @Test func `what enters a node leaves it, from the meter to work`() throws {
    let contents = try Examples.standard.get()
    for (index, layout) in contents.study.layouts.enumerated() {
      let flows = EnergyFlows(contents.kilowattHoursPerYear(index), of: contents.components)
      let years = contents.study.duration.years
      let meter = contents.mean(index) { $0.meterEnergy.kilowattHours / years }
      let equipment = contents.mean(index) { $0.itEnergy.kilowattHours / years }
      let into = flows.equipment.reduce(0) { $0 + $1.kilowattHours }
      #expect(isClose(flows.total, meter, relative: 1e-9), "\(layout.name)")
      #expect(isClose(into, equipment, relative: 1e-9), "\(layout.name)")
      let sankey = flows.sankey(unit: ReportContents.EnergyUnit(name: "MWh", size: 1e3), perPixel: 0.01)
      #expect(isClose(sankey.total, meter / 1e3, relative: 1e-9))
      #expect(isClose(sankey.trunkValue, equipment / 1e3, relative: 1e-9))
    }
  }

  @Test func `every component has an end of its own`() throws {
    let components = try Examples.standard.get().components
    var ends: [String] = []
    for component in components {
      var energies = [Double](repeating: 0, count: components.count)
      energies[component.index] = 1
      let flows = EnergyFlows(energies, of: components)
      #expect(flows.total == 1)
      #expect(flows.equipment.contains { $0.kilowattHours == 1 } == component.isIT)
      let end = (flows.overhead + flows.equipment).first { $0.kilowattHours == 1 }
      ends.append(try #require(end).name)
    }
    #expect(Set(ends).count == 10)
    #expect(ends[1] == "work" && ends[0] == "idle servers")
  }

  @Test func `bands tile the bars they leave and are as thick as what they carry`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      func flows(_ count: Int) -> [Sankey.Flow] {
        (0..<count).map { number in
          let value = Bool.random(using: &generator) ? Double.random(in: 0...100, using: &generator) : 0
          return Sankey.Flow(name: "\(number)", value: value, colour: .blue)
        }
      }
      let sankey = Sankey(
        losses: flows(5), trunk: "trunk",
        ends: flows(3) + [Sankey.Flow(name: "work", value: 1, colour: .blue)],
        unit: "kWh", perPixel: 2)
      let places = sankey.places
      for band in places.bands { #expect(isClose(band.thickness, band.value / 2, relative: 1e-12)) }
      let from = Array(places.bands.prefix(6))
      var y = places.source.y
      for band in from {
        #expect(abs(band.fromY - y) < 1e-9)
        y += band.thickness
      }
      #expect(abs(y - places.source.bottom) < 1e-9)
      y = places.trunk.y
      for band in places.bands.dropFirst(6) {
        #expect(abs(band.fromY - y) < 1e-9)
        y += band.thickness
      }
      #expect(abs(y - places.trunk.bottom) < 1e-9)
      #expect(isClose(from[5].thickness, places.trunk.height, relative: 1e-9))
      #expect(places.source.y >= -1e-9)
      // Ends do not lie on each other, and each has room for its name.
      for ends in [places.bands.prefix(5), places.bands.dropFirst(6)] {
        let drawn = ends.filter { $0.value > 0 }
        for (upper, lower) in zip(drawn, drawn.dropFirst()) {
          #expect(upper.toY + upper.thickness <= lower.toY + 1e-9)
          #expect(lower.toY + lower.thickness / 2 - upper.toY - upper.thickness / 2 >= 15)
        }
      }
      #expect(places.bands.allSatisfy { $0.toY + $0.thickness <= places.bottom })
    }
  }

  @Test func `every flow is named beside its band with its share, nothing is drawn for nothing`() {
    let sankey = Sankey(
      losses: [
        Sankey.Flow(name: "<cooling>", value: 40, colour: .green),
        Sankey.Flow(name: "UPS", value: 0, colour: .yellow),
      ], trunk: "IT equipment", ends: [Sankey.Flow(name: "work", value: 60, colour: .blue)],
      unit: "MWh",
      perPixel: 1)
    let text = sankey.drawing(width: 440, title: "t", description: "d").markup(class: "plain").serialized
    #expect(text.contains(">&lt;cooling&gt; 40 (40 %)</text>"))
    #expect(text.contains(">IT equipment 60 (60 %)</text>") && text.contains(">work 60 (60 %)</text>"))
    #expect(text.contains(">meter 100 MWh</text>"))
    #expect(!text.contains("UPS"))
  }

  @Test func `all layouts have one scale`() throws {
    let contents = try Examples.standard.get()
    let page = FlowSection(contents: contents).markup.serialized
    let heights = page.components(separatedBy: "class=\"f-grey\" x=\"0\"").dropFirst().compactMap { part in
      part.components(separatedBy: "height=\"").dropFirst().first.flatMap { Double($0.prefix { $0 != "\"" }) }
    }
    let energies = contents.study.layouts.indices.map { contents.kilowattHoursPerYear($0).reduce(0, +) }
    #expect(heights.count == 2)
    #expect(abs(heights[0] / heights[1] - energies[0] / energies[1]) < 0.01 * energies[0] / energies[1])
  }

  @Test func `the title says what becomes work`() {
    let components = [
      StoredComponent(index: 0, name: "servers_work", title: "", isIT: true),
      StoredComponent(index: 1, name: "compressors", title: "", isIT: false),
      StoredComponent(index: 2, name: "servers_idle", title: "", isIT: true),
    ]
    let flows = EnergyFlows([5, 30, 65], of: components)
    #expect(flows.title(of: "a") == "In a, 5 of 100 kWh at the meter become work, 30 cool the room")
    #expect(EnergyFlows([0, 0, 0], of: components).title(of: "a") == "a uses no energy")
  }
}
