/// An event as the queue stores and moves it: 24 bytes, the first 16 of which are its place in the order.
///
/// ```
/// high   zero (1)  time (45)  priority (8)  sequence, upper bits (10)
/// low    sequence, lower bits (38)  cancellable (1)  unused (9)  kind (16)
/// data   target (32)  payload (32)
/// ```
///
/// Comparing `high` and `low` as one integer compares (time, priority, sequence): what lies behind the
/// sequence never decides, because sequences are unique. The widths allow 1 115 years of milliseconds and
/// 2.8 * 10^14 events in a run (five months at twenty million a second). The leading zero makes the sign of
/// a difference the result of a comparison, so that comparing needs no branch.
@usableFromInline
@frozen
struct EventRecord {
  @usableFromInline static var timeLimit: UInt64 { 1 << 45 }
  @usableFromInline static var sequenceLimit: UInt64 { 1 << 48 }

  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64
  @usableFromInline let data: UInt64

  @inlinable
  @inline(__always)
  init(
    time: UInt64, priority: UInt8, sequence: UInt64, isCancellable: Bool, kind: UInt16, target: Int32,
    payload: Int32
  ) {
    high = time &<< 18 | UInt64(priority) &<< 10 | sequence &>> 38
    low = sequence &<< 26 | (isCancellable ? 1 &<< 25 : 0) | UInt64(kind)
    data = UInt64(UInt32(bitPattern: target)) &<< 32 | UInt64(UInt32(bitPattern: payload))
  }

  @inlinable
  var time: UInt64 { high &>> 18 }

  @inlinable
  var sequence: UInt64 { (high & 0x3FF) &<< 38 | low &>> 26 }

  @inlinable
  var isCancellable: Bool { low & (1 &<< 25) != 0 }

  @inlinable
  var event: Event {
    Event(
      time: Instant(milliseconds: Int64(truncatingIfNeeded: time)),
      priority: EventPriority(rawValue: UInt8(truncatingIfNeeded: high &>> 10)), sequence: sequence,
      kind: UInt16(truncatingIfNeeded: low), target: Int32(truncatingIfNeeded: data &>> 32),
      payload: Int32(truncatingIfNeeded: data))
  }

  /// 1 if the event fires before the other, else 0: for choices made by arithmetic.
  @inlinable
  @inline(__always)
  func precedes(_ other: EventRecord) -> Int {
    let key = UInt128(high) &<< 64 | UInt128(low)
    let otherKey = UInt128(other.high) &<< 64 | UInt128(other.low)
    return Int(truncatingIfNeeded: (key &- otherKey) &>> 127)
  }

  @inlinable
  @inline(__always)
  static func < (left: EventRecord, right: EventRecord) -> Bool { left.precedes(right) != 0 }
}
