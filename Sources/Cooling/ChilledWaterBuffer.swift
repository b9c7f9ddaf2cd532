public import Quantities

/// Chilled water in pipes and tanks that keeps cooling while pumps and fans run on the UPS and chillers do not.
///
/// ```
/// C = 4.19 kJ/(kg·K)·m        t = C·ΔT/Q
/// ```
///
/// `m` mass of water (kg), `ΔT` rise the coils still cool with (K), `Q` heat (W), `t` time (s).
///
/// **Valid for** water that stays layered (all of it is used before any comes round again).
///
/// **Not modelled**: mixing, the coils' falling duty as the water warms.
///
/// **Source**: heat balance.
///
/// **Example**: 10 m³ that may warm by 6 K carry 500 kW for 503 s.
public struct ChilledWaterBuffer: Hashable, Sendable {
  /// The water.
  public let volume: Liters
  /// How far it may warm up.
  public let usableRise: KelvinDifference

  private static let heatCapacityPerLiter = 4190.0

  /// Creates a buffer.
  public init(volume: Liters, usableRise: KelvinDifference) {
    precondition(volume >= .zero && usableRise >= .zero, "a buffer holds no less than nothing")
    self.volume = volume
    self.usableRise = usableRise
  }

  /// Its heat capacity.
  public var heatCapacity: JoulesPerKelvin { JoulesPerKelvin(volume.value * Self.heatCapacityPerLiter) }

  /// How long it carries a heat, which is above zero.
  public func rideThrough(heat: Watts) -> Seconds {
    precondition(heat > .zero, "a buffer is spent by heat")
    return Seconds(heatCapacity.value * usableRise.value / heat.value)
  }
}
