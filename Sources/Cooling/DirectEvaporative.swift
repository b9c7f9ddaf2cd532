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
  public let size: PlantSize
  private let supply: Celsius
  private let effectiveness: Fraction
  private let unitFanPower: Watts
  private let unitFlow: CubicMetersPerSecond
  private let padPumps: Watts
  private let leastDewPoint: Celsius
  private let greatestDewPoint: Celsius
  private let treatment: WaterTreatment
  private let circuit: DirectExpansion

  /// Pressure of coil and floor, of filters and dampers, and of the pads; efficiency of the fans.
  private enum Air {
    static let pressure = Pascals(486 + 75 + 60)
    static let efficiency = Fraction(0.7)
    static let padPumpShare = Fraction(0.002)
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
    self.size = size
    supply = settings[Self.supply]
    effectiveness = settings[Self.effectiveness]
    let rating = FanRating(
      flow: ServerAir.flow(carrying: size.unitCapacity, rise: settings[Self.rise]), pressure: Air.pressure,
      efficiency: Air.efficiency)
    unitFlow = rating.flow
    unitFanPower = rating.power
    padPumps = size.capacity * Air.padPumpShare
    leastDewPoint = settings[Self.leastDewPoint]
    greatestDewPoint = settings[Self.greatestDewPoint]
    treatment = WaterTreatment(cycles: settings[Self.cycles], drift: .zero)
    circuit = DirectExpansion(
      ratedCOP: settings[Self.ratedCOP], evaporatorApproach: KelvinDifference(7),
      condenserApproach: KelvinDifference(12), leastCondensing: Celsius(28), cyclingLoss: Fraction(0.15))
  }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    precondition(heat >= .zero, "heat is not below zero")
    let units = Double(size.units)
    let capacity = size.capacity
    let removed = min(heat, capacity)
    let asked = Fraction(removed / capacity)
    let law = FanLaw.electronicallyCommutated
    let fans = unitFanPower * units * law.power(asked: asked)
    let flow = unitFlow * units * law.flow(asked: asked)
    let total = removed + fans
    let returnAir = supply + ServerAir.rise(of: flow, carrying: removed, pressure: weather.pressure)
    let needed = supply - ServerAir.rise(of: flow, carrying: fans, pressure: weather.pressure)

    let outside = outsideAir(weather, needed: needed, returnAir: returnAir)
    let free = total * outside.share
    let makeUp = treatment.makeUp(
      evaporation: flow * (outside.flow * outside.moisture * airMass(weather) / MakeUpWater.waterDensity),
      drift: .zero)
    let coil = total - free
    return CoolingReading(
      heat: heat, unmet: heat - removed, coil: coil, free: free,
      compressor: circuit.electricity(
        coil: coil, capacity: capacity + unitFanPower * units, supply: supply, outdoor: weather.dryBulb),
      fans: fans, pumps: outside.isWet ? padPumps : .zero, humidity: .zero, supply: supply,
      returnAir: returnAir, airflow: flow, water: makeUp.total, makeUp: makeUp)
  }

  /// What outside air does: its share of the heat, its share of the flow, and the vapour the pads give it (kg/kg).
  private struct OutsideAir {
    var share = 0.0
    var flow = 0.0
    var moisture = 0.0
    var isWet = false
  }

  private func outsideAir(_ weather: WeatherSample, needed: Celsius, returnAir: Celsius) -> OutsideAir {
    guard weather.dewPoint <= greatestDewPoint else { return OutsideAir() }
    let outdoor = weather.humidityRatio.value
    if weather.dryBulb <= needed {
      let useful = (returnAir - weather.dryBulb) / (returnAir - needed)
      let least = Psychrometrics.humidityRatio(dewPoint: leastDewPoint, pressure: weather.pressure).value
      let lift = max(0, least - outdoor)
      return OutsideAir(share: 1, flow: 1 / useful, moisture: lift, isWet: lift > 0)
    }
    let limit = Psychrometrics.humidityRatio(dewPoint: greatestDewPoint, pressure: weather.pressure).value
    let perVapour = MakeUpWater.evaporationHeat / Air.heatCapacity
    let depression = effectiveness.value * (weather.dryBulb - weather.wetBulb).value
    let drop = min(depression, (limit - outdoor) * perVapour)
    let coldest = weather.dryBulb - KelvinDifference(drop)
    guard coldest < returnAir else { return OutsideAir() }
    let share = min(1, (returnAir - coldest) / (returnAir - needed))
    // Face dampers let just so much air through the pads that it enters the fans as cold as needed.
    let used = min(drop, (weather.dryBulb - needed).value)
    return OutsideAir(share: share, flow: 1, moisture: used / perVapour, isWet: true)
  }

  private func airMass(_ weather: WeatherSample) -> Double {
    ServerAir.seaLevelDensity.value * (weather.pressure / Psychrometrics.seaLevelPressure)
  }
}
