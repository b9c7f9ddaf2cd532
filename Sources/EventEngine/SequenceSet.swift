/// The sequence numbers of pending events that may be cancelled.
///
/// Open addressing with linear probing in a table at most half full. Deletion closes the gap, so nothing
/// accumulates. Membership is all that is ever asked; the table is never iterated, so its order cannot
/// reach a result.
///
/// **Source**: Knuth (1998), "The art of computer programming", vol. 3, section 6.4, algorithms L and R;
/// the hash is multiplication by 2^64 over the golden ratio.
@usableFromInline
@frozen
struct SequenceSet: ~Copyable {
  /// Sequences plus one; 0 is an empty place.
  @usableFromInline var storage: UnsafeMutablePointer<UInt64>
  @usableFromInline var capacityBits: UInt64 = 6
  @usableFromInline var count = 0

  @inlinable
  init() {
    storage = .allocate(capacity: 64)
    storage.initialize(repeating: 0, count: 64)
  }

  @inlinable
  deinit { storage.deallocate() }

  @inlinable
  var capacity: Int { 1 &<< Int(capacityBits) }

  @inlinable
  func home(of entry: UInt64) -> Int {
    Int(truncatingIfNeeded: (entry &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- capacityBits))
  }

  /// Where a sequence lies, or the empty place that shows that it does not.
  @inlinable
  func place(of entry: UInt64) -> Int {
    var place = home(of: entry)
    while storage[place] != entry, storage[place] != 0 { place = (place &+ 1) & (capacity &- 1) }
    return place
  }

  @inlinable
  func contains(_ sequence: UInt64) -> Bool { storage[place(of: sequence &+ 1)] != 0 }

  /// Whether a record's event is still to fire: it cannot be cancelled, or has not been.
  @inlinable
  func admits(_ record: EventRecord) -> Bool { !record.isCancellable || contains(record.sequence) }

  /// Adds a sequence that is not yet a member.
  @inlinable
  mutating func insert(_ sequence: UInt64) {
    if count &* 2 == capacity { grow() }
    storage[place(of: sequence &+ 1)] = sequence &+ 1
    count &+= 1
  }

  /// Removes a sequence; false if it was not a member.
  @inlinable
  mutating func remove(_ sequence: UInt64) -> Bool {
    var gap = place(of: sequence &+ 1)
    if storage[gap] == 0 { return false }
    let mask = capacity &- 1
    var next = (gap &+ 1) & mask
    while storage[next] != 0 {
      // An entry may fill the gap if its home does not lie between the gap and itself.
      if (next &- home(of: storage[next])) & mask >= (next &- gap) & mask {
        storage[gap] = storage[next]
        gap = next
      }
      next = (next &+ 1) & mask
    }
    storage[gap] = 0
    count &-= 1
    return true
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let old = storage
    let oldCapacity = capacity
    capacityBits += 1
    storage = .allocate(capacity: capacity)
    storage.initialize(repeating: 0, count: capacity)
    for index in 0..<oldCapacity where old[index] != 0 { storage[place(of: old[index])] = old[index] }
    old.deallocate()
  }
}
