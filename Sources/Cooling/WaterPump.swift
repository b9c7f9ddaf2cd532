public import Quantities

/// A pump of a water circuit: its flow and electricity at a share of the design load.
///
/// ```
/// V = Q_r/(ρ·cp·ΔT)      P_r = p·V      x = max(Q/Q_r, x_least)      P = P_r·xⁿ
/// ```
///
/// `V` design flow (m³/s), `Q_r` design heat (W), `ΔT` design range of the water (K), `p` specific power
/// (W per m³/s), `x` share of design flow, `n` exponent. A constant-speed pump always moves `V` for `P_r`. Where a pressure is
/// held for valves, or pumps are switched with their chillers, `n` is 1.
///
/// **Valid for** one closed circuit. **Not modelled**: steps between pumps that are switched.
///
/// **Source**: specific power of chilled water 349 kW·s/m³ (22 W/gpm) and condenser water 301 kW·s/m³ (19 W/gpm),
/// ASHRAE 90.1 appendix G (memory: high); exponent 2.4 to 3, here 2.7. Why most pumps fall short of it: V. Gopalakrishnan et
/// al., University of Dayton, find few systems controlled best and savings as low as 40 % of the ideal ones (published); a held
/// pressure gives 59 % of them at half flow.
///
/// **Example**: 1 000 kW over 6.67 K of chilled water takes 35.8 l/s and 12.5 kW.
public struct WaterPump: Hashable, Sendable {
  /// How flow follows load.
  public enum Speed: Hashable, Sendable {
    /// Design flow at every load.
    case constant
    /// Flow in proportion to load, down to a least share.
    case variable(leastFlow: Fraction)
    /// Flow in proportion to load, down to a least share, against a pressure that stays: power in proportion to flow.
    case heldPressure(leastFlow: Fraction)
  }

  /// Flow at design.
  public let designFlow: CubicMetersPerSecond
  /// Electricity at design.
  public let designPower: Watts
  /// How flow follows load.
  public let speed: Speed

  /// Electricity per flow, W per m³/s.
  enum SpecificPower {
    static let chilledWater = 349_000.0
    static let condenserWater = 301_000.0
  }
  /// Heat carried per flow and kelvin, J/(m³·K).
  static let volumetricHeatCapacity = 4.186e6
  private static let exponent = 2.7

  init(designHeat: Watts, range: KelvinDifference, specificPower: Double, speed: Speed) {
    designFlow = CubicMetersPerSecond(designHeat.value / (Self.volumetricHeatCapacity * range.value))
    designPower = Watts(designFlow.value * specificPower)
    self.speed = speed
  }

  /// A chilled-water pump.
  public static func chilledWater(
    designHeat: Watts, range: KelvinDifference, speed: Speed
  ) -> WaterPump {
    WaterPump(
      designHeat: designHeat, range: range, specificPower: SpecificPower.chilledWater, speed: speed)
  }

  /// A condenser-water pump.
  public static func condenserWater(
    designHeat: Watts, range: KelvinDifference, speed: Speed
  ) -> WaterPump {
    WaterPump(
      designHeat: designHeat, range: range, specificPower: SpecificPower.condenserWater, speed: speed)
  }

  /// Flow over design flow at a share of the design load, which is at most 1.
  public func flow(load: Fraction) -> Fraction {
    switch speed {
    case .constant: .one
    case .variable(let leastFlow), .heldPressure(let leastFlow):
      Fraction(min(1, max(load.value, leastFlow.value)))
    }
  }

  /// Electricity at a share of the design load.
  public func electricity(load: Fraction) -> Watts {
    switch speed {
    case .constant: designPower
    case .heldPressure: designPower * flow(load: load)
    case .variable: designPower * power(flow(load: load).value, Self.exponent)
    }
  }
}
