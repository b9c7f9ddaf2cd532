public import Quantities

/// The powers that are quoted for the same equipment, from the label to the meter.
///
/// **Valid for** one server or a group, as long as all four speak of the same thing.
/// **Not modelled**: diversity between servers (a large group never exceeded 72 % of the sum of its members'
/// peaks).
/// **Source**: Fan, Weber, Barroso, ISCA 2007 (from memory, medium confidence): measured peak is about 60 %
/// of nameplate; derating by 0.6 to 0.67 was usual in 2005.
///
/// Example: a 575 W nameplate derated by 0.67 reserves 385 W; a measured peak of 345 W strands 40 W of it.
public struct PowerRatings: Sendable, Hashable {
  /// Which figure is meant.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The label of the power supplies.
    case nameplate
    /// The nameplate times a derating factor.
    case derated
    /// The maximum a vendor's sizing tool gives for the configuration.
    case vendorTool = "vendor-tool"
    /// The power at the planned load of all guests, which sizes racks.
    case planned
    /// The highest power measured or simulated.
    case measured
  }

  /// The label of the power supplies.
  public let nameplate: Watts
  /// Share of the nameplate reserved in planning.
  public let derating: Fraction
  /// The maximum of a vendor's sizing tool, if there is one.
  public let vendorTool: Watts?
  /// The power at the planned load, if there is a plan.
  public let planned: Watts?
  /// The highest power measured or simulated, if there is one.
  public let measured: Watts?

  /// Derating usual in 2005, the upper end of 0.6 to 0.67.
  public static let typicalDerating = Fraction(0.67)

  /// Creates the ratings of a piece of equipment.
  public init(
    nameplate: Watts, derating: Fraction = typicalDerating, vendorTool: Watts? = nil, planned: Watts? = nil,
    measured: Watts? = nil
  ) {
    self.nameplate = nameplate
    self.derating = derating
    self.vendorTool = vendorTool
    self.planned = planned
    self.measured = measured
  }

  /// The nameplate after derating.
  public var derated: Watts { nameplate * derating }

  /// One of the figures; nil when it is not known.
  public func power(_ kind: Kind) -> Watts? {
    switch kind {
    case .nameplate: nameplate
    case .derated: derated
    case .vendorTool: vendorTool
    case .planned: planned
    case .measured: measured
    }
  }

  /// Capacity that sizing by one figure reserves beyond the measured peak; negative when it reserves too
  /// little, nil when either is not known.
  public func stranded(sizedBy kind: Kind) -> Watts? {
    guard let reserved = power(kind), let measured else { return nil }
    return reserved - measured
  }
}
