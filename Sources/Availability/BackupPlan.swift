public import Quantities

/// Regular copies of the data: how long they take, what is lost, and how long it takes to read them back.
///
/// ```
/// full window = data / (streams * rate)              incremental window = data * changed / (streams * rate)
/// lost at most = interval + window                   lost on average = interval / 2 + window
/// restore = (data + increments * data * changed) / (streams * rate)
/// ```
/// - data: to be backed up, in bytes; changed: the share that changes between two backups
/// - streams: drives or jobs at a time; rate: of one, in bits a second; interval: between two backups, in seconds
/// - increments: incremental backups since the last full one, all of which are read back
///
/// A copy is good once it is complete, so what was written while it ran is lost with what came after.
///
/// **Valid for**: streams that are the bottleneck. **Not modelled**: changing tapes, finding files, verification.
/// **Source**: definition. LTO-3: 80 MB/s (from memory, high confidence).
///
/// Example: 4 TB on 4 drives of 80 MB/s: 3.47 h for a full copy each night, at most 27.5 h of work lost.
public struct BackupPlan: Hashable, Sendable {
  /// What is backed up.
  public let data: Bytes
  /// The share that changes between two backups.
  public let changed: Fraction
  /// Time between two backups.
  public let interval: Seconds
  /// Streams at a time.
  public let streams: Int
  /// The rate of one stream.
  public let rate: BitsPerSecond
  /// Incremental backups after each full one; zero if all are full.
  public let increments: Int

  /// The rate of an LTO-3 drive.
  public static let lto3 = BitsPerSecond(80e6 * 8)

  /// Creates a plan.
  public init(
    data: Bytes, changed: Fraction, interval: Seconds, streams: Int, rate: BitsPerSecond = lto3,
    increments: Int = 0
  ) {
    precondition(data >= .zero && interval > .zero && increments >= 0, "amounts are not negative")
    precondition(changed >= .zero && changed <= .one, "a share lies from 0 to 1")
    self.data = data
    self.changed = changed
    self.interval = interval
    self.streams = streams
    self.rate = rate
    self.increments = increments
  }

  /// How long a full copy takes.
  public var fullWindow: Seconds { RecoveryMethod.restoreTime(of: data, streams: streams, rate: rate) }

  /// How long a copy of what has changed takes.
  public var incrementalWindow: Seconds { fullWindow * changed }

  /// Whether every backup ends within a window, such as a night's 8 hours.
  public func fits(_ window: Seconds) -> Bool { fullWindow <= window }

  /// The work that is lost at most: since the beginning of the last backup that is complete.
  public var worstRecoveryPoint: Seconds { interval + lastWindow }

  /// The work that is lost on average, at a moment that has nothing to do with backups.
  public var meanRecoveryPoint: Seconds { interval / 2 + lastWindow }

  /// How long it takes to read the full copy and all increments back.
  public var restoreTime: Seconds { fullWindow + incrementalWindow * Double(increments) }

  private var lastWindow: Seconds { increments == 0 ? fullWindow : incrementalWindow }
}
