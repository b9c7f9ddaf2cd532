public import Quantities

/// A 2015 room: CRAC units whose fans follow the heat and hold the pressure under the floor, warmer supply behind
/// containment, and a wide humidity band that costs a tenth of the 2004 one.
///
/// Equations, validity and limits: ``PerimeterDX``; fans by ``FanLaw/heldPressure(leastFlow:)``.
///
/// **Source**: supply 20 to 22 °C, contained aisles and variable speed as usual in 2015; fan power, least flow and
/// rated COP from memory of unit data, medium confidence.
///
/// **Example**: two 100 kW units sharing 120 kW run at 60 % flow and 41.0 % fan power: 2 × 5 kW × 0.410 = 4.10 kW.
public struct PerimeterDXVariable: CoolingPlant, Hashable {
  private let plant: PerimeterDX

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(20), range: Celsius(12)...Celsius(27),
    source: "20 to 22 °C with containment (memory: medium)")
  static let rise = PlantParameter(
    "rise", "rise of the room air from supply to return at full capacity", standard: KelvinDifference(12),
    range: KelvinDifference(5)...KelvinDifference(20), source: "unit data of 2015 (memory: medium)")
  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.05),
    range: Fraction(0.01)...Fraction(0.12), source: "EC plug fans, 4 to 6 kW a 100 kW unit (memory: medium)")
  static let leastFlow = PlantParameter(
    "least-flow", "share of rated flow below which the fans do not slow down", standard: Fraction(0.5),
    range: Fraction(0.1)...Fraction(1), source: "coil and throw need about half the flow (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of compressors and condenser fans at 15 degC supply and 35 degC outdoors",
    standard: COP(3.3), range: COP(1.5)...COP(6), source: "air-cooled machines of 2015 (memory: medium)")
  static let leastCondensing = PlantParameter(
    "least-condensing", "condensing temperature held by head-pressure control in cold weather",
    standard: Celsius(30), range: Celsius(20)...Celsius(50),
    source: "floating head pressure with electronic expansion valves (memory: medium)")
  static let humidity = PlantParameter(
    "humidity", "humidity control, standing and again proportional share", standard: Fraction(0.001),
    range: Fraction(0)...Fraction(0.05), source: "a tenth of the 2004 envelope's (memory: low)")

  static let entry = PlantEntry(
    name: "perimeter-dx-variable",
    summary: "CRAC units with air-cooled direct expansion, variable-speed fans and warm supply.",
    parameters: [supply, rise, fanShare, leastFlow, ratedCOP, leastCondensing, humidity],
    make: { PerimeterDXVariable(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    plant = PerimeterDX(
      size: size, supply: settings[Self.supply],
      unitFanPower: size.unitCapacity * (settings[Self.fanShare] as Fraction),
      unitFlow: ServerAir.flow(carrying: size.unitCapacity, rise: settings[Self.rise]),
      fan: .heldPressure(leastFlow: settings[Self.leastFlow]),
      circuit: DirectExpansion(
        ratedCOP: settings[Self.ratedCOP], evaporatorApproach: KelvinDifference(8),
        condenserApproach: KelvinDifference(15), leastCondensing: settings[Self.leastCondensing],
        cyclingLoss: Fraction(0.15)),
      humidityControl: .wideBand(settings))
  }

  public var size: PlantSize { plant.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    plant.reading(heat: heat, weather: weather)
  }
}
