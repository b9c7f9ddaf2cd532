public import Quantities

/// A heat exchanger between tower water and returning chilled water, ahead of the chillers: on a cold day the tower
/// does it all, on a cool one it takes the first part (integrated operation).
///
/// ```
/// s = clamp((T_return − (T_tower + a))/(T_return − T_supply), 0, 1)
/// ```
///
/// `s` share of the heat carried without chillers, `T_return`, `T_supply` chilled water (°C), `T_tower` tower water
/// (°C), `a` approach of the exchanger (K), usually 1.5 to 2.
///
/// **Valid for** balanced flows. **Not modelled**: the exchanger's pressure drop on the pumps, fouling, freezing.
///
/// **Source**: heat balance; approach from design practice (memory: medium).
///
/// **Example**: chilled water 12/20 °C, tower water 14.3 °C and an approach of 1.7 K: half is free.
public struct WaterSideEconomizer: Hashable, Sendable {
  /// Chilled water out minus tower water in.
  public let approach: KelvinDifference

  /// Creates an exchanger.
  public init(approach: KelvinDifference) {
    precondition(approach > .zero, "an exchanger has an approach")
    self.approach = approach
  }

  /// The share of the heat that tower water of a temperature carries.
  public func share(tower: Celsius, supply: Celsius, returning: Celsius) -> Fraction {
    Fraction(min(1, max(0, (returning - (tower + approach)) / (returning - supply))))
  }
}
