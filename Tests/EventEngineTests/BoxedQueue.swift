import EventEngine

/// An event queue behind a reference, because the macros of the test library cannot borrow a value that
/// cannot be copied.
final class BoxedQueue {
  private var queue = EventQueue()

  var count: Int { queue.count }
  var recordCount: Int { queue.recordCount }
  var isEmpty: Bool { queue.isEmpty }
  var now: Instant { queue.now }
  var nextTime: Instant? { queue.nextTime }

  func schedule(
    at time: Instant, priority: EventPriority = .normal, kind: UInt16, target: Int32 = -1, payload: Int32 = 0
  ) {
    queue.schedule(at: time, priority: priority, kind: kind, target: target, payload: payload)
  }

  func scheduleCancellable(at time: Instant, priority: EventPriority = .normal, kind: UInt16) -> EventHandle {
    queue.scheduleCancellable(at: time, priority: priority, kind: kind)
  }

  func popNext() -> Event? { queue.popNext() }
  func isPending(_ handle: EventHandle) -> Bool { queue.isPending(handle) }
  @discardableResult func cancel(_ handle: EventHandle) -> Bool { queue.cancel(handle) }
}
