public import Quantities

/// Power usage effectiveness: energy of the facility per energy of its IT equipment, 1 at best.
///
/// ```
/// PUE = E_facility/E_IT     DCiE = 1/PUE
/// ```
///
/// **Valid for** totals over the same time; a yearly PUE is the ratio of the yearly sums, not a mean of ratios.
///
/// **Source**: The Green Grid, White Paper 49 (2012); ISO/IEC 30134-2.
///
/// **Example**: 1 800 kWh at the meter for 1 000 kWh of IT is PUE 1.8, DCiE 55.6 %.
public struct PUE: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Energy of the facility per energy of IT.
  public let value: Double

  /// Creates a PUE from a ratio, such as a published one.
  public init(_ value: Double) { self.value = value }

  /// Divides two energies.
  ///
  /// - Returns: nil when IT took none: a PUE is then without meaning.
  public init?(facility: Joules, it: Joules) {
    guard it > .zero else { return nil }
    value = facility / it
  }

  /// Divides two powers of one instant.
  ///
  /// - Returns: nil when IT takes none.
  public init?(facility: Watts, it: Watts) {
    guard it > .zero else { return nil }
    value = facility / it
  }

  /// Data centre infrastructure efficiency, the inverse.
  public var infrastructureEfficiency: Fraction { Fraction(1 / value) }

  public static func < (left: PUE, right: PUE) -> Bool { left.value < right.value }

  /// The ratio with three decimals.
  public var description: String { DecimalText.rounded(value, decimals: 3) }
}
