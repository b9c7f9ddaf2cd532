import EventEngine
import Quantities

@testable import Project

/// Checks of a finished project that use nothing of how it was simulated but its records.
struct ProjectRules {
  let outcome: ProjectOutcome
  let plan: ProjectPlan
  let network: TaskNetwork
  let executions: [Execution]

  init(_ outcome: ProjectOutcome) {
    self.outcome = outcome
    plan = outcome.plan
    network = outcome.network
    executions = outcome.executions
  }

  /// Stretches of work that begin before the same person's last has ended, or do not take time.
  var overlaps: Int {
    plan.people.indices.reduce(0) { sum, person in
      let work = outcome.work().filter { $0.person == person }.sorted { $0.start < $1.start }
      return sum + zip(work, work.dropFirst()).count { $0.end > $1.start } + work.count { $0.start >= $0.end }
    }
  }

  /// Stretches of work with a moment outside the calendar, the windows, or in an absence, by their definitions.
  var workOutsideHours: Int {
    outcome.work().count { stretch in
      let person = plan.people[stretch.person]
      let isDuty = network.tasks[stretch.task].kind == .duty
      let calendar = plan.calendars.first { $0.name == person.calendar }?.hours ?? .always
      let (start, end) = (stretch.start.milliseconds, stretch.end.milliseconds)
      let isInside = [start, (start + end) / 2, end - 1].allSatisfy { time in
        let isInWindow = OpenTimesTests.isOpen(plan.windows, from: plan.start, milliseconds: time)
        let isAtWork = OpenTimesTests.isOpen(calendar, from: plan.start, milliseconds: time)
        return isDuty ? isInWindow && (isAtWork || person.joinsWindows) : isAtWork
      }
      let day = outcome.date(of: stretch.start)
      return !isInside || person.absences.contains { $0.first <= day && day <= $0.last }
    }
  }

  /// Stretches of work by someone who cannot do it, or not before a course.
  var workWithoutSkill: Int {
    outcome.work().count { stretch in
      let node = network.tasks[stretch.task]
      let person = plan.people[stretch.person]
      let skill = plan.skills[Int(node.skill)]
      guard person.skills.contains(skill.name) else { return true }
      if node.purpose == .training { return Int(node.person) != stretch.person }
      guard let course = skill.course, course.speedBefore == .zero, !person.trained.contains(skill.name)
      else {
        return false
      }
      return stretch.start.milliseconds < trainingEnd(of: stretch.person, Int(node.skill))
    }
  }

  private func trainingEnd(of person: Int, _ skill: Int) -> Int64 {
    executions.first {
      let node = network.tasks[Int($0.task)]
      return node.purpose == .training && Int(node.person) == person && Int(node.skill) == skill
    }?.finish ?? 0
  }

  /// Executions that begin before what comes before them is done; where first attempts count, before one was made.
  var brokenPrecedence: Int {
    var firstEnd = [Int64](repeating: .max, count: network.tasks.count)
    var firstDone = firstEnd
    for execution in executions {
      let task = Int(execution.task)
      firstEnd[task] = min(firstEnd[task], execution.finish)
      if execution.outcome == .done { firstDone[task] = min(firstDone[task], execution.finish) }
    }
    return executions.count { execution in
      let node = network.tasks[Int(execution.task)]
      if execution.ready > execution.start || execution.start > execution.finish { return true }
      return network.predecessors.list(of: execution.task).contains { before in
        let wave = network.tasks[Int(before)].wave
        let counts = node.purpose == .gate && wave >= 0 && network.countsAttempts[Int(wave)]
        return execution.ready < (counts ? firstEnd : firstDone)[Int(before)]
      }
    }
  }

