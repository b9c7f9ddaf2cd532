import CQueueBaseline
import EventEngine

/// The hold model: a constant number of pending events; each operation pops the next one and schedules
/// another a random time later. It measures nothing but the queue.
///
/// The increments are drawn beforehand and reused in a cycle, so that both queues do the same work and the
/// logarithms are not part of the time. Both run through ``hold(_:)``, whose checksum depends on every pop
/// time and its place in the order.
struct HoldModel: ~Copyable {
  private var queue = EventQueue()
  private let increments: [Int64]
  private var next = 0

  /// Fills a queue with so many events at times drawn like the increments.
  init(pending: Int, increments: [Int64]) {
    precondition(increments.count.nonzeroBitCount == 1, "the cycle's length must be a power of two")
    self.increments = increments
    for index in 0..<pending {
      queue.schedule(at: .start + TimeSpan(milliseconds: increment()), kind: 0, target: Int32(index))
    }
  }

  /// Increments of a distribution in milliseconds, a cycle of 65 536.
  ///
  /// A mean of 10^8 spreads a million events over distinct times and leaves the clock room for 3 * 10^8
  /// operations on a thousand.
  static func increments(_ distribution: Distribution, seed: UInt64 = 1) -> [Int64] {
    var stream = RandomStream(seed: seed, name: "hold")
    return (0..<65_536).map { _ in Int64(distribution.sample(using: &stream).rounded()) }
  }

  /// Performs so many operations and returns a checksum of the pop times in their order.
  mutating func hold(_ operations: Int) -> UInt64 {
    var checksum: UInt64 = 0
    for _ in 0..<operations {
      guard let event = queue.popNext() else { break }
      checksum = checksum &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: event.time.milliseconds)
      queue.schedule(
        at: event.time + TimeSpan(milliseconds: increment()), kind: event.kind, target: event.target)
    }
    return checksum
  }

  private mutating func increment() -> Int64 {
    let value = increments[next]
    next = (next &+ 1) & (increments.count &- 1)
    return value
  }
}

/// The same model on the queues written in C.
struct BaselineHoldModel: ~Copyable {
  private let handle: OpaquePointer

  /// Fills a queue with the same events as ``HoldModel/init(pending:increments:)``.
  ///
  /// Nil when there is no memory for it.
  init?(pending: Int, increments: [Int64], queue: cqueue_kind) {
    let made = increments.withUnsafeBufferPointer {
      cqueue_hold_create(queue, pending, $0.baseAddress, $0.count)
    }
    guard let made else { return nil }
    handle = made
  }

  deinit { cqueue_hold_destroy(handle) }

  /// Performs so many operations and returns the same checksum as ``HoldModel/hold(_:)``.
  mutating func hold(_ operations: Int) -> UInt64 { cqueue_hold_run(handle, operations) }
}
