import EventEngine

// Moves that may fail and are tried again.
extension ProjectRun {
  /// Whether an attempt that has come to its end has succeeded.
  mutating func succeeds(_ node: TaskNode, _ purpose: RandomStream.Purpose, chance: Double) -> Bool {
    guard chance > 0 else { return true }
    var stream = RandomStream(
      seed: plan.seed, purpose: purpose,
      entity: UInt64(node.subject) << 16 | UInt64(attempts[Int(node.subject)]), replication: replication)
    return stream.uniform() >= chance
  }

  /// The end of an attempt that took no work.
  mutating func endAttempt(_ task: Int32, at time: Int64) {
    let node = network.tasks[Int(task)]
    if succeeds(node, RunFacts.cutOverStream, chance: facts.failure(of: node, in: network)) {
      noteFirstAttempt(of: node.subject, at: time)
      complete(task, at: time)
    } else {
      retry(task, outcome: .failed, at: time)
    }
  }

  mutating func endTest(_ task: Int32, at time: Int64) {
    let node = network.tasks[Int(task)]
    if succeeds(node, RunFacts.testStream, chance: facts.testFailure(of: node, in: network)) {
      complete(task, at: time)
    } else {
      retry(task, outcome: .failed, at: time)
    }
  }

  /// Opens the gate behind a wave a little more, if it counts attempts.
  mutating func noteFirstAttempt(of guest: Int32, at time: Int64) {
    let wave = Int(network.guests[Int(guest)].wave)
    guard attempts[Int(guest)] == 0, network.countsAttempts[wave] else { return }
    let execution = current[Int(network.guests[Int(guest)].cutOver)]
    release(network.gates[wave + 1], by: execution, at: time)
  }

  /// An attempt is rolled back: the guest's data is copied again from the next window on.
  mutating func retry(_ task: Int32, outcome: Execution.Outcome, at time: Int64) {
    let execution = current[Int(task)]
    executions[Int(execution)].finish = time
    executions[Int(execution)].outcome = outcome
    let node = network.tasks[Int(task)]
    guard node.purpose == .cutOver || node.purpose == .test else {
      // Other work that a window cut off starts again in another.
      schedule(.retry, at: nextWindow(after: time), target: task, payload: execution)
      return
    }
    let guest = network.guests[Int(node.subject)]
    if node.purpose == .cutOver { noteFirstAttempt(of: node.subject, at: time) }
    attempts[Int(node.subject)] += 1
    missing[Int(guest.cutOver)] = 1
    open += 1
    if node.purpose == .test {
      missing[Int(task)] = 1
      open += 1
      changes.append(StateChange(time: time, kind: .returned, subject: node.subject))
    }
    schedule(.retry, at: nextWindow(after: time), target: guest.copy, payload: execution)
  }

  /// When the next window opens; without closed time, at once.
  private mutating func nextWindow(after time: Int64) -> Int64 {
    if let opening = network.windows.opening(after: time, &windowCursor) { return opening }
    return network.windows.current(at: time, &windowCursor) == nil ? limit + 1 : time
  }
}
