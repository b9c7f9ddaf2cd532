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

/// A migration with the guest switched off.
///
/// ```
/// down = stop + disk / R + boot        disk = 0 on storage that both hosts reach
/// ```
///
/// **Valid for**: guests that may be down. **Source**: definition.
public struct ColdMigration: Sendable, Hashable {
  /// Time for the guest to shut down.
  public let stop: Seconds
  /// Disk that must move; zero on shared storage.
  public let disk: Bytes
  /// Time for the guest to boot.
  public let boot: Seconds

  /// Creates a migration.
  public init(stop: Seconds, disk: Bytes, boot: Seconds) {
    precondition(stop >= .zero && disk >= .zero && boot >= .zero, "amounts are not negative")
    self.stop = stop
    self.disk = disk
    self.boot = boot
  }

  /// How long the guest is down, which is also how long it takes.
  public func downtime(at rate: BitsPerSecond) -> Seconds {
    disk == .zero ? stop + boot : stop + Seconds(disk.value * 8 / rate.value) + boot
  }
}

/// A guest's disk moved to other storage while it runs.
///
/// In rounds it is a ``PreCopy`` of the disk, dirtied at the rate of writes. With writes mirrored to both sides it is one
/// pass:
///
/// ```
/// duration = disk / (R - w)        R > w
/// ```
/// - R: rate of the copy and the mirrored writes together; w: rate of writes
///
/// **Valid for**: storage that takes the copy beside the guest's own traffic. **Not modelled**: writes to what is not
/// copied yet, which need no mirroring: the form is an upper bound. **Source**: rounds as Clark et al.; mirroring as in
/// VMware ESXi 5 (from memory, medium confidence).
public struct StorageMigration: Sendable, Hashable {
  /// The disk space in use.
  public let disk: Bytes
  /// The rate at which the guest writes to it.
  public let writes: BitsPerSecond

  /// Creates a migration.
  public init(disk: Bytes, writes: BitsPerSecond) {
    precondition(disk >= .zero && writes >= .zero, "amounts are not negative")
    self.disk = disk
    self.writes = writes
  }

  /// The migration in rounds.
  public func inRounds(rules: PreCopyRules = .xen3) -> PreCopy {
    PreCopy(memory: disk, dirtyRate: writes, rules: rules)
  }

  /// How long one pass with mirrored writes takes; nil if writes leave the copy nothing.
  public func mirrored(at rate: BitsPerSecond) -> Seconds? {
    rate > writes ? Seconds(disk.value * 8 / (rate - writes).value) : nil
  }
}
