public import Quantities

/// One rack as it stands: what sits where, and what it adds up to.
public struct RackElevation: Hashable, Sendable {
  /// One piece of equipment in the rack.
  public struct Mounted: Hashable, Sendable {
    /// Its index in the list that was planned.
    public let equipment: Int
    /// Its lowest rack unit, from 1 at the bottom.
    public let position: RackUnits
    /// Its height.
    public let height: RackUnits
  }

  /// The rack.
  public let rack: RackID
  /// Its equipment, from the bottom up.
  public let mounted: [Mounted]
  /// What the equipment adds up to.
  public let totals: RackTotals
  /// What the rack allows.
  public let limits: RackLimits

  /// What is left of the limits; nil where there is no limit, negative where power is averaged over the room.
  public var headroom: RackLimits {
    RackLimits(
      units: limits.units - totals.units, power: limits.power.map { $0 - totals.power },
      weight: limits.weight.map { $0 - totals.weight }, ports: limits.ports.map { $0 - totals.ports },
      circuit: limits.circuit.map { $0 - totals.power })
  }

  /// The constraint that is nearest to its limit; nil for an empty rack.
  public var tightest: RackConstraint? {
    var tightest: (constraint: RackConstraint, fill: Double)?
    for constraint in RackConstraint.allCases {
      if let fill = limits.need(of: totals, for: constraint), fill > (tightest?.fill ?? 0) {
        tightest = (constraint, fill)
      }
    }
    return tightest?.constraint
  }
}
