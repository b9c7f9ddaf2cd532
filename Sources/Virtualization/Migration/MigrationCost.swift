public import Quantities

/// What migrations take of hosts and links.
///
/// **Source**: 0.3 to 1 core during the copy; two migrations at a time for each host on links of 1 Gbit/s, eight on
/// 10 Gbit/s, as in VMware's products (from memory, medium confidence).
public enum MigrationCost {
  /// Cores that the copy keeps busy on the source while it lasts, and as many on the target (the latter a judgement).
  public static let cores = Estimate(
    Cores(0.65), in: Cores(0.3)...Cores(1), source: "practice: 0.3 to 1 core", confidence: .memoryMedium)

  /// What a migration of a duration takes of the processors of each of its hosts, in core-seconds.
  public static func processorTime(of duration: Seconds) -> Seconds { duration * cores.value.value }

  /// Migrations that a host takes part in at a time, by the rate of the link they use.
  public static func slots(onLinkOf rate: BitsPerSecond) -> Int { rate >= BitsPerSecond(10e9) ? 8 : 2 }

  /// What each of several copies on one link gets: equal shares, but no copy more than one can send.
  ///
  /// ```
  /// R = min(link / copies, most of one copy)
  /// ```
  ///
  /// - Parameter mostOfOne: what one copy can send at most, such as 1 core's worth; nil without a limit of its own.
  public static func rate(
    ofEachOf copies: Int, sharing link: BitsPerSecond, mostOfOne: BitsPerSecond? = nil
  ) -> BitsPerSecond {
    precondition(copies >= 1, "something is copied")
    let share = link / Double(copies)
    return mostOfOne.map { min($0, share) } ?? share
  }
}
