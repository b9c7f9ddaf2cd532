import Cooling
import Quantities
import TestSupport
import Testing

/// Small weather files built row by row, to be spoiled in one place.
enum WeatherText {
  static let daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// Month, day and hour of every record.
  static let calendar: [(month: Int, day: Int, hour: Int)] = (1...12).flatMap { month in
    (1...daysInMonth[month - 1]).flatMap { day in (1...24).map { (month, day, $0) } }
  }

  static func epwRow(_ index: Int, weather: String = "10.0,5.0,71,99500") -> String {
    let time = calendar[index]
    return "1986,\(time.month),\(time.day),\(time.hour),0,?9,\(weather),0,0,0"
  }

  static func epw(replacing rows: [Int: String] = [:], count: Int = 8760, station: String? = nil) -> String {
    let header =
      [station ?? "LOCATION,Testville,-,XXX,TEST,000000,40.00,-88.00,-6.0,500.0"]
      + Array(repeating: "COMMENTS", count: 7)
    return (header + (0..<count).map { rows[$0] ?? epwRow($0) }).joined(separator: "\r\n") + "\r\n"
  }

  static func tmy3(replacing rows: [Int: String] = [:], names: String? = nil) -> String {
    let header = [
      "700000,\"TESTVILLE\",AK,-9.0,55.317,-160.517,7",
      names ?? "Date (MM/DD/YYYY),Time (HH:MM),Dry-bulb (C),Dew-point (C),RHum (%),Pressure (mbar)",
    ]
    let body = calendar.indices.map { rows[$0] ?? tmy3Row($0) }
    return (header + body).joined(separator: "\n")
  }

  static func tmy3Row(_ index: Int, weather: String = "2.0,1.0,93,1010") -> String {
    let time = calendar[index]
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(time.month))/\(padded(time.day))/1997,\(padded(time.hour)):00,\(weather)"
  }
}

@Suite("EPW files")
struct EPWTests {
  @Test func `a plain file is read with its station`() throws {
    let year = try EPW.parse(WeatherText.epw())
    #expect(year.station.name == "Testville, XXX")
    #expect(year.station.elevation == Meters(500))
    #expect(year.station.longitude == Degrees(-88))
    #expect(
      year.reading(100)
        == WeatherSample(dryBulb: Celsius(10), dewPoint: Celsius(5), pressure: Pascals(99_500)))
  }

  @Test func `29 February is left out`() throws {
    let march = 59 * 24
    let leapDay = (1...24).map { "1988,2,29,\($0),0,?9,50.0,5.0,71,99500" }.joined(separator: "\n")
    let text = WeatherText.epw(replacing: [march: leapDay + "\n" + WeatherText.epwRow(march)])
    let year = try EPW.parse(text)
    #expect(year.hours(dryBulbAtMost: Celsius(10)) == WeatherYear.hours)
  }

  @Test func `missing values are filled by the rules`() throws {
    let year = try EPW.parse(
      WeatherText.epw(replacing: [
        10: WeatherText.epwRow(10, weather: "99.9,5.0,71,99500"),
        11: WeatherText.epwRow(11, weather: "13.0,5.0,71,99500"),
        20: WeatherText.epwRow(20, weather: "24.0,99.9,50,99500"),
        30: WeatherText.epwRow(30, weather: "10.0,5.0,71,999999"),
        40: WeatherText.epwRow(40, weather: "10.0,10.5,100,99500"),
        60: WeatherText.epwRow(60, weather: "99.9,5.0,71,99500"),
        61: WeatherText.epwRow(61, weather: "99.9,5.0,71,99500"),
        62: WeatherText.epwRow(62, weather: "16.0,5.0,71,99500"),
        8759: WeatherText.epwRow(8759, weather: "99.9,5.0,71,99500"),
      ]))
    #expect(abs(year.reading(10).dryBulb.value - 11.5) < 1e-6)
    #expect(abs(year.reading(20).dewPoint.value - 12.94637) < 1e-4)
    #expect(abs(year.reading(30).pressure.value - 95_460.8) < 0.1)
    #expect(year.reading(40).dewPoint == Celsius(10))
    #expect(year.reading(60).dryBulb == Celsius(12))
    #expect(year.reading(61).dryBulb == Celsius(14))
    #expect(year.reading(8759).dryBulb == Celsius(10))
  }

  @Test func `six missing hours are bridged, seven are refused`() throws {
    func text(missing: Int) -> String {
      let rows = (100..<100 + missing).map {
        ($0, WeatherText.epwRow($0, weather: "99.9,99.9,999,99500"))
      }
      return WeatherText.epw(replacing: Dictionary(uniqueKeysWithValues: rows))
    }
    #expect(try EPW.parse(text(missing: 6)).reading(103).dryBulb == Celsius(10))
    let problem = try #require(throws: WeatherFileProblem.self) { try EPW.parse(text(missing: 7)) }
    #expect(problem.line == 109)
    #expect(problem.message == "the dry bulb is missing for more than 6 hours")
  }

  @Test(
    arguments: [
      ("", 1, 1, "the file ends before its LOCATION line"),
      ("hello", 1, 1, "an EPW file begins with LOCATION, found 'hello'"),
      ("LOCATION,a,b,c,d,1,north,0,0,0", 1, 20, "'north' is not a latitude"),
      ("LOCATION,a,b,c,d,1,95,0,0,0", 1, 20, "the latitude is 95, outside -90.0 to 90.0"),
      ("LOCATION,a,b,c,d,1,45,0,0,0\nx", 3, 1, "the file ends before its 8 header lines are complete"),
    ])
  func `a bad head says line, column and reason`(
    text: String, line: Int, column: Int, message: String
  ) throws {
    let problem = try #require(throws: WeatherFileProblem.self) { try EPW.parse(text) }
    #expect(problem.message == message)
    #expect(problem.line == line)
    #expect(problem.column == column)
  }

  @Test(
    arguments: [
      ("abc,5.0,71,99500", 17, "'abc' is not a dry bulb"),
      ("nan,5.0,71,99500", 17, "'nan' is not a dry bulb"),
      ("150,5.0,71,99500", 17, "the dry bulb is 150, outside -90.0 to 70.0"),
      ("10.0,5.0,71,995", 29, "the station pressure is 995, outside 31000.0 to 120000.0"),
      ("10.0,,71,99500", 22, "the dew point is missing"),
    ])
  func `a bad field says line, column and reason`(weather: String, column: Int, message: String) throws {
    let text = WeatherText.epw(replacing: [50: WeatherText.epwRow(50, weather: weather)])
    let problem = try #require(throws: WeatherFileProblem.self) { try EPW.parse(text) }
    #expect(problem.line == 59)
    #expect(problem.column == column)
    #expect(problem.message.hasPrefix(message))
  }

  @Test func `rows out of order, too few or too many are refused`() throws {
    let swapped = WeatherText.epw(replacing: [5: WeatherText.epwRow(6)])
    var problem = try #require(throws: WeatherFileProblem.self) { try EPW.parse(swapped) }
    #expect(problem.line == 14)
    #expect(
      problem.message == "this row is month 1, day 1, hour 7; expected month 1, day 1, hour 6")
    problem = try #require(throws: WeatherFileProblem.self) {
      try EPW.parse(WeatherText.epw(count: 8000))
    }
    #expect(problem.message == "the file ends after 8000 hours; a year has 8760")
    let longer = WeatherText.epw() + WeatherText.epwRow(0)
    problem = try #require(throws: WeatherFileProblem.self) { try EPW.parse(longer) }
    #expect(problem.line == 8769)
  }
}

