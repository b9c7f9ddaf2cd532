/// The next keys to fire, fully sorted: a queue one pops from the head.
///
/// Few keys arrive here directly; they are put in their place from the back, where new events usually
/// belong.
@usableFromInline
@frozen
struct EventRun: ~Copyable {
  /// How many keys an insertion may move before the run refuses it.
  @usableFromInline static var reach: Int { 48 }

  @usableFromInline var storage: UnsafeMutablePointer<EventKey>
  @usableFromInline var capacity = 256
  @usableFromInline var head = 0
  @usableFromInline var tail = 0

  @inlinable
  init() { storage = UnsafeMutablePointer<EventKey>.allocate(capacity: 256) }

  @inlinable
  deinit { storage.deallocate() }

  @inlinable
  var isEmpty: Bool { head == tail }

  @inlinable
  var count: Int { tail &- head }

  @inlinable
  var first: EventKey { storage[head] }

  @inlinable
  @inline(__always)
  mutating func popFirst() -> EventKey {
    let key = storage[head]
    head &+= 1
    return key
  }

  /// Puts a key in its place, or returns false when that place is too far from the back.
  @inlinable
  mutating func insert(_ key: EventKey) -> Bool {
    if count > Self.reach, key < storage[tail &- Self.reach] { return false }
    if tail == capacity { makeRoom(for: 1) }
    var place = tail
    while place > head, key < storage[place &- 1] {
      storage[place] = storage[place &- 1]
      place &-= 1
    }
    storage[place] = key
    tail &+= 1
    return true
  }

  /// Moves the keys to the front of the storage and makes sure that so many more fit.
  @usableFromInline
  @inline(never)
  mutating func makeRoom(for more: Int) {
    let needed = count + more
    if needed * 2 > capacity {
      let larger = needed * 2
      let copy = UnsafeMutablePointer<EventKey>.allocate(capacity: larger)
      copy.update(from: storage + head, count: count)
      storage.deallocate()
      storage = copy
      capacity = larger
    } else {
      storage.update(from: storage + head, count: count)
    }
    tail = count
    head = 0
  }

  /// Keeps only the keys that satisfy the condition.
  @inlinable
  mutating func filter(_ isKept: (EventKey) -> Bool) {
    var kept = head
    for index in head..<tail where isKept(storage[index]) {
      storage[kept] = storage[index]
      kept += 1
    }
    tail = kept
  }

  /// Fills the empty run with a few keys in order, by counting for each how many are smaller: work that
  /// grows with the square, but has no branch to predict.
  @inlinable
  mutating func fill(from keys: UnsafePointer<EventKey>, count: Int) {
    let target = storage
    for index in 0..<count {
      let key = keys[index]
      var rank = 0
      for other in 0..<count { rank &+= keys[other] < key ? 1 : 0 }
      target[rank] = key
    }
    head = 0
    tail = count
  }

  /// Sorts the run, unless it is in order already as ties of one priority are.
  @usableFromInline
  @inline(never)
  mutating func sort() {
    var keys = UnsafeMutableBufferPointer(start: storage + head, count: count)
    for index in stride(from: 1, to: keys.count, by: 1) where keys[index] < keys[index - 1] {
      keys.sort()
      return
    }
  }
}
