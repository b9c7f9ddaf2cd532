public import Quantities

/// A 2005 room on chilled water: constant-speed CRAH units, centrifugal chillers, a tower, pumps that never slow
/// down, and the tight humidity band of the time.
///
/// Equations: ``TowerLoop`` outdoors, coil balance `Q_coil = Q_removed + P_fans + P_humidity` indoors.
///
/// **Valid for** heat from zero upward and wet bulbs to about 30 °C at full load; beyond, part is unmet.
///
/// **Not modelled**: latent load of the coils at 7 °C water, which humidity control pays for instead.
///
/// **Source**: 7 °C water, constant speed and no economizer as usual in 2005 (memory: medium); chiller curves
/// published (``ChillerCurves``).
///
/// **Example**: 400 kW of units with 250 kW of heat in Chicago cost about a third of their heat over the year.
public struct ChilledWaterCRAH: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(14), range: Celsius(13)...Celsius(20),
    source: "13 to 15 °C under a raised floor (memory: medium)")
  static let rise = PerimeterDX2005.rise
  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.055),
    range: Fraction(0.01)...Fraction(0.12),
    source: "5.5 kW a 100 kW unit; no compressor on board (memory: medium)")
  static let chilledWater = PlantParameter(
    "chilled-water", "chilled water to the coils", standard: Celsius(7), range: Celsius(5)...Celsius(10),
    source: "7 °C, practice of 2005 (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of the chillers at 6.67 degC leaving and 29.4 degC entering",
    standard: COP(5.5), range: COP(4)...COP(9), source: "DOE-2 Centrifugal 5.50 COP (published)")
  static let chillerShare = PlantParameter(
    "chiller-share", "capacity of one chiller over that of all", standard: Fraction(0.5),
    range: Fraction(0.1)...Fraction(1), source: "two chillers (memory: medium)")
  static let cycles = PlantParameter(
    "cycles", "salts in the tower basin over those of the main", standard: ConcentrationCycles(5),
    range: ConcentrationCycles(2)...ConcentrationCycles(10),
    source: "3 to 6 cycles of concentration (memory: high)")
  static let humidityStanding = PerimeterDX2005.humidityStanding
  static let humidityProportional = PerimeterDX2005.humidityProportional

  static let entry = PlantEntry(
    name: "chilled-water-crah",
    summary: "Constant-speed CRAH units on centrifugal chillers and a cooling tower, without economizer.",
    parameters: [
      supply, rise, fanShare, chilledWater, ratedCOP, chillerShare, cycles, humidityStanding,
      humidityProportional,
    ],
    make: { ChilledWaterCRAH(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    let air = AirHandler(
      size: size, supply: settings[Self.supply],
      rise: settings[Self.rise], fanShare: settings[Self.fanShare], fan: .fixedSpeed,
      humidity: HumidityControl(
        standing: settings[Self.humidityStanding], proportional: settings[Self.humidityProportional]))
    room = ChilledWaterRoom(
      air: air,
      source: .tower(
        TowerLoop(
          coilHeat: air.greatestCoilHeat, chilledWater: settings[Self.chilledWater],
          range: KelvinDifference(5.56), cop: settings[Self.ratedCOP],
          chillerShare: settings[Self.chillerShare], pumps: .constant,
          treatment: WaterTreatment(cycles: settings[Self.cycles]))))
  }

  public var size: PlantSize { room.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
