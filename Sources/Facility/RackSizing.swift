import Quantities

/// How many racks a set of equipment needs by each constraint, and which constraint binds.
///
/// ```
/// racks = max over constraints of ceil(sum of need / limit of one rack)
/// ```
///
/// - need, limit: rack units (U), planned power (W), mass (kg), switch ports, and power against the rack's
///   circuits (W).
///
/// The constraint that binds is the one with the largest unrounded ratio, so it is defined even for one rack; equal
/// ratios go to the constraint that ``RackConstraint`` lists first.
///
/// **Valid for**: a lower bound for any stacking, exact where equipment can be divided freely. **Not modelled**:
/// that one machine stands in one rack; ``RackPlan`` does that and may need more. **Source**: derived.
///
/// Example: 160 servers of 1 U and 230 W at 40 U and 5 kW a rack: 4 racks by units, 8 by power, so 8.
public struct RackSizing: Hashable, Sendable {
  /// What one constraint asks for.
  public struct Count: Hashable, Sendable {
    /// The constraint.
    public let constraint: RackConstraint
    /// Racks by this constraint alone.
    public let racks: Int
    /// The same before rounding up.
    public let fill: Double
  }

  /// The most racks that are planned; beyond lies a slip in a limit, not a site.
  public static let mostRacks = 1_000_000

  /// The counts of all constraints with a limit, in the order of ``RackConstraint``.
  public let counts: [Count]

  /// Sizes equipment.
  ///
  /// - Throws: ``RackRefusal/noCapacity(constraint:)`` when something is needed of which a rack allows nothing, or so
  ///   little that ``mostRacks`` would not do.
  public init(of equipment: [RackEquipment], limits: RackLimits) throws(RackRefusal) {
    let totals = RackTotals(of: equipment)
    var counts: [Count] = []
    for constraint in RackConstraint.allCases {
      guard let fill = limits.need(of: totals, for: constraint) else { continue }
      guard fill <= Double(Self.mostRacks) else { throw .noCapacity(constraint: constraint) }
      let racks = Int((fill - RackLimits.roundingSlack * max(1, fill)).rounded(.up))
      counts.append(Count(constraint: constraint, racks: max(0, racks), fill: fill))
    }
    self.counts = counts
  }

  /// The racks that the tightest constraint asks for.
  public var racks: Int { counts.map(\.racks).max() ?? 0 }

  /// The constraint that decides the number of racks; nil without equipment.
  public var binding: RackConstraint? {
    var tightest: Count?
    for count in counts where count.fill > (tightest?.fill ?? 0) { tightest = count }
    return tightest?.constraint
  }

  /// The racks by one constraint; nil where it has no limit.
  public func racks(by constraint: RackConstraint) -> Int? {
    counts.first { $0.constraint == constraint }?.racks
  }
}
