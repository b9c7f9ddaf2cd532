import EventEngine
import Testing

@Suite("Event queue")
struct EventQueueTests {
  @Test func `events fire by time, then priority, then order of scheduling`() {
    let queue = BoxedQueue()
    queue.schedule(at: .start + .seconds(2), kind: 1)
    queue.schedule(at: .start + .seconds(1), priority: .last, kind: 2)
    queue.schedule(at: .start + .seconds(1), kind: 3)
    queue.schedule(at: .start + .seconds(1), kind: 4)
    queue.schedule(at: .start + .seconds(1), priority: .first, kind: 5)
    var kinds: [UInt16] = []
    while let event = queue.popNext() { kinds.append(event.kind) }
    #expect(kinds == [5, 3, 4, 2, 1])
    #expect(queue.isEmpty)
    #expect(queue.now == .start + .seconds(2))
  }

  @Test func `an event comes back as it was scheduled`() throws {
    let queue = BoxedQueue()
    queue.schedule(
      at: EventQueue.latest, priority: EventPriority(rawValue: 255), kind: .max, target: .min, payload: -1)
    let event = try #require(queue.popNext())
    #expect(event.time == EventQueue.latest)
    #expect(event.priority == .last)
    #expect(event.kind == .max)
    #expect(event.target == .min)
    #expect(event.payload == -1)
    #expect(event.sequence == 0)
  }

  @Test func `an event takes 32 bytes and a handle 8`() {
    #expect(MemoryLayout<Event>.stride == 32)
    #expect(MemoryLayout<EventHandle>.stride == 8)
  }

  @Test func `an event scheduled for now with a higher priority fires next`() throws {
    let queue = BoxedQueue()
    for kind in 0..<3 { queue.schedule(at: .start + .seconds(1), kind: UInt16(kind)) }
    _ = queue.popNext()
    queue.schedule(at: queue.now, priority: .first, kind: 9)
    #expect(try #require(queue.popNext()).kind == 9)
    #expect(try #require(queue.popNext()).kind == 1)
  }

  @Test func `looking at the next time neither removes it nor bars earlier events`() {
    let queue = BoxedQueue()
    #expect(queue.nextTime == nil)
    queue.schedule(at: .start + .days(300), kind: 1)
    #expect(queue.nextTime == .start + .days(300))
    #expect(queue.count == 1)
    queue.schedule(at: .start + .seconds(1), kind: 2)
    #expect(queue.nextTime == .start + .seconds(1))
    #expect(queue.popNext()?.kind == 2)
    #expect(queue.popNext()?.kind == 1)
  }

  @Test func `the past and the far future are refused`() async {
    await #expect(processExitsWith: .failure) {
      let queue = BoxedQueue()
      queue.schedule(at: .start + .seconds(2), kind: 0)
      _ = queue.popNext()
      queue.schedule(at: .start + .seconds(1), kind: 0)
    }
    await #expect(processExitsWith: .failure) {
      let queue = BoxedQueue()
      queue.schedule(at: .start - .seconds(1), kind: 0)
    }
    await #expect(processExitsWith: .failure) {
      let queue = BoxedQueue()
      queue.schedule(at: EventQueue.latest + .milliseconds(1), kind: 0)
    }
  }
}

@Suite("Cancelling events")
struct CancellationTests {
  @Test func `a cancelled event does not fire`() {
    let queue = BoxedQueue()
    let first = queue.scheduleCancellable(at: .start + .seconds(1), kind: 1)
    let second = queue.scheduleCancellable(at: .start + .seconds(2), kind: 2)
    #expect(queue.isPending(first))
    #expect(queue.cancel(first))
    #expect(!queue.isPending(first))
    #expect(queue.count == 1)
    #expect(queue.nextTime == .start + .seconds(2))
    #expect(queue.popNext()?.kind == 2)
    #expect(queue.popNext() == nil)
    #expect(!queue.isPending(second))
  }

  @Test func `only the first cancellation of a pending event succeeds`() {
    let queue = BoxedQueue()
    let cancelled = queue.scheduleCancellable(at: .start + .seconds(1), kind: 1)
    let fired = queue.scheduleCancellable(at: .start, kind: 2)
    #expect(queue.cancel(cancelled))
    #expect(!queue.cancel(cancelled))
    #expect(queue.popNext()?.kind == 2)
    #expect(!queue.cancel(fired))
    #expect(!queue.cancel(cancelled))
  }

  @Test func `time does not move over cancelled events`() {
    let queue = BoxedQueue()
    let handle = queue.scheduleCancellable(at: .start + .days(1), kind: 1)
    queue.cancel(handle)
    #expect(queue.popNext() == nil)
    #expect(queue.now == .start)
    queue.schedule(at: .start + .seconds(1), kind: 2)
    #expect(queue.popNext()?.kind == 2)
  }

  @Test func `records of cancelled events do not pile up`() {
    // Timeouts that are nearly always cancelled, far in the future.
    let queue = BoxedQueue()
    for index in 0..<200_000 {
      let handle = queue.scheduleCancellable(at: .start + .days(1 + Double(index % 1000)), kind: 1)
      if index % 1000 != 0 { queue.cancel(handle) }
    }
    #expect(queue.count == 200)
    #expect(queue.recordCount <= 2 * queue.count + 256)
    var fired = 0
    while queue.popNext() != nil { fired += 1 }
    #expect(fired == 200)
    #expect(queue.recordCount == 0)
  }
}
