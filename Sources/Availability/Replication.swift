public import Quantities

/// Data copied to another site all the time.
///
/// ```
/// asynchronous: lost at most = interval + interval * changes / link        link > changes
/// synchronous:  lost = 0, each write waits 2 * distance / (2e8 m/s)
/// ```
/// - interval: between two consistent points, in seconds; changes: rate at which data change, link: to the other
///   site, both in bits a second
///
/// **Valid for**: steady changes. **Not modelled**: bursts, for which the link needs room; compression. **Source**:
/// definition; light in fibre.
///
/// Example: points every 5 min, changes of 20 Mbit/s over 100 Mbit/s: at most 6 min lost.
public struct Replication: Hashable, Sendable {
  /// Rate at which data change.
  public let changes: BitsPerSecond
  /// The link to the other site.
  public let link: BitsPerSecond
  /// Time between two consistent points.
  public let interval: Seconds

  /// Creates a replication.
  public init(changes: BitsPerSecond, link: BitsPerSecond, interval: Seconds) {
    precondition(changes >= .zero && link > .zero && interval >= .zero, "amounts are not negative")
    self.changes = changes
    self.link = link
    self.interval = interval
  }

  /// The work that is lost at most; nil if the link cannot keep up, and ever more is lost.
  public var worstRecoveryPoint: Seconds? {
    changes < link ? interval * (1 + changes / link) : nil
  }

  /// How long each write waits when it must be at the other site first.
  public static func writeDelay(over distance: Meters) -> Seconds { Seconds(2 * distance.value / 2e8) }
}
