/// Where the part of an event lies that takes no part in ordering: 16 bytes that never move.
///
/// A slot knows the sequence number of its occupant. A key whose sequence is not the occupant's belongs to
/// an event that was cancelled, which is all the queue needs to drop it: no second pass, no hash table.
@usableFromInline
@frozen
struct EventSlot {
  /// The occupant's sequence (upper 48 bits) and kind (lower 16 bits); all ones when free.
  @usableFromInline var occupant: UInt64
  /// The occupant's target, or the next free slot.
  @usableFromInline var target: Int32
  @usableFromInline var payload: Int32

  @usableFromInline static var vacant: UInt64 { .max }

  @inlinable
  init(occupant: UInt64, target: Int32, payload: Int32) {
    self.occupant = occupant
    self.target = target
    self.payload = payload
  }

  @inlinable
  var sequence: UInt64 { occupant >> 16 }
}

/// A growing table of slots with the free ones chained last in, first out, so that a slot is reused while
/// it is still in the cache.
@usableFromInline
@frozen
struct EventSlots: ~Copyable {
  @usableFromInline var storage: UnsafeMutablePointer<EventSlot>
  @usableFromInline var capacity: Int
  /// How many slots are occupied, that is, how many events are pending.
  @usableFromInline var count = 0
  @usableFromInline var firstFree: Int32 = 0

  @inlinable
  init() {
    capacity = 0
    storage = UnsafeMutablePointer<EventSlot>.allocate(capacity: 1)
    grow()
  }

  @inlinable
  deinit { storage.deallocate() }

  @inlinable
  subscript(slot: UInt32) -> EventSlot {
    @inline(__always) get { storage[Int(slot)] }
  }

  @inlinable
  func holds(_ key: EventKey) -> Bool {
    storage[Int(key.slot)].sequence == key.sequence
  }

  @inlinable
  @inline(__always)
  mutating func occupy(sequence: UInt64, kind: UInt16, target: Int32, payload: Int32) -> UInt32 {
    if firstFree < 0 { grow() }
    let slot = Int(firstFree)
    firstFree = storage[slot].target
    storage[slot] = EventSlot(occupant: sequence << 16 | UInt64(kind), target: target, payload: payload)
    count &+= 1
    return UInt32(truncatingIfNeeded: slot)
  }

  @inlinable
  @inline(__always)
  mutating func vacate(_ slot: UInt32) {
    storage[Int(slot)].occupant = EventSlot.vacant
    storage[Int(slot)].target = firstFree
    firstFree = Int32(truncatingIfNeeded: slot)
    count &-= 1
  }

  /// Doubles the table and chains the new slots in rising order.
  @usableFromInline
  @inline(never)
  mutating func grow() {
    precondition(capacity < EventKey.slotLimit, "more than 67 million events pending")
    let larger = max(64, capacity * 2)
    let copy = UnsafeMutablePointer<EventSlot>.allocate(capacity: larger)
    copy.update(from: storage, count: capacity)
    for slot in capacity..<larger {
      let next = slot + 1 < larger ? Int32(slot + 1) : -1
      copy[slot] = EventSlot(occupant: EventSlot.vacant, target: next, payload: 0)
    }
    storage.deallocate()
    firstFree = Int32(capacity)
    storage = copy
    capacity = larger
  }
}
