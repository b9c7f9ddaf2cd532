public import Quantities

/// A 2025 room cooled with outside air as far as the weather allows, and with direct expansion for the rest.
///
/// ```
/// Q       = Q_removed + P_fans                         all that the air must lose
/// T_need  = T_supply − P_fans/(ρ·cp·V)                 what must enter the fans
/// free    = Q · clamp((T_return − T_outdoor)/(T_return − T_need), 0, 1)    if dew point <= limit
/// coil    = Q − free
/// f       = (T_return − T_need)/(T_return − T_outdoor), at most 1          share of outside air
/// water   = f·ρ·V·(W_least − W_outdoor)/ρ_w            if the outside air is too dry
/// ```
///
/// Outside air carries all heat when it is no warmer than `T_need`, part of it up to the return temperature, none
/// above that or when its dew point exceeds the limit. Air drier than the least dew point is humidified by a fine
/// spray, which costs pump power only. Filters and dampers stay in the air path in every weather, so their pressure
/// is part of the rated fan power. Fans follow the EC plug fan of ``FanLaw``.
///
/// **Valid for** heat from zero upward and outdoor air of any temperature; above capacity the rest is unmet.
///
/// **Not modelled**: the cooling by the spray, heat exchange with wet coils, smoke and dust that close the dampers,
/// dehumidification of outside air (it is shut out instead).
///
/// **Source**: fan pressure 486 Pa and total efficiency 0.7 from EnergyPlus 1ZoneDataCenterCRAC (published), filters
/// and dampers 75 Pa of the usual 50 to 100 Pa; dew-point window −9 to 15 °C from ASHRAE TC9.9 (2021); spray energy
/// 6 Wh/kg, COP and condensing floor from memory, medium confidence.
///
/// **Example**: at 5 °C outdoors and 0 °C dew point the compressors stand still; at 35 °C and 10 °C dew point they
/// carry all of it.
public struct AirEconomizer: CoolingPlant, Hashable {
  public let size: PlantSize
  private let supply: Celsius
  private let unitFanPower: Watts
  private let unitFlow: CubicMetersPerSecond
  private let leastHumidity: Celsius
  private let greatestDewPoint: Celsius
  private let circuit: DirectExpansion

  /// Pressure over coil and floor (EnergyPlus 1ZoneDataCenterCRAC), and over filters and dampers.
  private enum Air {
    static let unitPressure = Pascals(486)
    static let economizerPressure = Pascals(75)
    static let efficiency = Fraction(0.7)
    /// Electricity of a high-pressure spray, J per kg of water (6 Wh/kg).
    static let sprayEnergy = 21_600.0
    /// Kilograms of water per cubic metre.
    static let waterDensity = 1000.0
  }

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(24), range: Celsius(15)...Celsius(32),
    source: "24 to 27 °C, classes A1 and A2 (memory: medium)")
  static let rise = PlantParameter(
    "rise", "rise of the room air from supply to return at full capacity", standard: KelvinDifference(12),
    range: KelvinDifference(5)...KelvinDifference(20), source: "contained aisles (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of compressors and condenser fans at 15 degC supply and 35 degC outdoors",
    standard: COP(3.6), range: COP(1.5)...COP(6), source: "variable-speed compressors (memory: medium)")
  static let greatestDewPoint = PlantParameter(
    "greatest-dew-point", "outdoor dew point above which outside air is shut out", standard: Celsius(15),
    range: Celsius(5)...Celsius(24), source: "ASHRAE TC9.9 (2021), recommended envelope (memory: high)")
  static let leastDewPoint = PlantParameter(
    "least-dew-point", "dew point below which outside air is humidified", standard: Celsius(-9),
    range: Celsius(-12)...Celsius(6), source: "ASHRAE TC9.9 (2016), recommended envelope (memory: high)")

  static let entry = PlantEntry(
    name: "air-economizer-2025",
    summary: "Outside air with filters and spray humidifier, trimmed by air-cooled direct expansion.",
    parameters: [supply, rise, ratedCOP, greatestDewPoint, leastDewPoint],
    make: { AirEconomizer(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    self.size = size
    supply = settings[Self.supply]
    let rating = FanRating(
      flow: ServerAir.flow(carrying: size.unitCapacity, rise: settings[Self.rise]),
      pressure: Air.unitPressure + Air.economizerPressure, efficiency: Air.efficiency)
    unitFlow = rating.flow
    unitFanPower = rating.power
    leastHumidity = settings[Self.leastDewPoint]
    greatestDewPoint = settings[Self.greatestDewPoint]
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

    var (free, water, spray) = (Watts.zero, 0.0, Watts.zero)
    if weather.dewPoint <= greatestDewPoint, weather.dryBulb < returnAir {
      let useful = (returnAir - weather.dryBulb) / (returnAir - needed)
      free = useful >= 1 ? total : total * useful
      if weather.dewPoint < leastHumidity {
        water = sprayed(share: min(1, 1 / useful), flow: flow, weather: weather)
        spray = Watts(water * Air.waterDensity * Air.sprayEnergy)
      }
    }
    let coil = total - free
    return CoolingReading(
      heat: heat, unmet: heat - removed, coil: coil, free: free,
      compressor: circuit.electricity(
        coil: coil, capacity: capacity + unitFanPower * units, supply: supply, outdoor: weather.dryBulb),
      fans: fans, pumps: spray, humidity: .zero, supply: supply, returnAir: returnAir, airflow: flow,
      water: CubicMetersPerSecond(water))
  }

  /// The water (m³/s) that lifts outside air to the least dew point.
  private func sprayed(share: Double, flow: CubicMetersPerSecond, weather: WeatherSample) -> Double {
    let least = Psychrometrics.humidityRatio(dewPoint: leastHumidity, pressure: weather.pressure)
    let lift = max(0, least.value - weather.humidityRatio.value)
    let density = ServerAir.seaLevelDensity.value * (weather.pressure / Psychrometrics.seaLevelPressure)
    return share * density * flow.value * lift / Air.waterDensity
  }
}
