import Cooling
import GRDB
import Quantities
import Scenario
import Simulation
import Study
import Testing

@testable import ResultStore

@Suite("Intakes of racks in a results file")
struct RackAirTests {
  @Test func `a rack's powers and intakes are in its row, at the peak at least what they are on average`()
    throws
  {
    let result = try SmallStudy.shared.get()
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let id = try store.write(result, from: SmallStudy.source)
      let layouts = try store.study(id).layouts
      try store.close()
      for (number, layout) in layouts.enumerated() {
        let supply = result.layouts[number].design.plant.cooling.supply
        let runs = result.layouts[number].runs
        let duration = result.scenario.horizon.duration
        let mean = runs.reduce(0) { $0 + $1.itEnergy.power(over: duration).value } / Double(runs.count)
        let airs = layout.racks.compactMap(\.air)
        #expect(airs.count == layout.racks.count)
        #expect(abs(airs.reduce(0) { $0 + $1.meanPower.value } - mean) < 1e-9 * mean)
        for air in airs {
          #expect(air.peakPower >= air.meanPower && air.peakIntake >= air.meanIntake)
          #expect(air.meanIntake > supply)
        }
        let warmest = try #require(layout.warmestRack)
        #expect(airs.allSatisfy { $0.peakIntake <= warmest.air.peakIntake })
        let asked = try SmallStudy.number(
          path, "SELECT max(peak_intake_celsius) FROM v_rack WHERE layout = \(number)")
        #expect(asked == warmest.air.peakIntake.value)
      }
    }
  }

  @Test func `a file of version 5 is read without them, and takes them after an upgrade`() throws {
    let result = try SmallStudy.shared.get()
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let old = try store.write(result, from: SmallStudy.source)
      try store.queue.writeWithoutTransaction {
        try $0.execute(sql: SmallStudy.withoutVersion6 + "PRAGMA user_version = 5")
      }
      try store.close()
      var expected = StoredStudy(result, source: SmallStudy.source)
      for layout in expected.layouts.indices {
        for rack in expected.layouts[layout].racks.indices { expected.layouts[layout].racks[rack].air = nil }
      }
      let reader = try ResultStore.open(path, mode: .read)
      #expect(try reader.study(old) == expected)
      #expect(try reader.study(old).layouts[0].warmestRack == nil)
      try reader.close()
      let writer = try ResultStore.open(path, mode: .write)
      #expect(try writer.study(old) == expected)
      let new = try writer.write(result, from: StudySource(text: "second", version: "1.0"))
      #expect(try writer.study(new).layouts[0].warmestRack != nil)
      try writer.close()
      let known = try SmallStudy.number(path, "SELECT count(peak_intake_celsius) FROM v_rack")
      #expect(known == Double(expected.layouts.reduce(0) { $0 + $1.racks.count }))
    }
  }
}
