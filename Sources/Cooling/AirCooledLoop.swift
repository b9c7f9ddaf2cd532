public import Quantities

/// Air-cooled chillers with their chilled-water pump.
///
/// ```
/// P = P_chw + P_chillers(Q + P_chw, T_outdoor)
/// ```
///
/// `Q` heat from the coils (W), `P_chw` pump (W), `T_outdoor` dry bulb (°C). Condenser fans are in the chillers'
/// COP.
///
/// **Valid for** outdoor air to 45 °C at full load; beyond, part of the heat may stay unserved.
///
/// **Not modelled**: hot air of one machine drawn in by the next, free-cooling coils.
///
/// **Source**: see ``ChillerBank``, ``ChillerCurves``, ``WaterPump``.
///
/// **Example**: with COP 2.9 at rating, 1 000 kW at 35 °C outdoors take some 350 kW.
public struct AirCooledLoop: Hashable, Sendable {
  /// The chillers.
  public let bank: ChillerBank
  /// Chilled water to the coils.
  public let chilledWater: Celsius
  private let pump: WaterPump
  private let designCoilHeat: Watts

  /// Outdoor air the chillers carry their load up to.
  private static let designEntering = Celsius(45)

  /// Sizes a loop for the most heat that coils bring; parameters as in ``TowerLoop``, the COP at 6.67 °C leaving
  /// and 35 °C outdoors.
  public init(
    coilHeat: Watts, chilledWater: Celsius, range: KelvinDifference, cop: COP, chillerShare: Fraction,
    pump speed: WaterPump.Speed, curves: ChillerCurves
  ) {
    precondition(coilHeat > .zero && range > .zero, "a loop is built for some heat")
    pump = .chilledWater(designHeat: coilHeat, range: range, speed: speed)
    bank = ChillerBank(
      carrying: coilHeat + pump.designPower, share: chillerShare, leaving: chilledWater,
      entering: Self.designEntering, cop: cop, curves: curves)
    self.chilledWater = chilledWater
    designCoilHeat = coilHeat
  }

  /// The loop with a heat from the coils under a dry bulb.
  public func reading(coilHeat: Watts, dryBulb: Celsius) -> ChilledWaterReading {
    let pumping = pump.electricity(load: Fraction(min(1, coilHeat / designCoilHeat)))
    let water = coilHeat + pumping
    let chillers = bank.reading(load: water, leaving: chilledWater, entering: dryBulb)
    return ChilledWaterReading(
      unserved: water - chillers.served, free: .zero, chillers: chillers.electricity,
      rejectionFans: .zero, pumps: pumping, makeUp: .none, condenser: dryBulb)
  }
}
