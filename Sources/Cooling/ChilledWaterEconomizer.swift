public import Quantities

/// A 2015 room on chilled water: variable-speed CRAH units, warm water, and an integrated water-side economizer.
///
/// Equations: ``TowerLoop`` and ``WaterSideEconomizer`` outdoors, coil balance indoors; fans hold the pressure under the
/// floor (``FanLaw/heldPressure(leastFlow:)``).
///
/// **Valid for** heat from zero upward and wet bulbs to about 30 °C at full load; beyond, part is unmet.
///
/// **Not modelled**: freezing and basin heaters; chilled water above 10 °C counts as 10 °C for the chillers, which
/// is the end of their curves and errs on the high side.
///
/// **Source**: warm water, variable speed and exchanger as usual in 2015 (memory: medium); curves published.
///
/// **Example**: at a wet bulb of 0 °C the chillers stand still; at 24 °C they carry everything.
public struct ChilledWaterEconomizer: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(20), range: Celsius(18)...Celsius(27),
    source: "20 to 22 °C with containment (memory: medium)")
  static let rise = PerimeterDXVariable.rise
  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.04),
    range: Fraction(0.01)...Fraction(0.12), source: "EC plug fans behind a coil (memory: medium)")
  static let leastFlow = PerimeterDXVariable.leastFlow
  static let chilledWater = PlantParameter(
    "chilled-water", "chilled water to the coils", standard: Celsius(12), range: Celsius(7)...Celsius(16),
    source: "10 to 14 °C behind containment (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of the chillers at 6.67 degC leaving and 29.4 degC entering",
    standard: COP(6), range: COP(4)...COP(9), source: "centrifugal machines of 2015 (memory: medium)")
  static let chillerShare = ChilledWaterCRAH.chillerShare
  static let exchangerApproach = PlantParameter(
    "exchanger-approach", "chilled water out of the exchanger minus tower water in",
    standard: KelvinDifference(1.7), range: KelvinDifference(0.5)...KelvinDifference(5),
    source: "1.5 to 2 K (memory: medium)")
  static let cycles = ChilledWaterCRAH.cycles
  static let humidity = PerimeterDXVariable.humidity

  static let entry = PlantEntry(
    name: "chilled-water-economizer",
    summary: "Variable-speed CRAH units on chillers and a tower with integrated water-side economizer.",
    parameters: [
      supply, rise, fanShare, leastFlow, chilledWater, ratedCOP, chillerShare, exchangerApproach, cycles,
      humidity,
    ],
    make: { ChilledWaterEconomizer(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    room = .economized(
      air: AirHandler(
        size: size, supply: settings[Self.supply], rise: settings[Self.rise],
        fanShare: settings[Self.fanShare], fan: .heldPressure(leastFlow: settings[Self.leastFlow]),
        humidity: .wideBand(settings)),
      chilledWater: settings[Self.chilledWater], range: KelvinDifference(8), settings: settings)
  }

  public var size: PlantSize { room.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
