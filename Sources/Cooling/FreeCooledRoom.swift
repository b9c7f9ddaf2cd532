import Quantities

/// Room air that outdoor air cools as far as the weather allows, and direct expansion for the rest: what plants with outside
/// air and evaporative plants share.
///
/// ```
/// Q        = Q_removed + P_fans                all that the air must lose
/// T_return = T_supply + Q_removed/(ρ·cp·V)
/// T_need   = T_supply − P_fans/(ρ·cp·V)        what must enter the fans
/// coil     = Q·(1 − free)
/// water    = f·ρ·V·ΔW/ρ_w                      what a share of the flow takes up
/// ```
///
/// Fans follow the EC plug fan of ``FanLaw``; `ΔW` is a rise of the humidity ratio (kg/kg), `f` a share of the flow.
///
/// **Valid for** heat from zero upward; above capacity the rest is unmet. **Not modelled**: humidity control of the room.
///
/// **Source**: heat balance; parameters from ``AirEconomizer``, ``DirectEvaporative`` and ``IndirectEvaporative``.
struct FreeCooledRoom: Hashable, Sendable {
  let air: AirHandler
  private let trim: DirectExpansion

  init(
    size: PlantSize, supply: Celsius, rise: KelvinDifference, fanShare: Fraction, ratedCOP: COP
  ) {
    air = AirHandler(
      size: size, supply: supply, rise: rise, fanShare: fanShare, fan: .electronicallyCommutated,
      humidity: HumidityControl(standing: .zero, proportional: .zero))
    trim = .trim(ratedCOP: ratedCOP)
  }

  /// What a heat asks of the outdoor air.
  struct Need {
    let demand: AirHandler.Demand
    let returnAir: Celsius
    let entering: Celsius
    /// Mass of air over volume, kg/m³.
    fileprivate let density: Double

    /// The share of all heat that air of a temperature carries when it takes the whole flow; above 1 it is colder than needed.
    func share(of temperature: Celsius) -> Double {
      (returnAir - temperature) / (returnAir - entering)
    }

    /// Water that a share of the flow takes up for a rise of its humidity ratio.
    func water(lifting humidity: Double, share: Double) -> CubicMetersPerSecond {
      demand.airflow * (share * humidity * density / MakeUpWater.waterDensity)
    }
  }

  func need(heat: Watts, weather: WeatherSample) -> Need {
    precondition(heat >= .zero, "heat is not below zero")
    let demand = air.demand(heat: heat)
    func rise(_ heat: Watts) -> KelvinDifference {
      ServerAir.rise(of: demand.airflow, carrying: heat, pressure: weather.pressure)
    }
    return Need(
      demand: demand, returnAir: air.supply + rise(demand.removed), entering: air.supply - rise(demand.fans),
      density: ServerAir.seaLevelDensity.value * (weather.pressure / Psychrometrics.seaLevelPressure))
  }

  /// The plant's reading when outdoor air carries a share of all heat.
  func reading(
    heat: Watts, need: Need, free: Double, pumps: Watts, rejectionFans: Watts = .zero, makeUp: MakeUpWater,
    weather: WeatherSample
  ) -> CoolingReading {
    let free = Fraction(min(1, max(0, free)))
    let compressor = trim.electricity(
      coil: need.demand.coil * (1 - free.value), capacity: air.greatestCoilHeat, supply: air.supply,
      outdoor: weather.dryBulb)
    return air.reading(
      heat: heat, demand: need.demand,
      water: ChilledWaterReading(
        unserved: .zero, free: free, chillers: compressor, rejectionFans: rejectionFans, pumps: pumps,
        makeUp: makeUp, condenser: weather.dryBulb),
      weather: weather)
  }
}
