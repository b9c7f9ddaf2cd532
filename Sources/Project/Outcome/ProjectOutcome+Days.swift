import EventEngine
import Quantities

extension ProjectOutcome {
  /// The project day by day, from its first day to the one after which nothing changes, and some days more.
  ///
  /// Servers and power are exact means: every change is taken at its millisecond.
  public func days(power: SitePower? = nil, after extra: Int = 0) -> [ProjectDay] {
    let power = power ?? .plan(plan)
    let day: Int64 = 86_400_000
    let proving = provingEnds
    let last = max(end, proving.reduce(0) { max($0, $1.end) })
    let count = Int(last / day) + 1 + extra
    var days = (0..<count).map { number in
      ProjectDay(
        date: plan.start.adding(days: number), worked: plan.roles.map { _ in .zero },
        available: plan.roles.map { _ in .zero }, labor: .zero(plan.currency), paid: .zero(plan.currency),
        equipment: .zero(plan.currency))
    }
    addState(to: &days, power)
    addRisk(to: &days, proving)
    addWork(to: &days)
    addBinding(to: &days)
    return days
  }

  /// Guests that have no way back before faults have had their time: from when, until when.
  private var provingEnds: [(start: Int64, end: Int64)] {
    var moved = [Int64](repeating: 0, count: network.guests.count)
    var removal = [Int64](repeating: .max, count: network.servers.count)
    for change in changes where change.kind == .moved { moved[Int(change.subject)] = change.time }
    for execution in executions where execution.start >= 0 {
      let node = network.tasks[Int(execution.task)]
      if node.purpose == .decommission { removal[Int(node.subject)] = execution.start }
    }
    return network.guests.indices.compactMap { guest in
      let entry = network.guests[guest]
      let start = removal[Int(entry.server)]
      let end = moved[guest] + Int64((plan.groups[Int(entry.group)].proving.value * 1000).rounded())
      return start < end ? (start, end) : nil
    }
  }

  private func addState(to days: inout [ProjectDay], _ power: SitePower) {
    let day: Int64 = 86_400_000
    var state = SiteState(plan)
    var time: Int64 = 0
    var next = 0
    for number in days.indices {
      let dayEnd = Int64(number + 1) * day
      while time < dayEnd {
        while next < changes.count, changes[next].time <= time {
          state.apply(changes[next], plan, network)
          next += 1
        }
        let until = min(dayEnd, next < changes.count ? changes[next].time : .max)
        let share = Double(until - time) / Double(day)
        days[number].oldServers += Double(state.oldServers.reduce(0, +)) * share
        let servers = zip(plan.orders, state.newUnits).reduce(0) { $0 + $1.0.serversPerUnit * $1.1 }
        days[number].newServers += Double(servers) * share
        days[number].oldPower += power.old(state) * share
        days[number].newPower += power.new(state) * share
        time = until
      }
      days[number].oldGuests = state.oldGuests.reduce(0, +)
      days[number].bothGuests = state.bothGuests.reduce(0, +)
      days[number].newGuests = state.newGuests.reduce(0, +)
    }
  }

  private func addRisk(to days: inout [ProjectDay], _ proving: [(start: Int64, end: Int64)]) {
    let day: Int64 = 86_400_000
    var untested = [Int](repeating: 0, count: days.count + 1)
    var parallel = untested
    var without = untested
    for change in changes {
      // Counted at the end of the day it falls on.
      let number = Int(change.time / day)
      switch change.kind {
      case .moved: untested[number] += 1
      case .tested:
        untested[number] -= 1
        parallel[number] += 1
      case .returned: untested[number] -= 1
      case .accepted: parallel[number] -= 1
      default: break
      }
    }
    for span in proving {
      without[Int(span.start / day)] += 1
      without[Int(span.end / day)] -= 1
    }
    var sums = (0, 0, 0)
    for number in days.indices {
      sums = (sums.0 + untested[number], sums.1 + parallel[number], sums.2 + without[number])
      days[number].untested = sums.0
      days[number].inParallel = sums.1
      days[number].withoutRollBack = sums.2
    }
    for execution in executions
    where network.tasks[Int(execution.task)].purpose == .cutOver && execution.finish >= 0 {
      days[Int(execution.finish / day)].attempts += 1
      if execution.outcome != .done { days[Int(execution.finish / day)].rollBacks += 1 }
    }
  }

  private func addWork(to days: inout [ProjectDay]) {
    let day: Int64 = 86_400_000
    let roles = plan.roleOfPerson
    for (segment, cost) in zip(segments, laborCosts) {
      let number = Int(segment.start / day)
      days[number].worked[roles[Int(segment.person)]] += Seconds(Double(segment.end - segment.start) / 1000)
      days[number].labor += plan.money(cost)
    }
    for price in prices {
      let number = Int(price.time / day)
      days[number].paid += plan.money(price.millionths)
      if network.tasks[Int(price.task)].purpose == .delivery {
        days[number].equipment += plan.money(price.millionths)
      }
    }
    let end = Int64(days.count) * day
    for person in plan.people.indices {
      var cursor = 0
      network.hours[person].forEach(from: 0, to: end, &cursor) { start, stop in
        var from = start
        while from < stop {
          let until = min(stop, (from / day + 1) * day)
          days[Int(from / day)].available[roles[person]] += Seconds(Double(until - from) / 1000)
          from = until
        }
      }
    }
  }

  private func addBinding(to days: inout [ProjectDay]) {
    let day: Int64 = 86_400_000
    var shares = Array(repeating: [Int64](repeating: 0, count: Binding.allCases.count), count: days.count)
    for stretch in criticalPath() {
      guard let place = Binding.allCases.firstIndex(of: stretch.binding) else { continue }
      var from = stretch.start.milliseconds
      while from < stretch.end.milliseconds {
        let until = min(stretch.end.milliseconds, (from / day + 1) * day)
        shares[Int(from / day)][place] += until - from
        from = until
      }
    }
    for number in days.indices {
      guard let most = shares[number].max(), most > 0, let place = shares[number].firstIndex(of: most) else {
        continue
      }
      days[number].binding = Binding.allCases[place]
    }
  }
}
