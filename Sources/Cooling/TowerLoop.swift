public import Quantities

/// Chillers, tower, pumps and perhaps a water-side economizer, solved together.
///
/// ```
/// Q_w  = Q + P_chw                                 heat that the chilled water carries
/// Q_t  = Q_w + P_chillers(Q_w − free, Tc) + P_cw   heat that the tower rejects
/// Tc   = max(T_tower(Q_t, Twb), T_set)
/// ```
///
/// `Q` heat from the coils (W); `P_chw`, `P_cw` pumps (W); `Tc` water to the condensers (°C). If the tower can hold
/// `T_set` its fans slow down until it just does, and nothing is implicit; else they run at full speed and `Tc` is
/// the fixed point of the last two lines. With an economizer both ways to run are computed and the one that takes
/// less electricity is chosen, so that an economizer never costs more than it saves.
///
/// **Valid for** quasi-steady operation. **Not modelled**: basin heaters, storage, control dead bands.
///
/// **Source**: heat balances; parts see ``ChillerBank``, ``CoolingTower``, ``WaterPump``, ``WaterSideEconomizer``.
///
/// **Example**: on a wet bulb of 0 °C chilled water of 12 °C comes from the tower alone.
public struct TowerLoop: Hashable, Sendable {
  /// The chillers.
  public let bank: ChillerBank
  /// The tower.
  public let tower: CoolingTower
  /// The exchanger, if there is one.
  public let economizer: WaterSideEconomizer?
  /// Chilled water to the coils.
  public let chilledWater: Celsius
  private let chilledPump: WaterPump
  private let condenserPump: WaterPump
  private let treatment: WaterTreatment
  private let designLoad: Watts
  private let range: KelvinDifference

  /// The coldest water given to condensers: the lower end of the chiller's curves.
  public static let condenserSetPoint = Celsius(24)
  /// Condenser water the chillers carry their load up to; with the tower here, a wet bulb of about 31 °C.
  private static let designEntering = Celsius(35)

  /// Sizes a loop for the most heat that coils bring.
  ///
  /// - Parameters:
  ///   - coilHeat: the most heat of all coils, above zero.
  ///   - chilledWater: temperature to the coils.
  ///   - range: chilled water back minus out, at full load.
  ///   - cop: chillers at 6.67 °C leaving and 29.4 °C entering.
  ///   - chillerShare: capacity of a chiller over that of all, above 0 to 1.
  ///   - pumps: speed of both pumps.
  public init(
    coilHeat: Watts, chilledWater: Celsius, range: KelvinDifference, cop: COP, chillerShare: Fraction,
    pumps: WaterPump.Speed, treatment: WaterTreatment = WaterTreatment(),
    economizer: WaterSideEconomizer? = nil
  ) {
    precondition(coilHeat > .zero && range > .zero, "a loop is built for some heat")
    chilledPump = .chilledWater(designHeat: coilHeat, range: range, speed: pumps)
    designLoad = coilHeat + chilledPump.designPower
    bank = ChillerBank(
      carrying: designLoad, share: chillerShare, leaving: chilledWater, entering: Self.designEntering,
      cop: cop, curves: .centrifugal)
    // Lift beyond rating makes the worst hour's chillers some third hungrier than rated.
    let rejected = designLoad * (1 + 1.3 / cop.value)
    condenserPump = .condenserWater(
      designHeat: rejected, range: CoolingTower.designRange, speed: pumps)
    tower = CoolingTower(designHeat: rejected + condenserPump.designPower)
    self.chilledWater = chilledWater
    self.range = range
    self.treatment = treatment
    self.economizer = economizer
  }

  /// The loop with a heat from the coils under a wet bulb.
  public func reading(coilHeat: Watts, wetBulb: Celsius) -> ChilledWaterReading {
    let load = Load(of: self, coilHeat: coilHeat)
    let mechanical = withChillers(load, wetBulb: wetBulb)
    guard let economizer, let eased = with(economizer, load, wetBulb: wetBulb) else { return mechanical }
    if eased.unserved != mechanical.unserved {
      return eased.unserved < mechanical.unserved ? eased : mechanical
    }
    return eased.electricity < mechanical.electricity ? eased : mechanical
  }

  /// What follows from the heat alone, before any weather.
  private struct Load {
    let coil, water, chilledPump, condenserPump: Watts
    let share, chilledFlow, condenserFlow: Fraction

