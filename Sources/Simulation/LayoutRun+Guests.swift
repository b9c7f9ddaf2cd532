import Availability
import EventEngine
import Facility
import Placement
import Quantities
import Scenario
import Virtualization
import Workload

// How guests come, go, lose their host and find another.
extension LayoutRun {
  /// A guest comes into being: it takes a host and boots there.
  mutating func arrive(_ guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .guestArrived, guest: GuestID(guest)))
    counts.arrivals += 1
    guests[guest].phase = .down
    guests[guest].idleSince = time.milliseconds
    guests[guest].requested = time.milliseconds
    guard let host = settle(guest, at: time, &sink) else { return wait(guest, at: time, &sink) }
    scheduleStart(of: guest, on: host, at: time, after: startDelay(of: guest))
  }

  /// What a guest takes to start on a host with room: its boot, and before the first one its provisioning.
  private func startDelay(of guest: Int) -> TimeSpan {
    let conduct = conduct(of: guest)
    return .seconds((guests[guest].requested == nil ? conduct.boot : conduct.firstRun).value)
  }

  /// How a guest comes and goes under its technique.
  func conduct(of guest: Int) -> GuestConduct { design.conduct[Int(plan.guests[guest].group)] }

  /// A guest ceases to exist.
  mutating func depart(_ guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    abortMigration(of: guest, at: time, &sink)
    let host = fleet.hostOfGuest[guest]
    switch guests[guest].phase {
    case .running: tile.remove(guest, from: Int(host), at: time.milliseconds)
    case .starting: cancelStart(of: guest)
    case .down: waiting.removeAll { $0 == Int32(guest) }
    case .absent, .moving: return
    }
    endIdleness(of: guest, at: time)
    guests[guest].phase = .absent
    guests[guest].requested = nil
    if plan.guests[guest].isReclaimed { counts.reclaimed += 1 }
    sink?.receive(RunEvent(time: time, kind: .guestDeparted, guest: GuestID(guest)))
    counts.departures += 1
    guard host != FleetState.unplaced else { return }
    fleet.remove(Int32(guest))
    assigned.remove(guest, from: Int(host))
    placeWaiting(at: time, &sink)
    startMigrations(at: time, &sink)
    hostEmptied(Int(host), at: time, &sink)
  }

  /// A guest begins to run on its host.
  mutating func startGuest(_ guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    let host = Int(fleet.hostOfGuest[guest])
    let wasDown = guests[guest].downSince != nil
    guests[guest].phase = .running
    guests[guest].start = nil
    tile.add(guest, to: host, at: time.milliseconds)
    endIdleness(of: guest, at: time)
    if wasDown { counts.restarts += 1 }
    if let requested = guests[guest].requested {
      provisioningTimes.append(time.milliseconds - requested)
      guests[guest].requested = nil
      if let stay = guests[guest].stay {
        guests[guest].stay = nil
        plan.guests[guest].departure = min(endTime, time + .milliseconds(stay))
        schedule(.guestDeparture, at: plan.guests[guest].departure, target: guest)
      }
    }
    sink?.receive(
      RunEvent(
        time: time, kind: wasDown ? .guestRestarted : .guestStarted, host: HostID(host),
        guest: GuestID(guest)))
  }

  /// Places one guest in the fleet, by the layout's policy; by least fragmentation where that searches.
  mutating func placeAlone(_ guest: Int32) {
    guard layout.placement.policy.quick != nil else {
      layout.placement.policy.place([guest], into: &fleet)
      return
    }
    if online == nil { online = OnlinePlacement(following: &fleet) }
    online?.place(guest, into: &fleet)
  }

  /// Finds a host for a guest that has none, switching one on if need be.
  ///
  /// - Returns: the host, or nil when none has room.
  mutating func settle(_ guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) -> Int? {
    placeAlone(Int32(guest))
    if fleet.hostOfGuest[guest] == FleetState.unplaced { wake(for: guest, at: time, &sink) }
    guard fleet.hostOfGuest[guest] != FleetState.unplaced else { return nil }
    let host = Int(fleet.hostOfGuest[guest])
    assigned.append(guest, to: host)
    cancelIdleTimer(of: host)
    return host
  }

  /// Lets a guest start on its host after a delay that counts from when the host is up.
  mutating func scheduleStart(of guest: Int, on host: Int, at time: Instant, after delay: TimeSpan) {
    guests[guest].phase = .starting
    guests[guest].start = queue.scheduleCancellable(
      at: max(time, hosts[host].upFrom) + delay, kind: Kind.guestStart.rawValue, target: Int32(guest))
  }

  private mutating func cancelStart(of guest: Int) {
    if let start = guests[guest].start { queue.cancel(start) }
    guests[guest].start = nil
  }

  /// A guest waits for room.
  mutating func wait(_ guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    guests[guest].phase = .down
    waiting.append(Int32(guest))
    counts.waits += 1
    sink?.receive(RunEvent(time: time, kind: .guestWaits, guest: GuestID(guest)))
  }

  /// Gives hosts to guests that wait, first come first served; one that finds none does not hold up the others.
  mutating func placeWaiting(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard !waiting.isEmpty else { return }
    let candidates = waiting
    waiting.removeAll(keepingCapacity: true)
    for guest in candidates {
      if let host = settle(Int(guest), at: time, &sink) {
        if let requested = guests[Int(guest)].requested {
          counts.queued += 1
          counts.queuedMilliseconds += time.milliseconds - requested
        }
        scheduleStart(of: Int(guest), on: host, at: time, after: startDelay(of: Int(guest)))
      } else {
        waiting.append(guest)
      }
    }
  }

  /// All guests of a host lose it; where no restart is possible they stay assigned to it until it is back.
  ///
  /// - Returns: the guests that ran on it or were about to, in the order in which they came to the host.
  mutating func evict(
    from host: Int, because part: FailingPart?, at time: Instant, _ sink: inout (some ResultSink)?
  ) -> [Int] {
    var members: [Int] = []
    assigned.forEach(on: host) { members.append($0) }
    for guest in members { abortMigration(of: guest, at: time, &sink) }
    let lost = members.filter { guests[$0].phase != .down }
    for guest in lost {
      switch guests[guest].phase {
      case .running:
        tile.remove(guest, from: host, at: time.milliseconds)
        guests[guest].downSince = time.milliseconds
        guests[guest].idleSince = time.milliseconds
        guests[guest].outages += 1
        guests[guest].cause = part
        sink?.receive(
          RunEvent(time: time, kind: .guestLost, host: HostID(host), guest: GuestID(guest)))
      case .starting: cancelStart(of: guest)
      case .absent, .down, .moving: break
      }
      guests[guest].phase = .down
      if conduct(of: guest).restarts {
        fleet.remove(Int32(guest))
        assigned.remove(guest, from: host)
      }
    }
    return lost
  }

  /// Books the time that a guest did not run, now that it runs again or goes.
  mutating func endIdleness(of guest: Int, at time: Instant) {
    if let since = guests[guest].idleSince {
      guests[guest].lostWork += tile.demands.quanta(of: guest, from: since, until: time.milliseconds)
      guests[guest].idleSince = nil
    }
    guard let since = guests[guest].downSince else { return }
    let length = time.milliseconds - since
    guests[guest].downSince = nil
    guests[guest].downMilliseconds += length
    if let part = guests[guest].cause { tallies[part.rawValue].downMilliseconds += length }
    guests[guest].longestOutage = max(guests[guest].longestOutage, length)
  }
}
