public import Quantities

/// A technique that a layout was to be run under, whether it could or not.
public struct StoredTechnique: Sendable, Hashable {
  /// The name that the layouts of the same survey begin with.
  public var survey: String
  /// The name in scenarios, such as `vmware-esx-3`.
  public var name: String
  /// The name for people.
  public var title: String
  /// How it works, such as `binary translation`.
  public var kind: String
  /// Its layout, from 0; nil when it does not carry every guest.
  public var layout: Int?
  /// The share of a host's processors that it takes for itself.
  public var hostShare: Fraction
  /// The memory of a host that it takes for itself.
  public var hostMemory: Bytes
  /// From power-on of a guest to service.
  public var boot: Seconds
  /// From the wish for a guest until it can boot.
  public var provisioning: Seconds
  /// Whether running guests move between hosts.
  public var migratesLive: Bool
  /// Whether guests of a failed host come back on others.
  public var restartsGuests: Bool
}

/// What a technique means for the guests of a group.
public struct StoredCarriage: Sendable, Hashable {
  /// The place of the technique in the list of all, from 0.
  public var technique: Int
  /// The group, from 0.
  public var group: Int
  /// The part of its native throughput that a guest keeps.
  public var efficiency: Fraction
  /// The memory that it takes of its host.
  public var memory: Bytes
  /// What kind of thing stands in the way; nil if the technique carries the guest.
  public var obstacle: String?
  /// The reason; nil if the technique carries the guest.
  public var reason: String?
  /// The names of the techniques that could carry it, with commas between; nil if this one does.
  public var possible: String?
}
