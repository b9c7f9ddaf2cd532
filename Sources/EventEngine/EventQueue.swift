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
/// An event that may be cancelled is entered in a set of sequence numbers; cancelling takes it out again,
/// and its record is dropped when it comes up, or in a sweep as soon as such records outnumber the pending
/// ones. So cancelling costs constant time on average, memory stays in proportion to what is pending, and
/// events that nobody may cancel pay nothing for the others.
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
  /// Records before this time are in the run or among the late, all others in the wheel.
  @usableFromInline var bound: UInt64 = .max
  @usableFromInline var records = 0
  @usableFromInline var cancelledRecords = 0
  @usableFromInline var run = EventRun()
  @usableFromInline var late = EventHeap()
  @usableFromInline var wheel = EventWheel()
  @usableFromInline var cancellable = SequenceSet()

  /// An empty queue at the scenario's start.
  @inlinable
  public init() {}

  /// The number of pending events; cancelled ones do not count.
  @inlinable
  public var count: Int { records &- cancelledRecords }

  /// How many records the queue holds, those of cancelled events included; never more than twice ``count``
  /// and 256.
  package var recordCount: Int { records }

  /// Whether nothing is pending.
  @inlinable
  public var isEmpty: Bool { count == 0 }

  /// The latest time an event can have, 1 115 years after the start.
  @inlinable
  public static var latest: Instant { Instant(milliseconds: Int64(EventRecord.timeLimit - 1)) }
}

extension EventQueue {
  /// Schedules an event that will fire for certain.
  ///
  /// - Parameters:
  ///   - time: When it fires: not before ``now``, not after ``latest``.
  ///   - priority: Its place among events of the same instant.
  ///   - kind: What happens.
  ///   - target: The id of what it concerns.
  ///   - payload: One number more for the receiver.
  @inlinable
  public mutating func schedule(
    at time: Instant, priority: EventPriority = .normal, kind: UInt16, target: Int32 = -1, payload: Int32 = 0
  ) {
    _ = insert(
      at: time, priority: priority, isCancellable: false, kind: kind, target: target, payload: payload)
  }

  /// Schedules an event that may be cancelled and returns the handle to do so.
  ///
  /// The parameters are those of ``schedule(at:priority:kind:target:payload:)``; it costs a few nanoseconds
  /// more, here and when the event fires.
  @inlinable
  public mutating func scheduleCancellable(
    at time: Instant, priority: EventPriority = .normal, kind: UInt16, target: Int32 = -1, payload: Int32 = 0
  ) -> EventHandle {
    let sequence = insert(
      at: time, priority: priority, isCancellable: true, kind: kind, target: target, payload: payload)
    cancellable.insert(sequence)
    return EventHandle(sequence: sequence)
  }

  /// Removes the next event and moves ``now`` to its time; nil when nothing is pending.
  @inlinable
  public mutating func popNext() -> Event? {
    while prepareFirst() {
      let record = isFirstInRun ? run.popFirst() : late.popFirst()
      records &-= 1
      if record.isCancellable, !cancellable.remove(record.sequence) {
        cancelledRecords &-= 1
        continue
      }
      clock = record.time
      return record.event
    }
    return nil
  }

  /// The time of the next event without removing it; nil when nothing is pending.
  @inlinable
  public var nextTime: Instant? {
    mutating get {
      while prepareFirst() {
        let record = isFirstInRun ? run.first : late.first
        if cancellable.admits(record) { return Instant(milliseconds: Int64(truncatingIfNeeded: record.time)) }
        if isFirstInRun { _ = run.popFirst() } else { _ = late.popFirst() }
        records &-= 1
        cancelledRecords &-= 1
      }
      return nil
    }
  }

  /// Cancels an event; false when it has fired or was cancelled before.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool {
    guard cancellable.remove(handle.sequence) else { return false }
    cancelledRecords &+= 1
    if cancelledRecords > count &+ 256 { sweep() }
    return true
  }

  /// Whether the event of a handle is still to fire.
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool { cancellable.contains(handle.sequence) }
}

extension EventQueue {
  @inlinable
  @inline(__always)
  mutating func insert(
    at time: Instant, priority: EventPriority, isCancellable: Bool, kind: UInt16, target: Int32,
    payload: Int32
  ) -> UInt64 {
    let milliseconds = UInt64(bitPattern: time.milliseconds)
    precondition(milliseconds >= clock, "event scheduled before the last one popped")
    precondition(milliseconds < EventRecord.timeLimit, "event scheduled beyond the latest time")
    let sequence = nextSequence
    precondition(sequence < EventRecord.sequenceLimit, "sequence numbers used up")
    nextSequence = sequence &+ 1
    records &+= 1
    let record = EventRecord(
      time: milliseconds, priority: priority.rawValue, sequence: sequence, isCancellable: isCancellable,
      kind: kind, target: target, payload: payload)
    if milliseconds >= bound { wheel.insert(record) } else { insertEarly(record) }
    return sequence
  }

  /// Whether the first record lies in the run and not among the late, given that there is one.
  @inlinable
  @inline(__always)
  var isFirstInRun: Bool { late.count == 0 || (!run.isEmpty && run.first < late.first) }

  /// Makes sure that the run or the heap holds the first record; false when there is none.
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
      let first = Int(wheel.heads[bucket]) &* EventWheel.chunkSize
      if tail &- first <= EventWheel.fewRecords, tail > first {
        let chain = wheel.detach(bucket)
        run.fill(from: wheel.records + first, count: tail &- first)
        wheel.release(chunk: chain.first)
      } else if bucket < EventWheel.bucketsPerLevel {
        run.removeAll()
        wheel.move(wheel.detach(bucket), to: &run)
        run.sort()
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

  /// Takes a record that fires within the span of the run.
  @inlinable
  mutating func insertEarly(_ record: EventRecord) {
    if run.insert(record) { return }
    late.push(record)
    // Each move is paid for by the insertions since the last one. The wheel can only be measured from
    // `now` once that has reached the bucket last loaded.
    if late.count > run.count &+ EventRun.reach, wheel.isEmpty || clock >= wheel.base { spill() }
  }

  /// Moves the run and the heap into the wheel, measured from now.
  @usableFromInline
  @inline(never)
  mutating func spill() {
    wheel.base = clock
    bound = clock
    for index in run.head..<run.tail { wheel.insert(run.storage[index]) }
    for index in 0..<late.count { wheel.insert(late.storage[index]) }
    run.removeAll()
    late.count = 0
  }

  /// Drops the records of all cancelled events.
  @usableFromInline
  @inline(never)
  mutating func sweep() {
    run.dropCancelled(pending: cancellable)
    late.dropCancelled(pending: cancellable)
    wheel.dropCancelled(pending: cancellable)
    records &-= cancelledRecords
    cancelledRecords = 0
  }
}
