import Cooling
import Quantities
import TestSupport
import Testing

/// What every plant of the catalogue promises.
@Suite("Every cooling plant")
struct PlantContractTests {
  static let size = PlantSize(designHeat: Watts(kilowatts: 250), spareUnits: 1)
  static let mild = WeatherSample(dryBulb: Celsius(18), dewPoint: Celsius(8))

  /// The plant with each parameter at random within its range.
  static func randomPlant(_ entry: PlantEntry, using generator: inout SeededGenerator) throws
    -> any CoolingPlant
  {
    var settings = PlantParameters()
    for parameter in entry.parameters {
      let least = try value(parameter.leastText, of: parameter)
      let greatest = try value(parameter.greatestText, of: parameter)
      let drawn = Double.random(in: least...greatest, using: &generator)
      settings.set(try parameter.setting(parameter.quantity.init(drawn)))
    }
    let size = PlantSize(
      designHeat: Watts(.random(in: 1e3...5e6, using: &generator)),
      unitCapacity: Watts(.random(in: 1e4...3e5, using: &generator)),
      spareUnits: .random(in: 0...3, using: &generator))
    return entry.make(size, settings)
  }

  static func value(_ text: String, of parameter: PlantParameter) throws -> Double {
    try parameter.quantity.init(text).value
  }

  @Test func `names are unique and speak for themselves`() {
    #expect(Set(PlantCatalog.all.map(\.name)).count == PlantCatalog.all.count)
    for entry in PlantCatalog.all {
      #expect(!entry.summary.isEmpty && entry.summary.hasSuffix("."))
      #expect(Set(entry.parameters.map(\.name)).count == entry.parameters.count)
      for parameter in entry.parameters {
        #expect(!parameter.summary.isEmpty && !parameter.source.isEmpty)
        #expect(throws: Never.self) { try parameter.setting(parameter.standardText) }
        #expect(throws: Never.self) { try parameter.setting(parameter.leastText) }
        #expect(throws: Never.self) { try parameter.setting(parameter.greatestText) }
      }
    }
  }

  @Test(arguments: PlantCatalog.all)
  func `energy closes and nothing is odd over the whole range of input`(entry: PlantEntry) throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let plant = try PlantContractTests.randomPlant(entry, using: &generator)
      let dryBulb = Double.random(in: -60...60, using: &generator)
      let weather = WeatherSample(
        dryBulb: Celsius(dryBulb), dewPoint: Celsius(.random(in: -70...min(35, dryBulb), using: &generator)),
        pressure: Pascals(.random(in: 60_000...105_000, using: &generator)))
      let load = [0, 1e-9, Double.random(in: 0...2, using: &generator)].randomElement(using: &generator) ?? 0
      let heat = plant.size.capacity * load
      let reading = plant.reading(heat: heat, weather: weather)

