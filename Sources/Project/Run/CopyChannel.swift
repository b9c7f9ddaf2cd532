/// The shared network as a queue with one server: who copies, who waits, and when the next copy ends.
///
/// Every copy under way has had the same share since it began, so one running total tells them all (`attained`): a
/// copy ends when the total has grown by its size. Copies start in order of their number.
///
/// ```
/// d attained / dt = min(r, C / n)
/// ```
///
/// Ends are exact but for rounding up to a whole millisecond, during which the network is idle.
struct CopyChannel: Sendable {
  /// Bytes a millisecond of the network and of one copy at most.
  let rate: Double
  let mostEach: Double
  /// The most copies at once.
  let slots: Int
  /// Whether a copy may go on in another stretch than it began in.
  let spans: Bool

  /// A copy under way, by what `attained` is when it ends.
  struct Active: Sendable, Hashable {
    var target: Double
    var task: Int32
  }
  /// Copies under way, the one that ends last first.
  private(set) var active: [Active] = []
  private var waiting = ReadyQueue()
  private var sizes: [Double]
  private var attained = 0.0
  private var updated: Int64 = 0
  private var isRunning = false

  init(rate: Double, mostEach: Double, slots: Int, spans: Bool, taskCount: Int) {
    self.rate = rate
    self.mostEach = mostEach
    self.slots = slots
    self.spans = spans
    sizes = Array(repeating: 0, count: taskCount)
  }

  /// Whether no copy is under way or waits.
  var isIdle: Bool { active.isEmpty && waiting.isEmpty }

  /// A copy is to be made.
  mutating func enqueue(_ task: Int32, size: Double) {
    sizes[Int(task)] = size
    waiting.insert(task)
  }

  private var share: Double { min(mostEach, rate / Double(active.count)) }

  /// Brings the channel to a time and returns the copies that have ended, the lowest number first.
  mutating func settle(at time: Int64) -> [Int32] {
    guard isRunning, !active.isEmpty else {
      updated = time
      return []
    }
    let share = share
    attained += share * Double(time - updated)
    updated = time
    var ended: [Int32] = []
    // A millionth of a millisecond's share is rounding.
    while let last = active.last, last.target <= attained + share * 1e-6 {
      ended.append(last.task)
      active.removeLast()
    }
    if active.isEmpty { attained = 0 }
    return ended.sorted()
  }

  /// Lets copies begin and says when to look again: when the next one ends or the network closes. Settled before.
  ///
  /// - Parameters:
  ///   - closing: when the network closes; nil when it is closed.
  ///   - begun: is given each copy that begins.
  mutating func proceed(at time: Int64, closing: Int64?, begun: inout [Int32]) -> Int64? {
    updated = time
    isRunning = closing != nil
    guard let closing else { return nil }
    while active.count < slots, let task = nextFitting(room: Double(closing - time)) {
      insert(Active(target: attained + sizes[Int(task)], task: task))
      begun.append(task)
    }
    guard let next = active.last else { return nil }
    let left = ((next.target - attained) / share - 1e-6).rounded(.up)
    return left < Double(closing - time) ? time + max(Int64(left), 0) : closing
  }

  private mutating func insert(_ copy: Active) {
    var (low, high) = (0, active.count)
    while low < high {
      let middle = (low + high) / 2
      // Of copies that end together the lower number comes last, and so ends first.
      let goesBefore =
        (active[middle].target, active[middle].task) < (copy.target, copy.task)
      if goesBefore { high = middle } else { low = middle + 1 }
    }
    active.insert(copy, at: low)
  }

  /// Takes the first waiting copy that may begin, with so many milliseconds until the network closes.
  private mutating func nextFitting(room: Double) -> Int32? {
    if spans { return waiting.popFirst() }
    let load = active.reduce(0) { $0 + $1.target - attained }
    let fitting = waiting.first { task in
      let size = sizes[Int(task)]
      // What surely takes too long needs no closer look.
      guard size <= room * mostEach, load + size <= room * rate else { return false }
      return lastEnd(with: size) <= room
    }
    if let fitting { waiting.remove(fitting) }
    return fitting
  }

  /// After how many milliseconds the last copy ends, if one of a size joins and no other.
  private func lastEnd(with size: Double) -> Double {
    var left = active.map { $0.target - attained }
    left.append(size)
    left.sort()
    var (time, done) = (0.0, 0.0)
    for (index, copy) in left.enumerated() {
      // Each end is a whole millisecond.
      time += ((copy - done) / min(mostEach, rate / Double(left.count - index)) - 1e-6).rounded(.up)
      done = copy
    }
    return time
  }
}
