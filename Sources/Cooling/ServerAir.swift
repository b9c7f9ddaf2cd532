public import Quantities

/// The air that carries heat from servers to a cooling unit.
///
/// ```
/// V = Q / (ρ·cp·ΔT)
/// ```
///
/// `V` air flow (m³/s), `Q` heat (W), `ρ` density, 1.2 kg/m³ at sea level and in proportion to pressure, `cp` heat
/// capacity, 1 006 J/(kg·K), `ΔT` rise of the air (K).
///
/// **Valid for** dry room air of 15 to 45 °C; the density is that of 20 °C throughout.
///
/// **Not modelled**: moisture in the heat capacity (+1.7 % at 9 g/kg), density by temperature (−0.34 %/K).
///
/// **Source**: sensible heat balance; the constants are the field's rounding.
///
/// **Example**: 1 kW at 12 K takes 0.06903 m³/s (146.3 CFM).
public enum ServerAir {
  /// Density of room air at sea level.
  public static let seaLevelDensity = KilogramsPerCubicMeter(1.2)
  /// Heat capacity of dry air, J/(kg·K).
  static let heatCapacity = 1006.0

  /// Heat carried per flow and kelvin (J/(m³·K)) at a pressure.
  static func volumetricHeatCapacity(at pressure: Pascals) -> Double {
    seaLevelDensity.value * heatCapacity * (pressure / Psychrometrics.seaLevelPressure)
  }

  /// The flow that carries heat at a temperature rise, which must be above zero.
  public static func flow(
    carrying heat: Watts, rise: KelvinDifference, pressure: Pascals = Psychrometrics.seaLevelPressure
  ) -> CubicMetersPerSecond {
    precondition(rise > .zero, "air carries heat by getting warmer")
    return CubicMetersPerSecond(heat.value / (volumetricHeatCapacity(at: pressure) * rise.value))
  }

  /// The temperature rise of a flow, which must be above zero, that carries heat.
  public static func rise(
    of flow: CubicMetersPerSecond, carrying heat: Watts,
    pressure: Pascals = Psychrometrics.seaLevelPressure
  ) -> KelvinDifference {
    precondition(flow > .zero, "still air carries no heat")
    return KelvinDifference(heat.value / (volumetricHeatCapacity(at: pressure) * flow.value))
  }
}
