public import Quantities

/// Which figure sized the plant, and how much of it can never be used.
///
/// ```
/// stranded = capacity - peak
/// ```
/// capacity is what was reserved, peak the highest power that all equipment together was seen to draw, both in W.
///
/// **Valid for** equipment that shares one plant. **Not modelled**: growth that was planned for. **Source**: Fan, Weber,
/// Barroso, ISCA 2007 (from memory, medium confidence): a group of thousands of servers never exceeds 72 % of the sum
/// of its members' peaks, so even sizing by the measured peaks of each strands capacity.
///
/// Example: 100 servers of 575 W nameplate and 345 W measured peak, seen at 24.84 kW together: sized by nameplate
/// 32.66 kW of 57.5 kW are stranded, sized by measured peaks 9.66 kW.
public struct PlantSizing: Sendable, Hashable {
  /// The figures of all equipment together.
  public let equipment: PowerRatings
  /// The figure that the plant was sized by.
  public let sizedBy: PowerRatings.Kind
  /// What was reserved.
  public let capacity: Watts
  /// The highest power of all equipment together, if it is known.
  public let peak: Watts?

  /// Highest power of a large group over the sum of its members' peaks.
  public static let largeGroupShare = Fraction(0.72)

  /// A plant sized by a figure.
  ///
  /// - Throws: a ``PowerProblem`` when the figure is not known.
  public init(
    for equipment: PowerRatings, by kind: PowerRatings.Kind, peak: Watts? = nil
  ) throws(PowerProblem) {
    guard let capacity = equipment.power(kind) else {
      throw PowerProblem("a plant cannot be sized by '\(kind.rawValue)', which is not known")
    }
    self.equipment = equipment
    self.sizedBy = kind
    self.capacity = capacity
    self.peak = peak
  }

  /// A plant that stands: the figure nearest to its capacity must have sized it; the earlier of
  /// ``PowerRatings/Kind`` when two are as near.
  public init(for equipment: PowerRatings, standing capacity: Watts, peak: Watts? = nil) {
    var nearest = PowerRatings.Kind.nameplate
    var distance = Double.infinity
    for kind in PowerRatings.Kind.allCases {
      guard let power = equipment.power(kind) else { continue }
      let away = abs(power.value - capacity.value)
      if away < distance { (nearest, distance) = (kind, away) }
    }
    self.equipment = equipment
    self.sizedBy = nearest
    self.capacity = capacity
    self.peak = peak
  }

  /// Capacity that was reserved and never used; negative when too little was reserved, nil when the peak is not known.
  public var stranded: Watts? { peak.map { capacity - $0 } }

  /// The same as a share of the capacity.
  public var strandedShare: Fraction? {
    guard let stranded, capacity > .zero else { return nil }
    return Fraction(stranded / capacity)
  }

  /// What sizing by each known figure would reserve, in the order of ``PowerRatings/Kind``.
  public var alternatives: [PlantSizing] {
    PowerRatings.Kind.allCases.compactMap { try? PlantSizing(for: equipment, by: $0, peak: peak) }
  }
}

extension PowerRatings {
  /// The figures of both pieces of equipment together; a figure that either lacks is lacking.
  public static func + (left: PowerRatings, right: PowerRatings) -> PowerRatings {
    let nameplate = left.nameplate + right.nameplate
    let derated = left.derated + right.derated
    return PowerRatings(
      nameplate: nameplate, derating: nameplate > .zero ? Fraction(derated / nameplate) : left.derating,
      vendorTool: both(left.vendorTool, right.vendorTool), planned: both(left.planned, right.planned),
      measured: both(left.measured, right.measured))
  }

  /// The figures of a number of equal pieces.
  public static func * (one: PowerRatings, count: Int) -> PowerRatings {
    precondition(count >= 0, "there are no negative pieces")
    let count = Double(count)
    return PowerRatings(
      nameplate: one.nameplate * count, derating: one.derating, vendorTool: one.vendorTool.map { $0 * count },
      planned: one.planned.map { $0 * count }, measured: one.measured.map { $0 * count })
  }

  private static func both(_ left: Watts?, _ right: Watts?) -> Watts? {
    guard let left, let right else { return nil }
    return left + right
  }
}
