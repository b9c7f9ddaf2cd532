public import Quantities

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
