public import Quantities

/// How water gets into the air.
///
/// ```
/// P = e·m
/// ```
///
/// `P` electricity (W), `m` vapour (kg/s), `e` 2.7 MJ/kg (0.75 kWh/kg) by boiling, 21.6 kJ/kg (6 Wh/kg) by a
/// high-pressure spray, whose heat of evaporation the room air gives.
///
/// **Valid for** steady operation. **Not modelled**: flushing of the canister, warming up.
///
/// **Source**: steam canister 0.75 kWh/kg (memory: medium); spray 6 Wh/kg (memory: medium).
///
/// **Example**: 10 kg an hour take 7.5 kW as steam and 60 W as spray.
public enum Humidifier: String, Hashable, Sendable, CaseIterable {
  /// Water is boiled in a canister; the vapour brings its heat along.
  case steam
  /// Water is atomised and evaporates by the air's own heat.
  case adiabatic = "spray"

  private static let steamEnergy = 2.7e6
  private static let sprayEnergy = 21_600.0

  /// Electricity of steam over the heat that it takes to condense it again.
  static let steamPerLatentHeat = Fraction(steamEnergy / MakeUpWater.evaporationHeat)

  /// Electricity for a flow of water that evaporates.
  public func electricity(evaporating water: CubicMetersPerSecond) -> Watts {
    let mass = water.value * MakeUpWater.waterDensity
    return switch self {
    case .steam: Watts(mass * Self.steamEnergy)
    case .adiabatic: Watts(mass * Self.sprayEnergy)
    }
  }

  /// Heat the evaporating water takes from the room air; zero for steam.
  public func cooling(evaporating water: CubicMetersPerSecond) -> Watts {
    switch self {
    case .steam: .zero
    case .adiabatic: Watts(water.value * MakeUpWater.waterDensity * MakeUpWater.evaporationHeat)
    }
  }
}
