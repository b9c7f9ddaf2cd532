import Cooling
import Facility
import Foundation
import GRDB
import Quantities
import Scenario
import Simulation
import Study
import Testing

@testable import ResultStore

@Suite("Floors in a file")
struct FloorTests {
  private let result: StudyResult

  init() throws { result = try SmallStudy.shared.get() }

  @Test func `a room has every rack and unit, and its rectangles tile it`() throws {
    let study = StoredStudy(result, source: SmallStudy.source)
    for (layout, designed) in zip(study.layouts, result.layouts) {
      let items = layout.floorItems
      #expect(items.filter { $0.kind == .rack }.map(\.thing) == layout.racks.map { $0.number })
      let plant = designed.design.plant
      #expect(items.filter { $0.kind == .coolingUnit }.count == plant.cooling.size.units)
      #expect(items.filter { $0.kind == .distributionUnit }.count == 1)
      let width = try #require(items.map { $0.x + $0.width }.max())
      let depth = try #require(items.map { $0.y + $0.depth }.max())
      let covered = items.reduce(0) { $0 + $1.width.value * $1.depth.value }
      #expect(abs(covered - width.value * depth.value) < 1e-9 * covered)
      #expect(items.filter { $0.kind == .rack }.allSatisfy { $0.width == layout.rackModel.width })
    }
  }

  @Test func `the view adds up to the room`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      try ResultStore.open(path, mode: .write).write(result, from: SmallStudy.source)
      let area = try SmallStudy.number(path, "SELECT sum(area_m2) FROM v_floor WHERE layout = 1")
      let items = StoredStudy(result, source: SmallStudy.source).layouts[1].floorItems
      let sum = items.reduce(0) { $0 + $1.width.value * $1.depth.value }
      #expect(abs((area ?? 0) - sum) < 1e-9)
      let racks = try SmallStudy.number(path, "SELECT items FROM v_floor WHERE layout = 0 AND kind = 'rack'")
      #expect(racks == Double(result.layouts[0].design.racks.racks.count))
    }
  }

  @Test func `a file of version 1 is read as it is, and is written to after an upgrade`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let old = try store.write(result, from: SmallStudy.source)
      try store.queue.writeWithoutTransaction { db in
        try db.execute(
          sql: SmallStudy.withoutVersion3
            + "DROP VIEW v_floor; DROP TABLE floor_item; PRAGMA user_version = 1")
      }
      try store.close()
      var expected = StoredStudy(result, source: SmallStudy.source)
      expected.project = nil
      for index in expected.layouts.indices {
        expected.layouts[index].floorItems = []
        SmallStudy.dropVersion3(from: &expected.layouts[index])
      }
      let reader = try ResultStore.open(path, mode: .read)
      #expect(try reader.study(old) == expected)
      try reader.close()
      #expect(try SmallStudy.number(path, "PRAGMA user_version") == 1)
      let writer = try ResultStore.open(path, mode: .write)
      let new = try writer.write(result, from: StudySource(text: "second", version: "1.0"))
      #expect(try writer.study(old) == expected)
      #expect(try !writer.study(new).layouts[0].floorItems.isEmpty)
      #expect(try writer.study(new).layouts[0].facility != nil)
      #expect(try SmallStudy.number(path, "PRAGMA user_version") == 6)
      try writer.close()
      let again = try ResultStore.open(path, mode: .write)
      #expect(try again.studies().map(\.id) == [old, new])
    }
  }
}
