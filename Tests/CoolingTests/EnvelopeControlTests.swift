import Quantities
import TestSupport
import Testing

@testable import Cooling

/// A room that keeps an envelope, with any plant of the catalogue in it.
@Suite("Envelope control")
struct EnvelopeControlTests {
  static let intake = Celsius(22)
  static let flow = CubicMetersPerSecond(0.1)

  static func outsideAir(_ name: String, _ humidifier: Humidifier = .steam) throws -> OutsideAirHumidity {
    OutsideAirHumidity(
      envelope: try AirEnvelopeTests.envelope(name), room: intake, flow: flow, humidifier: humidifier)
  }

  /// Plants whose rooms are closed.
  static let closed = PlantCatalog.all.filter { !$0.takesOutsideAir }

  @Test(arguments: closed, Humidifier.allCases)
  func `heat, vapour and electricity close in any weather`(entry: PlantEntry, humidifier: Humidifier) throws {
    var generator = SeededGenerator(seed: 11)
    var (dry, damp) = (0, 0)
    for _ in 0..<300 {
      let plant = try PlantContractTests.randomPlant(entry, using: &generator)
      let envelope = try #require(EnvelopeCatalog.all.randomElement(using: &generator))
      let control = EnvelopeControl(
        plant,
        outsideAir: OutsideAirHumidity(
          envelope: envelope, room: Celsius(.random(in: 15...30, using: &generator)),
          flow: CubicMetersPerSecond(.random(in: 0...5, using: &generator)), humidifier: humidifier))
      let isDamp = Bool.random(using: &generator)
      let dryBulb = Double.random(in: isDamp ? 20...45 : -40...45, using: &generator)
      let weather = WeatherSample(
        dryBulb: Celsius(dryBulb),
        dewPoint: Celsius(.random(in: (isDamp ? 15 : -50)...min(30, dryBulb), using: &generator)),
        pressure: Pascals(.random(in: 70_000...105_000, using: &generator)))
      let heat = plant.size.capacity * Double.random(in: 0...1.5, using: &generator)
      let reading = control.reading(heat: heat, weather: weather)
      #expect(control.size == plant.size && control.supply == plant.supply)
      #expect(reading.heat == heat && reading.unmet >= .zero && reading.unmet <= heat)
      let tolerance = 1e-9 * (plant.size.capacity.value + abs(reading.vapour.value))
      let indoors = reading.removed + reading.vapour + reading.fans + reading.humidity
      #expect(abs((indoors - reading.coil - reading.free).value) <= tolerance)
      #expect(
        abs((reading.rejected - reading.removed - reading.vapour - reading.electricity).value) <= tolerance)
      let carried = ServerAir.rise(
        of: reading.airflow,
        carrying: reading.removed - reading.liquid + min(.zero, reading.vapour)
          + (humidifier == .steam && reading.vapour < .zero ? .zero - reading.vapour : .zero),
        pressure: weather.pressure)
      #expect(isClose((reading.returnAir - reading.supply).value, carried.value, absolute: 1e-9))
      if reading.vapour < .zero { dry += 1 }
      if reading.vapour > .zero { damp += 1 }
    }
    #expect(dry > 30 && damp > 30)
  }

  /// 40 % at 22 °C hold 6.55 g/kg, a dew point of −10 °C 1.60 g/kg.
  @Test func `a frosty hour boils two litres, and spray takes their heat from the room`() throws {
    let frost = WeatherSample(dryBulb: Celsius(-5), dewPoint: Celsius(-10))
    let plant = PerimeterDXVariable(size: PlantSize(designHeat: Watts(kilowatts: 100)))
    let heat = Watts(kilowatts: 50)
    let alone = plant.reading(heat: heat, weather: frost)
    let steam = EnvelopeControl(plant, outsideAir: try Self.outsideAir("recommended-2004"))
      .reading(heat: heat, weather: frost)
    let liters = (steam.water - alone.water).volume(over: Seconds(hours: 1)).value
    #expect(isClose(liters, 1.2 * 0.1 * 3.6 * 4.95, relative: 0.01))
    #expect(isClose((steam.humidity - alone.humidity).value, liters * 750, relative: 1e-9))
    #expect(steam.coil == alone.coil && steam.compressor == alone.compressor)
    let spray = EnvelopeControl(plant, outsideAir: try Self.outsideAir("recommended-2004", .adiabatic))
      .reading(heat: heat, weather: frost)
    #expect(spray.water == steam.water && spray.humidity <= alone.humidity)
    #expect(isClose(spray.vapour.value, -liters / 3600 * 2.43e6, relative: 1e-9))
    #expect(isClose((spray.pumps - alone.pumps).value, liters * 6, relative: 1e-9))
    #expect(isClose((alone.removed - spray.removed - spray.vapour).value, -spray.vapour.value))
  }

  @Test func `a damp hour loads the coils with what they condense`() throws {
    let damp = WeatherSample(dryBulb: Celsius(28), dewPoint: Celsius(24))
    let plant = PerimeterDXVariable(size: PlantSize(designHeat: Watts(kilowatts: 100)))
    let heat = Watts(kilowatts: 50)
    let alone = plant.reading(heat: heat, weather: damp)
    let dried = EnvelopeControl(plant, outsideAir: try Self.outsideAir("recommended-2004"))
      .reading(heat: heat, weather: damp)
    // 55 % at 22 °C hold 9.06 g/kg, a dew point of 24 °C 18.96 g/kg.
    let latent = 1.2 * 0.1 * 9.9e-3 * 2.43e6
    #expect(isClose(dried.vapour.value, latent, relative: 0.01))
    #expect(dried.compressor > alone.compressor && dried.removed == heat && dried.unmet == .zero)
    #expect(isClose(dried.compressor / dried.coil, alone.compressor / alone.coil, relative: 0.05))
  }

  @Test func `what the coils condense is heat that they cannot take elsewhere`() throws {
    let damp = WeatherSample(dryBulb: Celsius(28), dewPoint: Celsius(24))
    let plant = PerimeterDXVariable(size: PlantSize(designHeat: Watts(kilowatts: 100), spareUnits: 0))
    let heat = plant.size.capacity
    let dried = EnvelopeControl(plant, outsideAir: try Self.outsideAir("recommended-2004"))
      .reading(heat: heat, weather: damp)
    #expect(dried.unmet > Watts(2500) && dried.unmet < Watts(3500))
    #expect(dried.removed + dried.vapour <= heat * (1 + 1e-12))
  }

  @Test func `the narrow envelope of 2004 costs more than those since in every climate`() throws {
    for climate in [ClimateNormals.chicagoOHare, .denver] {
      let year = SyntheticWeather.year(of: climate)
      let electricity = try ["recommended-2004", "recommended-2008", "recommended-2016", "a2"].map { name in
        let control = EnvelopeControl(
          PerimeterDXVariable(size: PlantSize(designHeat: Watts(kilowatts: 100))),
          outsideAir: try Self.outsideAir(name))
        return (0..<WeatherYear.hours).reduce(0.0) {
          $0 + control.reading(heat: Watts(kilowatts: 60), weather: year.reading($1)).electricity.value
        }
      }
      #expect(zip(electricity, electricity.dropFirst()).allSatisfy { $0 > $1 }, "\(electricity)")
    }
  }

  /// The table of the page: litres of water, and kWh with steam and with spray, of a closed room in Chicago that takes 0.02 m3/s
  /// of outside air; what must be condensed at a COP of 3.
  @Test(
    arguments: [
      ("recommended-2004", 1486, 1304, 198), ("recommended-2008", 1085, 966, 159),
      ("recommended-2016", 58, 196, 153), ("a1", 24, 96, 77), ("a3", 24, 51, 33),
    ] as [(String, Double, Double, Double)])
  func `a year of an envelope costs what the page says`(
    name: String, liters: Double, steam: Double, spray: Double
  ) throws {
    func year(_ humidifier: Humidifier) throws -> OutsideAirHumidity.Year {
      OutsideAirHumidity(
        envelope: try AirEnvelopeTests.envelope(name), room: Self.intake, flow: CubicMetersPerSecond(0.02),
        humidifier: humidifier
      ).year(SyntheticWeather.year(of: .chicagoOHare))
    }
    let (boiled, sprayed) = try (year(.steam), year(.adiabatic))
    #expect(isClose(boiled.water.value, liters, absolute: 0.5))
    #expect(isClose(boiled.electricity.kilowattHours, steam, absolute: 0.5))
    #expect(isClose(sprayed.electricity.kilowattHours, spray, absolute: 0.5))
  }

  @Test func `shares of a year's mean give way to what each hour asks for, unless they were set`() throws {
    let kept = RoomHumidity(envelope: try AirEnvelopeTests.envelope("recommended-2004"))
    let entry = PerimeterDX2005.entry
    let sea = Psychrometrics.seaLevelPressure
    let settings = kept.settings(PlantParameters(), of: entry, intake: Self.intake, pressure: sea)
    #expect(settings[PerimeterDX2005.humidityStanding] == Fraction(0))
    #expect(settings[PerimeterDX2005.humidityProportional] == Fraction(0))
    #expect(settings[PerimeterDX2005.supply] == Celsius(14))
    var given = PlantParameters()
    given.set(try PerimeterDX2005.humidityStanding.setting("2 %"))
    let own = kept.settings(given, of: entry, intake: Self.intake, pressure: sea)
    #expect(own[PerimeterDX2005.humidityStanding] == Fraction(0.02))
  }

  /// Dew points of 40 and 55 % at 24 °C are 9.6 and 14.4 °C.
  @Test(arguments: [("recommended-2004", 9.6, 14.4), ("recommended-2016", -9, 15), ("a2", -10.95, 20.34)])
  func `plants with outside air take their dew points from the envelope`(
    name: String, least: Double, greatest: Double
  ) throws {
    let kept = RoomHumidity(envelope: try AirEnvelopeTests.envelope(name))
    let entry = AirEconomizer.entry
    let settings = kept.settings(
      PlantParameters(), of: entry, intake: Celsius(24), pressure: Psychrometrics.seaLevelPressure)
    let found: (Celsius, Celsius) = (
      settings[AirEconomizer.leastDewPoint], settings[AirEconomizer.greatestDewPoint]
    )
    #expect(isClose(found.0.value, least, absolute: 0.06) && isClose(found.1.value, greatest, absolute: 0.06))
    let plant = entry.make(PlantContractTests.size, settings)
    let same = kept.keeping(plant, of: entry, intake: Celsius(24), serverAir: Self.flow)
    #expect(same is AirEconomizer)
  }
}
