import EventEngine
import Testing

/// Every operation is repeated on a plain sorted array; the two must agree event by event.
@Suite("Event queue against a sorted array")
struct EventQueueOracleTests {
  enum Load: String, CaseIterable {
    case exponential, uniform, bimodal, bursty, tied, immediate, heavyTailed, longGaps, rising

    /// The time until the next event of this load, in milliseconds.
    func increment(_ step: Int, _ stream: inout RandomStream) -> Int64 {
      switch self {
      case .exponential: Int64(Exponential(mean: 1e6).sample(using: &stream))
      case .uniform: Int64(stream.index(below: 2_000_000))
      case .bimodal: stream.uniform() < 0.9 ? Int64(stream.index(below: 100)) : 1_000_000_000
      case .bursty:
        (step / 300) % 4 == 0 ? Int64(stream.index(below: 100_000_000)) : Int64(stream.index(below: 9))
      case .tied: Int64(stream.index(below: 5)) * 3_600_000
      case .immediate: stream.uniform() < 0.95 ? 0 : Int64(stream.index(below: 1000))
      case .heavyTailed: Int64(min(10 / (stream.openUniform() * stream.openUniform()), 1e9))
      case .longGaps: stream.uniform() < 0.5 ? 1_000_000_000 : Int64(stream.index(below: 1 << 20))
      case .rising: Int64(step) * 7
      }
    }
  }

  struct Entry: Comparable {
    let time: Int64
    let priority: UInt8
    let sequence: UInt64
    static func < (left: Entry, right: Entry) -> Bool {
      (left.time, left.priority, left.sequence) < (right.time, right.priority, right.sequence)
    }
  }

  /// A list kept in falling order, so that the next entry is the last.
  struct SortedList {
    var entries: [Entry] = []

    func place(of entry: Entry) -> Int {
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if entry < entries[middle] { low = middle + 1 } else { high = middle }
      }
      return low
    }

    mutating func insert(_ entry: Entry) { entries.insert(entry, at: place(of: entry)) }

    mutating func remove(_ entry: Entry) -> Bool {
      let place = place(of: entry)
      guard place < entries.count, entries[place] == entry else { return false }
      entries.remove(at: place)
      return true
    }
  }

  @Test(arguments: Load.allCases, [1, 20, 300, 5000])
  func `both fire the same events in the same order`(load: Load, size: Int) throws {
    var stream = RandomStream(seed: 42, name: "oracle/\(load.rawValue)/\(size)")
    let queue = BoxedQueue()
    var list = SortedList()
    var handles: [(handle: EventHandle, entry: Entry)] = []
    var sequence: UInt64 = 0
    for step in 0..<20_000 {
      // Grow to the size, hold it, and drain at the end of each third.
      let target = step % 7000 < 6000 ? size : 0
      let choice = stream.uniform()
      if choice < 0.1, !handles.isEmpty {
        let index = stream.index(below: handles.count)
        let (handle, entry) = handles[index]
        #expect(queue.isPending(handle) == queue.cancel(handle))
        #expect(!queue.isPending(handle))
        _ = list.remove(entry)
        handles.swapAt(index, handles.count - 1)
        handles.removeLast()
      } else if list.entries.count < target || (choice < 0.3 && target > 0) {
        let time = queue.now.milliseconds + load.increment(step, &stream)
        let priority = UInt8(load == .tied ? stream.index(below: 3) : 128)
        let entry = Entry(time: time, priority: priority, sequence: sequence)
        let instant = Instant(milliseconds: time)
        if choice > 0.5 {
          let handle = queue.scheduleCancellable(
            at: instant, priority: EventPriority(rawValue: priority), kind: 1)
          #expect(handle.sequence == sequence)
          handles.append((handle, entry))
        } else {
          queue.schedule(at: instant, priority: EventPriority(rawValue: priority), kind: 1)
        }
        sequence += 1
        list.insert(entry)
      } else {
        if choice > 0.6 { #expect(queue.nextTime?.milliseconds == list.entries.last?.time) }
        let event = queue.popNext()
        let expected = list.entries.popLast()
        if event?.sequence != expected?.sequence || event?.time.milliseconds != expected?.time {
          try #require(event?.sequence == expected?.sequence, "step \(step)")
          try #require(event?.time.milliseconds == expected?.time, "step \(step)")
        }
      }
      if queue.count != list.entries.count { try #require(queue.count == list.entries.count, "step \(step)") }
    }
  }

  @Test func `a large burst at one instant keeps its order among mixed priorities`() throws {
    var stream = RandomStream(seed: 7, name: "burst")
    let queue = BoxedQueue()
    queue.schedule(at: .start + .days(9), kind: 0)
    queue.schedule(at: .start + .seconds(1), kind: 0)
    _ = queue.popNext()
    for _ in 0..<50_000 {
      queue.schedule(at: queue.now, priority: EventPriority(rawValue: UInt8(stream.index(below: 4))), kind: 1)
    }
    var last = EventPriority.first
    var lastSequence: UInt64 = 0
    var isOrdered = true
    for _ in 0..<50_000 {
      let event = try #require(queue.popNext())
      isOrdered =
        isOrdered && (event.priority > last || (event.priority == last && event.sequence > lastSequence))
      (last, lastSequence) = (event.priority, event.sequence)
    }
    #expect(isOrdered)
    #expect(queue.count == 1)
  }

  @Test func `two runs of the same schedule are the same run`() {
    func run() -> [UInt64] {
      var stream = RandomStream(seed: 5, name: "repeat")
      let queue = BoxedQueue()
      for _ in 0..<2000 {
        queue.schedule(at: Instant(milliseconds: Int64(stream.index(below: 500))), kind: 0)
      }
      var order: [UInt64] = []
      while let event = queue.popNext() { order.append(event.sequence) }
      return order
    }
    #expect(run() == run())
  }
}
