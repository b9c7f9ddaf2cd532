import Cooling
import Power
import Quantities
import Scenario
import Testing

/// What a room of 500 kW in Chicago takes beside its IT equipment over a year, per unit of IT energy.
struct RoomOverhead {
  /// Kinds of overhead, from the racks to the meter and then the cooling.
  enum Part: CaseIterable {
    case distribution, ups, switchgear, building, compressors, airFans, pumps, humidity
  }

  /// Overhead of each kind over IT energy, in the order of ``Part``.
  private(set) var parts = [Double](repeating: 0, count: Part.allCases.count)

  /// Temperature of the air that servers draw in.
  let inlet: Celsius

  var pue: Double { 1 + parts.reduce(0, +) }

  /// Every seventh hour of the year meets all hours of the day and all days of the week.
  init(
    _ era: ElectricalEra, _ cooling: String, load: Double, topology: UPS.Topology = .nPlusOne,
    upsHeat: LossStage.HeatLocation = .whiteSpace,
    settings: [(name: String, value: String)] = []
  ) throws {
    let design = Watts(kilowatts: 500)
    let entry = try #require(PlantCatalog.entry(named: cooling))
    var parameters = PlantParameters()
    for (name, value) in settings {
      parameters.set(try #require(entry.parameter(named: name)).setting(value))
    }
    let specification = PlantSpecification(
      power: ChainSpecification(era: era, topology: topology, upsHeat: upsHeat),
      cooling: CoolingSpecification(entry: entry, settings: parameters),
      hottest: WeatherSample(dryBulb: Celsius(35), dewPoint: Celsius(22)))
    let plant = try specification.plant(designPower: design)
    inlet = specification.inlet
    let year = SyntheticWeather.year(of: .chicagoOHare)
    let critical = plant.electrical.critical(it: design * load)
    let hours = stride(from: 0, to: WeatherYear.hours, by: 7)
    let share = 1 / (design.value * load * Double(Array(hours).count))
    for hour in hours {
      let air = plant.cooling.reading(
        heat: critical.heat, weather: year.reading(hour))
      let chain = plant.electrical.reading(critical, mechanical: air.electricity)
      let watts = [
        critical.rackPDU.loss + critical.pdu.loss, critical.ups.loss,
        chain.switchgear.loss + chain.transformer.loss, chain.lighting + chain.generatorStandby,
        air.compressor, air.fans, air.pumps, air.humidity,
      ]
      for part in parts.indices { parts[part] += watts[part].value * share }
    }
  }

  subscript(_ part: Part) -> Double { parts[Part.allCases.firstIndex(of: part) ?? 0] }
}
