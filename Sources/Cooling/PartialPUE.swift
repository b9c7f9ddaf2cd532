public import Quantities

/// Partial PUE (pPUE): the PUE of one zone, such as the machine room or the cooling plant, with only the overhead
/// that arises inside it.
///
/// ```
/// pPUE = (E_zone + E_IT)/E_IT        PUE − 1 = Σ (pPUE_zone − 1)
/// ```
///
/// `E_zone` energy the zone takes beside IT. The second equation holds for zones that share one IT load.
///
/// **Source**: The Green Grid, White Paper 49 (2012).
///
/// **Example**: cooling of 400 kWh for 1 000 kWh of IT is a pPUE of 1.4.
public struct PartialPUE: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What the zone is.
  public let zone: String
  /// Energy of zone and IT per energy of IT.
  public let value: Double

  /// Divides energies.
  ///
  /// - Returns: nil when IT took none.
  public init?(zone: String, overhead: Joules, it: Joules) {
    guard it > .zero else { return nil }
    self.zone = zone
    value = 1 + overhead / it
  }

  public static func < (left: PartialPUE, right: PartialPUE) -> Bool { left.value < right.value }

  /// The zone with its ratio, as `cooling 1.400`.
  public var description: String { "\(zone) \(DecimalText.rounded(value, decimals: 3))" }
}
