import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Perimeter units")
struct PerimeterTests {
  static let hot = WeatherSample(dryBulb: Celsius(35), dewPoint: Celsius(20))

  @Test func `a 2005 unit at its rating draws what its data say`() throws {
    let size = PlantSize(designHeat: Watts(kilowatts: 100), spareUnits: 0)
    let entry = try #require(PlantCatalog.entry(named: "perimeter-dx-2005"))
    var settings = PlantParameters()
    settings.set(try #require(entry.parameter(named: "supply")).setting("15 degC"))
    let reading = PerimeterDX2005(size: size, settings: settings).reading(
      heat: Watts(kilowatts: 100), weather: PerimeterTests.hot)
    #expect(isClose(reading.fans.kilowatts, 6.5))
    #expect(isClose(reading.humidity.kilowatts, 2))
    #expect(isClose(reading.compressor.kilowatts, 108.5 / 2.8))
    #expect(reading.unmet == .zero)
    #expect(reading.supply == Celsius(15))
    #expect(isClose(reading.returnAir.value, 25))
    #expect(isClose(reading.airflow.value, 8.2836, relative: 1e-4))
  }

  @Test func `what is beyond capacity is unmet and costs nothing more`() {
    let size = PlantSize(designHeat: Watts(kilowatts: 100), spareUnits: 0)
    let plant = PerimeterDX2005(size: size)
    let full = plant.reading(heat: Watts(kilowatts: 100), weather: PerimeterTests.hot)
    let over = plant.reading(heat: Watts(kilowatts: 130), weather: PerimeterTests.hot)
    #expect(over.unmet == Watts(kilowatts: 30))
    #expect(over.electricity == full.electricity)
  }

  @Test func `spare units of constant speed cost their fans`() {
    let heat = Watts(kilowatts: 90)
    let alone = PerimeterDX2005(size: PlantSize(designHeat: heat, spareUnits: 0))
    let spare = PerimeterDX2005(size: PlantSize(designHeat: heat, spareUnits: 1))
    let extra =
      spare.reading(heat: heat, weather: PerimeterTests.hot).electricity
      - alone.reading(heat: heat, weather: PerimeterTests.hot).electricity
    #expect(extra > Watts(kilowatts: 6.5))
  }

  @Test func `two units that hold the floor's pressure take two fifths of their fan power at 60 percent`() {
    let size = PlantSize(designHeat: Watts(kilowatts: 100), spareUnits: 1)
    let reading = PerimeterDXVariable(size: size).reading(
      heat: Watts(kilowatts: 120), weather: PerimeterTests.hot)
    #expect(isClose(reading.fans.kilowatts, 4.101592, relative: 1e-6))
    #expect(isClose((reading.returnAir - reading.supply).value, 12))
  }

  @Test func `spare units of variable speed save fan power`() {
    let heat = Watts(kilowatts: 95)
    let alone = PerimeterDXVariable(size: PlantSize(designHeat: heat, spareUnits: 0))
    let spare = PerimeterDXVariable(size: PlantSize(designHeat: heat, spareUnits: 1))
    let (one, two) = (
      alone.reading(heat: heat, weather: PerimeterTests.hot),
      spare.reading(heat: heat, weather: PerimeterTests.hot)
    )
    #expect(two.fans < one.fans * 0.7)
  }

  @Test func `Moore's curve charges half a watt a watt at 15 degrees`() throws {
    let entry = try #require(PlantCatalog.entry(named: "crac-moore-2005"))
    var settings = PlantParameters()
    settings.set(try #require(entry.parameter(named: "fans")).setting("0 %"))
    let plant = entry.make(PlantSize(designHeat: Watts(kilowatts: 100)), settings)
    let reading = plant.reading(heat: Watts(kilowatts: 100), weather: PerimeterTests.hot)
    #expect(isClose(reading.electricity.kilowatts, 50))
  }

  @Test func `a year in Chicago costs a 2005 room a third of its heat, a 2025 room a tenth`() {
    let year = SyntheticWeather.year(of: .chicagoOHare)
    let size = PlantSize(designHeat: Watts(kilowatts: 300), spareUnits: 1)
    func overhead(_ plant: some CoolingPlant) -> Double {
      var total = Watts.zero
      for hour in 0..<WeatherYear.hours {
        total += plant.reading(heat: Watts(kilowatts: 250), weather: year.reading(hour)).electricity
      }
      return total / (Watts(kilowatts: 250) * Double(WeatherYear.hours))
    }
    #expect((0.3...0.55).contains(overhead(PerimeterDX2005(size: size))))
    #expect((0.15...0.3).contains(overhead(PerimeterDXVariable(size: size))))
    #expect((0.03...0.15).contains(overhead(AirEconomizer(size: size))))
  }
}

@Suite("Air economizer")
struct AirEconomizerTests {
  static let plant = AirEconomizer(size: PlantSize(designHeat: Watts(kilowatts: 200), spareUnits: 1))
  static let heat = Watts(kilowatts: 200)

  static func reading(dryBulb: Double, dewPoint: Double) -> CoolingReading {
    plant.reading(
      heat: heat, weather: WeatherSample(dryBulb: Celsius(dryBulb), dewPoint: Celsius(dewPoint)))
  }

  @Test func `cool outside air does all of it`() {
    let reading = AirEconomizerTests.reading(dryBulb: 5, dewPoint: 0)
    #expect(reading.compressor == .zero)
    #expect(isClose(reading.free.value, (reading.removed + reading.fans).value))
    #expect(reading.water == CubicMetersPerSecond(0))
  }

  /// 486 Pa of the unit and 50 to 100 Pa of filters and dampers, at 70 %; the plug fan's curve is 1.00236 at full flow.
  @Test func `outside air costs the fans 75 Pa more`() {
    let plant = AirEconomizer(size: PlantSize(designHeat: AirEconomizerTests.heat, spareUnits: 0))
    let reading = plant.reading(
      heat: plant.size.capacity, weather: WeatherSample(dryBulb: Celsius(5), dewPoint: Celsius(0)))
    let pressure = reading.fans.value / reading.airflow.value * 0.7 / 1.00235737
    #expect(isClose(pressure, 486 + 75, relative: 1e-4))
  }

  @Test func `between supply and return both work`() {
    let reading = AirEconomizerTests.reading(dryBulb: 29, dewPoint: 10)
    #expect(reading.free > .zero && reading.coil > .zero)
    let warmer = AirEconomizerTests.reading(dryBulb: 31, dewPoint: 10)
    #expect(warmer.free < reading.free)
  }

  @Test(arguments: [(36.5, 10.0), (20, 15.5)])
  func `hot or damp outside air is shut out`(dryBulb: Double, dewPoint: Double) {
    let reading = AirEconomizerTests.reading(dryBulb: dryBulb, dewPoint: dewPoint)
    #expect(reading.free == .zero)
    #expect(reading.coil == reading.removed + reading.fans)
  }

  @Test func `dry cold air is sprayed up to minus 9 degrees`() {
    let reading = AirEconomizerTests.reading(dryBulb: -15, dewPoint: -20)
    // Outside air that carries the heat from −15 °C to the return, lifted from 0.64 to 1.75 g/kg.
    let exhaust = reading.returnAir.value
    let mass = (reading.removed + reading.fans).value / (1006 * (exhaust + 15))
    let lift =
      Psychrometrics.humidityRatio(dewPoint: Celsius(-9), pressure: Psychrometrics.seaLevelPressure)
      - Psychrometrics.humidityRatio(dewPoint: Celsius(-20), pressure: Psychrometrics.seaLevelPressure)
    #expect(isClose(reading.water.value, mass * lift.value / 1000, relative: 1e-6))
    #expect(isClose(reading.pumps.value, reading.water.value * 1000 * 21_600, relative: 1e-9))
    #expect(AirEconomizerTests.reading(dryBulb: -5, dewPoint: -8).water == CubicMetersPerSecond(0))
  }

  @Test func `water adds up over time`() {
    #expect(CubicMetersPerSecond(0.002).volume(over: Seconds(60)) == Liters(120))
  }
}
