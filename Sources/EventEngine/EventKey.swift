/// The place of an event in the firing order, packed into 128 bits.
///
/// ```
/// bit 127        82 81      74 73           26 25     0
///     time (46)     priority (8)  sequence (48)   slot (26)
/// ```
///
/// Comparing the integers compares (time, priority, sequence). The slot, where the rest of the event lies,
/// never decides, because sequences are unique. The widths allow 2 231 years of milliseconds, 2.8 * 10^14
/// events in a run (five months at twenty million a second) and 67 million events pending at once.
@usableFromInline
@frozen
struct EventKey: Comparable {
  @usableFromInline static var timeBits: UInt64 { 46 }
  @usableFromInline static var sequenceBits: UInt64 { 48 }
  @usableFromInline static var slotBits: UInt64 { 26 }
  @usableFromInline static var timeLimit: UInt64 { 1 << timeBits }
  @usableFromInline static var sequenceLimit: UInt64 { 1 << sequenceBits }
  @usableFromInline static var slotLimit: Int { 1 << 26 }

  @usableFromInline let bits: UInt128

  @inlinable
  init(time: UInt64, priority: UInt8, sequence: UInt64, slot: UInt32) {
    let high = time << 18 | UInt64(priority) << 10 | sequence >> 38
    let low = sequence << 26 | UInt64(slot)
    bits = UInt128(high) << 64 | UInt128(low)
  }

  @inlinable
  var high: UInt64 { UInt64(truncatingIfNeeded: bits >> 64) }

  @inlinable
  var low: UInt64 { UInt64(truncatingIfNeeded: bits) }

  @inlinable
  var time: UInt64 { high >> 18 }

  @inlinable
  var priority: UInt8 { UInt8(truncatingIfNeeded: high >> 10) }

  @inlinable
  var sequence: UInt64 { (high & 0x3FF) << 38 | low >> 26 }

  @inlinable
  var slot: UInt32 { UInt32(truncatingIfNeeded: low & 0x3FF_FFFF) }

  @inlinable
  static func < (left: EventKey, right: EventKey) -> Bool { left.bits < right.bits }

  @inlinable
  static func == (left: EventKey, right: EventKey) -> Bool { left.bits == right.bits }
}