  /// Copies of a wave before its rule lets it: what the rule asks of the wave before, from the plan.
  var brokenGates: Int {
    let records = outcome.tasks()
    var broken = 0
    for wave in 1..<max(network.waveCount, 1) {
      let rule = wave == 1 && plan.waves.pilot > 0 ? plan.waves.pilotGate : plan.waves.gate
      let before = executions.filter { network.tasks[Int($0.task)].wave == Int32(wave - 1) }
      func ends(_ purpose: TaskPurpose, _ isEnd: (Execution) -> Bool) -> Int64 {
        let tasks = before.filter { network.tasks[Int($0.task)].purpose == purpose && isEnd($0) }
        let firsts = Dictionary(tasks.map { ($0.task, $0.finish) }, uniquingKeysWith: min)
        return firsts.values.max() ?? 0
      }
      let opened: Int64 =
        switch rule {
        case .none: 0
        case .attempted: ends(.cutOver) { $0.attempt == 0 }
        case .moved: ends(.cutOver) { $0.outcome == .done }
        case .tested: ends(.test) { $0.outcome == .done }
        case .accepted: ends(.parallel) { $0.outcome == .done }
        }
      let pause = TimeSpan.seconds(plan.waves.pause.value).milliseconds
      broken += records.indices.count {
        network.tasks[$0].purpose == .copy && network.tasks[$0].wave == Int32(wave)
          && (records[$0].start?.milliseconds ?? 0) < opened + pause
      }
    }
    return broken
  }

  /// Moments at which guests are not in exactly one place, or changes that do not follow from the one before.
  var misplacedGuests: Int {
    var wrong = outcome.states().count { entry in
      plan.groups.indices.contains { group in
        let parts = [
          entry.state.oldGuests[group], entry.state.bothGuests[group], entry.state.newGuests[group],
        ]
        return parts.reduce(0, +) != plan.groups[group].guests || parts.contains { $0 < 0 }
          || !(0...plan.groups[group].servers).contains(entry.state.oldServers[group])
      }
    }
    // Each guest on its own: 0 old, 1 over, 2 tested, 3 new.
    var phase = [Int](repeating: 0, count: network.guests.count)
    var isOn = [Bool](repeating: true, count: network.servers.count)
    for change in outcome.changes {
      let subject = Int(change.subject)
      switch change.kind {
      case .moved:
        wrong += phase[subject] == 0 && isOn[Int(network.guests[subject].server)] ? 0 : 1
        phase[subject] = 1
      case .tested:
        wrong += phase[subject] == 1 ? 0 : 1
        phase[subject] = 2
      case .returned:
        wrong += phase[subject] == 1 && isOn[Int(network.guests[subject].server)] ? 0 : 1
        phase[subject] = 0
      case .accepted:
        wrong += phase[subject] == 2 ? 0 : 1
        phase[subject] = 3
      case .serverOff:
        wrong += isOn[subject] ? 0 : 1
        isOn[subject] = false
        wrong += network.guests.indices.count { Int(network.guests[$0].server) == subject && phase[$0] != 3 }
      case .unitOn: break
      }
    }
    return wrong + phase.count { $0 != 3 } + isOn.count { $0 }
  }

  /// Copies that are more than the network takes at once, or than it can carry while it is open.
  var crowdedCopies: Int {
    let copies = executions.filter { network.tasks[Int($0.task)].kind == .copy }
    let most = min(plan.network.rate, plan.network.perCopy ?? plan.network.rate).value / 8000
    return copies.count { copy in
      let time = stretches(of: network.copyTimes, copy.start, copy.finish).reduce(0) {
        $0 + min($1.end, copy.finish) - max($1.start, copy.start)
      }
      let atOnce = copies.count { $0.start <= copy.start && copy.start < $0.finish }
      return atOnce > plan.network.slots ?? .max
        || Double(time + 1) * most < network.tasks[Int(copy.task)].bytes
    }
  }

  /// Work of certain length that did not take its effort over the speed of whoever did it.
  var wrongEfforts: Int {
    guard plan.effortVariation == .zero else { return 0 }
    var worked = [Int64](repeating: 0, count: executions.count)
    for segment in outcome.segments { worked[Int(segment.execution)] += segment.end - segment.start }
    return executions.indices.count { index in
      let execution = executions[index]
      let node = network.tasks[Int(execution.task)]
      guard execution.person >= 0, execution.outcome == .done else { return false }
      let person = plan.people[Int(execution.person)]
      let skill = plan.skills[Int(node.skill)]
      var speed = person.speed.value
      if let course = skill.course {
        let isTrained =
          person.trained.contains(skill.name)
          || execution.start >= trainingEnd(of: Int(execution.person), Int(node.skill))
        speed *= isTrained ? course.speedAfter.value : course.speedBefore.value
      }
      if node.purpose == .training { speed = 1 }
      return abs(Double(worked[index]) - Double(node.milliseconds) / speed) > 1
    }
  }

