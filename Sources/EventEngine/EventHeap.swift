/// A four-way heap of keys.
///
/// The smallest of four children is chosen by arithmetic instead of branches, which a processor cannot
/// predict in a heap.
@usableFromInline
@frozen
struct EventHeap: ~Copyable {
  @usableFromInline var storage: UnsafeMutablePointer<EventKey>
  @usableFromInline var capacity = 64
  @usableFromInline var count = 0

  @inlinable
  init() { storage = UnsafeMutablePointer<EventKey>.allocate(capacity: 64) }

  @inlinable
  deinit { storage.deallocate() }

  @inlinable
  var first: EventKey { storage[0] }

  @inlinable
  mutating func push(_ key: EventKey) {
    if count == capacity { grow() }
    var hole = count
    count &+= 1
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      if storage[parent] < key { break }
      storage[hole] = storage[parent]
      hole = parent
    }
    storage[hole] = key
  }

  @inlinable
  mutating func popFirst() -> EventKey {
    let result = storage[0]
    count &-= 1
    if count > 0 { sift(storage[count], into: 0) }
    return result
  }

  /// Keeps only the keys that satisfy the condition.
  @inlinable
  mutating func filter(_ isKept: (EventKey) -> Bool) {
    var kept = 0
    for index in 0..<count where isKept(storage[index]) {
      storage[kept] = storage[index]
      kept += 1
    }
    count = kept
    guard count > 1 else { return }
    for parent in stride(from: (count - 2) >> 2, through: 0, by: -1) { sift(storage[parent], into: parent) }
  }

  @inlinable
  mutating func sift(_ key: EventKey, into start: Int) {
    var hole = start
    while true {
      let child = hole &* 4 &+ 1
      var least = child
      if child &+ 3 < count {
        let left = child &+ (storage[child &+ 1] < storage[child] ? 1 : 0)
        let right = child &+ 2 &+ (storage[child &+ 3] < storage[child &+ 2] ? 1 : 0)
        least = storage[right] < storage[left] ? right : left
      } else if child < count {
        var other = child &+ 1
        while other < count {
          if storage[other] < storage[least] { least = other }
          other &+= 1
        }
      } else {
        break
      }
      if key < storage[least] { break }
      storage[hole] = storage[least]
      hole = least
    }
    storage[hole] = key
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let copy = UnsafeMutablePointer<EventKey>.allocate(capacity: capacity * 2)
    copy.update(from: storage, count: count)
    storage.deallocate()
    storage = copy
    capacity *= 2
  }
}
