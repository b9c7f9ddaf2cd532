public import Quantities

/// Room air cooled through an air-to-air exchanger whose outer side outdoor air sweeps, wetted on warm days; no
/// outside air enters the room. Direct expansion trims.
///
/// ```
/// dry  free = Q·clamp(ε_d·(T_return − T_outdoor)/(T_return − T_need), 0, 1)
/// wet  free = Q·clamp(ε_w·(T_return − Twb)/(T_return − T_need), 0, 1)
/// P_s  = P_r·x³
/// ```
///
/// `ε_d`, `ε_w` effectiveness on dry and wet bulb; `P_s` scavenger fans, `x` their flow, that of the room side over
/// its rating, and less when dry air carries more than needed; the rest as in ``AirEconomizer``. Of dry, wet and
/// standing still the way that takes least electricity is chosen: wet only when dry does not suffice. In wet mode
/// all heat it moves leaves as vapour.
///
/// **Valid for** heat from zero upward and outdoor air of any state; above capacity the rest is unmet.
///
/// **Not modelled**: frost, scale, leakage between the sides, sensible heat in wet mode (which would save water).
///
/// **Source**: wet effectiveness 0.65 to 0.8 (memory: high); dry 0.55, fans 1.5 % and spray pumps 0.3 % of capacity
/// (memory: medium).
///
/// **Example**: return air of 36 °C, need of 24 °C: at 10 °C outdoors it works dry, at 30 °C with a wet bulb of 18 °C
/// wet and without compressors.
public struct IndirectEvaporative: CoolingPlant, Hashable {
  private let room: FreeCooledRoom
  private let dry: Fraction
  private let wet: Fraction
  private let scavenger: Watts
  private let sprayPumps: Watts
  private let treatment: WaterTreatment

  private enum Exchanger {
    static let scavengerShare = Fraction(0.015)
    static let sprayShare = Fraction(0.003)
    static let leastAirFlow = 0.2
  }

  static let supply = AirEconomizer.supply
  static let rise = AirEconomizer.rise
  static let fanShare = PlantParameter(
    "fans", "fan power at full flow as a share of a unit's capacity", standard: Fraction(0.03),
    range: Fraction(0.01)...Fraction(0.12), source: "exchanger instead of floor (memory: medium)")
  static let effectiveness = PlantParameter(
    "effectiveness", "share of the distance to the wet bulb that the wet exchanger reaches",
    standard: Fraction(0.72), range: Fraction(0.65)...Fraction(0.8), source: "0.65 to 0.8 (memory: high)")
  static let dryEffectiveness = PlantParameter(
    "dry-effectiveness", "share of the distance to the dry bulb that the dry exchanger reaches",
    standard: Fraction(0.55), range: Fraction(0.4)...Fraction(0.65),
    source: "plate exchangers (memory: medium)")
  static let ratedCOP = AirEconomizer.ratedCOP
  static let cycles = ChilledWaterCRAH.cycles

  static let entry = PlantEntry(
    name: "indirect-evaporative",
    summary: "Room air through a wetted air-to-air exchanger, trimmed by air-cooled direct expansion.",
    parameters: [supply, rise, fanShare, effectiveness, dryEffectiveness, ratedCOP, cycles],
    make: { IndirectEvaporative(size: $0, settings: $1) })

  /// Creates the plant.
  public init(size: PlantSize, settings: PlantParameters = PlantParameters()) {
    room = FreeCooledRoom(
      size: size, supply: settings[Self.supply], rise: settings[Self.rise], fanShare: settings[Self.fanShare],
      ratedCOP: settings[Self.ratedCOP])
    wet = settings[Self.effectiveness]
    dry = settings[Self.dryEffectiveness]
    scavenger = size.capacity * Exchanger.scavengerShare
    sprayPumps = size.capacity * Exchanger.sprayShare
    treatment = WaterTreatment(cycles: settings[Self.cycles], drift: .zero)
  }

  public var size: PlantSize { room.air.size }

  public func reading(heat: Watts, weather: WeatherSample) -> CoolingReading {
    let need = room.need(heat: heat, weather: weather)
    // Both sides of the exchanger move the same share of their flow.
    let asked = Fraction(need.demand.removed / size.capacity)
    let flow = max(Exchanger.leastAirFlow, room.air.fan.flow(asked: asked).value)
    let useful = dry.value * need.share(of: weather.dryBulb)
    let dryFlow = useful > 1 ? max(Exchanger.leastAirFlow, flow / useful) : flow
    let dryReading = reading(heat, need, free: useful, airFlow: dryFlow, isWet: false, weather)
    if useful >= 1 { return dryReading }
    let reached = wet.value * need.share(of: weather.wetBulb)
    let wetReading = reading(heat, need, free: reached, airFlow: flow, isWet: true, weather)
    let off = reading(heat, need, free: 0, airFlow: 0, isWet: false, weather)
    return cheaper(cheaper(off, dryReading), wetReading)
  }

  private func cheaper(_ one: CoolingReading, _ other: CoolingReading) -> CoolingReading {
    other.electricity < one.electricity ? other : one
  }

  private func reading(
    _ heat: Watts, _ need: FreeCooledRoom.Need, free reached: Double, airFlow: Double, isWet: Bool,
    _ weather: WeatherSample
  ) -> CoolingReading {
    let evaporating = need.demand.coil * min(1, max(0, reached))
    return room.reading(
      heat: heat, need: need, free: reached, pumps: isWet ? sprayPumps : .zero,
      rejectionFans: scavenger * (airFlow * airFlow * airFlow),
      makeUp: isWet ? treatment.makeUp(evaporating: evaporating, circulating: .zero) : .none,
      weather: weather)
  }
}
