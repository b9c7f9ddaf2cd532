import Quantities
import Scenario
import TestSupport
import Testing

@testable import Report
@testable import ResultStore

@Suite("Rack drawings")
struct RackDrawingTests {
  private func drawings(_ layout: Int, scale: Double) throws -> [RackDrawing] {
    try drawings(of: Examples.standard.get(), layout, scale: scale)
  }

  private func drawings(of contents: ReportContents, _ layout: Int, scale: Double) throws -> [RackDrawing] {
    let stored = contents.study.layouts[layout]
    var servers = [[StoredServer]](
      repeating: [], count: stored.enclosures > 0 ? stored.enclosures : stored.hosts)
    for server in stored.servers { servers[server.equipment].append(server) }
    return stored.racks.map { rack in
      RackDrawing(
        rack: rack, model: stored.rackModel, enclosure: stored.enclosure, servers: servers,
        power: contents.serverPower[layout], heat: HeatScale(upTo: Watts(200)), scale: scale)
    }
  }

  @Test(arguments: [90.0, 170, 240], [0, 1])
  func `a unit is 44.45 mm high and equipment stands at its units`(scale: Double, layout: Int) throws {
    for drawing in try drawings(layout, scale: scale) {
      let unit = 0.04445 * scale
      for placed in drawing.contents {
        switch placed.kind {
        case .server, .enclosure, .other:
          #expect(abs(placed.place.height - placed.equipment.height.value * unit) < 1e-9)
          let above = drawing.opening.bottom - (placed.equipment.position.value - 1) * unit
          #expect(abs(placed.place.bottom - above) < 1e-9)
        case .blade, .emptyBay: break
        }
      }
      #expect(abs(drawing.outline.width - 0.6 * scale) < 1e-9)
      #expect(abs(drawing.opening.height - 42 * unit) < 1e-9)
    }
  }

  @Test(arguments: [0, 1])
  func `nothing leaves its rack, no blade leaves its enclosure, and nothing overlaps`(layout: Int) throws {
    for drawing in try drawings(layout, scale: 170) {
      #expect(drawing.outline.contains(drawing.opening))
      let contents = drawing.contents
      for placed in contents { #expect(drawing.opening.contains(placed.place)) }
      let solid = contents.filter { if case .enclosure = $0.kind { false } else { true } }
      for (index, placed) in solid.enumerated() {
        for other in solid[(index + 1)...] { #expect(!placed.place.overlaps(other.place)) }
      }
      for placed in contents {
        guard case .enclosure = placed.kind else { continue }
        for part in solid where part.equipment.number == placed.equipment.number {
          #expect(placed.place.contains(part.place))
        }
      }
    }
  }

  @Test func `every blade is drawn once, and every other bay is empty`() throws {
    let stored = try Examples.study().layouts[1]
    let enclosure = try #require(stored.enclosure)
    let contents = try drawings(1, scale: 170).flatMap(\.contents)
    let hosts = contents.compactMap { if case .blade(let server) = $0.kind { server.host } else { nil } }
    let empty = contents.filter { if case .emptyBay = $0.kind { true } else { false } }.count
    #expect(hosts.sorted() == Array(0..<stored.hosts))
    #expect(hosts.count + empty == enclosure.columns * enclosure.rows * stored.enclosures)
  }

  @Test func `full-height blades and shared bays cover what they cover`() throws {
    let stored = try Examples.study().layouts[1]
    func server(_ host: Int, _ bay: StoredBay) -> StoredServer {
      StoredServer(host: host, equipment: 0, guests: 1, bay: bay)
    }
    let servers = [
      server(0, StoredBay(number: 1, column: 0, row: 0, columns: 1, rows: 2, part: 0, parts: 1)),
      server(1, StoredBay(number: 2, column: 1, row: 0, columns: 1, rows: 1, part: 0, parts: 2)),
      server(2, StoredBay(number: 2, column: 1, row: 0, columns: 1, rows: 1, part: 1, parts: 2)),
    ]
    var rack = stored.racks[0]
    rack.equipment = [rack.equipment[0]]
    rack.equipment[0].number = 0
    let drawing = RackDrawing(
      rack: rack, model: stored.rackModel, enclosure: StoredEnclosure(title: "E", columns: 4, rows: 2),
      servers: [servers], power: [Watts(1), Watts(2), Watts(3)], heat: HeatScale(upTo: Watts(3)), scale: 200)
    let contents = drawing.contents
    let area = RackDrawing.bayArea(of: contents[0].place)
    #expect(abs(contents[1].place.height - area.height) < 1e-9)
    #expect(abs(contents[2].place.height - area.height / 4) < 1e-9)
    #expect(abs(contents[3].place.y - contents[2].place.bottom) < 1e-9)
    let empty = contents.compactMap { if case .emptyBay(let number) = $0.kind { number } else { nil } }
    #expect(empty == [3, 4, 6, 7, 8])
  }

  @Test func `tints go up with watts and never past the last`() {
    let heat = HeatScale(upTo: Watts(230))
    let indices = stride(from: 0.0, through: 600, by: 10).map { heat.index(of: Watts($0)) }
    #expect(indices == indices.sorted())
    #expect(indices.first == 0)
    #expect(indices.last == HeatScale.steps - 1)
  }

  @Test func `what stands beside the servers is drawn, counted and named`() throws {
    let array = OtherEquipment(
      name: "disk-array", count: 3, height: RackUnits(4), power: Watts(350), weight: Kilograms(38), cables: 6)
    let contents = try Examples.contents(replications: 1, storm: false, beside: [array])
    let page = HTMLReport(contents).text
    #expect(page.contains("saved by fewer watts of equipment"))
    #expect(!page.contains("watts of servers"))
    for (index, layout) in contents.study.layouts.enumerated() {
      #expect(layout.otherEquipment.map(\.name) == ["disk-array"])
      #expect(layout.otherEquipment.map(\.count) == [3])
      let placed = try drawings(of: contents, index, scale: 170).flatMap(\.contents)
      let others = placed.filter { $0.kind == .other }
      #expect(others.map(\.equipment.name) == ["disk-array", "disk-array", "disk-array"])
      let enclosures = placed.filter { $0.kind == .enclosure }
      #expect(enclosures.count == layout.enclosures)
      #expect(page.contains("\(layout.technique), 3 × disk-array"))
      let energy = layout.runs[0].energy
      let component = try #require(contents.components.first { $0.name == "other_equipment" })
      #expect(component.isIT && isClose(energy[component.index].kilowattHours, 1.05 * 7 * 24, relative: 1e-9))
    }
  }

  @Test func `of very many racks the first are drawn, and the page says so`() throws {
    var contents = try Examples.standard.get()
    let rack = contents.study.layouts[0].racks[0]
    contents.study.layouts[0].racks = (0..<500).map { number in
      var copy = rack
      copy.number = number
      return copy
    }
    let page = HTMLReport(contents).text
    let shown = RackSection.shown(contents.study.layouts[0], layouts: 2)
    #expect(shown <= RackSection.mostRacks)
    #expect(page.contains("The first \(shown) of 500 racks are drawn."))
    #expect(page.utf8.count < 1_500_000)
  }
}
