import Cooling
import Documents
import Quantities
import Scenario
import Simulation
import Study
import TestSupport
import Testing

@testable import ScenarioFile

/// A place by its climate table, from the scenario file to the bill.
@Suite("The climate of a place")
struct ClimateBlockTests {
  /// Monthly means of Madrid, from memory, medium confidence: nothing here depends on their truth.
  private static let dryBulbs = [5.7, 7.2, 10.7, 12.9, 17.1, 22.4, 25.9, 25.4, 20.8, 15.0, 9.3, 6.1]
  private static let humidities = [77.0, 68, 58, 57, 52, 41, 34, 37, 48, 64, 74, 79]
  private static let dewPoints = [1.8, 1.5, 2.4, 4.2, 6.8, 8.2, 8.6, 9.2, 8.9, 7.9, 4.7, 2.4]

  private static func list(_ values: [Double], _ unit: String) -> String {
    "[" + values.map { "\($0) \(unit)" }.joined(separator: ", ") + "]"
  }

  private static let means = "name: madrid, elevation: 609 m, dry bulb: \(list(dryBulbs, "degC"))"
  private static let table = "\(means), dew point: \(list(dewPoints, "degC")), daily range: 12 K"

  private func text(_ keys: String) -> String {
    SmallRoom.changed("climate: chicago-ohare", to: "climate: {\(keys)}")
  }

  private func year(_ keys: String) throws -> WeatherYear {
    let outcome = SmallRoom.load(text(keys))
    let messages = DiagnosticRendering.text(outcome.diagnostics)
    return try #require(outcome.scenario, "\(messages)").site.weather
  }

  private func monthlyMeans(_ value: (Int) -> Double) -> [Double] {
    var start = 0
    return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map { days in
      defer { start += days * 24 }
      return (start..<start + days * 24).reduce(0) { $0 + value($1) } / Double(days * 24)
    }
  }

  @Test func `the months of the year are those of the table`() throws {
    let year = try year(Self.table)
    let dry = monthlyMeans { year.reading($0).dryBulb.value }
    let dew = monthlyMeans { year.reading($0).dewPoint.value }
    for month in 0..<12 {
      #expect(abs(dry[month] - Self.dryBulbs[month]) < 1e-5)
      #expect(abs(dew[month] - Self.dewPoints[month]) < 1e-5)
    }
    // 609 m in the standard atmosphere: 101.325 kPa (1 − 2.25577e-5 · 609)^5.2559.
    #expect(abs(year.reading(0).pressure.value - 94_220) < 30)
  }

  /// Magnus' formula, which is not the program's, turns humidity into a dew point to 0.1 K.
  @Test func `relative humidity stands for the dew point`() throws {
    let year = try year("\(Self.means), humidity: \(Self.list(Self.humidities, "%")), daily range: 12 K")
    let dew = monthlyMeans { year.reading($0).dewPoint.value }
    for (month, share) in Self.humidities.enumerated() {
      let t = Self.dryBulbs[month]
      let gamma = logarithm(share / 100) + 17.62 * t / (243.12 + t)
      #expect(abs(dew[month] - 243.12 * gamma / (17.62 - gamma)) < 0.1, "month \(month + 1)")
    }
  }

  /// The natural logarithm of a share, as twice the series of the inverse hyperbolic tangent.
  private func logarithm(_ share: Double) -> Double {
    let x = (share - 1) / (share + 1)
    var (sum, power) = (0.0, x)
    for term in 0..<60 {
      sum += power / Double(2 * term + 1)
      power *= x * x
    }
    return 2 * sum
  }

  @Test func `the same table is the same year, another name another one with the same months`() throws {
    let first = try year(Self.table)
    #expect(try year(Self.table) == first)
    let other = try year(Self.table.replacing("madrid", with: "toledo"))
    #expect(other.reading(1000).dryBulb != first.reading(1000).dryBulb)
    #expect(abs((other.meanDryBulb - first.meanDryBulb).value) < 1e-4)
  }

