/// Where the energy of IT equipment is metered for a PUE: the further downstream, the more losses count as overhead.
///
/// **Source**: The Green Grid, White Paper 49 (2012), categories 1 to 3.
public enum PUECategory: Int, Hashable, Sendable, CaseIterable, Comparable, CustomStringConvertible {
  /// At the output of the UPS.
  case upsOutput = 1
  /// At the output of the power distribution units.
  case distributionOutput = 2
  /// At the input of the IT equipment.
  case equipmentInput = 3

  public static func < (left: PUECategory, right: PUECategory) -> Bool { left.rawValue < right.rawValue }

  /// The category as `category 3`.
  public var description: String { "category \(rawValue)" }
}
