import EventEngine

// Who works on what.
extension ProjectRun {
  private func speed(of person: Int, _ skill: Int) -> Double { speeds[person * plan.skills.count + skill] }

  private mutating func isAtWork(_ person: Int, at time: Int64) -> Bool {
    network.hours[person].current(at: time, &workers[person].hoursCursor) != nil
  }

  // MARK: Offers

  /// Ready work goes to whoever is free and fastest at it, or waits.
  mutating func offerWork(_ task: Int32, _ node: TaskNode, at time: Int64) {
    if node.person >= 0 {
      courses[Int(node.person)].insert(task)
      if workers[Int(node.person)].current < 0 { giveWork(to: Int(node.person), at: time) }
      return
    }
    let skill = Int(node.skill)
    var best = -1
    for candidate in facts.people[skill] {
      let person = Int(candidate)
      guard workers[person].current < 0, isAtWork(person, at: time) else { continue }
      let speed = speed(of: person, skill)
      if speed > 0, best < 0 || speed > self.speed(of: best, skill) { best = person }
    }
    if best >= 0 { return startWork(task, by: best, at: time) }
    work[skill].insert(task)
    for candidate in facts.people[skill] where workers[Int(candidate)].current < 0 {
      wakeAtWork(Int(candidate), after: time)
    }
  }

  /// Ready work for a window goes to whoever may begin it now, free ones first, or waits for a window.
  mutating func offerDuty(_ task: Int32, _ node: TaskNode, at time: Int64) {
    let skill = Int(node.skill)
    var best = -1
    for candidate in facts.people[skill] {
      let person = Int(candidate)
      guard canBeginDuty(person), fits(node, person, at: time) else { continue }
      guard best >= 0 else {
        best = person
        continue
      }
      let (isFree, wasFree) = (workers[person].current < 0, workers[best].current < 0)
      let isFaster = speed(of: person, skill) > speed(of: best, skill)
      if isFree != wasFree ? isFree : isFaster { best = person }
    }
    if best >= 0 {
      putAside(of: best, at: time)
      return startDuty(task, by: best, at: time)
    }
    duty[skill].insert(task)
    for candidate in facts.people[skill] { wakeForDuty(Int(candidate), after: time) }
  }

  /// Whether a person is free for a window: without work, or with work that can be put aside.
  private func canBeginDuty(_ person: Int) -> Bool {
    workers[person].current < 0 || (!workers[person].isDuty && workers[person].end != nil)
  }

  /// Whether a person can do a task and undo it, as long as planned, before window and working hours end.
  private mutating func fits(_ node: TaskNode, _ person: Int, at time: Int64) -> Bool {
    let speed = speed(of: person, Int(node.skill))
    guard speed > 0,
      let stretch = network.dutyHours[person].current(at: time, &workers[person].dutyCursor)
    else { return false }
    let planned = (Double(node.milliseconds) / speed).rounded()
    return time + Int64(planned) + undoing(node, speed) <= stretch.end
  }

  private mutating func firstFitting(_ skill: Int, _ person: Int, at time: Int64) -> Int32? {
    let queue = duty[skill]
    return queue.first { fits(network.tasks[Int($0)], person, at: time) }
  }

  private func undoing(_ node: TaskNode, _ speed: Double) -> Int64 {
    Int64((facts.rollBack(of: node, in: network) / speed).rounded())
  }

  private mutating func wakeAtWork(_ person: Int, after time: Int64) {
    guard !workers[person].hasWake,
      let opening = network.hours[person].opening(after: time, &workers[person].hoursCursor)
    else { return }
    workers[person].hasWake = true
    schedule(.wake, at: opening, target: Int32(person))
  }

  private mutating func wakeForDuty(_ person: Int, after time: Int64) {
    guard !workers[person].hasDutyWake,
      let opening = network.dutyHours[person].opening(after: time, &workers[person].dutyCursor)
    else { return }
    workers[person].hasDutyWake = true
    schedule(.dutyWake, at: opening, target: Int32(person))
  }

  // MARK: Choice

  /// A free person looks for work.
  mutating func giveWork(to person: Int, at time: Int64) {
    giveDuty(to: person, at: time)
    guard workers[person].current < 0 else { return }
    if workers[person].aside >= 0 { return resume(person, at: time) }
    let isAtWork = isAtWork(person, at: time)
    if isAtWork, let course = courses[person].popFirst() { return startWork(course, by: person, at: time) }
    var best: (task: Int32, skill: Int)?
    for skill in facts.skills[person] {
      guard let first = work[skill].first, first < best?.task ?? .max, speed(of: person, skill) > 0 else { continue }
      best = (first, skill)
    }
    if isAtWork {
      guard let best, let task = work[best.skill].popFirst() else { return }
      startWork(task, by: person, at: time)
    } else if best != nil || !courses[person].isEmpty {
      wakeAtWork(person, after: time)
    }
  }

  /// A person looks for work that must be done in the open window, and may put other work aside for it.
  mutating func giveDuty(to person: Int, at time: Int64) {
    guard canBeginDuty(person) else { return }
    var waits = false
    var best: (task: Int32, skill: Int)?
    let isOpen = network.dutyHours[person].current(at: time, &workers[person].dutyCursor) != nil
    for skill in facts.skills[person] where !duty[skill].isEmpty && speed(of: person, skill) > 0 {
      waits = true
      guard isOpen, let first = firstFitting(skill, person, at: time), first < best?.task ?? .max else { continue }
      best = (first, skill)
    }
    if let best {
      duty[best.skill].remove(best.task)
      putAside(of: person, at: time)
      startDuty(best.task, by: person, at: time)
    }
    if waits { wakeForDuty(person, after: time) }
  }

  // MARK: Work

  private mutating func startWork(_ task: Int32, by person: Int, at time: Int64) {
    let execution = begin(task, by: person, at: time)
    let node = network.tasks[Int(task)]
    // A course goes at its own speed.
    let speed = node.person >= 0 ? 1 : speed(of: person, Int(node.skill))
    workers[person].rest = duration(of: node, attempt: executions[Int(execution)].attempt, speed: speed)
    workers[person].isDuty = false
    goOn(person, at: time)
  }

  private mutating func startDuty(_ task: Int32, by person: Int, at time: Int64) {
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

  private mutating func putAside(of person: Int, at time: Int64) {
    guard workers[person].current >= 0 else { return }
    if let end = workers[person].end { queue.cancel(end) }
    workers[person].end = nil
    workers[person].asideRest = workers[person].rest - log(person, until: time)
    workers[person].aside = workers[person].current
    workers[person].current = -1
  }

  private mutating func resume(_ person: Int, at time: Int64) {
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
