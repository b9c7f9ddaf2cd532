public import Quantities

/// A 2005 room on chilled water from air-cooled screw chillers: no tower, no water, dearer heat rejection.
///
/// Equations: ``AirCooledLoop`` outdoors, coil balance `Q_coil = Q_removed + P_fans + P_humidity` indoors.
///
/// **Valid for** outdoor air to 45 °C at full load; beyond, part of the heat may be unmet.
///
/// **Not modelled**: latent load of the coils, hot air drawn in again by the next machine.
///
/// **Source**: COP 2.8 to 3.1 at full load (memory: medium); curves published (``ChillerCurves/airCooledScrew``).
///
/// **Example**: chillers at 35 °C and 7 °C water have COP 2.9 and at 20 °C outdoors about 4.1.
public struct AirCooledChiller2005: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom

  static let supply = ChilledWaterCRAH.supply
  static let rise = PerimeterDX2005.rise
  static let fanShare = ChilledWaterCRAH.fanShare
  static let chilledWater = ChilledWaterCRAH.chilledWater
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of chillers and condenser fans at 6.67 degC leaving and 35 degC outdoors",
    standard: COP(2.9), range: COP(2)...COP(4), source: "2.8 to 3.1, machines of 2005 (memory: medium)")
  static let chillerShare = ChilledWaterCRAH.chillerShare
  static let humidityStanding = PerimeterDX2005.humidityStanding
  static let humidityProportional = PerimeterDX2005.humidityProportional

  static let entry = PlantEntry(
    name: "air-cooled-chiller-2005",
    summary: "Constant-speed CRAH units on air-cooled screw chillers.",
    parameters: [
      supply, rise, fanShare, chilledWater, ratedCOP, chillerShare, humidityStanding, humidityProportional,
    ],
    make: { AirCooledChiller2005(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    let air = AirHandler(
      size: size, supply: settings[Self.supply],
      rise: settings[Self.rise], fanShare: settings[Self.fanShare], fan: .fixedSpeed,
      humidity: HumidityControl(
        standing: settings[Self.humidityStanding], proportional: settings[Self.humidityProportional]))
    room = ChilledWaterRoom(
      air: air,
      source: .airCooled(
        AirCooledLoop(
          coilHeat: air.greatestCoilHeat, chilledWater: settings[Self.chilledWater],
          range: KelvinDifference(5.56), cop: settings[Self.ratedCOP],
          chillerShare: settings[Self.chillerShare], pump: .constant, curves: .airCooledScrew)))
  }

  public var size: PlantSize { room.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
