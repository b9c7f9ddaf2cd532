/// The next records to fire, fully sorted: a queue one pops from the head.
///
/// Few records arrive here directly; they are put in their place from the back, where new events usually
/// belong.
@usableFromInline
@frozen
struct EventRun: ~Copyable {
  /// How many records an insertion may move before the run refuses it.
  @usableFromInline static var reach: Int { 16 }

  @usableFromInline var storage: UnsafeMutablePointer<EventRecord>
  @usableFromInline var capacity = 256
  @usableFromInline var head = 0
  @usableFromInline var tail = 0

  @inlinable
  init() { storage = UnsafeMutablePointer<EventRecord>.allocate(capacity: 256) }

  @inlinable
  deinit { storage.deallocate() }

  @inlinable
  var isEmpty: Bool { head == tail }

  @inlinable
  var count: Int { tail &- head }

  @inlinable
  var first: EventRecord { storage[head] }

  @inlinable
  @inline(__always)
  mutating func popFirst() -> EventRecord {
    let record = storage[head]
    head &+= 1
    return record
  }

  /// Puts a record in its place, or returns false when that place is too far from the back.
  @inlinable
  mutating func insert(_ record: EventRecord) -> Bool {
    if count > Self.reach, record < storage[tail &- Self.reach] { return false }
    if tail == capacity { makeRoom(for: 1) }
    var place = tail
    while place > head, record < storage[place &- 1] {
      storage[place] = storage[place &- 1]
      place &-= 1
    }
    storage[place] = record
    tail &+= 1
    return true
  }

  @inlinable
  mutating func removeAll() {
    head = 0
    tail = 0
  }

  /// Adds records at the back, in whatever order; `sort()` has to follow.
  @usableFromInline
  mutating func append(_ records: UnsafePointer<EventRecord>, count: Int) {
    if tail + count > capacity { makeRoom(for: count) }
    storage.advanced(by: tail).update(from: records, count: count)
    tail += count
  }

  /// Moves the records to the front of the storage and makes sure that so many more fit.
  @usableFromInline
  @inline(never)
  mutating func makeRoom(for more: Int) {
    let needed = count + more
    if needed > capacity / 2 {
      let larger = needed * 2
      let copy = UnsafeMutablePointer<EventRecord>.allocate(capacity: larger)
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

  /// Drops the records of cancelled events.
  @inlinable
  mutating func dropCancelled(pending: borrowing SequenceSet) {
    var kept = head
    for index in head..<tail where pending.admits(storage[index]) {
      storage[kept] = storage[index]
      kept += 1
    }
    tail = kept
  }

  /// Fills the empty run with a few records in order, by counting for each how many are smaller: work that
  /// grows with the square, but has no branch to predict.
  @inlinable
  mutating func fill(from records: UnsafePointer<EventRecord>, count: Int) {
    let target = storage
    for index in 0..<count {
      let record = records[index]
      var rank = 0
      for other in 0..<count { rank &+= records[other].precedes(record) }
      target[rank] = record
    }
    head = 0
    tail = count
  }

  /// Sorts the run, unless it is in order already as ties of one priority are.
  @usableFromInline
  @inline(never)
  mutating func sort() {
    var records = UnsafeMutableBufferPointer(start: storage + head, count: count)
    for index in stride(from: 1, to: records.count, by: 1) where records[index] < records[index - 1] {
      records.sort(by: <)
      return
    }
  }
}
