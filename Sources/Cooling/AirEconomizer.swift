public import Quantities

/// A 2025 room cooled with outside air as far as the weather allows, and with direct expansion for the rest.
///
/// ```
/// free    = Q · clamp((T_return − T_outdoor)/(T_return − T_need), 0, 1)    if dew point <= limit
/// f       = (T_return − T_need)/(T_return − T_outdoor), at most 1          share of outside air
/// water   = f·ρ·V·(W_least − W_outdoor)/ρ_w            if the outside air is too dry
/// ```
///
/// `Q`, `T_need` and what direct expansion takes as in `FreeCooledRoom`. Outside air carries all heat when it is no warmer than `T_need`, part of it up to the return temperature, none
/// above that or when its dew point exceeds the limit. Air drier than the least dew point is humidified by a fine
/// spray, which costs pump power only. Filters and dampers stay in the air path in every weather, so their pressure
/// is part of the rated fan power.
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
  private let room: FreeCooledRoom
  private let leastDewPoint: Celsius
  private let greatestDewPoint: Celsius

  /// Pressure over coil and floor (EnergyPlus 1ZoneDataCenterCRAC), with that of filters and dampers; efficiency of the fans.
  enum Fans {
    static let pressure = Pascals(486 + 75)
    static let efficiency = Fraction(0.7)
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
    range: Celsius(-12)...Celsius(12), source: "ASHRAE TC9.9 (2016), recommended envelope (memory: high)")

  static let entry = PlantEntry(
    name: "air-economizer-2025",
    summary: "Outside air with filters and spray humidifier, trimmed by air-cooled direct expansion.",
    parameters: [supply, rise, ratedCOP, greatestDewPoint, leastDewPoint],
    make: { AirEconomizer(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    let rise: KelvinDifference = settings[Self.rise]
    room = FreeCooledRoom(
      size: size, supply: settings[Self.supply], rise: rise,
      fanShare: FanRating.share(rise: rise, pressure: Fans.pressure, efficiency: Fans.efficiency),
      ratedCOP: settings[Self.ratedCOP])
    leastDewPoint = settings[Self.leastDewPoint]
    greatestDewPoint = settings[Self.greatestDewPoint]
  }

  public var size: PlantSize { room.air.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    let need = room.need(heat: heat, weather: weather)
    var (free, water) = (0.0, CubicMetersPerSecond.zero)
    if weather.dewPoint <= greatestDewPoint, weather.dryBulb < need.returnAir {
      free = need.share(of: weather.dryBulb)
      let lift = weather.lift(toDewPoint: leastDewPoint)
      if lift > 0 { water = need.water(lifting: lift, share: min(1, 1 / free)) }
    }
    return room.reading(
      heat: heat, need: need, free: free, pumps: Humidifier.adiabatic.electricity(evaporating: water),
      makeUp: MakeUpWater(evaporation: water, drift: .zero, blowdown: .zero), weather: weather)
  }
}
