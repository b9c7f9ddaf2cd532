public import Quantities

/// A host is overloaded above a fixed share of its capacity.
///
/// ```
/// overloaded if u > T
/// ```
/// u the utilization, T the limit, both shares of the capacity.
///
/// **Valid for** T in 0...1; above 1 nothing that fits is ever overloaded.
/// **Not modelled**: how steady the demand is. The adaptive detectors do that.
/// **Source**: Beloglazov, Buyya (2012), "Optimal online deterministic algorithms and adaptive heuristics for energy and
/// performance efficient dynamic consolidation of virtual machines in Cloud data centers", CCPE 24(13), section 6.1.
///
/// Example: with T = 80 % a host at exactly 80 % is not overloaded, one at 81 % is.
public struct StaticThreshold: OverloadDetector, Hashable {
  /// The share of the capacity above which a host is overloaded.
  public let limit: Fraction

  /// A detector with a limit.
  public init(limit: Fraction) { self.limit = limit }

  /// The limit.
  public var fixedLimit: Fraction? { limit }

  /// What detectors that need a history do while it is too short: 70 %, as in CloudSim 3.0.3.
  public static let untilHistory = StaticThreshold(limit: Fraction(0.7))

  /// Whether the utilization is above the limit.
  public func isOverloaded(at utilization: Fraction, history: Span<Fraction>) -> Bool {
    utilization > limit
  }

  /// Its line in the catalogue.
  public static let entry = DetectorEntry(
    "static-threshold", abbreviation: "thr", "Overloaded above a fixed share of the capacity.",
    parameter: .init("limit", "the share of the capacity", default: 0.8, range: 0...1)
  ) { value, _ in StaticThreshold(limit: Fraction(value)) }
}
