import Quantities

/// Reads typical meteorological years of NREL in their own CSV form (TMY3): a station line, a line of column names,
/// then 8 760 rows.
///
/// Columns are found by name: `Dry-bulb (C)`, `Dew-point (C)`, `RHum (%)`, `Pressure (mbar)`. Missing is −9900.
///
/// **Source**: Wilcox and Marion (2008), "Users Manual for TMY3 Data Sets", NREL/TP-581-43156, tables 1-1 and 1-3.
public enum TMY3 {
  private static let missing = -9900.0

  private struct Columns {
    var dryBulb, dewPoint, relativeHumidity, pressure: Int

    init(_ line: WeatherLine) throws(WeatherFileProblem) {
      func find(_ name: String) throws(WeatherFileProblem) -> Int {
        guard let index = (0..<line.count).first(where: { line[$0] == name }) else {
          throw line.problem(0, "there is no column '\(name)'", help: "take the TMY3 CSV, not TMY2 or EPW")
        }
        return index
      }
      dryBulb = try find("Dry-bulb (C)")
      dewPoint = try find("Dew-point (C)")
      relativeHumidity = try find("RHum (%)")
      pressure = try find("Pressure (mbar)")
    }
  }

  /// Reads the text of a file.
  ///
  /// - Throws: the first problem, with line and column.
  public static func parse(_ text: String) throws(WeatherFileProblem) -> WeatherYear {
    let lines = WeatherLines(text)
    let first = try lines.line(1, wanted: "its station line")
    guard first[0].uppercased() != "LOCATION" else {
      throw first.problem(0, "this is an EPW file, not a TMY3 one", help: "read it with 'epw'")
    }
    var records = HourlyRecords(station: try station(first))
    let columns = try Columns(try lines.line(2, wanted: "its column names"))
    for number in stride(from: 3, through: lines.lines.count, by: 1) {
      let line = try lines.line(number, wanted: "the row")
      try records.append(try row(line, columns), from: line)
    }
    return try records.year()
  }

  private static func station(_ line: WeatherLine) throws(WeatherFileProblem) -> WeatherStation {
    WeatherStation(
      name: [line[1], line[2]].filter { !$0.isEmpty }.joined(separator: ", "),
      latitude: Degrees(try line.number(4, "latitude", in: -90...90)),
      longitude: Degrees(try line.number(5, "longitude", in: -180...180)),
      elevation: Meters(try line.number(6, "elevation", in: -500...6000)),
      timeZone: Seconds(hours: try line.number(3, "time zone", in: -12...14)))
  }

  private static func row(
    _ line: WeatherLine, _ columns: Columns
  ) throws(WeatherFileProblem) -> HourlyRecords.Row {
    typealias Limits = HourlyRecords.Limits
    let date = line[0].split(separator: "/").compactMap { Int($0) }
    guard date.count == 3 else { throw line.problem(0, "'\(line[0])' is not a date such as 01/31/1988") }
    guard let hour = line[1].split(separator: ":").first.flatMap({ Int($0) }), (1...24).contains(hour) else {
      throw line.problem(1, "'\(line[1])' is not an hour from 01:00 to 24:00")
    }
    let pressure = try line.number(
      columns.pressure, "station pressure in mbar",
      in: Limits.pressure.lowerBound / 100...Limits.pressure.upperBound / 100, missing: missing)
    return HourlyRecords.Row(
      month: date[0], day: date[1], hour: hour,
      dryBulb: try line.number(columns.dryBulb, "dry bulb", in: Limits.temperature, missing: missing),
      dewPoint: try line.number(columns.dewPoint, "dew point", in: Limits.temperature, missing: missing),
      relativeHumidity: try line.number(
        columns.relativeHumidity, "relative humidity", in: Limits.relativeHumidity, missing: missing),
      pressure: pressure.map { $0 * 100 })
  }
}
