import EventEngine

/// The chain of work and waits that led from the start of a project to its end, in the order in which they happened.
///
/// Walked backwards from the task that ended last. What held a task up is, in turn: the work itself; what kept its
/// person, or the network, busy after it was ready; what made it ready. So the path follows people and the network as
/// well as predecessors, and its stretches fill the time from start to end without a gap.
///
/// **Not modelled**: other chains that would have become critical a little later (float).
/// **Source**: the critical chain of a resource-constrained schedule, read off the schedule as it happened.
struct CriticalPath {
  private let network: TaskNetwork
  private let executions: [Execution]
  private let segments: [WorkSegment]
  private(set) var stretches: [PathStretch] = []

  init(_ network: TaskNetwork, _ executions: [Execution], _ segments: [WorkSegment]) {
    self.network = network
    self.executions = executions
    self.segments = segments
    // Of tasks that end together the last begun, which the others may have led to.
    guard
      let last = executions.indices.max(by: { (executions[$0].finish, $0) < (executions[$1].finish, $1) }),
      executions[last].finish >= 0
    else { return }
    var next: (execution: Int32, time: Int64)? = (Int32(last), executions[last].finish)
    while let here = next { next = step(here.execution, until: here.time) }
    stretches.reverse()
  }

  private mutating func add(_ start: Int64, _ end: Int64, _ binding: Binding, _ task: Int32) {
    guard end > start else { return }
    stretches.append(
      PathStretch(
        start: Instant(milliseconds: start), end: Instant(milliseconds: end), binding: binding,
        task: Int(task)))
  }

  /// Goes through an execution backwards from a time, and says what came before and until when.
  private mutating func step(_ number: Int32, until time: Int64) -> (execution: Int32, time: Int64)? {
    let execution = executions[Int(number)]
    let node = network.tasks[Int(execution.task)]
    switch node.kind {
    case .milestone: break
    case .work, .duty: addWork(execution, node, until: time)
    case .copy: addCopy(execution, until: time)
    case .wait:
      let binding: Binding =
        switch node.purpose {
        case .parallel: .parallelRunning
        case .order, .delivery: .delivery
        default: .pause
        }
      add(execution.start, time, binding, execution.task)
    }
    let wait: Binding = node.kind == .duty || node.kind == .copy ? .window : .hours
    if execution.blocker >= 0 {
      add(execution.blockedUntil, execution.start, wait, execution.task)
      return (execution.blocker, execution.blockedUntil)
    }
    add(execution.ready, execution.start, wait, execution.task)
    guard execution.enabler >= 0 else {
      add(0, execution.ready, .pause, execution.task)
      return nil
    }
    // An attempt that was rolled back waits for the next window.
    let before = executions[Int(execution.enabler)].finish
    add(before, execution.ready, .window, execution.task)
    return (execution.enabler, min(before, execution.ready))
  }

  private mutating func addWork(_ execution: Execution, _ node: TaskNode, until time: Int64) {
    var end = time
    var next = execution.lastSegment
    while next >= 0 {
      let segment = segments[Int(next)]
      next = segment.previous
      guard segment.start < end else { continue }
      addPause(of: execution, from: min(segment.end, end), to: end)
      add(
        segment.start, min(segment.end, end), node.purpose == .training ? .training : .people, execution.task)
      end = segment.start
    }
    addPause(of: execution, from: execution.start, to: end)
  }

  /// A break in a person's work on a task: hours off, or other work in a window.
  private mutating func addPause(of execution: Execution, from start: Int64, to end: Int64) {
    guard end > start else { return }
    var pieces: [(start: Int64, end: Int64)] = []
    var cursor = 0
    network.hours[Int(execution.person)].forEach(from: start, to: end, &cursor) { pieces.append(($0, $1)) }
    var until = end
    for piece in pieces.reversed() {
      add(piece.end, until, .hours, execution.task)
      add(piece.start, piece.end, .people, execution.task)
      until = piece.start
    }
    add(start, until, .hours, execution.task)
  }

  private mutating func addCopy(_ execution: Execution, until time: Int64) {
    var pieces: [(start: Int64, end: Int64)] = []
    var cursor = 0
    network.copyTimes.forEach(from: execution.start, to: time, &cursor) { pieces.append(($0, $1)) }
    var until = time
    for piece in pieces.reversed() {
      add(piece.end, until, .window, execution.task)
      add(piece.start, piece.end, .network, execution.task)
      until = piece.start
    }
    add(execution.start, until, .window, execution.task)
  }
}
