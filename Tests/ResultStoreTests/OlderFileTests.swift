import Foundation
import GRDB
import Quantities
import Study
import Testing

@testable import ResultStore

/// Files of version 2, which knew no equipment beside the servers.
@Suite("Results files of version 2")
struct OlderFileTests {
  /// Takes from a file what came with version 3.
  private func age(_ db: Database) throws {
    let known = StoredComponent.all.count - 2
    let narrow = DatabaseFunction("narrow", argumentCount: 1, pure: true) { values in
      guard let hours = Data.fromDatabaseValue(values[0]) else { return nil }
      var narrow = Data()
      for start in stride(from: 0, to: hours.count, by: 4 * HourPack.width) {
        narrow +=
          hours[start..<start + 4 * known] + hours[start + 4 * (known + 2)..<start + 4 * HourPack.width]
      }
      return narrow
    }
    db.add(function: narrow)
    let views = ["v_monthly", "v_hourly", "v_outdoor", "v_packed_hour", "v_day"]
    // Views as version 2 had them: narrower, but here only their names matter.
    try db.execute(
      sql: SmallStudy.withoutVersion3 + views.map { "DROP VIEW \($0);" }.joined()
        + "ALTER TABLE day DROP COLUMN other_equipment_watts; ALTER TABLE day DROP COLUMN server_fans_watts;"
        + "UPDATE day SET hours = narrow(hours);"
        + "DELETE FROM run_energy WHERE component >= \(known); DELETE FROM component WHERE component >= \(known);"
        + views.map { "CREATE VIEW \($0) AS SELECT day FROM day;" }.joined() + "PRAGMA user_version = 2;")
  }

  @Test func `one is read as it is, and widened when it is written to`() throws {
    let result = try SmallStudy.result()
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      let old = try store.write(result, from: SmallStudy.source)
      let series = try store.series(of: old, layout: 1)
      let days = try store.days(of: old, layout: 1)
      try store.queue.writeWithoutTransaction(age)
      try store.close()
      let bytes = try SmallStudy.number(path, "SELECT sum(length(hours)) FROM day")
      #expect(bytes?.truncatingRemainder(dividingBy: 4 * Double(HourPack.width - 2)) == 0)

      let reader = try ResultStore.open(path, mode: .read)
      #expect(try reader.components().count == StoredComponent.all.count - 2)
      #expect(try reader.series(of: old, layout: 1) == series)
      #expect(try reader.days(of: old, layout: 1) == days)
      try reader.close()

      let writer = try ResultStore.open(path, mode: .write)
      #expect(try SmallStudy.number(path, "PRAGMA user_version") == 6)
      #expect(try writer.components() == StoredComponent.all)
      var expected = StoredStudy(result, source: SmallStudy.source)
      expected.project = nil
      for index in expected.layouts.indices { SmallStudy.dropVersion3(from: &expected.layouts[index]) }
      #expect(try writer.study(old) == expected)
      #expect(try writer.projectTasks(of: old).isEmpty)
      #expect(try writer.series(of: old, layout: 1) == series)
      try writer.close()
      // The views work on old rows: the mean of the hours of a day is that of the day.
      let gap = try SmallStudy.number(
        path,
        """
        SELECT max(abs(d.building_watts - (SELECT avg(watts) FROM v_hourly AS h WHERE h.layout = d.layout
          AND h.component = 'building' AND h.hour / 24 = d.day))) FROM day AS d WHERE d.layout = 0 AND d.day < 2
        """)
      #expect((gap ?? 1) < 1e-3)
    }
  }
}
