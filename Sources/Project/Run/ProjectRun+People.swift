import EventEngine

// Who works on what: ready work is offered, free people look for work.
extension ProjectRun {
  func speed(of person: Int, _ skill: Int) -> Double { speeds[person * plan.skills.count + skill] }

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

  func undoing(_ node: TaskNode, _ speed: Double) -> Int64 {
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
      guard let first = work[skill].first, first < best?.task ?? .max, speed(of: person, skill) > 0 else {
        continue
      }
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
      guard isOpen, let first = firstFitting(skill, person, at: time), first < best?.task ?? .max else {
        continue
      }
      best = (first, skill)
    }
    if let best {
      duty[best.skill].remove(best.task)
      putAside(of: person, at: time)
      startDuty(best.task, by: person, at: time)
    }
    if waits { wakeForDuty(person, after: time) }
  }
}
