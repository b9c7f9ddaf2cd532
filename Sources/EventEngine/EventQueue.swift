/// Pending events in the total order (time, priority, sequence), at the speed of a hand-tuned queue.
///
/// ```
/// var queue = EventQueue()
/// queue.schedule(at: .start + .seconds(5), kind: 1, target: 17)
/// while let event = queue.popNext() { ... }
/// ```
///
/// The next few events lie in a short sorted run, all others in coarse buckets that are sorted only when
/// their turn comes (``EventWheel``). A small queue never leaves the run. Events that are scheduled into
/// the span of the run but find it crowded wait in a heap, from which they move to the buckets when they
/// become many. Nothing is tuned to a number or spacing of events.
///
/// A cancelled event gives back its slot at once; its 16-byte key is dropped when it comes up, or in a sweep
/// as soon as such keys outnumber the pending events. So cancelling costs constant time on average, and
/// memory stays in proportion to what is pending.
///
/// - Complexity: scheduling, popping and cancelling take constant time on average for any load whose
///   events spread over time, and logarithmic time at worst.
@frozen
public struct EventQueue: ~Copyable, @unchecked Sendable {
  // Safe to send: the storage has one owner and no reference leaves the queue.

  /// The time of the last event popped, before which nothing can be scheduled.
  @inlinable
  public var now: Instant { Instant(milliseconds: Int64(truncatingIfNeeded: clock)) }

  @usableFromInline var clock: UInt64 = 0
  @usableFromInline var nextSequence: UInt64 = 0
  /// Keys before this time are in the run or among the late, all others in the wheel.
  @usableFromInline var bound: UInt64 = .max
  /// Keys whose event was cancelled.
  @usableFromInline var cancelledKeys = 0
  @usableFromInline var run = EventRun()
  @usableFromInline var late = EventHeap()
  @usableFromInline var wheel = EventWheel()
  @usableFromInline var slots = EventSlots()

  /// An empty queue at the scenario's start.
  @inlinable
  public init() {}

  /// The number of pending events; cancelled ones do not count.
  @inlinable
  public var count: Int { slots.count }

  /// Whether nothing is pending.
  @inlinable
  public var isEmpty: Bool { slots.count == 0 }

  /// The latest time an event can have, 2 231 years after the start.
  @inlinable
  public static var latest: Instant { Instant(milliseconds: Int64(EventKey.timeLimit - 1)) }
}

extension EventQueue {
  /// Schedules an event and returns a handle to cancel it with.
  ///
  /// - Parameters:
  ///   - time: When it fires: not before ``now``, not after ``latest``.
  ///   - priority: Its place among events of the same instant.
  ///   - kind: What happens.
  ///   - target: The id of what it concerns.
  ///   - payload: One number more for the receiver.
  @inlinable
  @discardableResult
  public mutating func schedule(
    at time: Instant, priority: EventPriority = .normal, kind: UInt16, target: Int32 = -1, payload: Int32 = 0
  ) -> EventHandle {
    let milliseconds = UInt64(bitPattern: time.milliseconds)
    precondition(milliseconds >= clock, "event scheduled before the last one popped")
    precondition(milliseconds < EventKey.timeLimit, "event scheduled beyond the latest time")
    let sequence = nextSequence
    precondition(sequence < EventKey.sequenceLimit - 1, "sequence numbers used up")
    nextSequence = sequence &+ 1
    let slot = slots.occupy(sequence: sequence, kind: kind, target: target, payload: payload)
    let key = EventKey(time: milliseconds, priority: priority.rawValue, sequence: sequence, slot: slot)
    if milliseconds >= bound { wheel.insert(key) } else { insertEarly(key) }
    return EventHandle(sequence: sequence, slot: slot)
  }

  /// Removes the next event and moves ``now`` to its time; nil when nothing is pending.
  @inlinable
  public mutating func popNext() -> Event? {
    while prepareFirst() {
      let key = late.count == 0 || (!run.isEmpty && run.first < late.first) ? run.popFirst() : late.popFirst()
      let slot = slots[key.slot]
      if slot.sequence != key.sequence {
        cancelledKeys &-= 1
        continue
      }
      slots.vacate(key.slot)
      clock = key.time
      return Event(
        time: Instant(milliseconds: Int64(truncatingIfNeeded: key.time)),
        priority: EventPriority(rawValue: key.priority), sequence: key.sequence,
        kind: UInt16(truncatingIfNeeded: slot.occupant), target: slot.target, payload: slot.payload)
    }
    return nil
  }

