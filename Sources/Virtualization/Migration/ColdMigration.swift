public import Quantities

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