@Suite("TMY3 files")
struct TMY3Tests {
  @Test func `a plain file is read with its station`() throws {
    let year = try TMY3.parse(WeatherText.tmy3())
    #expect(year.station.name == "TESTVILLE, AK")
    #expect(year.station.latitude == Degrees(55.317))
    #expect(year.station.timeZone == Seconds(hours: -9))
    #expect(
      year.reading(0)
        == WeatherSample(dryBulb: Celsius(2), dewPoint: Celsius(1), pressure: Pascals(101_000)))
  }

  @Test func `minus 9900 is missing`() throws {
    let year = try TMY3.parse(
      WeatherText.tmy3(replacing: [
        7: WeatherText.tmy3Row(7, weather: "-9900,1.0,93,-9900"),
        8: WeatherText.tmy3Row(8, weather: "24.0,-9900,50,1010"),
      ]))
    #expect(year.reading(7).dryBulb == Celsius(13))
    #expect(abs(year.reading(7).pressure.value - 101_241) < 1)
    #expect(abs(year.reading(8).dewPoint.value - 12.94637) < 1e-4)
  }

  @Test func `a file of the other kind is told apart`() throws {
    let problem = try #require(throws: WeatherFileProblem.self) { try TMY3.parse(WeatherText.epw()) }
    #expect(
      problem.description == "1:1: this is an EPW file, not a TMY3 one"
        && problem.help == "read it with 'epw'")
  }

  @Test func `a file without the columns is refused`() throws {
    let text = WeatherText.tmy3(names: "Date,Time,T,Td")
    let problem = try #require(throws: WeatherFileProblem.self) { try TMY3.parse(text) }
    #expect(problem.description == "2:1: there is no column 'Dry-bulb (C)'")
    #expect(problem.help != nil)
  }

  @Test(
    arguments: [
      ("1997-01-01,01:00,2.0,1.0,93,1010", 1, "'1997-01-01' is not a date such as 01/31/1988"),
      ("01/01/1997,1 am,2.0,1.0,93,1010", 12, "'1 am' is not an hour from 01:00 to 24:00"),
      ("01/01/1997,01:00,2.0,1.0,93,101000", 29, "the station pressure in mbar is 101000"),
    ])
  func `a bad field says line, column and reason`(row: String, column: Int, message: String) throws {
    let problem = try #require(throws: WeatherFileProblem.self) {
      try TMY3.parse(WeatherText.tmy3(replacing: [0: row]))
    }
    #expect(problem.line == 3)
    #expect(problem.column == column)
    #expect(problem.message.hasPrefix(message))
  }
}
