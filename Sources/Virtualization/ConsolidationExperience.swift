public import Quantities

/// How much of a ratio of benchmark scores turned into a ratio of servers replaced, where it was claimed in public:
/// a cross-check for what the simulation finds, never an input to it.
///
/// ```
/// servers replaced by one = discount * new / old
/// ```
/// - `discount`: what efficiency, spare hosts and a limit on utilization leave of the ratio, without unit
/// - `new`, `old`: SPECpower throughput at full load of the new host and of a replaced server, in ssj_ops a second
///
/// **Valid for**: servers of 2005 replaced by hosts of 2009 and 2010. **Not modelled**: anything; the simulation
/// computes each part of the discount by itself, and applying this one on top would count them twice.
/// **Source**: Intel's claims of 9 and 15 single-core servers of 2005 replaced by one with Xeon 5500 and Xeon 5600
/// (published), over SPECpower_ssj2008 results of such machines (published; ratio derived).
///
/// Example: 9 / (533 105 / 26 880) = 0.454 and 15 / (872 258 / 26 880) = 0.462.
public struct ConsolidationExperience: Sendable, Hashable {
  /// The new host.
  public let host: String
  /// How many servers one host was said to replace.
  public let claimedRatio: Double
  /// Throughput of the new host at full load.
  public let new: WorkPerSecond
  /// Throughput of a replaced server at full load.
  public let old: WorkPerSecond

  /// The claimed ratio as a part of the ratio of throughputs.
  public var discount: Fraction { Fraction(claimedRatio / (new / old)) }

  private static let singleCoreServer = WorkPerSecond(26_880)

  /// Both claims.
  public static let all = [
    ConsolidationExperience(
      host: "Xeon 5500", claimedRatio: 9, new: WorkPerSecond(533_105), old: singleCoreServer),
    ConsolidationExperience(
      host: "Xeon 5600", claimedRatio: 15, new: WorkPerSecond(872_258), old: singleCoreServer),
  ]

  /// What to expect, and the range in which a simulated consolidation should land.
  public static let expected = Estimate(
    Fraction(percent: 46), in: Fraction(percent: 35)...Fraction(percent: 55),
    source: "the mean of both claims, rounded; range: judgement", confidence: .derived)
}
