public import Quantities

/// Perimeter units of a chilled-water plant with one COP curve over supply temperature, as research on thermal-aware
/// placement counts cooling; for comparison with that literature.
///
/// ```
/// P = P_fans + (Q_removed + P_fans)/COP(T_supply)
/// ```
///
/// `COP` is ``MooreCOP``; the fans run at one speed and their heat is a load, as in ``PerimeterDX``.
///
/// **Valid for** supply 10 to 30 °C. **Not modelled**: weather, part load, humidity.
///
/// **Source**: Moore et al. (2005), see ``MooreCOP``; fans as in ``PerimeterDX2005``.
///
/// **Example**: 100 kW at 15 °C without fans costs 50 kW.
public struct MooreCRAC: CoolingPlant, Hashable {
  public let size: PlantSize
  private let supply: Celsius
  private let fans: Watts
  private let airflow: CubicMetersPerSecond

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(15), range: MooreCOP.range,
    source: "the curve's usual working point (memory: high)")
  static let rise = PerimeterDX2005.rise
  static let fanShare = PlantParameter(
    "fans", "fan power as a share of a unit's capacity", standard: Fraction(0.065),
    range: Fraction(0)...Fraction(0.12), source: "5.5 to 7.5 kW a 100 kW unit (memory: medium)")

  static let entry = PlantEntry(
    name: "crac-moore-2005",
    summary: "Perimeter units whose COP follows supply temperature alone, as in the placement literature.",
    parameters: [supply, rise, fanShare],
    make: { MooreCRAC(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    self.size = size
    supply = settings[Self.supply]
    fans = size.capacity * (settings[Self.fanShare] as Fraction)
    airflow = ServerAir.flow(carrying: size.capacity, rise: settings[Self.rise])
  }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    precondition(heat >= .zero, "heat is not below zero")
    let removed = min(heat, size.capacity)
    let coil = removed + fans
    return CoolingReading(
      heat: heat, unmet: heat - removed, coil: coil, free: .zero,
      compressor: coil / MooreCOP.cop(supply: supply).value, fans: fans, pumps: .zero, humidity: .zero,
      supply: supply,
      returnAir: supply + ServerAir.rise(of: airflow, carrying: removed, pressure: weather.pressure),
      airflow: airflow, water: .zero)
  }
}
