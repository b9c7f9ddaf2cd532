public import Quantities

/// Energy reuse effectiveness (ERE): like PUE, but what others put to use is taken off; may fall below 1.
///
/// ```
/// ERE = (E_facility − E_reused)/E_IT
/// ```
///
/// **Source**: The Green Grid, White Paper 29 (2010); ISO/IEC 30134-6.
///
/// **Example**: 1 800 kWh, of which 300 heat a school, for 1 000 kWh of IT: ERE 1.5.
public struct EnergyReuseEffectiveness: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Energy not reused per energy of IT.
  public let value: Double

  /// Divides energies.
  ///
  /// - Returns: nil when IT took none.
  public init?(facility: Joules, reused: Joules, it: Joules) {
    guard it > .zero else { return nil }
    value = (facility - reused) / it
  }

  public static func < (left: EnergyReuseEffectiveness, right: EnergyReuseEffectiveness) -> Bool {
    left.value < right.value
  }

  /// The ratio with three decimals.
  public var description: String { DecimalText.rounded(value, decimals: 3) }
}
