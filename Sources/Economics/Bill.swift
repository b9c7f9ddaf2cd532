public import Quantities

/// The electricity bill of one calendar month, or of the part of it that was metered.
public struct Bill: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The share of the month that was metered; the fixed and the demand charge are billed for it.
  public let coverage: Fraction
  /// The energy by band: first outside all bands, then in the order of the tariff.
  public let energyByBand: [Joules]
  /// The highest 15-minute mean power.
  public let peak: Watts
  /// The power that is billed: the peak, or more under a ratchet.
  public let billedDemand: Watts
  /// What the energy costs.
  public let energyCost: Money
  /// What the peak costs.
  public let demandCost: Money
  /// The fixed charge.
  public let fixedCost: Money

  /// All the energy.
  public var energy: Joules { energyByBand.reduce(.zero, +) }
  /// The whole bill.
  public var total: Money { energyCost + demandCost + fixedCost }
}
