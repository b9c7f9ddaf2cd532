/// A four-way heap of records.
///
/// The smallest of four children is chosen by arithmetic instead of branches, which a processor cannot
/// predict in a heap.
@usableFromInline
@frozen
struct EventHeap: ~Copyable {
  @usableFromInline var storage: UnsafeMutablePointer<EventRecord>
  @usableFromInline var capacity = 64
  @usableFromInline var count = 0

  @inlinable
  init() { storage = UnsafeMutablePointer<EventRecord>.allocate(capacity: 64) }

  @inlinable
  deinit { storage.deallocate() }

  @inlinable
  var first: EventRecord { storage[0] }

  @inlinable
  mutating func push(_ record: EventRecord) {
    if count == capacity { grow() }
    var hole = count
    count &+= 1
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      if storage[parent] < record { break }
      storage[hole] = storage[parent]
      hole = parent
    }
    storage[hole] = record
  }

  @inlinable
  mutating func popFirst() -> EventRecord {
    let result = storage[0]
    count &-= 1
    if count > 0 { sift(storage[count], into: 0) }
    return result
  }

  /// Drops the records of cancelled events.
  @inlinable
  mutating func dropCancelled(pending: borrowing SequenceSet) {
    var kept = 0
    for index in 0..<count where pending.admits(storage[index]) {
      storage[kept] = storage[index]
      kept += 1
    }
    count = kept
    guard count > 1 else { return }
    for parent in stride(from: (count - 2) >> 2, through: 0, by: -1) { sift(storage[parent], into: parent) }
  }

  @inlinable
  mutating func sift(_ record: EventRecord, into start: Int) {
    var hole = start
    while true {
      let child = hole &* 4 &+ 1
      var least = child
      if child &+ 3 < count {
        let left = child &+ storage[child &+ 1].precedes(storage[child])
        let right = child &+ 2 &+ storage[child &+ 3].precedes(storage[child &+ 2])
        least = left &+ (right &- left) &* storage[right].precedes(storage[left])
      } else if child < count {
        var other = child &+ 1
        while other < count {
          if storage[other] < storage[least] { least = other }
          other &+= 1
        }
      } else {
        break
      }
      if record < storage[least] { break }
      storage[hole] = storage[least]
      hole = least
    }
    storage[hole] = record
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let copy = UnsafeMutablePointer<EventRecord>.allocate(capacity: capacity * 2)
    copy.update(from: storage, count: count)
    storage.deallocate()
    storage = copy
    capacity *= 2
  }
}
