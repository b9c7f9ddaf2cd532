import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Weather year")
struct WeatherYearTests {
  static let station = WeatherStation(
    name: "test", latitude: Degrees(0), longitude: Degrees(0), elevation: Meters(0), timeZone: Seconds(0))

  /// Dry bulb k/100 °C in record k.
  static let ramp = WeatherYear(
    station: station,
    samples: (0..<WeatherYear.hours).map {
      WeatherSample(dryBulb: Celsius(Double($0) / 100), dewPoint: Celsius(-1), pressure: Pascals(100_000))
    })

  @Test(
    arguments: [
      (1, 0), (2, 0.01), (2.5, 0.015), (8760, 87.59), (0, 87.59), (0.5, 43.795), (8760.5, 43.795),
      (-1, 87.58), (8761, 0), (17_522, 0.01),
    ] as [(Double, Double)])
  func `records stand at the end of their hour, lines lie between, and the year wraps`(
    hour: Double, expected: Double
  ) {
    let sample = WeatherYearTests.ramp.sample(atHourOfYear: hour)
    #expect(abs(sample.dryBulb.value - expected) < 1e-5)
    #expect(sample.dewPoint == Celsius(-1))
    #expect(sample.pressure == Pascals(100_000))
  }

  @Test func `a tiny step before the first record is still in the year`() {
    let sample = WeatherYearTests.ramp.sample(atHourOfYear: 1 - 1e-17)
    #expect(sample.dryBulb == Celsius(0))
    #expect(WeatherYearTests.ramp.sample(atHourOfYear: -1e-300).dryBulb.value.isFinite)
  }

  @Test func `means and bins count every record once`() {
    let ramp = WeatherYearTests.ramp
    #expect(abs(ramp.meanDryBulb.value - 43.795) < 1e-4)
    #expect(ramp.meanDewPoint == Celsius(-1))
    #expect(ramp.meanPressure == Pascals(100_000))
    #expect(ramp.hours(dryBulbAtMost: Celsius(0.25)) == 26)
    #expect(ramp.hours(dryBulbAtMost: Celsius(-1)) == 0)
    #expect(ramp.hours(dryBulbAtMost: Celsius(100)) == WeatherYear.hours)
  }

  @Test func `a constant year is constant`() {
    let sample = WeatherSample(dryBulb: Celsius(20), dewPoint: Celsius(10), pressure: Pascals(100_000))
    let year = WeatherYear(constant: sample, station: WeatherYearTests.station)
    #expect(year.sample(atHourOfYear: 1234.56) == sample)
    #expect(year.reading(8759) == sample)
  }
}

@Suite("Weather of the reference files", .enabled(if: ReferenceData.isAvailable))
struct ReferenceWeatherTests {
  @Test func `Chicago O'Hare has the published bins`() throws {
    let year = try WeatherFiles.chicago.get()
    #expect(year.station.name == "Chicago Ohare Intl Ap, IL, USA")
    #expect(year.station.latitude == Degrees(41.98))
    #expect(year.station.timeZone == Seconds(hours: -6))
    #expect(year.station.elevation == Meters(201))
    #expect(abs(year.meanDryBulb.value - 9.99) < 0.005)
    let bins = [13, 18, 24, 27].map { year.hours(dryBulbAtMost: Celsius($0)) }
    #expect(bins == [4931, 6152, 7745, 8238])
  }

  @Test func `New York JFK has the published bins`() throws {
    let year = try WeatherFiles.newYork.get()
    #expect(abs(year.meanDryBulb.value - 12.55) < 0.005)
    let bins = [13, 18, 24, 27].map { year.hours(dryBulbAtMost: Celsius($0)) }
    #expect(bins == [4498, 5765, 7593, 8284])
  }

  /// Means and counts at or below 6, 10, 13, 18 °C, by PsychroLib from the dew point; from the humidity column, which
  /// is in whole per cent, the counts differ by up to eight hours.
  @Test func `wet bulbs of a year agree with PsychroLib hour by hour`() throws {
    for (year, mean, expected) in [
      (try WeatherFiles.chicago.get(), 7.08628, [3947, 4880, 5669, 7229]),
      (try WeatherFiles.newYork.get(), 9.48846, [3418, 4487, 5336, 6850]),
    ] {
      let wetBulbs = (0..<WeatherYear.hours).map { year.reading($0).wetBulb.value }
      #expect(abs(wetBulbs.reduce(0, +) / Double(wetBulbs.count) - mean) < 2e-4)
      for (limit, count) in zip([6.0, 10, 13, 18], expected) {
        #expect(abs(wetBulbs.count { $0 <= limit } - count) <= 1)
      }
    }
  }

  /// The published counts at or below 6, 10, 13, 18 °C and means (two decimals), from the humidity column.
  @Test(arguments: [
    ("USA_IL_Chicago-OHare.Intl.AP.725300_TMY3.epw.gz", 7.15, [3939, 4872, 5664, 7230]),
    ("USA_NY_New.York-J.F.Kennedy.Intl.AP.744860_TMY3.epw.gz", 9.49, [3413, 4488, 5327, 6857]),
  ])
  func `wet bulbs from the humidity column have the published bins`(
    file: String, mean: Double, expected: [Int]
  ) throws {
    let rows = try WeatherFiles.text(file).split(whereSeparator: \.isNewline).dropFirst(8)
    let wetBulbs = try rows.map { row in
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      let (dryBulb, pressure) = (
        Celsius(try #require(Double(fields[6]))), Pascals(try #require(Double(fields[9])))
      )
      let humidity = Fraction(percent: try #require(Double(fields[8])))
      let ratio = Psychrometrics.humidityRatio(
        dryBulb: dryBulb, relativeHumidity: humidity, pressure: pressure)
      return Psychrometrics.wetBulb(dryBulb: dryBulb, humidityRatio: ratio, pressure: pressure).value
    }
    #expect(wetBulbs.count == WeatherYear.hours)
    #expect(abs(wetBulbs.reduce(0, +) / Double(wetBulbs.count) - mean) < 0.005)
    #expect([6.0, 10, 13, 18].map { limit in wetBulbs.count { $0 <= limit } } == expected)
  }

  @Test func `the first record is read at one o'clock`() throws {
    let sample = try WeatherFiles.chicago.get().sample(atHourOfYear: 1)
    #expect(abs(sample.dryBulb.value - -12.2) < 1e-6)
    #expect(abs(sample.dewPoint.value - -16.1) < 1e-6)
    #expect(sample.pressure == Pascals(99_500))
  }
}
