import Quantities

/// Hourly readings as they come from a file: in calendar order, some missing, to be made a whole year.
///
/// A dew point that is missing is computed from the relative humidity; a pressure that is missing is the standard
/// one of the elevation; dry bulb and dew point are interpolated over at most six hours. A dew point above the dry
/// bulb, which rounding produces, is lowered to it. 29 February is left out.
struct HourlyRecords {
  /// The longest gap that is interpolated.
  static let longestGap = 6
  static let daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// One row of a file.
  struct Row {
    var month: Int
    var day: Int
    /// The hour that ends with the reading, 1...24.
    var hour: Int
    var dryBulb: Double?
    var dewPoint: Double?
    var relativeHumidity: Double?
    var pressure: Double?
  }

  /// What a field may hold.
  enum Limits {
    static let temperature = -90.0...70.0
    static let relativeHumidity = 0.0...110.0
    static let pressure = 31_000.0...120_000.0
  }

  private let station: WeatherStation
  private var dryBulbs: [Double?] = []
  private var dewPoints: [Double?] = []
  private var pressures: [Double] = []
  private var lines: [Int] = []
  private var expected = (month: 1, day: 1, hour: 1)

  init(station: WeatherStation) { self.station = station }

  mutating func append(_ row: Row, from line: WeatherLine) throws(WeatherFileProblem) {
    if row.month == 2, row.day == 29 { return }
    guard (row.month, row.day, row.hour) == expected, lines.count < WeatherYear.hours else {
      let wanted = "month \(expected.month), day \(expected.day), hour \(expected.hour)"
      throw line.problem(
        0, "this row is month \(row.month), day \(row.day), hour \(row.hour); expected \(wanted)",
        help: "rows are 8 760 consecutive hours from 1 January")
    }
    advance()
    lines.append(line.number)
    dryBulbs.append(row.dryBulb)
    dewPoints.append(row.dewPoint ?? dewPoint(row))
    pressures.append(row.pressure ?? Psychrometrics.standardPressure(at: station.elevation).value)
  }

  private mutating func advance() {
    expected.hour += 1
    if expected.hour > 24 {
      expected.hour = 1
      expected.day += 1
    }
    if expected.day > HourlyRecords.daysInMonth[expected.month - 1] {
      expected.day = 1
      expected.month = expected.month == 12 ? 1 : expected.month + 1
    }
  }

  private func dewPoint(_ row: Row) -> Double? {
    guard let dryBulb = row.dryBulb, let humidity = row.relativeHumidity, humidity > 0 else { return nil }
    let saturated = Psychrometrics.saturationPressure(at: Celsius(dryBulb))
    return Psychrometrics.dewPoint(vapourPressure: saturated * (humidity / 100)).value
  }

  /// The year, with its gaps filled.
  func year() throws(WeatherFileProblem) -> WeatherYear {
    guard lines.count == WeatherYear.hours else {
      throw WeatherFileProblem(
        line: (lines.last ?? 0) + 1, column: 1,
        "the file ends after \(lines.count) hours; a year has \(WeatherYear.hours)")
    }
    let dry = try filled(dryBulbs, "dry bulb")
    let dew = try filled(dewPoints, "dew point")
    return WeatherYear(
      station: station,
      records: (0..<WeatherYear.hours).map {
        WeatherYear.Record(
          dryBulb: Float(dry[$0]), dewPoint: Float(min(dew[$0], dry[$0])), pressure: Float(pressures[$0]))
      })
  }

  private func filled(_ values: [Double?], _ what: String) throws(WeatherFileProblem) -> [Double] {
    let count = values.count
    var result: [Double] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      if let value = values[index] {
        result.append(value)
        continue
      }
      // The year wraps round, so the neighbours of the first hour include the last.
      func distance(_ step: Int) -> Int {
        (1...HourlyRecords.longestGap + 1).first { values[(index + step * $0 + count) % count] != nil }
          ?? HourlyRecords.longestGap + 1
      }
      let (back, ahead) = (distance(-1), distance(1))
      guard back + ahead - 1 <= HourlyRecords.longestGap,
        let before = values[(index - back + count) % count], let after = values[(index + ahead) % count]
      else {
        throw WeatherFileProblem(
          line: lines[index], column: 1,
          "the \(what) is missing for more than \(HourlyRecords.longestGap) hours",
          help: "fill the gap from a neighbouring station, or take another year")
      }
      result.append(before + (after - before) * Double(back) / Double(back + ahead))
    }
    return result
  }
}