  /// Times in which someone able and free was at work while a task of theirs waited.
  var idleWhileWorkWaits: Int {
    var busy = [[(start: Int64, end: Int64)]](repeating: [], count: plan.people.count)
    var dutyBusy = busy
    for execution in executions where execution.person >= 0 {
      let node = network.tasks[Int(execution.task)]
      busy[Int(execution.person)].append((execution.start, execution.finish))
      // A roll-back after a test is not interrupted either.
      if node.kind == .duty || execution.outcome != .done {
        dutyBusy[Int(execution.person)].append((execution.start, execution.finish))
      }
    }
    return executions.count { execution in
      let node = network.tasks[Int(execution.task)]
      guard node.kind == .work || node.kind == .duty, execution.start > execution.ready else { return false }
      return plan.people.indices.contains { person in
        guard plan.people[person].skills.contains(plan.skills[Int(node.skill)].name),
          node.person < 0 || Int(node.person) == person
        else { return false }
        let course = plan.skills[Int(node.skill)].course
        let isTrained = plan.people[person].trained.contains(plan.skills[Int(node.skill)].name)
        var from = execution.ready
        var speed = plan.people[person].speed.value
        if let course, node.purpose != .training {
          speed *= isTrained ? course.speedAfter.value : course.speedBefore.value
          if speed == 0 { from = max(from, trainingEnd(of: person, Int(node.skill))) }
          if !isTrained {
            speed = min(
              speed == 0 ? .infinity : speed, plan.people[person].speed.value * course.speedAfter.value)
          }
        }
        guard from < execution.start else { return false }
        let times = node.kind == .duty ? network.dutyHours[person] : network.hours[person]
        let needed =
          node.kind == .duty
          ? Int64((Double(node.milliseconds) + rollBack(of: node)) / speed) + 2 : 0
        let taken = (node.kind == .duty ? dutyBusy : busy)[person]
        return stretches(of: times, from, execution.start).contains { stretch in
          var free = max(stretch.start, from)
          let last = min(stretch.end - needed, execution.start)
          while free < last {
            guard let block = taken.first(where: { $0.start <= free && free < $0.end }) else { break }
            free = block.end
          }
          guard free < last else { return false }
          // Free until someone takes it on: a moment is enough to be wrong.
          return true
        }
      }
    }
  }

  /// The stretches that touch some time.
  private func stretches(of times: OpenTimes, _ from: Int64, _ until: Int64) -> ArraySlice<OpenTimes.Stretch>
  {
    func index(_ isBefore: (OpenTimes.Stretch) -> Bool) -> Int {
      var (low, high) = (0, times.stretches.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(times.stretches[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = index { $0.end <= from }
    return times.stretches[first..<max(first, index { $0.start < until })]
  }

  private func rollBack(of node: TaskNode) -> Double {
    node.purpose == .cutOver
      ? plan.groups[Int(network.guests[Int(node.subject)].group)].work.rollBack.value * 1000 : 0
  }

  /// Gaps and overlaps of the critical path, which must fill the time from the start to the end.
  var holesInPath: Int {
    let path = outcome.criticalPath()
    var holes = path.first?.start == .start || path.isEmpty ? 0 : 1
    holes += zip(path, path.dropFirst()).count { $0.end != $1.start }
    if let last = path.last, last.end != outcome.finish { holes += 1 }
    if path.isEmpty, outcome.finish != .start { holes += 1 }
    return holes
  }

  /// Days whose counts of guests differ from the states at their end, or whose risk is not that of their guests.
  var countsThatDisagree: Int {
    let states = outcome.states()
    return outcome.days().enumerated().count { number, day in
      let end = Int64(number + 1) * 86_400_000
      guard let state = states.last(where: { $0.time.milliseconds < end })?.state else { return true }
      return state.bothGuests.reduce(0, +) != day.bothGuests || state.newGuests.reduce(0, +) != day.newGuests
        || day.untested + day.inParallel != day.bothGuests
        || day.oldGuests + day.bothGuests + day.newGuests != plan.guestCount
        || day.withoutRollBack > day.newGuests
    }
  }
}
