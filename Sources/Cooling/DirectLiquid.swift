public import Quantities

/// Liquid takes most of the heat at the chips, warm enough for a dry cooler; variable-speed DX units take the rest
/// from the air.
///
/// ```
/// Q_l   = c·Q                        P_cdu = p·Q_l
/// free  = Q_l·clamp((T_l + ΔT − (T_outdoor + L·a))/ΔT, 0, 1)
/// P_fan = P_r·x³                     x = clamp(L·a/(T_l − T_outdoor), 0.2, 1)
/// ```
///
/// `c` share captured by liquid, `p` pumping of the coolant distribution units per heat, `T_l` liquid to the
/// servers (°C), `ΔT` its rise (K), `a` approach of the dry cooler at full load and fan speed (K), in proportion to
/// the load `L` and inversely to air flow. What a hot day leaves of `Q_l` a trim chiller takes; once it would be
/// cheaper to leave everything to the chiller, the dry cooler stands still.
///
/// **Valid for** heat from zero upward; above capacity the rest is unmet.
///
/// **Not modelled**: heat lost from pipes to the room, glycol, the lower server-fan power.
///
/// **Source**: capture 0.6 to 0.8 with cold plates, 1.0 immersed; pumps 1.5 to 3 % of heat; 32 to 45 °C supply
/// (memory: medium); dry-cooler fans 2 % of heat at an approach of 8 K (memory: medium); room fans those of
/// ``AirCooledChiller2025``, by their published curve.
///
/// **Example**: 100 kW with a capture of 70 % and liquid of 40 °C needs no compressor for 70 kW up to 32 °C outdoors.
public struct DirectLiquid: CoolingPlant, Hashable {
  public let size: PlantSize
  private let air: PerimeterDX
  private let capture: Fraction
  private let liquid: Celsius
  private let pumping: Fraction
  private let dryCoolerFans: Watts
  private let greatestLiquidHeat: Watts
  private let trim: DirectExpansion

  private enum DryCooler {
    static let approach = KelvinDifference(8)
    static let liquidRise = KelvinDifference(8)
    static let fanShare = Fraction(0.02)
    static let leastAirFlow = 0.2
  }

  static let capture = PlantParameter(
    "capture", "share of the heat that liquid takes", standard: Fraction(0.7),
    range: Fraction(0.3)...Fraction(0.99),
    source: "0.6 to 0.8 with cold plates, near 1 immersed (memory: medium)")
  static let liquid = PlantParameter(
    "liquid", "liquid to the servers", standard: Celsius(40), range: Celsius(17)...Celsius(45),
    source: "32 to 45 degC, classes W32 to W45 (memory: medium)")
  static let pumping = PlantParameter(
    "pumps", "electricity of the coolant distribution units as a share of the heat they move",
    standard: Fraction(0.02), range: Fraction(0.01)...Fraction(0.05), source: "1.5 to 3 % (memory: medium)")
  static let supply = AirCooledChiller2025.supply
  static let rise = PerimeterDXVariable.rise
  static let fanShare = AirCooledChiller2025.fanShare
  static let ratedCOP = AirEconomizer.ratedCOP
  static let humidity = PerimeterDXVariable.humidity

  static let entry = PlantEntry(
    name: "direct-liquid",
    summary: "Liquid to the chips with a dry cooler, and direct expansion for what stays in the air.",
    parameters: [capture, liquid, pumping, supply, rise, fanShare, ratedCOP, humidity],
    make: { DirectLiquid(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    self.size = size
    capture = settings[Self.capture]
    liquid = settings[Self.liquid]
    pumping = settings[Self.pumping]
    greatestLiquidHeat = size.capacity * capture
    dryCoolerFans = greatestLiquidHeat * (DryCooler.fanShare * (1 + pumping.value))
    trim = DirectExpansion(
      ratedCOP: settings[Self.ratedCOP], evaporatorApproach: KelvinDifference(5),
      condenserApproach: KelvinDifference(12), leastCondensing: Celsius(28), cyclingLoss: Fraction(0.15))
    let airShare = Fraction(1 - capture.value)
    let airSize = PlantSize(
      designHeat: size.unitCapacity * Double(size.neededUnits) * airShare,
      unitCapacity: size.unitCapacity * airShare, spareUnits: size.spareUnits)
    air = PerimeterDX(
      size: airSize, supply: settings[Self.supply],
      unitFanPower: airSize.unitCapacity * (settings[Self.fanShare] as Fraction),
      unitFlow: ServerAir.flow(carrying: airSize.unitCapacity, rise: settings[Self.rise]),
      fan: .electronicallyCommutated,
      circuit: .trim(ratedCOP: settings[Self.ratedCOP]),
      humidityControl: .wideBand(settings))
  }

  public var wallUnits: Int { wholeUnits(leftBy: capture) }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    precondition(heat >= .zero, "heat is not below zero")
    let removed = min(heat, size.capacity)
    let liquidHeat = removed * capture
    let byAir = removed - liquidHeat
    let room = air.reading(heat: min(byAir, air.size.capacity), weather: weather)
    let pumps = liquidHeat * pumping
    let cooler = dryCooler(
      heat: liquidHeat + pumps, load: liquidHeat / greatestLiquidHeat, outdoor: weather.dryBulb)
    let free = liquidHeat * cooler.free
    return CoolingReading(
      heat: heat, unmet: heat - removed, coil: byAir + room.fans + room.humidity + liquidHeat - free,
      free: free, compressor: room.compressor + cooler.compressor + cooler.fans, fans: room.fans,
      pumps: pumps, humidity: room.humidity, supply: room.supply,
      returnAir: room.supply
        + ServerAir.rise(of: room.airflow, carrying: byAir, pressure: weather.pressure),
      airflow: room.airflow, water: .zero, rejectionFans: cooler.fans, liquid: liquidHeat)
  }

  /// What the dry cooler carries of the liquid's heat, and what it and the trim chiller take.
  private func dryCooler(
    heat: Watts, load: Double, outdoor: Celsius
  ) -> (free: Fraction, fans: Watts, compressor: Watts) {
    let approach = DryCooler.approach * load
    let returning = liquid + DryCooler.liquidRise
    let share = (returning - (outdoor + approach)) / DryCooler.liquidRise
    if share >= 1 {
      let needed = approach / (liquid - outdoor)
      let flow = max(DryCooler.leastAirFlow, needed)
      return (.one, dryCoolerFans * (flow * flow * flow), .zero)
    }
    let all = trimming(heat, outdoor: outdoor)
    let free = Fraction(max(0, share))
    let rest = trimming(heat * (1 - free.value), outdoor: outdoor)
    if rest + dryCoolerFans < all { return (free, dryCoolerFans, rest) }
    return (.zero, .zero, all)
  }

  private func trimming(_ heat: Watts, outdoor: Celsius) -> Watts {
    trim.electricity(
      coil: heat, capacity: greatestLiquidHeat * (1 + pumping.value), supply: liquid, outdoor: outdoor)
  }
}
