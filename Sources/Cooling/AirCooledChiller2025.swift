public import Quantities

/// A 2025 room on chilled water from variable-speed air-cooled chillers, with variable fans and pumps.
///
/// Equations: ``AirCooledLoop`` outdoors, coil balance indoors; fans by the EC plug fan curve of ``FanLaw``.
///
/// **Valid for** outdoor air to 45 °C at full load; beyond, part of the heat may be unmet.
///
/// **Not modelled**: free-cooling coils; water above 10 °C counts as 10 °C for the chillers, the end of their
/// curves, which errs on the high side.
///
/// **Source**: COP 3.3 with an integrated part-load value of 5.0, derived in
/// ``ChillerCurves/airCooledVariableSpeed``; the rest from memory, medium confidence.
///
/// **Example**: a year in Chicago costs little more than half of what ``AirCooledChiller2005`` costs.
public struct AirCooledChiller2025: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(24), range: Celsius(20)...Celsius(32),
    source: "24 to 27 °C, classes A1 and A2 (memory: medium)")
  static let rise = PerimeterDXVariable.rise
  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.035),
    range: Fraction(0.01)...Fraction(0.12), source: "EC plug fans in a contained room (memory: medium)")
  static let chilledWater = PlantParameter(
    "chilled-water", "chilled water to the coils", standard: Celsius(15), range: Celsius(7)...Celsius(18),
    source: "warm water of 2025 (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of chillers and condenser fans at 6.67 degC leaving and 35 degC outdoors",
    standard: COP(3.3), range: COP(2)...COP(4.5), source: "variable-speed screw machines (memory: medium)")
  static let chillerShare = ChilledWaterCRAH.chillerShare
  static let humidity = PerimeterDXVariable.humidity

  static let entry = PlantEntry(
    name: "air-cooled-chiller-2025",
    summary: "Variable-speed CRAH units, pumps and air-cooled chillers with warm water.",
    parameters: [supply, rise, fanShare, chilledWater, ratedCOP, chillerShare, humidity],
    make: { AirCooledChiller2025(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    let air = AirHandler(
      size: size, supply: settings[Self.supply],
      rise: settings[Self.rise], fanShare: settings[Self.fanShare],
      fan: .electronicallyCommutated,
      humidity: .wideBand(settings))
    room = ChilledWaterRoom(
      air: air,
      source: .airCooled(
        AirCooledLoop(
          coilHeat: air.greatestCoilHeat, chilledWater: settings[Self.chilledWater],
          range: KelvinDifference(8), cop: settings[Self.ratedCOP],
          chillerShare: settings[Self.chillerShare], pump: .variable(leastFlow: Fraction(0.4)),
          curves: .airCooledVariableSpeed)))
  }

  public var size: PlantSize { room.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
