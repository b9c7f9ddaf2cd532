import EventEngine

// The shared network.
extension ProjectRun {
  /// Ends copies that have ended, begins others, and schedules when to look again.
  mutating func serveNetwork(at time: Int64) {
    // What becomes ready while copies end is served after all of them.
    guard !isServing else { return }
    isServing = true
    for task in channel.settle(at: time) {
      lastCopy = current[Int(task)]
      lastCopyEnd = time
      complete(task, at: time)
    }
    isServing = false
    let closing = network.copyTimes.current(at: time, &copyCursor)?.end
    begun.removeAll(keepingCapacity: true)
    var next = channel.proceed(at: time, closing: closing, begun: &begun)
    for task in begun {
      let execution = Int(current[Int(task)])
      executions[execution].start = time
      if lastCopyEnd > executions[execution].ready {
        executions[execution].blocker = lastCopy
        executions[execution].blockedUntil = lastCopyEnd
      }
    }
    if next == nil, !channel.isIdle {
      next = network.copyTimes.opening(after: time, &copyCursor)
    }
    if let event = channelEvent { queue.cancel(event) }
    channelEvent = scheduleCancellable(.network, at: next)
  }
}
