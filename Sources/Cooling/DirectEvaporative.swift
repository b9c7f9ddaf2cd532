public import Quantities

/// Outside air cooled through wet pads, trimmed by direct expansion.
///
/// ```
/// T_pad = T_outdoor − ε·(T_outdoor − Twb)
/// T_lim = T_outdoor − (W_limit − W_outdoor)·h/cp
/// T_air = max(T_pad, T_lim)
/// free  = Q·clamp((T_return − T_air)/(T_return − T_need), 0, 1)       if dew point <= limit
/// water = f·ρ·V·ΔW/ρ_w                                                and blowdown
/// ```
///
/// `ε` effectiveness of the pads on the wet-bulb depression, `W_limit` humidity ratio at the dew-point limit, `h`
/// heat of evaporation, `f` share of outside air; the rest as in ``AirEconomizer``. Outside air no warmer than
/// `T_need` is mixed with return air and the pads stay dry, unless it is drier than the least dew point.
///
/// **Valid for** heat from zero upward and outdoor air of any state; above capacity the rest is unmet.
///
/// **Not modelled**: pads that scale or freeze, droplets carried over, smoke and dust that close the dampers.
///
/// **Source**: effectiveness 0.85 to 0.9 (memory: high); pads 60 Pa and their pumps 0.2 % of capacity (memory:
/// medium); dew-point limits of classes A1 and A2, ASHRAE TC9.9 (memory: high).
///
/// **Example**: air of 40 °C with a wet bulb of 20 °C leaves pads of 85 % at 23 °C.
public struct DirectEvaporative: CoolingPlant, Hashable {
  private let room: FreeCooledRoom
  private let effectiveness: Fraction
  private let padPumps: Watts
  private let leastDewPoint: Celsius
  private let greatestDewPoint: Celsius
  private let treatment: WaterTreatment

  private enum Pads {
    static let pressure = Pascals(60)
    static let pumpShare = Fraction(0.002)
    /// Heat capacity of moist air, J/(kg·K).
    static let heatCapacity = 1020.0
  }

  static let supply = AirEconomizer.supply
  static let rise = AirEconomizer.rise
  static let effectiveness = PlantParameter(
    "effectiveness", "share of the wet-bulb depression that the pads reach", standard: Fraction(0.85),
    range: Fraction(0.5)...Fraction(0.95), source: "0.85 to 0.9, rigid media (memory: high)")
  static let ratedCOP = AirEconomizer.ratedCOP
  static let greatestDewPoint = PlantParameter(
    "greatest-dew-point", "dew point above which outside air is shut out and the pads stop wetting",
    standard: Celsius(17), range: Celsius(5)...Celsius(24),
    source: "class A1, ASHRAE TC9.9 (memory: high)")
  static let leastDewPoint = AirEconomizer.leastDewPoint
  static let cycles = ChilledWaterCRAH.cycles

  static let entry = PlantEntry(
    name: "direct-evaporative",
    summary: "Outside air through wet pads, trimmed by air-cooled direct expansion.",
    parameters: [supply, rise, effectiveness, ratedCOP, greatestDewPoint, leastDewPoint, cycles],
    make: { DirectEvaporative(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    let rise: KelvinDifference = settings[Self.rise]
    room = FreeCooledRoom(
      size: size, supply: settings[Self.supply], rise: rise,
      fanShare: FanRating.share(
        rise: rise, pressure: AirEconomizer.Fans.pressure + Pads.pressure,
        efficiency: AirEconomizer.Fans.efficiency),
      ratedCOP: settings[Self.ratedCOP])
    effectiveness = settings[Self.effectiveness]
    padPumps = size.capacity * Pads.pumpShare
    leastDewPoint = settings[Self.leastDewPoint]
    greatestDewPoint = settings[Self.greatestDewPoint]
    treatment = WaterTreatment(cycles: settings[Self.cycles], drift: .zero)
  }

  public var size: PlantSize { room.air.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    let need = room.need(heat: heat, weather: weather)
    let outside = outsideAir(weather, need: need)
    let evaporation = need.water(lifting: outside.moisture, share: outside.flow)
    return room.reading(
      heat: heat, need: need, free: outside.share, pumps: outside.isWet ? padPumps : .zero,
      makeUp: treatment.makeUp(evaporation: evaporation, drift: .zero), weather: weather)
  }

  /// What outside air does: its share of the heat, its share of the flow, and the vapour the pads give it (kg/kg).
  private struct OutsideAir {
    var share = 0.0
    var flow = 0.0
    var moisture = 0.0
    var isWet = false
  }

  private func outsideAir(_ weather: WeatherSample, need: FreeCooledRoom.Need) -> OutsideAir {
    guard weather.dewPoint <= greatestDewPoint else { return OutsideAir() }
    if weather.dryBulb <= need.entering {
      let lift = weather.lift(toDewPoint: leastDewPoint)
      return OutsideAir(
        share: 1, flow: 1 / need.share(of: weather.dryBulb), moisture: lift, isWet: lift > 0)
    }
    let perVapour = MakeUpWater.evaporationHeat / Pads.heatCapacity
    let depression = effectiveness.value * (weather.dryBulb - weather.wetBulb).value
    let drop = min(depression, weather.lift(toDewPoint: greatestDewPoint) * perVapour)
    let coldest = weather.dryBulb - KelvinDifference(drop)
    guard coldest < need.returnAir else { return OutsideAir() }
    // Face dampers let just so much air through the pads that it enters the fans as cold as needed.
    let used = min(drop, (weather.dryBulb - need.entering).value)
    return OutsideAir(share: need.share(of: coldest), flow: 1, moisture: used / perVapour, isWet: true)
  }
}

extension WeatherSample {
  /// What the humidity ratio (kg/kg) lacks of that at a dew point; nothing where it is more humid.
  func lift(toDewPoint dewPoint: Celsius) -> Double {
    guard self.dewPoint < dewPoint else { return 0 }
    let wanted = Psychrometrics.humidityRatio(dewPoint: dewPoint, pressure: pressure)
    return max(0, wanted.value - humidityRatio.value)
  }
}
