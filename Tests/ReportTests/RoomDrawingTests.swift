import Foundation
import Quantities
import Testing

@testable import Report
@testable import ResultStore

@Suite("Floor plans")
struct RoomDrawingTests {
  private func extent(_ width: Double, _ depth: Double) -> RoomDrawing.Extent {
    RoomDrawing.Extent(width: Meters(width), depth: Meters(depth))
  }

  /// Racks in rows of some length, 1 m apart.
  private func racks(_ count: Int, perRow: Int) -> [StoredFloorItem] {
    (0..<count).map { number in
      StoredFloorItem(
        kind: .rack, thing: number, x: Meters(0.6 * Double(number % perRow)),
        y: Meters(2 * Double(number / perRow)), width: Meters(0.6), depth: Meters(1))
    }
  }

  @Test func `everything lies in the room, to one scale, and nothing on anything else`() throws {
    for layout in try Examples.study().layouts {
      let drawing = RoomDrawing(
        items: layout.floorItems, before: RoomDrawing.extent(of: layout.floorItems), scale: 40)
      let room = drawing.place(
        x: .zero, y: .zero, width: drawing.extent.width, depth: drawing.extent.depth)
      let places = layout.floorItems.map { drawing.place(of: $0) }
      for (index, place) in places.enumerated() {
        #expect(room.contains(place))
        #expect(!places.dropFirst(index + 1).contains { $0.overlaps(place) })
        #expect(abs(place.width - layout.floorItems[index].width.value * 40) < 1e-9)
      }
      let covered = places.reduce(0) { $0 + $1.width * $1.height }
      #expect(abs(covered - room.width * room.height) < 1e-6 * covered)
      #expect(drawing.freed.isEmpty)
    }
  }

  @Test(arguments: [(10.0, 8.0), (4, 8), (10, 3), (4, 3), (12, 3), (4, 12), (12, 12)])
  func `hatched is what a room leaves of the first, and nothing of its own`(width: Double, depth: Double) {
    let items = [
      StoredFloorItem(
        kind: .perimeter, thing: nil, x: .zero, y: .zero, width: Meters(width), depth: Meters(depth))
    ]
    let drawing = RoomDrawing(items: items, before: extent(10, 8), scale: 10)
    let area = drawing.freed.reduce(0) { $0 + $1.width * $1.height } / 100
    #expect(abs(area - (80 - min(10, width) * min(8, depth))) < 1e-9)
    let own = drawing.place(of: items[0])
    #expect(!drawing.freed.contains { $0.overlaps(own) })
    if drawing.freed.count == 2 { #expect(!drawing.freed[0].overlaps(drawing.freed[1])) }
  }

  @Test func `lines of a hatching end at the edges`() throws {
    let place = Rectangle(x: 13, y: 29, width: 51, height: 17)
    let path = RoomDrawing.hatch(place).serialized
    let numbers = path.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    #expect(numbers.count >= 4 * 8 && numbers.count.isMultiple(of: 4))
    for index in stride(from: 0, to: numbers.count, by: 2) {
      let end = Rectangle(x: numbers[index], y: numbers[index + 1], width: 0, height: 0)
      #expect(place.inset(-0.01).contains(end))
    }
  }

  @Test func `many racks are drawn as rows that hold them all`() {
    let drawing = RoomDrawing(items: racks(390, perRow: 20), before: extent(12, 40), scale: 20)
    #expect(drawing.pieces.count == 20)
    #expect(drawing.pieces.map(\.racks).reduce(0, +) == 390)
    #expect(drawing.pieces.last?.racks == 10)
    #expect(abs((drawing.pieces.first?.item.width.value ?? 0) - 12) < 1e-9)
    #expect(RoomDrawing(items: racks(40, perRow: 20), before: extent(12, 4), scale: 20).pieces.count == 40)
  }

  @Test(arguments: [0.7, 3, 12, 20, 33, 48]) func `the bar is a round length of fair size`(scale: Double) {
    let drawing = RoomDrawing(items: [], before: extent(10, 8), scale: scale)
    let pixels = drawing.barLength.value * scale
    #expect(pixels >= 40 - 1e-9 && pixels <= 100 + 1e-9)
  }

  @Test func `the title tells the floor that is left free`() {
    let before = (name: "today", room: extent(12, 8))
    #expect(
      FloorSection.title(of: "today", extent(12, 8), before: nil)
        == "today takes a room of 12.0 m by 8.0 m, 96 m²")
    #expect(
      FloorSection.title(of: "b", extent(6, 8), before: before)
        == "b leaves 48 of 96 m² of the room of today free")
    #expect(
      FloorSection.title(of: "b", extent(13, 4), before: before)
        == "b leaves 48 of 96 m² of the room of today free and takes 4 m² beyond it")
    #expect(
      FloorSection.title(of: "b", extent(13, 8), before: before) == "b takes 8 m² more than the room of today"
    )
    #expect(FloorSection.title(of: "b", extent(12, 8), before: before) == "b takes a room like that of today")
  }

  @Test func `a study that was stored without floors has no floor plan`() throws {
    var contents = try Examples.standard.get()
    #expect(FloorSection(contents: contents).markup.serialized.contains(">left free</li>"))
    contents.study.layouts[1].floorItems = []
    #expect(FloorSection(contents: contents).markup == .empty)
    #expect(!HTMLReport(contents).text.contains("id=\"floor\""))
  }
}
