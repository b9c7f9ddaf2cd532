public import Quantities

/// The energies that the meters of a facility show over the same time, and the ratios they give.
///
/// ```
/// PUE_k = E_facility/E_k        k = 1 UPS output, 2 distribution output, 3 equipment input
/// ERE   = (E_facility − E_reused)/E_3
/// ```
///
/// **Valid for** totals over a year; shorter spans show weather and load rather than the facility.
///
/// **Not modelled**: source-energy weights for fuels other than electricity.
///
/// **Source**: The Green Grid, White Papers 49 (PUE) and 29 (ERE); ISO/IEC 30134-2 and -6.
///
/// **Example**: 1 800 kWh at the meter, 1 120 at the UPS, 1 060 after distribution, 1 000 at the equipment: PUE 1.607,
/// 1.698 and 1.800; with 300 kWh reused the ERE is 1.5.
public struct EnergyMeters: Hashable, Sendable {
  /// At the utility meter.
  public let facility: Joules
  /// At the output of the UPS.
  public let upsOutput: Joules
  /// At the output of the distribution.
  public let distributionOutput: Joules
  /// At the input of the IT equipment.
  public let equipmentInput: Joules
  /// Heat that someone else puts to use.
  public let reused: Joules

  /// Creates a set of meters, which show less and less from the utility to the equipment.
  ///
  /// - Returns: nil when a meter shows more than the one above it, or less than nothing.
  public init?(
    facility: Joules, upsOutput: Joules, distributionOutput: Joules, equipmentInput: Joules,
    reused: Joules = .zero
  ) {
    guard facility >= upsOutput, upsOutput >= distributionOutput, distributionOutput >= equipmentInput,
      equipmentInput >= .zero, reused >= .zero
    else { return nil }
    self.facility = facility
    self.upsOutput = upsOutput
    self.distributionOutput = distributionOutput
    self.equipmentInput = equipmentInput
    self.reused = reused
  }

  /// The energy counted as IT in a category.
  public func equipment(_ category: PUECategory) -> Joules {
    switch category {
    case .upsOutput: upsOutput
    case .distributionOutput: distributionOutput
    case .equipmentInput: equipmentInput
    }
  }

  /// The PUE of a category; nil when its meter shows nothing.
  public func pue(_ category: PUECategory) -> PUE? { PUE(facility: facility, it: equipment(category)) }

  /// The energy reuse effectiveness; nil when IT took nothing.
  public var energyReuseEffectiveness: EnergyReuseEffectiveness? {
    EnergyReuseEffectiveness(facility: facility, reused: reused, it: equipmentInput)
  }
}
