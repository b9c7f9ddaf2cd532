import EventEngine

// How work begins, is put aside, goes on and ends.
extension ProjectRun {
  mutating func startWork(_ task: Int32, by person: Int, at time: Int64) {
    let execution = begin(task, by: person, at: time)
    let node = network.tasks[Int(task)]
    // A course goes at its own speed.
    let speed = node.person >= 0 ? 1 : speed(of: person, Int(node.skill))
    workers[person].rest = duration(of: node, attempt: executions[Int(execution)].attempt, speed: speed)
    workers[person].isDuty = false
    goOn(person, at: time)
  }

  mutating func startDuty(_ task: Int32, by person: Int, at time: Int64) {
    let execution = begin(task, by: person, at: time)
    let node = network.tasks[Int(task)]
    let speed = speed(of: person, Int(node.skill))
    let length = duration(of: node, attempt: executions[Int(execution)].attempt, speed: speed)
    guard let stretch = network.dutyHours[person].current(at: time, &workers[person].dutyCursor) else {
      preconditionFailure("work for a window begins within one")
    }
    // The last moment to turn back.
    let deadline = stretch.end - undoing(node, speed)
    workers[person].isDuty = true
    workers[person].since = time
    if time + length <= deadline {
      schedule(.workDone, at: time + length, target: Int32(person))
    } else {
      schedule(.cutOff, at: deadline, target: Int32(person))
    }
  }

  /// Writes down who begins what, and what was in the way.
  private mutating func begin(_ task: Int32, by person: Int, at time: Int64) -> Int32 {
    let execution = current[Int(task)]
    let worker = workers[person]
    let isDuty = network.tasks[Int(task)].kind == .duty
    let (last, lastEnd) = isDuty ? (worker.lastDuty, worker.lastDutyEnd) : (worker.last, worker.lastEnd)
    executions[Int(execution)].start = time
    executions[Int(execution)].person = Int32(person)
    if lastEnd > executions[Int(execution)].ready {
      executions[Int(execution)].blocker = last
      executions[Int(execution)].blockedUntil = lastEnd
    }
    workers[person].current = execution
    return execution
  }

  /// Begins or goes on with work outside windows.
  private mutating func goOn(_ person: Int, at time: Int64) {
    workers[person].since = time
    let end = network.hours[person].end(of: workers[person].rest, from: time, &workers[person].hoursCursor)
    workers[person].end = scheduleCancellable(.workDone, at: end, target: Int32(person))
  }

  mutating func putAside(of person: Int, at time: Int64) {
    guard workers[person].current >= 0 else { return }
    if let end = workers[person].end { queue.cancel(end) }
    workers[person].end = nil
    workers[person].asideRest = workers[person].rest - log(person, until: time)
    workers[person].aside = workers[person].current
    workers[person].current = -1
  }

  mutating func resume(_ person: Int, at time: Int64) {
    workers[person].current = workers[person].aside
    workers[person].rest = workers[person].asideRest
    workers[person].aside = -1
    workers[person].isDuty = false
    goOn(person, at: time)
  }

  mutating func finishWork(of person: Int, at time: Int64) {
    workers[person].end = nil
    let task = executions[Int(workers[person].current)].task
    let node = network.tasks[Int(task)]
    switch node.purpose {
    case .cutOver where !succeeds(node, RunFacts.cutOverStream, chance: facts.failure(of: node, in: network)),
      .test where !succeeds(node, RunFacts.testStream, chance: facts.testFailure(of: node, in: network)):
      rollBack(person, outcome: .failed, at: time)
    default:
      _ = log(person, until: time)
      if node.purpose == .cutOver { noteFirstAttempt(of: node.subject, at: time) }
      complete(task, at: time)
      free(person, at: time)
    }
  }

  /// What was done is undone, at once and by the same person.
  mutating func rollBack(_ person: Int, outcome: Execution.Outcome, at time: Int64) {
    let execution = Int(workers[person].current)
    executions[execution].outcome = outcome
    let node = network.tasks[Int(executions[execution].task)]
    let length = undoing(node, speed(of: person, Int(node.skill)))
    let end =
      workers[person].isDuty
      ? time + length : network.hours[person].end(of: length, from: time, &workers[person].rollBackCursor)
    if let end { schedule(.rolledBack, at: end, target: Int32(person)) }
  }

  mutating func finishRollBack(of person: Int, at time: Int64) {
    let execution = executions[Int(workers[person].current)]
    _ = log(person, until: time)
    retry(execution.task, outcome: execution.outcome, at: time)
    free(person, at: time)
  }

  private mutating func free(_ person: Int, at time: Int64) {
    workers[person].last = workers[person].current
    workers[person].lastEnd = time
    if workers[person].isDuty {
      workers[person].lastDuty = workers[person].current
      workers[person].lastDutyEnd = time
    }
    workers[person].current = -1
    workers[person].isDuty = false
    giveWork(to: person, at: time)
  }

  /// Writes down what a person has worked since work began or went on, and returns for how long.
  private mutating func log(_ person: Int, until time: Int64) -> Int64 {
    let execution = workers[person].current
    let day = TimeSpan.days(1).milliseconds
    var worked: Int64 = 0
    var last = executions[Int(execution)].lastSegment
    func add(_ start: Int64, _ end: Int64) {
      worked += end - start
      var from = start
      while from < end {
        let until = min(end, (from / day + 1) * day)
        segments.append(
          WorkSegment(
            execution: execution, person: Int32(person), start: from, end: until, previous: last))
        last = Int32(segments.count - 1)
        from = until
      }
    }
    if workers[person].isDuty {
      add(workers[person].since, time)
    } else {
      var cursor = workers[person].hoursCursor
      network.hours[person].forEach(from: workers[person].since, to: time, &cursor, add)
      workers[person].hoursCursor = cursor
    }
    executions[Int(execution)].lastSegment = last
    return worked
  }
}
