import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Chilled-water, wet and liquid plants")
struct WetAndLiquidPlantTests {
  static let size = PlantSize(designHeat: Watts(kilowatts: 300), spareUnits: 1)
  static let heat = Watts(kilowatts: 250)

  static func reading(
    _ name: String, dryBulb: Double, dewPoint: Double, heat: Watts = heat, settings: [(String, String)] = []
  ) throws -> CoolingReading {
    let entry = try #require(PlantCatalog.entry(named: name))
    var parameters = PlantParameters()
    for (key, text) in settings {
      parameters.set(try #require(entry.parameter(named: key)).setting(text))
    }
    return entry.make(size, parameters).reading(
      heat: heat, weather: WeatherSample(dryBulb: Celsius(dryBulb), dewPoint: Celsius(dewPoint)))
  }

  /// Cooling electricity over heat for a year in Chicago, 400 kW of units and 250 kW of heat.
  @Test(
    arguments: [
      ("chilled-water-crah", 0.30, 0.40), ("chilled-water-2015", 0.25, 0.45),
      ("chilled-water-economizer", 0.08, 0.14),
      ("air-cooled-chiller-2005", 0.33, 0.43), ("air-cooled-chiller-2025", 0.16, 0.25),
      ("dx-pumped-refrigerant", 0.09, 0.15), ("direct-evaporative", 0.03, 0.09),
      ("indirect-evaporative", 0.01, 0.06), ("in-row", 0.07, 0.13), ("rear-door-passive", 0.06, 0.12),
      ("rear-door-active", 0.06, 0.12), ("direct-liquid", 0.03, 0.08),
    ] as [(String, Double, Double)])
  func `a year in Chicago costs what such plants cost`(name: String, least: Double, greatest: Double) throws {
    let plant = try #require(PlantCatalog.entry(named: name)).make(
      WetAndLiquidPlantTests.size, PlantParameters())
    let year = SyntheticWeather.year(of: .chicagoOHare)
    var (electricity, unmet) = (Watts.zero, Watts.zero)
    for hour in 0..<WeatherYear.hours {
      let reading = plant.reading(heat: WetAndLiquidPlantTests.heat, weather: year.reading(hour))
      electricity += reading.electricity
      unmet += reading.unmet
    }
    let overhead = electricity / (WetAndLiquidPlantTests.heat * Double(WeatherYear.hours))
    #expect((least...greatest).contains(overhead))
    #expect(unmet == .zero)
  }

  @Test func `a water-side economizer stops the chillers on a frosty day`() throws {
    let frost = try WetAndLiquidPlantTests.reading("chilled-water-economizer", dryBulb: 1, dewPoint: -2)
    #expect(frost.coil == .zero && frost.compressor == frost.rejectionFans)
    let without = try WetAndLiquidPlantTests.reading("chilled-water-crah", dryBulb: 1, dewPoint: -2)
    #expect(without.free == .zero && without.compressor > Watts(kilowatts: 30))
  }

  /// Electricity per heat of the published unit relative to that at 34.9 °C; 4.567 W/W at rating.
  @Test(
    arguments: [
      (-4, 0.042), (1.6, 0.084), (4.3, 0.2269), (9.9, 0.311), (15.4, 0.4454), (21, 0.6723), (26.6, 0.7773),
      (32.1, 0.895), (34.9, 1.0), (50, 1.5), (-20, 0.042), (7.1, 0.26895),
    ] as [(Double, Double)])
  func `pumped refrigerant follows the published table`(outdoor: Double, multiplier: Double) throws {
    let reading = try WetAndLiquidPlantTests.reading(
      "dx-pumped-refrigerant", dryBulb: outdoor, dewPoint: -30, heat: WetAndLiquidPlantTests.size.capacity)
    let cooled = reading.coil + reading.free
    #expect(isClose(reading.compressor / cooled, multiplier / 4.567, relative: 1e-9))
    #expect((reading.free == .zero) == (outdoor >= 21) && (reading.coil == .zero) == (outdoor <= 1.6))
  }

  @Test func `half the flow costs the published unit 8 percent, half the load another 8`() throws {
    let reading = try WetAndLiquidPlantTests.reading(
      "dx-pumped-refrigerant", dryBulb: 34.9, dewPoint: -30, heat: WetAndLiquidPlantTests.size.capacity * 0.5)
    let cooled = reading.coil + reading.free
    let factor = (1.156 - 0.1816 * 0.5 + 0.0256 * 0.25) / (0.85 + 0.15 * 0.5)
    #expect(isClose(reading.compressor / cooled, factor / 4.567, relative: 1e-9))
  }

