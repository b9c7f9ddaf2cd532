import Quantities

/// Reads EnergyPlus weather files (EPW): eight header lines, then 8 760 rows of 35 columns.
///
/// Used are dry bulb (°C), dew point (°C), relative humidity (%) and station pressure (Pa). What the format marks
/// as missing (99.9, 99.9, 999, 999999) is filled: see the page on weather for the rules.
///
/// **Source**: EnergyPlus, Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary".
public enum EPW {
  private enum Column {
    static let (month, day, hour) = (1, 2, 3)
    static let (dryBulb, dewPoint, relativeHumidity, pressure) = (6, 7, 8, 9)
  }

  private static let headerLines = 8

  /// Reads the text of a file.
  ///
  /// - Throws: the first problem, with line and column.
  public static func parse(_ text: String) throws(WeatherFileProblem) -> WeatherYear {
    let lines = WeatherLines(text)
    var records = HourlyRecords(station: try station(try lines.line(1, wanted: "its LOCATION line")))
    _ = try lines.line(headerLines, wanted: "its \(headerLines) header lines are complete")
    for number in stride(from: headerLines + 1, through: lines.lines.count, by: 1) {
      let line = try lines.line(number, wanted: "the row")
      try records.append(try row(line), from: line)
    }
    return try records.year()
  }

  private static func station(_ line: WeatherLine) throws(WeatherFileProblem) -> WeatherStation {
    guard line[0].uppercased() == "LOCATION" else {
      throw line.problem(0, "an EPW file begins with LOCATION, found '\(line[0].prefix(20))'")
    }
    return WeatherStation(
      name: [line[1], line[2], line[3]].filter { !$0.isEmpty && $0 != "-" }.joined(separator: ", "),
      latitude: Degrees(try line.number(6, "latitude", in: -90...90)),
      longitude: Degrees(try line.number(7, "longitude", in: -180...180)),
      elevation: Meters(try line.number(9, "elevation", in: -500...6000)),
      timeZone: Seconds(hours: try line.number(8, "time zone", in: -12...14)))
  }

  private static func row(_ line: WeatherLine) throws(WeatherFileProblem) -> HourlyRecords.Row {
    typealias Limits = HourlyRecords.Limits
    return HourlyRecords.Row(
      month: Int(try line.number(Column.month, "month", in: 1...12)),
      day: Int(try line.number(Column.day, "day", in: 1...31)),
      hour: Int(try line.number(Column.hour, "hour", in: 1...24)),
      dryBulb: try line.number(Column.dryBulb, "dry bulb", in: Limits.temperature, missing: 99.9),
      dewPoint: try line.number(Column.dewPoint, "dew point", in: Limits.temperature, missing: 99.9),
      relativeHumidity: try line.number(
        Column.relativeHumidity, "relative humidity", in: Limits.relativeHumidity, missing: 999),
      pressure: try line.number(
        Column.pressure, "station pressure", in: Limits.pressure, missing: 999_999))
  }
}
