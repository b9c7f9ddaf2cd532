import Foundation
import GRDB
import Quantities
import Study
import TestSupport
import Testing

@testable import ResultStore

@Suite("Views")
struct ViewTests {
  private let result: StudyResult

  init() throws { result = try SmallStudy.shared.get() }

  private func withFile(_ body: (String, StoredStudy) throws -> Void) throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      try ResultStore.open(path, mode: .write).write(result, from: SmallStudy.source)
      try body(path, StoredStudy(result, source: SmallStudy.source))
    }
  }

  @Test func `every view answers`() throws {
    try withFile { path, _ in
      let views = try SmallStudy.rows(path, "SELECT name FROM sqlite_master WHERE type = 'view'")
      #expect(views.count == 32)
      // Those of techniques have lines of their own study in TechniqueViewTests.
      for view in views.map({ $0[0] as String }) where !view.hasPrefix("v_technique") {
        #expect(try (SmallStudy.number(path, "SELECT count(*) FROM \(view)") ?? 0) > 0, "\(view)")
      }
    }
  }

  @Test func `the verdict has a line for each layout`() throws {
    try withFile { path, study in
      let rows = try SmallStudy.rows(path, "SELECT * FROM v_verdict ORDER BY layout")
      #expect(rows.count == 2)
      for (row, layout) in zip(rows, study.layouts) {
        #expect(row["name"] == layout.name)
        #expect(row["servers"] == layout.hosts)
        #expect(row["racks"] == layout.racks.count)
        #expect(row["energy_kwh_per_year"] == layout.comparison(.energy)?.value.mean)
        #expect(row["energy_half_width"] == layout.comparison(.energy)?.value.halfWidth)
        #expect(row["cost"] == layout.comparison(.cost)?.value.mean)
        #expect(row["currency"] == "USD")
        #expect(row["pue"] == layout.comparison(.pue)?.value.mean)
      }
    }
  }

  @Test func `savings are those of the study`() throws {
    try withFile { path, study in
      let row = try #require(
        try SmallStudy.rows(path, "SELECT * FROM v_savings WHERE metric = 'energy'").first)
      let comparison = try #require(study.layouts[1].comparison(.energy))
      let savings = try #require(comparison.savings)
      #expect(row["against"] == "dedicated")
      #expect(row["difference"] == comparison.difference.mean)
      #expect(isClose(row["savings_percent"], 100 * savings.mean))
      #expect(isClose(row["lowest_percent"], 100 * savings.lower))
      #expect(isClose(row["highest_percent"], 100 * savings.upper))
      #expect(try SmallStudy.number(path, "SELECT count(*) FROM v_savings WHERE layout = 0") == 0)
    }
  }

  @Test func `components sum to the meter, and shares to the whole`() throws {
    try withFile { path, study in
      let rows = try SmallStudy.rows(
        path, "SELECT sum(kwh), sum(percent) FROM v_energy_by_component GROUP BY layout ORDER BY layout")
      for (row, layout) in zip(rows, study.layouts) {
        let mean = layout.runs.reduce(0) { $0 + $1.meterEnergy.kilowattHours } / Double(layout.runs.count)
        #expect(isClose(row[0], mean))
        #expect(isClose(row[1], 100))
      }
    }
  }

  @Test func `bills sum to the cost of energy and of peaks`() throws {
    try withFile { path, _ in
      let bills = try SmallStudy.number(
        path, "SELECT sum(total) FROM v_bill WHERE layout = 1 AND replication = 0")
      let costs = try SmallStudy.number(
        path,
        """
        SELECT sum(amount) FROM run_cost
        WHERE layout = 1 AND replication = 0 AND category IN ('energy', 'demand')
        """)
      #expect(try isClose(#require(bills), #require(costs)))
    }
  }

  @Test func `hours come out of the view exactly as they went in`() throws {
    try withFile { path, study in
      let series = LayoutDetail(result.layouts[1]).series
      for (index, component) in StoredComponent.all.enumerated() {
        let rows = try SmallStudy.rows(
          path,
          "SELECT watts FROM v_hourly WHERE layout = 1 AND component = '\(component.name)' ORDER BY hour")
        #expect(rows.map { $0[0] as Double } == series.watts[index].map(Double.init))
      }
      let outdoor = try SmallStudy.rows(
        path, "SELECT time, celsius FROM v_outdoor WHERE layout = 1 ORDER BY hour")
      #expect(outdoor.map { $0[1] as Double } == series.outdoor.map(Double.init))
      #expect(outdoor[25][0] == "2006-01-03 01:00:00")
    }
  }

  @Test func `months add up to the hours, with the PUE of their energies`() throws {
    try withFile { path, study in
      let series = LayoutDetail(result.layouts[1]).series
      let months = try SmallStudy.rows(
        path, "SELECT meter_kwh, it_kwh, pue FROM v_monthly WHERE layout = 1 ORDER BY month")
      let all = series.watts.joined().reduce(0.0) { $0 + Double($1) } / 1000
      let it = StoredComponent.all.filter(\.isIT).reduce(0.0) { sum, component in
        sum + series.watts[component.index].reduce(0.0) { $0 + Double($1) } / 1000
      }
      #expect(!months.isEmpty)
      #expect(isClose(months.reduce(0.0) { $0 + ($1[0] as Double) }, all, relative: 1e-9))
      #expect(isClose(months.reduce(0.0) { $0 + ($1[1] as Double) }, it, relative: 1e-9))
      for month in months {
        #expect(isClose(month[2], (month[0] as Double) / (month[1] as Double), relative: 1e-9))
      }
    }
  }

  @Test func `any number that a series may hold is unpacked by the view`() throws {
    try SmallStudy.withFolder { folder in
      let path = folder + "/results.sqlite"
      let store = try ResultStore.open(path, mode: .write)
      try store.write(result, from: SmallStudy.source)
      var generator = SeededGenerator(seed: 7)
      var numbers: [Float] = [0, -0.0, 1, -1, 0.1, -273.15, 1e-9, 16_777_216, 1e6, 3.4e9, 1e18, -40]
      for _ in 0..<240 {
        numbers.append(Float.random(in: -50...50, using: &generator))
        numbers.append(
          Float(sign: .plus, exponent: Int.random(in: -30...60, using: &generator), significand: 1.7))
      }
      let hours = numbers.count / HourPack.width
      let rows = (0..<HourPack.width).map { Array(numbers[hours * $0..<hours * ($0 + 1)]) }
      let series = StoredSeries(watts: Array(rows.dropLast()), outdoor: rows[HourPack.outdoor])
      #expect(StoredSeries(PackedDay.days(of: series)) == series)
      try store.queue.write { db in
        try db.execute(sql: "DELETE FROM day")
        for day in PackedDay.days(of: series) {
          var values = RowValues(key: [1, 0])
          day.write(into: &values)
          let marks = Array(repeating: "?", count: values.values.count).joined(separator: ",")
          try db.execute(
            sql: "INSERT INTO day VALUES (\(marks))", arguments: values.arguments)
        }
      }
      for (number, row) in rows.enumerated() {
        let read = try SmallStudy.rows(
          path, "SELECT value FROM v_packed_hour WHERE series = \(number) ORDER BY hour")
        #expect(read.map { $0[0] as Double } == row.map(Double.init))
      }
    }
  }

  @Test func `racks and hosts of the views are those of the layout`() throws {
    try withFile { path, study in
      let servers = try SmallStudy.number(path, "SELECT sum(servers) FROM v_rack WHERE layout = 1")
      #expect(servers == Double(study.layouts[1].hosts))
      let guests = try SmallStudy.number(path, "SELECT sum(guests) FROM v_host WHERE layout = 1")
      #expect(guests == Double(study.layouts[1].placement.guests))
      let events = try SmallStudy.rows(
        path, "SELECT time FROM v_events WHERE layout = 0 ORDER BY event LIMIT 1")
      let first = try #require(LayoutDetail(result.layouts[0]).events.first?.time)
      let seconds = try SmallStudy.number(
        path, "SELECT (julianday('\(events[0][0] as String)') - julianday('2006-01-02')) * 86400")
      #expect(try isClose(#require(seconds), first.value, absolute: 0.01))
    }
  }

  @Test func `feeds, ratings and floor of the views are those of the layout`() throws {
    try withFile { path, study in
      for (index, layout) in study.layouts.enumerated() {
        let racks = try SmallStudy.number(
          path,
          "SELECT count(*) FROM v_feed WHERE layout = \(index) AND part = 'rack' AND basis = 'peak'")
        #expect(racks == Double(layout.racks.count))
        let planned = try SmallStudy.number(
          path,
          "SELECT sum(survivor_kw) FROM v_feed WHERE layout = \(index) AND part = 'rack' AND basis = 'planned'"
        )
        #expect(try isClose(#require(planned), layout.plannedPower.kilowatts, relative: 1e-9))
        let peak = try SmallStudy.number(
          path, "SELECT kw FROM v_rating WHERE layout = \(index) AND kind = 'measured'")
        let highest = layout.runs.map(\.peakIT.kilowatts).max()
        #expect(peak == highest)
        let stranded = try SmallStudy.number(
          path, "SELECT plant_kw - stranded_kw FROM v_facility WHERE layout = \(index)")
        #expect(try isClose(#require(stranded), #require(highest), relative: 1e-9))
        let gross = try SmallStudy.number(path, "SELECT gross_m2 FROM v_facility WHERE layout = \(index)")
        #expect(try isClose(#require(gross), #require(layout.comparison(.grossFloor)).value.mean))
      }
    }
  }

  @Test func `ratios of the building agree with the runs`() throws {
    let study = StoredStudy(result, source: SmallStudy.source)
    for layout in study.layouts {
      func mean(_ metric: StudyMetric) throws -> Double { try #require(layout.comparison(metric)).value.mean }
      let pue = try mean(.pue)
      let parts = try [.electricalPUE, .mechanicalPUE, .buildingPUE].map { try mean($0) - 1 }
      #expect(isClose(1 + parts.reduce(0, +), pue, relative: 1e-9))
      #expect(try mean(.pueAtUPS) < mean(.pueAtPDU) && mean(.pueAtPDU) < pue)
      #expect(try isClose(mean(.ere), pue, relative: 1e-12), "no heat is put to use here")
      #expect(try isClose(mean(.supplyHeatIndex) + mean(.returnHeatIndex), 1))
      let hours = layout.runs.map { ($0.exposure - $0.downtime).hours / $0.meterEnergy.kilowattHours }
      #expect(try isClose(mean(.guestHours), hours.reduce(0, +) / Double(hours.count), relative: 1e-12))
      let work = layout.runs.map { $0.servedWork / $0.itEnergy.value }
      #expect(try isClose(mean(.workPerIT), work.reduce(0, +) / Double(work.count), relative: 1e-12))
    }
  }

  @Test func `the page on results names every table, view and column`() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/results.md"), encoding: .utf8)
    try withFile { path, _ in
      let rows = try SmallStudy.rows(
        path,
        """
        SELECT m.name, group_concat(c.name) FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
        WHERE m.type IN ('table', 'view') GROUP BY m.name
        """)
      #expect(rows.count == 74)
      for row in rows {
        let (name, columns): (String, String) = (row[0], row[1])
        let lines = page.split(separator: "\n").filter { $0.hasPrefix("| `\(name)`") }
        #expect(lines.count == 1, "\(name)")
        for column in columns.split(separator: ",") where !column.hasSuffix("_half_width") {
          #expect(lines.first?.contains("`\(column)`") == true, "\(name).\(column)")
        }
      }
    }
  }
}
