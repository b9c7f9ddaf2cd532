public import Quantities

/// Cooling units between the racks on chilled water: a short way for the air, so little fan power, and no supply
/// colder than the servers want.
///
/// Equations: ``TowerLoop`` and ``WaterSideEconomizer`` outdoors, coil balance indoors; fans by the cube law.
///
/// **Valid for** heat from zero upward and wet bulbs to about 30 °C at full load; beyond, part is unmet.
///
/// **Not modelled**: racks further from a unit than others.
///
/// **Source**: fans 10 to 25 W/kW against 40 to 70 W/kW of perimeter units (memory: medium).
///
/// **Example**: 100 kW at full flow take 2 kW of fans.
public struct InRow: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(22), range: Celsius(18)...Celsius(27),
    source: "cold aisle temperature itself (memory: medium)")
  static let rise = PlantParameter(
    "rise", "rise of the room air from supply to return at full capacity", standard: KelvinDifference(14),
    range: KelvinDifference(8)...KelvinDifference(20), source: "hot aisle containment (memory: medium)")
  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.02),
    range: Fraction(0.01)...Fraction(0.025), source: "10 to 25 W/kW (memory: medium)")
  static let leastFlow = PlantParameter(
    "least-flow", "share of rated flow below which the fans do not slow down", standard: Fraction(0.3),
    range: Fraction(0.1)...Fraction(1), source: "EC fans of in-row units (memory: medium)")
  static let chilledWater = ChilledWaterEconomizer.chilledWater
  static let ratedCOP = ChilledWaterEconomizer.ratedCOP
  static let chillerShare = ChilledWaterCRAH.chillerShare
  static let exchangerApproach = ChilledWaterEconomizer.exchangerApproach
  static let cycles = ChilledWaterCRAH.cycles
  static let humidity = PerimeterDXVariable.humidity

  static let entry = PlantEntry(
    name: "in-row",
    summary: "Chilled-water units between the racks, on chillers and a tower with water-side economizer.",
    parameters: [
      supply, rise, fanShare, leastFlow, chilledWater, ratedCOP, chillerShare, exchangerApproach, cycles,
      humidity,
    ],
    make: { InRow(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    room = .economized(
      air: AirHandler(
        size: size, supply: settings[Self.supply], rise: settings[Self.rise],
        fanShare: settings[Self.fanShare], fan: .cube(leastFlow: settings[Self.leastFlow]),
        humidity: .wideBand(settings)),
      chilledWater: settings[Self.chilledWater], range: KelvinDifference(8), settings: settings)
  }

  public var size: PlantSize { room.size }
  public var wallUnits: Int { 0 }
  public var rowUnits: Int { size.units }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