  /// The time of the next event without removing it; nil when nothing is pending.
  @inlinable
  public var nextTime: Instant? {
    mutating get {
      while prepareFirst() {
        let fromRun = late.count == 0 || (!run.isEmpty && run.first < late.first)
        let key = fromRun ? run.first : late.first
        if slots.holds(key) { return Instant(milliseconds: Int64(truncatingIfNeeded: key.time)) }
        if fromRun { _ = run.popFirst() } else { _ = late.popFirst() }
        cancelledKeys &-= 1
      }
      return nil
    }
  }

  /// Cancels an event; false when it has fired or was cancelled before.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    precondition(Int(handle.slot) < slots.capacity, "handle of another queue")
    guard slots[handle.slot].sequence == handle.sequence else { return false }
    slots.vacate(handle.slot)
    cancelledKeys &+= 1
    if cancelledKeys > slots.count &+ 256 { sweep() }
    return true
  }

  /// Whether the event of a handle is still to fire.
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool {
    Int(handle.slot) < slots.capacity && slots[handle.slot].sequence == handle.sequence
  }
}

extension EventQueue {
  /// Makes sure that the run or the heap holds the first key; false when there is none.
  @inlinable
  @inline(__always)
  mutating func prepareFirst() -> Bool {
    !run.isEmpty || late.count != 0 || load()
  }

  /// Fills the empty run from the first bucket.
  @inlinable
  @inline(never)
  mutating func load() -> Bool {
    while !wheel.isEmpty {
      let bucket = wheel.firstBucket
      let tail = wheel.tails[bucket]
      let start = (tail &- 1) & ~(EventWheel.chunkSize &- 1)
      let chunk = start / EventWheel.chunkSize
      if wheel.links[chunk] == 0 {
        _ = wheel.detach(bucket)
        run.fill(from: wheel.keys + start, count: tail &- start)
        wheel.release(chunk: chunk)
      } else if bucket < EventWheel.bucketsPerLevel {
        loadChain(bucket)
      } else {
        wheel.split(bucket)
        continue
      }
      wheel.base = run.first.time
      bound = wheel.isEmpty ? .max : wheel.end(of: bucket, containing: wheel.base)
      return true
    }
    bound = .max
    return false
  }

  /// Fills the run from a bucket of one instant, however long.
  @usableFromInline
  mutating func loadChain(_ bucket: Int) {
    let tail = wheel.detach(bucket)
    run.head = 0
    run.tail = 0
    var chunks = 0
    var chunk = (tail - 1) / EventWheel.chunkSize
    while chunk != 0 {
      chunks += 1
      chunk = Int(wheel.links[chunk])
    }
    run.makeRoom(for: chunks * EventWheel.chunkSize)
    chunk = (tail - 1) / EventWheel.chunkSize
    let inLast = tail - chunk * EventWheel.chunkSize
    run.tail = (chunks - 1) * EventWheel.chunkSize + inLast
    var end = run.tail
    var count = inLast
    while chunk != 0 {
      end -= count
      run.storage.advanced(by: end).update(from: wheel.keys + chunk * EventWheel.chunkSize, count: count)
      let previous = Int(wheel.links[chunk])
      wheel.release(chunk: chunk)
      chunk = previous
      count = EventWheel.chunkSize
    }
    run.sort()
  }

  /// Takes a key that fires within the span of the run.
  @inlinable
  mutating func insertEarly(_ key: EventKey) {
    if run.insert(key) { return }
    late.push(key)
    // Each move is paid for by the insertions since the last one. The wheel can only be measured from
    // `now` once that has reached the bucket last loaded.
    if late.count > run.count &+ 64, wheel.isEmpty || clock >= wheel.base { spill() }
  }

  /// Moves the run and the heap into the wheel, measured from now.
  @usableFromInline
  @inline(never)
  mutating func spill() {
    wheel.base = clock
    bound = clock
    for index in run.head..<run.tail { wheel.insert(run.storage[index]) }
    for index in 0..<late.count { wheel.insert(late.storage[index]) }
    run.head = 0
    run.tail = 0
    late.count = 0
  }

  /// Drops the keys of all cancelled events.
  @usableFromInline
  @inline(never)
  mutating func sweep() {
    let pending = slots.storage
    let isPending = { (key: EventKey) in pending[Int(key.slot)].sequence == key.sequence }
    run.filter(isPending)
    late.filter(isPending)
    wheel.filter(isPending)
    cancelledKeys = 0
  }
}
