public import Quantities

/// A usual room of 2015, not the best of its time: variable-speed CRAH units under a raised floor whose pressure is held,
/// chillers and a tower without economizer, steam humidifiers.
///
/// ```
/// V   = q/(ρ·cp·ΔT)        P_fan = V·Δp/η            of a unit of capacity q
/// P_h = (1/s − 1)·(e/h)·Q_removed                    steam for what the coils condense
/// ```
///
/// `ΔT` rise of the air (K), `Δp` pressure of the fans (Pa), `η` their efficiency, `s` sensible share of the coils'
/// heat, `e` electricity of steam and `h` heat of evaporation (J/kg). Outdoors ``TowerLoop``, indoors the coil balance
/// `Q_coil = Q_removed + P_fans + P_humidity`; fans by ``FanLaw/heldPressure(leastFlow:)``, pumps by
/// ``WaterPump/Speed/heldPressure(leastFlow:)``.
///
/// **Valid for** heat from zero upward and wet bulbs to about 30 °C at full load; beyond, part is unmet.
///
/// **Not modelled**: the season of the latent load; it is that of the year's mean.
///
/// **Source**: the middles of the ranges for rooms of middle size with water-cooled chillers in N. Lei, E. Masanet,
/// "Climate- and technology-specific PUE and WUE estimations for US data centers using a hybrid statistical and
/// thermodynamics-based approach", Resources, Conservation and Recycling 182 (2022) 106323 (published, read in the
/// authors' calculator). Not from there: supply, chilled water and steam, as usual in 2015 (memory: medium); power of the
/// pumps, see ``WaterPump``.
///
/// **Example**: 600 kW of units with 200 kW of heat run their fans at half flow, for 18.5 kW.
public struct ChilledWater2015: CoolingPlant, Hashable {
  private let room: ChilledWaterRoom

  static let supply = ChilledWaterEconomizer.supply
  static let rise = PlantParameter(
    "rise", "rise of the room air from supply to return at full capacity", standard: KelvinDifference(7.5),
    range: KelvinDifference(5)...KelvinDifference(20),
    source: "middle of 5 to 10 K (Lei, Masanet 2022: published)")
  static let fanPressure = PlantParameter(
    "fan-pressure", "pressure that the fans overcome at full flow", standard: Pascals(650),
    range: Pascals(100)...Pascals(1000), source: "middle of 400 to 900 Pa (Lei, Masanet 2022: published)")
  static let fanEfficiency = PlantParameter(
    "fan-efficiency", "efficiency of fans, drives and motors at full flow", standard: Fraction(0.7),
    range: Fraction(0.4)...Fraction(0.9), source: "middle of 60 to 80 % (Lei, Masanet 2022: published)")
  static let leastFlow = PerimeterDXVariable.leastFlow
  static let chilledWater = PlantParameter(
    "chilled-water", "chilled water to the coils", standard: Celsius(10), range: Celsius(7)...Celsius(16),
    source: "10 to 14 °C behind containment (memory: medium)")
  static let ratedCOP = PlantParameter(
    "cop", "heat per electricity of the chillers at 6.67 degC leaving and 29.4 degC entering",
    standard: COP(5), range: COP(3)...COP(9),
    source: "20 % below the chillers of large rooms, middle of 0 to 40 % (Lei, Masanet 2022: published)")
  static let chillerShare = ChilledWaterCRAH.chillerShare
  static let cycles = ChilledWaterCRAH.cycles
  static let sensibleHeat = PlantParameter(
    "sensible-heat",
    "share of the coils' heat that cools air; the rest condenses water, which steam replaces",
    standard: Fraction(0.97), range: Fraction(0.8)...Fraction(1),
    source: "middle of 95 to 99 % (Lei, Masanet 2022: published); steam canisters (memory: medium)")

  static let entry = PlantEntry(
    name: "chilled-water-2015",
    summary: "Variable-speed CRAH units under a raised floor, chillers and a tower, without economizer.",
    parameters: [
      supply, rise, fanPressure, fanEfficiency, leastFlow, chilledWater, ratedCOP, chillerShare, cycles,
      sensibleHeat,
    ],
    make: { ChilledWater2015(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    let rise: KelvinDifference = settings[Self.rise]
    let sensible: Fraction = settings[Self.sensibleHeat]
    let air = AirHandler(
      size: size, supply: settings[Self.supply], rise: rise,
      fanShare: FanRating.share(
        rise: rise, pressure: settings[Self.fanPressure], efficiency: settings[Self.fanEfficiency]),
      fan: .heldPressure(leastFlow: settings[Self.leastFlow]),
      humidity: HumidityControl(
        standing: .zero, proportional: Humidifier.steamPerLatentHeat * (1 / sensible.value - 1)))
    room = ChilledWaterRoom(
      air: air,
      source: .tower(
        TowerLoop(
          coilHeat: air.greatestCoilHeat, chilledWater: settings[Self.chilledWater],
          range: KelvinDifference(5.56), cop: settings[Self.ratedCOP],
          chillerShare: settings[Self.chillerShare], pumps: .heldPressure(leastFlow: Fraction(0.4)),
          treatment: WaterTreatment(cycles: settings[Self.cycles]))))
  }

  public var size: PlantSize { room.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    room.reading(heat: heat, weather: weather)
  }
}