    init(of loop: TowerLoop, coilHeat: Watts) {
      let coilShare = Fraction(min(1, coilHeat / (loop.designLoad - loop.chilledPump.designPower)))
      coil = coilHeat
      chilledPump = loop.chilledPump.electricity(load: coilShare)
      chilledFlow = loop.chilledPump.flow(load: coilShare)
      water = coilHeat + chilledPump
      share = Fraction(min(1, water / loop.designLoad))
      condenserPump = loop.condenserPump.electricity(load: share)
      condenserFlow = loop.condenserPump.flow(load: share)
    }

    var pumps: Watts { chilledPump + condenserPump }
  }

  private func withChillers(_ load: Load, wetBulb: Celsius) -> ChilledWaterReading {
    let held = bank.reading(load: load.water, leaving: chilledWater, entering: Self.condenserSetPoint)
    let rejected = held.served + held.electricity + load.condenserPump
    let airFlow = tower.airFlow(
      holding: Self.condenserSetPoint, heat: rejected, waterFlow: load.condenserFlow, wetBulb: wetBulb)
    if let airFlow {
      return answer(load, held, condenser: Self.condenserSetPoint, airFlow: airFlow)
    }
    // Chillers answer weakly to their water, so that the set point's heat already gives nearly the right water.
    let nearly = tower.leaving(heat: rejected, waterFlow: load.condenserFlow, wetBulb: wetBulb)
    let warm = FixedPoint.solve(from: nearly.value) { entering in
      let chillers = bank.reading(load: load.water, leaving: chilledWater, entering: Celsius(entering))
      return tower.leaving(
        heat: chillers.served + chillers.electricity + load.condenserPump, waterFlow: load.condenserFlow,
        wetBulb: wetBulb
      ).value
    }
    let chillers = bank.reading(load: load.water, leaving: chilledWater, entering: Celsius(warm))
    return answer(load, chillers, condenser: Celsius(warm), airFlow: .one)
  }

  /// The loop with tower water through the exchanger first, or nil when the tower is too warm to help.
  private func with(
    _ economizer: WaterSideEconomizer, _ load: Load, wetBulb: Celsius
  ) -> ChilledWaterReading? {
    let returning = chilledWater + range * (load.share.value / load.chilledFlow.value)
    let idle = ChillerBank.Reading(running: 0, served: .zero, electricity: .zero)
    let needed = chilledWater - economizer.approach
    let airFlow = tower.airFlow(
      holding: needed, heat: load.water + load.condenserPump, waterFlow: load.condenserFlow,
      wetBulb: wetBulb)
    if let airFlow { return answer(load, idle, free: .one, condenser: needed, airFlow: airFlow) }
    guard wetBulb + economizer.approach < returning else { return nil }

    func chillers(_ water: Celsius) -> (ChillerBank.Reading, free: Fraction) {
      let free = economizer.share(tower: water, supply: chilledWater, returning: returning)
      let rest = bank.reading(
        load: load.water * (1 - free.value), leaving: chilledWater,
        entering: max(water, Self.condenserSetPoint))
      return (rest, free)
    }
    let water = FixedPoint.solve(from: needed.value) { water in
      let (rest, free) = chillers(Celsius(water))
      return tower.leaving(
        heat: load.water * free.value + rest.served + rest.electricity + load.condenserPump,
        waterFlow: load.condenserFlow, wetBulb: wetBulb
      ).value
    }
    let (rest, free) = chillers(Celsius(water))
    guard free > .zero else { return nil }
    return answer(
      load, rest, free: free, condenser: max(Celsius(water), Self.condenserSetPoint), airFlow: .one)
  }

  private func answer(
    _ load: Load, _ chillers: ChillerBank.Reading, free: Fraction = .zero, condenser: Celsius,
    airFlow: Fraction
  ) -> ChilledWaterReading {
    let eased = load.water * free
    return ChilledWaterReading(
      unserved: load.water * (1 - free.value) - chillers.served, free: free, chillers: chillers.electricity,
      rejectionFans: tower.fans(airFlow: airFlow), pumps: load.pumps,
      makeUp: treatment.makeUp(
        evaporating: eased + chillers.served + chillers.electricity + load.condenserPump,
        circulating: condenserPump.designFlow * load.condenserFlow),
      condenser: condenser)
  }
}
