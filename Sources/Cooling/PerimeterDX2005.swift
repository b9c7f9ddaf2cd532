public import Quantities

/// A 2005 room: constant-speed CRAC units with air-cooled direct expansion, cold supply, and humidity held in the
/// 2004 envelope.
///
/// Equations, validity and limits: ``PerimeterDX``. With standard settings COP is 2.8 at 35 °C outdoors and 4.3
/// below 20 °C, where head-pressure control stops it rising.
///
/// **Source**: fans 5.5 to 7.5 kW and 100 kW a unit, from memory of CRAC data of that time, medium confidence;
/// rated COP 2.5 to 3.2 likewise; humidity 1 % + 1 % from White Paper 113 (from memory, high confidence).
///
/// **Example**: one 100 kW unit and no spare at 100 kW of heat, 15 °C supply and 35 °C outdoors draws 6.5 kW of
/// fans, 2 kW of humidity and 108.5/2.8 = 38.75 kW of compressors.
public struct PerimeterDX2005: CoolingPlant, Hashable {
  private let plant: PerimeterDX

  static let supply = PlantParameter(
    "supply", "supply air temperature", standard: Celsius(14), range: Celsius(10)...Celsius(20),
    source: "return 22 to 24 °C and supply 13 to 15 °C were usual in 2005 (memory: medium)")
  static let rise = PlantParameter(
    "rise", "rise of the room air from supply to return at full capacity", standard: KelvinDifference(10),
    range: KelvinDifference(5)...KelvinDifference(20),
    source: "8.3 m3/s for 100 kW, unit data of 2005 (memory: medium)")
  static let fanShare = PlantParameter(
    "fans", "fan power as a share of a unit's capacity", standard: Fraction(0.065),
    range: Fraction(0.02)...Fraction(0.12), source: "5.5 to 7.5 kW a 100 kW unit (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of compressors and condenser fans at 15 degC supply and 35 degC outdoors",
    standard: COP(2.8), range: COP(1.5)...COP(6),
    source: "air-cooled machines of 2005, 2.5 to 3.2 (memory: medium)")
  static let leastCondensing = PlantParameter(
    "least-condensing", "condensing temperature held by head-pressure control in cold weather",
    standard: Celsius(35), range: Celsius(20)...Celsius(50),
    source: "head pressure of R-22 held at 12 to 13 bar (memory: medium)")
  static let humidityStanding = PlantParameter(
    "humidity-standing", "humidity control, standing share of design heat", standard: Fraction(0.01),
    range: Fraction(0)...Fraction(0.05), source: "Schneider White Paper 113 (memory: high)")
  static let humidityProportional = PlantParameter(
    "humidity-proportional", "humidity control, share of the heat removed", standard: Fraction(0.01),
    range: Fraction(0)...Fraction(0.05), source: "Schneider White Paper 113 (memory: high)")

  static let entry = PlantEntry(
    name: "perimeter-dx-2005",
    summary: "Constant-speed CRAC units with air-cooled direct expansion and tight humidity control.",
    parameters: [
      supply, rise, fanShare, ratedCOP, leastCondensing, humidityStanding, humidityProportional,
    ],
    make: { PerimeterDX2005(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    plant = PerimeterDX(
      size: size, supply: settings[Self.supply],
      unitFanPower: size.unitCapacity * (settings[Self.fanShare] as Fraction),
      unitFlow: ServerAir.flow(carrying: size.unitCapacity, rise: settings[Self.rise]),
      fan: .fixedSpeed,
      circuit: DirectExpansion(
        ratedCOP: settings[Self.ratedCOP], evaporatorApproach: KelvinDifference(8),
        condenserApproach: KelvinDifference(15), leastCondensing: settings[Self.leastCondensing],
        cyclingLoss: Fraction(0.15)),
      humidityControl: HumidityControl(
        standing: settings[Self.humidityStanding], proportional: settings[Self.humidityProportional]))
  }

  public var size: PlantSize { plant.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    plant.reading(heat: heat, weather: weather)
  }
}
