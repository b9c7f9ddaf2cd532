import Cooling
import Quantities
import TestSupport
import Testing

@Suite("Synthetic weather")
struct SyntheticWeatherTests {
  static let hoursInMonth = WeatherText.daysInMonth.map { $0 * 24 }

  static func monthlyMeans(_ value: (Int) -> Double) -> [Double] {
    var start = 0
    return hoursInMonth.map { count in
      defer { start += count }
      return (start..<start + count).reduce(0) { $0 + value($1) } / Double(count)
    }
  }

  @Test func `the catalogue spans the climates, each with its source`() {
    #expect(ClimateCatalog.all.count >= 10)
    #expect(Set(ClimateCatalog.all.map(\.name)).count == ClimateCatalog.all.count)
    for climate in ClimateCatalog.all {
      #expect(climate.source.count > 20)
      #expect(ClimateCatalog.climate(named: climate.name) == climate)
    }
    #expect(ClimateCatalog.climate(named: "atlantis") == nil)
  }

  @Test(arguments: ClimateCatalog.all)
  func `station pressure fits the elevation`(climate: ClimateNormals) {
    let standard = Psychrometrics.standardPressure(at: climate.station.elevation)
    for month in climate.months { #expect(isClose(month.pressure.value, standard.value, relative: 0.012)) }
  }

  @Test(arguments: ClimateCatalog.all)
  func `monthly means come back, and no hour is odd`(climate: ClimateNormals) {
    let year = SyntheticWeather.year(of: climate)
    let dryBulbs = SyntheticWeatherTests.monthlyMeans { year.reading($0).dryBulb.value }
    let dewPoints = SyntheticWeatherTests.monthlyMeans { year.reading($0).dewPoint.value }
    let pressures = SyntheticWeatherTests.monthlyMeans { year.reading($0).pressure.value }
    for (index, month) in climate.months.enumerated() {
      let middle = (month.dailyMinimum.value + month.dailyMaximum.value) / 2
      #expect(abs(dryBulbs[index] - middle) < 1e-6)
      #expect(abs(dewPoints[index] - month.dewPoint.value) < 1e-6)
      #expect(abs(pressures[index] - month.pressure.value) < 0.01)
    }
    let odd = (0..<WeatherYear.hours).filter {
      let sample = year.reading($0)
      return sample.dewPoint > sample.dryBulb || !(-50...55).contains(sample.dryBulb.value)
        || !(-60...32).contains(sample.dewPoint.value)
    }
    #expect(odd.isEmpty)
  }

  @Test(arguments: ClimateCatalog.all)
  func `daily extremes are near the normals`(climate: ClimateNormals) {
    let year = SyntheticWeather.year(of: climate)
    let days = (0..<365).map { day in (0..<24).map { year.reading(day * 24 + $0).dryBulb.value } }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let minimum = mean(days.map { $0.min() ?? 0 })
    let maximum = mean(days.map { $0.max() ?? 0 })
    #expect(abs(minimum - mean(climate.months.map(\.dailyMinimum.value))) < 1.4)
    #expect(abs(maximum - mean(climate.months.map(\.dailyMaximum.value))) < 1.4)
  }

  @Test func `the same climate is the same year, another name another one`() {
    let denver = ClimateNormals.denver
    let twin = ClimateNormals(
      name: "denver-2", station: denver.station, months: denver.months, source: denver.source)
    #expect(SyntheticWeather.year(of: denver) == SyntheticWeather.year(of: denver))
    #expect(SyntheticWeather.year(of: denver) != SyntheticWeather.year(of: twin))
  }

  @Test func `one hour of Denver is kept to the last bit`() {
    let sample = SyntheticWeather.year(of: .denver).reading(4000)
    #expect(sample.dryBulb == Celsius(29.570920944213867))
  }

  @Test func `days hang together`() {
    let year = SyntheticWeather.year(of: .chicagoOHare)
    var steps: [Double] = []
    for hour in 1..<WeatherYear.hours {
      steps.append(abs((year.reading(hour).dryBulb - year.reading(hour - 1).dryBulb).value))
    }
    #expect((steps.max() ?? 0) < 4)
  }
}

@Suite("Synthetic weather beside measured", .enabled(if: ReferenceData.isAvailable))
struct SyntheticAgainstMeasuredTests {
  @Test(arguments: ["chicago-ohare", "new-york-jfk"])
  func `hours by temperature are within 2.5 percent of the measured year`(name: String) throws {
    let measured = try (name == "chicago-ohare" ? WeatherFiles.chicago : WeatherFiles.newYork).get()
    let climate = try #require(ClimateCatalog.climate(named: name))
    let synthetic = SyntheticWeather.year(of: climate)
    #expect(abs((synthetic.meanDryBulb - measured.meanDryBulb).value) < 0.15)
    #expect(abs((synthetic.meanDewPoint - measured.meanDewPoint).value) < 0.05)
    for limit in [13.0, 18, 24, 27] {
      let (found, wanted) = (
        synthetic.hours(dryBulbAtMost: Celsius(limit)), measured.hours(dryBulbAtMost: Celsius(limit))
      )
      #expect(isClose(Double(found), Double(wanted), relative: 0.025))
    }
    for limit in [6.0, 10, 13, 18] {
      func count(_ year: WeatherYear) -> Double {
        Double((0..<WeatherYear.hours).count { year.reading($0).wetBulb.value <= limit })
      }
      #expect(isClose(count(synthetic), count(measured), relative: 0.025))
    }
  }

  /// The year decides money: the electricity of a plant must be nearly the same under either.
  @Test(arguments: PlantCatalog.all)
  func `a plant's year costs the same within 3 percent, or half a percent of its heat`(entry: PlantEntry)
    throws
  {
    let plant = entry.make(PlantSize(designHeat: Watts(kilowatts: 200)), PlantParameters())
    func year(_ weather: WeatherYear) -> Watts {
      (0..<WeatherYear.hours).reduce(Watts.zero) {
        $0 + plant.reading(heat: Watts(kilowatts: 180), weather: weather.reading($1)).electricity
      }
    }
    let measured = year(try WeatherFiles.chicago.get())
    let synthetic = year(SyntheticWeather.year(of: .chicagoOHare))
    let heat = 180_000.0 * Double(WeatherYear.hours)
    #expect(isClose(measured.value, synthetic.value, relative: 0.03, absolute: 0.005 * heat))
  }
}