      for part in [
        reading.unmet, reading.coil, reading.free, reading.compressor, reading.fans, reading.pumps,
        reading.humidity, reading.rejectionFans, reading.liquid,
      ] {
        #expect(part.value.isFinite && part >= .zero)
      }
      #expect(reading.heat == heat)
      #expect(reading.supply == plant.supply)
      #expect(reading.removed <= plant.size.capacity * (1 + 1e-12))
      // Beyond their design weather chillers lose capacity; in it, a plant carries what it is sized for.
      let isBeyondDesign = weather.wetBulb > Celsius(30) || weather.dryBulb > Celsius(45)
      #expect(reading.unmet > .zero || heat <= plant.size.capacity)
      #expect(reading.unmet == .zero || heat > plant.size.capacity || isBeyondDesign)
      #expect(reading.rejectionFans <= reading.compressor)
      #expect(reading.liquid <= reading.removed)
      let tolerance = 1e-9 * plant.size.capacity.value
      let indoors = reading.removed + reading.fans + reading.humidity
      #expect(abs((indoors - reading.coil - reading.free).value) <= tolerance)
      #expect(abs((reading.rejected - reading.removed - reading.electricity).value) <= tolerance)
      #expect(reading.returnAir >= reading.supply && reading.returnAir.value.isFinite)
      #expect(reading.airflow > .zero && reading.water >= .zero)
      #expect(reading.water >= reading.makeUp.total)
      let carried = ServerAir.rise(
        of: reading.airflow, carrying: reading.removed - reading.liquid, pressure: weather.pressure)
      #expect(isClose((reading.returnAir - reading.supply).value, carried.value, absolute: 1e-9))
    }
  }

  @Test(arguments: PlantCatalog.all)
  func `electricity never falls as it gets warmer outside`(entry: PlantEntry) {
    let plant = entry.make(PlantContractTests.size, PlantParameters())
    for load in [0.1, 0.5, 1.0] {
      var last = Watts.zero
      for dryBulb in stride(from: -8.0, through: 55, by: 0.5) {
        let reading = plant.reading(
          heat: plant.size.capacity * load,
          weather: WeatherSample(dryBulb: Celsius(dryBulb), dewPoint: Celsius(-8)))
        #expect(reading.electricity >= last - Watts(1e-6))
        last = reading.electricity
      }
    }
  }

  @Test(arguments: PlantCatalog.all)
  func `electricity never falls as it gets damper outside`(entry: PlantEntry) {
    let plant = entry.make(PlantContractTests.size, PlantParameters())
    for dryBulb in [15.0, 22, 30] {
      for load in [0.1, 0.5, 1.0] {
        var last = Watts.zero
        for dewPoint in stride(from: -8.0, through: dryBulb, by: 0.25) {
          let reading = plant.reading(
            heat: plant.size.capacity * load,
            weather: WeatherSample(dryBulb: Celsius(dryBulb), dewPoint: Celsius(dewPoint)))
          #expect(reading.electricity >= last - Watts(1e-6))
          last = reading.electricity
        }
      }
    }
  }

  @Test(arguments: PlantCatalog.all)
  func `electricity never falls as heat rises`(entry: PlantEntry) {
    let plant = entry.make(PlantContractTests.size, PlantParameters())
    for dryBulb in [-20.0, 10, 18, 30, 40] {
      var last = Watts.zero
      for step in 0...200 {
        let heat = plant.size.capacity * (Double(step) / 150)
        let reading = plant.reading(
          heat: heat, weather: WeatherSample(dryBulb: Celsius(dryBulb), dewPoint: Celsius(dryBulb - 10)))
        #expect(reading.electricity >= last - Watts(1e-6))
        last = reading.electricity
      }
    }
  }

  @Test(arguments: PlantCatalog.all)
  func `halving the sample changes the year by less than a thousandth`(entry: PlantEntry) {
    let plant = entry.make(PlantContractTests.size, PlantParameters())
    let year = SyntheticWeather.year(of: .chicagoOHare)
    func mean(step: Double) -> Double {
      let count = Int(Double(WeatherYear.hours) / step)
      var total = Watts.zero
      for index in 0..<count {
        let weather = year.sample(atHourOfYear: (Double(index) + 0.5) * step)
        total += plant.reading(heat: Watts(kilowatts: 200), weather: weather).electricity
      }
      return total.value / Double(count)
    }
    #expect(isClose(mean(step: 1), mean(step: 0.5), relative: 1e-3))
  }

  /// Variable speed may gain on the way down to its least flow; after consolidation to a tenth, nothing does.
  @Test(arguments: PlantCatalog.all)
  func `a plant kept for a tenth of its load makes PUE worse`(entry: PlantEntry) throws {
    let plant = entry.make(PlantContractTests.size, PlantParameters())
    func pue(_ load: Double) throws -> PUE {
      let heat = plant.size.capacity * load
      let reading = plant.reading(
        heat: heat, weather: WeatherSample(dryBulb: Celsius(32), dewPoint: Celsius(20)))
      return try #require(PUE(facility: heat + reading.electricity, it: heat))
    }
    #expect(try pue(0.1) > pue(0.4))
    #expect(try pue(0.02) > pue(0.1))
  }

  @Test(arguments: ["perimeter-dx-2005", "crac-moore-2005"])
  func `with constant speed every fall of the load makes PUE worse`(name: String) throws {
    let entry = try #require(PlantCatalog.entry(named: name))
    let plant = entry.make(PlantContractTests.size, PlantParameters())
    var last = PUE(0)
    for step in (1...100).reversed() {
      let heat = plant.size.capacity * (Double(step) / 100)
      let reading = plant.reading(heat: heat, weather: PlantContractTests.mild)
      let pue = try #require(PUE(facility: heat + reading.electricity, it: heat))
      #expect(pue > last)
      last = pue
    }
  }
}
