public import Quantities

/// Water that a cooling tower or wet pad loses and the main replaces.
///
/// ```
/// E = Q/(h·ρ)      D = d·V      B = max(0, E/(C − 1) − D)      make-up = E + D + B
/// ```
///
/// `E` evaporation, `D` drift, `B` blowdown (m³/s); `Q` heat rejected by evaporation (W); `h` 2 430 kJ/kg, the heat
/// of evaporation at about 30 °C; `ρ` 1 000 kg/m³; `d` drift share of the circulating flow `V`; `C` cycles of
/// concentration. Drift carries salts too, so it counts towards the purge that `C` asks for.
///
/// **Valid for** heat that leaves as vapour. **Not modelled**: the sensible part in cold weather (up to a third),
/// which makes the water of a cold month too high.
///
/// **Source**: ASHRAE Handbook HVAC Systems and Equipment, cooling towers (memory: high).
///
/// **Example**: 1 kWh evaporates 1.481 l; with 5 cycles the make-up is 1.852 l.
public struct MakeUpWater: Hashable, Sendable {
  /// Evaporated.
  public var evaporation: CubicMetersPerSecond
  /// Carried off as droplets.
  public var drift: CubicMetersPerSecond
  /// Let down the drain to keep salts from concentrating.
  public var blowdown: CubicMetersPerSecond

  /// No water.
  public static let none = MakeUpWater(evaporation: .zero, drift: .zero, blowdown: .zero)

  /// Creates an account of water.
  public init(
    evaporation: CubicMetersPerSecond, drift: CubicMetersPerSecond, blowdown: CubicMetersPerSecond
  ) {
    self.evaporation = evaporation
    self.drift = drift
    self.blowdown = blowdown
  }

  /// All of it.
  public var total: CubicMetersPerSecond { evaporation + drift + blowdown }

  /// Heat of evaporation, J/kg, and mass per volume, kg/m³.
  static let evaporationHeat = 2.43e6
  static let waterDensity = 1000.0
}
