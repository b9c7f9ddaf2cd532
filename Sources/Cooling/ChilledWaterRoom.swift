import Quantities

/// A room whose air units are fed with chilled water: what all chilled-water plants share.
///
/// ```
/// Q_coil = Q_removed + P_fans + P_humidity
/// ```
///
/// **Valid for** heat from zero upward; above capacity, and in weather beyond the chillers' design, the rest is
/// unmet. **Not modelled**: latent load of the coils, control valves, units of different kinds.
///
/// **Source**: see ``TowerLoop`` and ``AirCooledLoop``.
struct ChilledWaterRoom: CoolingPlant, Hashable {
  enum Source: Hashable, Sendable {
    case tower(TowerLoop)
    case airCooled(AirCooledLoop)
  }

  let air: AirHandler
  let source: Source

  var size: PlantSize { air.size }

  /// The room on chillers and a tower with water-side economizer, as set by the parameters that all such plants share with
  /// ``ChilledWaterEconomizer``. Chilled-water pumps hold a pressure for the valves of many coils, condenser pumps are
  /// switched with their chillers: both take power in proportion to flow.
  static func economized(
    air: AirHandler, chilledWater: Celsius, range: KelvinDifference, settings: PlantParameters
  ) -> ChilledWaterRoom {
    ChilledWaterRoom(
      air: air,
      source: .tower(
        TowerLoop(
          coilHeat: air.greatestCoilHeat, chilledWater: chilledWater, range: range,
          cop: settings[ChilledWaterEconomizer.ratedCOP],
          chillerShare: settings[ChilledWaterEconomizer.chillerShare],
          pumps: .heldPressure(leastFlow: Fraction(0.4)),
          treatment: WaterTreatment(cycles: settings[ChilledWaterEconomizer.cycles]),
          economizer: WaterSideEconomizer(approach: settings[ChilledWaterEconomizer.exchangerApproach]))))
  }

  func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    precondition(heat >= .zero, "heat is not below zero")
    let demand = air.demand(heat: heat)
    let water =
      switch source {
      case .tower(let loop): loop.reading(coilHeat: demand.coil, wetBulb: weather.wetBulb)
      case .airCooled(let loop): loop.reading(coilHeat: demand.coil, dryBulb: weather.dryBulb)
      }
    return air.reading(heat: heat, demand: demand, water: water, weather: weather)
  }
}
