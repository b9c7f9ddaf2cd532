import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Envelopes and humidity")
struct AirEnvelopeTests {
  static func envelope(_ name: String) throws -> AirEnvelope {
    try #require(EnvelopeCatalog.envelope(named: name))
  }

  @Test(
    arguments: [
      ("recommended-2004", 20, 25), ("recommended-2008", 18, 27), ("recommended-2016", 18, 27),
      ("recommended-2021", 18, 27), ("a1", 15, 32), ("a2", 10, 35), ("a3", 5, 40), ("a4", 5, 45),
      ("h1-recommended", 18, 22), ("h1", 15, 25),
    ] as [(String, Double, Double)])
  func `every envelope has its temperatures`(name: String, least: Double, greatest: Double) throws {
    let envelope = try AirEnvelopeTests.envelope(name)
    #expect(envelope.dryBulb == Celsius(least)...Celsius(greatest))
    #expect(EnvelopeCatalog.all.filter { $0.name == name }.count == 1)
  }

  /// Relative humidity in per cent and dew points of the published table; metres a kelvin above 900 m.
  @Test(
    arguments: [
      ("recommended-2004", 40...55, nil, nil, nil), ("recommended-2008", 0...60, 5.5, 15, nil),
      ("recommended-2016", 0...60, -9, 15, nil), ("recommended-2021", 0...70, -9, 15, nil),
      ("a1", 8...80, -12, 17, 300), ("a2", 8...80, -12, 21, 300), ("a3", 8...85, -12, 24, 175),
      ("a4", 8...90, -12, 24, 125),
    ] as [(String, ClosedRange<Double>, Double?, Double?, Double?)])
  func `every envelope has its humidity and its loss with altitude`(
    name: String, humidity: ClosedRange<Double>, least: Double?, greatest: Double?, meters: Double?
  ) throws {
    let envelope = try AirEnvelopeTests.envelope(name)
    let found = envelope.relativeHumidity
    #expect(isClose(found.lowerBound.percent, humidity.lowerBound, absolute: 1e-9))
    #expect(isClose(found.upperBound.percent, humidity.upperBound))
    #expect(envelope.leastDewPoint?.value == least && envelope.greatestDewPoint?.value == greatest)
    #expect(envelope.metersPerKelvin?.value == meters)
  }

  /// Intake air with its dew point, and whether an envelope takes it.
  @Test(
    arguments: [
      ("recommended-2004", 22, 8.5, true), ("recommended-2004", 22, 7.5, false),
      ("recommended-2004", 22, 13, false), ("recommended-2008", 22, 7.5, true),
      ("recommended-2008", 22, 5, false), ("recommended-2016", 22, -8, true),
      ("recommended-2016", 20, 12.5, false), ("recommended-2021", 20, 12.5, true),
      ("recommended-2016", 27.1, 5, false), ("a1", 31, 16.5, true), ("a1", 31, 17.5, false),
      ("a2", 34, 20.5, true), ("a3", 39, 23.5, true), ("a4", 44, 23.5, true), ("a4", 44, 24.5, false),
      ("h1", 25, 10, true), ("h1", 26, 10, false), ("a1", 20, -14, false),
    ] as [(String, Double, Double, Bool)])
  func `air is inside or outside`(name: String, dryBulb: Double, dewPoint: Double, isInside: Bool) throws {
    let air = WeatherSample(dryBulb: Celsius(dryBulb), dewPoint: Celsius(dewPoint))
    #expect(try AirEnvelopeTests.envelope(name).contains(air) == isInside)
  }

  @Test(
    arguments: [
      ("a1", 900, 32), ("a1", 1200, 31), ("a2", 1500, 33), ("a3", 1250, 38), ("a4", 1150, 43),
      ("recommended-2016", 3000, 27), ("a1", 1650, 29.5),
    ] as [(String, Double, Double)])
  func `classes lose temperature with altitude`(name: String, meters: Double, expected: Double) throws {
    let limit = try AirEnvelopeTests.envelope(name).greatestDryBulb(at: Meters(meters))
    #expect(isClose(limit.value, expected))
  }