  /// A table has no pressures: the catalogue's months are 1.2 % at most from the standard atmosphere's, single hours, on
  /// the lines between months, a little more.
  @Test(arguments: ClimateCatalog.all)
  func `a climate of the catalogue written as a table is the same year`(climate: ClimateNormals) throws {
    let months = climate.months
    let keys = """
      name: \(climate.name), elevation: \(climate.station.elevation.value) m, \
      dry bulb: \(Self.list(months.map { ($0.dailyMinimum.value + $0.dailyMaximum.value) / 2 }, "degC")), \
      dew point: \(Self.list(months.map(\.dewPoint.value), "degC")), \
      daily range: \(Self.list(months.map { ($0.dailyMaximum - $0.dailyMinimum).value }, "K")), \
      variability: \(Self.list(months.map(\.variability.value), "K"))
      """
    let (written, known) = (try year(keys), SyntheticWeather.year(of: climate))
    let far = (0..<WeatherYear.hours).filter {
      let (own, other) = (written.reading($0), known.reading($0))
      return abs((own.dryBulb - other.dryBulb).value) > 1e-5
        || abs((own.dewPoint - other.dewPoint).value) > 1e-5
        || abs(own.pressure.value / other.pressure.value - 1) > 0.015
    }
    #expect(far.isEmpty)
  }

  @Test func `air near the dew point keeps its means`() throws {
    let dry = Array(repeating: 12.0, count: 12)
    let year = try year(
      "name: fog, elevation: 0 m, dry bulb: \(Self.list(dry, "degC")), "
        + "humidity: \(Self.list(Array(repeating: 97, count: 12), "%")), daily range: 5 K")
    let dew = monthlyMeans { year.reading($0).dewPoint.value }
    #expect(dew.allSatisfy { abs($0 - dew[0]) < 0.05 && (11.4...11.7).contains($0) }, "\(dew)")
    #expect((0..<WeatherYear.hours).allSatisfy { year.reading($0).dewPoint <= year.reading($0).dryBulb })
  }

  /// A plant that cools with outside air works less where it is colder.
  @Test func `a colder place costs less to cool`() throws {
    func energy(_ dryBulbs: [Double]) throws -> Double {
      let keys =
        "name: here, elevation: 100 m, dry bulb: \(Self.list(dryBulbs, "degC")), "
        + "humidity: \(Self.list(Array(repeating: 60, count: 12), "%")), daily range: 8 K"
      let scenario = try #require(
        SmallRoom.load(text(keys).replacing("plant: perimeter-dx-2005", with: "plant: air-economizer-2025"))
          .scenario)
      return try StudyRun(scenario, threads: 1).result().layouts[0].runs[0].meterEnergy.kilowattHours
    }
    let (cold, warm) = (try energy(Self.dryBulbs.map { $0 - 10 }), try energy(Self.dryBulbs.map { $0 + 8 }))
    #expect(cold < warm * 0.99)
  }

  @Test(arguments: [
    (
      "name: x, elevation: 1 m, dry bulb: [5 degC, 6 degC], dew point: [1 degC], daily range: 8 K",
      "'dry bulb' has 2 months", "write twelve values, January to December"
    ),
    (means + ", daily range: 8 K", "nothing says how humid the air is", "add 'dew point' or 'humidity'"),
    (
      table + ", humidity: \(list(humidities, "%"))", "both 'dew point' and 'humidity' give the humidity",
      "delete one of them"
    ),
    (
      table.replacing("8.6 degC", with: "26.0 degC"),
      "'dew point[6]' must be below the dry bulb of its month, 25.9 degC, found 26 degC", "at most 97 %"
    ),
    (table.replacing("5.7 degC", with: "5.7"), "'dry bulb[0]' cannot be used", "degC"),
    (table.replacing("12 K", with: "12 degC"), "'daily range' cannot be used", "K"),
    (table.replacing("12 K", with: "[12 K]"), "'daily range' has 1 month", "write twelve values"),
    (table.replacing("609 m", with: "6090 m"), "'elevation' must be between -300 m and", ""),
    (table.replacing("name: madrid, ", with: ""), "climate lacks the key 'name'", "add 'name:'"),
    ("city: madrid", "unknown key 'city' in climate", "daily range"),
  ])
  func `what cannot be is refused with help`(keys: String, complaint: String, help: String) {
    let outcome = SmallRoom.load(text(keys))
    let messages = DiagnosticRendering.text(outcome.diagnostics)
    #expect(outcome.scenario == nil && messages.contains(complaint), "\(messages)")
    #expect(messages.contains(help), "\(messages)")
    #expect(messages.hasPrefix("room.yaml:5:"), "\(messages)")
  }
}
