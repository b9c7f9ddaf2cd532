/// Something that happens at an instant: a trivially copyable record of 32 bytes.
///
/// An event says *what* (`kind`), *to whom* (`target`) and one number more (`payload`); what that means
/// is the business of whoever dispatches it with a `switch`. There is no closure and no class instance,
/// so scheduling allocates nothing. The queue packs the record into 24 bytes while it is pending.
@frozen
public struct Event: Hashable, Sendable {
  /// When the event fires.
  public let time: Instant
  /// The number of events scheduled before this one; with `time` and `priority` a total order.
  public let sequence: UInt64
  /// The id of what the event concerns.
  public let target: Int32
  /// One number for the receiver, often a second id.
  public let payload: Int32
  /// What happens, usually the raw value of an enum.
  public let kind: UInt16
  /// The order among events of the same instant.
  public let priority: EventPriority

  /// An event as a queue hands it out.
  @inlinable
  public init(
    time: Instant, priority: EventPriority, sequence: UInt64, kind: UInt16, target: Int32, payload: Int32
  ) {
    self.time = time
    self.sequence = sequence
    self.target = target
    self.payload = payload
    self.kind = kind
    self.priority = priority
  }
}

/// A claim on a scheduled event, with which it can be cancelled.
///
/// A handle stays harmless after its event has fired or was cancelled: sequence numbers are never used
/// twice, so it can never name a later event. It is only valid with the queue that gave it.
@frozen
public struct EventHandle: Hashable, Sendable {
  /// The sequence number of the event.
  public let sequence: UInt64

  @inlinable
  init(sequence: UInt64) { self.sequence = sequence }
}