  @Test func `each class of A holds the one before it`() throws {
    let classes = try ["recommended-2016", "a1", "a2", "a3", "a4"].map { try AirEnvelopeTests.envelope($0) }
    var generator = SeededGenerator(seed: 16)
    var inside = 0
    for _ in 0..<3000 {
      let dryBulb = Double.random(in: 0...50, using: &generator)
      let air = WeatherSample(
        dryBulb: Celsius(dryBulb), dewPoint: Celsius(.random(in: -20...min(dryBulb, 26), using: &generator)))
      for (narrow, wide) in zip(classes, classes.dropFirst()) where narrow.contains(air) {
        inside += 1
        #expect(wide.contains(air))
      }
    }
    #expect(inside > 500)
  }

  @Test(arguments: EnvelopeCatalog.all)
  func `humidity limits are in order at every temperature`(envelope: AirEnvelope) {
    for dryBulb in stride(from: -5.0, through: 50, by: 0.5) {
      let allowed = envelope.humidityRatios(
        dryBulb: Celsius(dryBulb), pressure: Psychrometrics.seaLevelPressure)
      #expect(allowed.lowerBound >= .zero && allowed.upperBound.value.isFinite)
    }
  }

  @Test func `a kilogram of steam takes 0.75 kWh, of spray a hundredth of that`() {
    let water = CubicMetersPerSecond(1e-3 / 3600)
    #expect(isClose(Humidifier.steam.electricity(evaporating: water).value, 750))
    #expect(isClose(Humidifier.adiabatic.electricity(evaporating: water).value, 6))
    #expect(Humidifier.steam.cooling(evaporating: water) == .zero)
    #expect(isClose(Humidifier.adiabatic.cooling(evaporating: water).value, 675))
  }

  static func control(_ name: String, _ humidifier: Humidifier = .steam) throws -> OutsideAirHumidity {
    OutsideAirHumidity(
      envelope: try envelope(name), room: Celsius(22), flow: CubicMetersPerSecond(1), humidifier: humidifier)
  }

  @Test func `a frosty hour needs water for 2004 and almost none for 2016`() throws {
    let frost = WeatherSample(dryBulb: Celsius(-5), dewPoint: Celsius(-10))
    let narrow = try AirEnvelopeTests.control("recommended-2004").reading(frost)
    let liters = narrow.water.volume(over: Seconds(hours: 1)).value
    // 40 % at 22 °C hold 6.55 g/kg, a dew point of −10 °C 1.60 g/kg.
    #expect(isClose(liters, 1.2 * 3.6 * 4.95, relative: 0.01))
    #expect(isClose(narrow.electricity.value, liters * 750))
    let wide = try AirEnvelopeTests.control("recommended-2016").reading(frost)
    #expect(wide.water < narrow.water * 0.05)
  }

  @Test func `wider envelopes need fewer hours, and spray less electricity`() throws {
    let year = SyntheticWeather.year(of: .chicagoOHare)
    let names = ["recommended-2004", "recommended-2008", "recommended-2016", "a2"]
    let years = try names.map { try AirEnvelopeTests.control($0).year(year) }
    for (narrow, wide) in zip(years, years.dropFirst()) {
      #expect(wide.humidifying < narrow.humidifying && wide.water < narrow.water)
      #expect(wide.dehumidifying <= narrow.dehumidifying && wide.electricity < narrow.electricity)
    }
    #expect(years[0].humidifying + years[0].dehumidifying > 6000)
    let spray = try AirEnvelopeTests.control("recommended-2004", .adiabatic).year(year)
    #expect(spray.water == years[0].water && spray.humidifying == years[0].humidifying)
    #expect(spray.electricity < years[0].electricity)
  }
}