  @Test func `wet pads carry a hot dry day that dry air cannot`() throws {
    let wet = try WetAndLiquidPlantTests.reading("direct-evaporative", dryBulb: 38, dewPoint: 2)
    #expect(wet.coil == .zero && wet.water > .zero && wet.pumps > .zero)
    let dry = try WetAndLiquidPlantTests.reading("air-economizer-2025", dryBulb: 38, dewPoint: 2)
    #expect(dry.free == .zero && dry.electricity > wet.electricity * 2)
    let cool = try WetAndLiquidPlantTests.reading("direct-evaporative", dryBulb: 12, dewPoint: 5)
    #expect(cool.coil == .zero && cool.water == .zero && cool.pumps == .zero)
  }

  /// Sensible heat that the pads take from 38 °C air down to what enters the fans is the heat of their vapour.
  @Test func `pads evaporate as much as they cool`() throws {
    let reading = try WetAndLiquidPlantTests.reading("direct-evaporative", dryBulb: 38, dewPoint: 2)
    let entering = reading.supply - ServerAir.rise(of: reading.airflow, carrying: reading.fans)
    let cooled = 1.2 * 1020 * reading.airflow.value * (38 - entering.value)
    #expect(isClose(reading.makeUp.evaporation.value * 2.43e9, cooled, relative: 1e-9))
    #expect(isClose(reading.water.value, reading.makeUp.evaporation.value * 1.25, relative: 1e-9))
  }

  @Test func `an indirect exchanger is dry in the cool, wet in the heat, and trimmed in the damp`() throws {
    func at(_ dryBulb: Double, _ dewPoint: Double) throws -> CoolingReading {
      try WetAndLiquidPlantTests.reading("indirect-evaporative", dryBulb: dryBulb, dewPoint: dewPoint)
    }
    let (cool, hot, damp) = (try at(8, 2), try at(30, 10), try at(30, 29))
    #expect(cool.coil == .zero && cool.water == .zero)
    #expect(hot.coil == .zero && hot.water > .zero)
    #expect(damp.coil > .zero && damp.free > .zero)
  }

  @Test func `doors without fans cost the servers a five-hundredth of their heat`() throws {
    let passive = try WetAndLiquidPlantTests.reading(
      "rear-door-passive", dryBulb: 20, dewPoint: 10, heat: Watts(kilowatts: 100),
      settings: [("capture", "100 %")])
    #expect(isClose(passive.fans.value, 200))
    let active = try WetAndLiquidPlantTests.reading(
      "rear-door-active", dryBulb: 20, dewPoint: 10, heat: WetAndLiquidPlantTests.size.capacity,
      settings: [("capture", "100 %")])
    #expect(isClose(active.fans.kilowatts, 6))
    let row = try WetAndLiquidPlantTests.reading(
      "in-row", dryBulb: 20, dewPoint: 10, heat: WetAndLiquidPlantTests.size.capacity)
    #expect(isClose(row.fans.kilowatts, 8))
  }

  @Test func `warm liquid needs no compressor up to 32 degrees`() throws {
    let full = WetAndLiquidPlantTests.size.capacity
    let warm = try WetAndLiquidPlantTests.reading("direct-liquid", dryBulb: 32, dewPoint: 10, heat: full)
    #expect(isClose(warm.liquid.value, full.value * 0.7))
    #expect(isClose(warm.free.value, warm.liquid.value))
    #expect(isClose(warm.pumps.value, warm.liquid.value * 0.02))
    let hot = try WetAndLiquidPlantTests.reading("direct-liquid", dryBulb: 36, dewPoint: 10, heat: full)
    #expect(hot.free < warm.free && hot.free > .zero && hot.compressor > warm.compressor)
    let desert = try WetAndLiquidPlantTests.reading("direct-liquid", dryBulb: 50, dewPoint: 10, heat: full)
    #expect(desert.free == .zero && desert.rejectionFans == .zero && desert.unmet == .zero)
  }

  @Test func `thirty-odd degrees cost an air-cooled chiller a third of its efficiency against twenty`() throws
  {
    let (cool, hot) = (
      try WetAndLiquidPlantTests.reading("air-cooled-chiller-2005", dryBulb: 20, dewPoint: 5),
      try WetAndLiquidPlantTests.reading("air-cooled-chiller-2005", dryBulb: 35, dewPoint: 5)
    )
    #expect((1.25...1.45).contains(hot.compressor / cool.compressor))
  }
}
