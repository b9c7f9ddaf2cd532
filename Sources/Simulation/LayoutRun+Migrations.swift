import EventEngine
import Facility
import Placement
import Quantities
import Scenario
import Virtualization
import Workload

// How running guests move to other hosts.
extension LayoutRun {
  /// Asks that running guests leave their host; they go when source and target have a slot.
  mutating func requestMove(of group: [Int], at time: Instant, _ sink: inout (some ResultSink)?) {
    let before = migrations.queue.count
    for guest in group
    where conduct(of: guest).moves && guests[guest].phase == .running && !migrations.isQueued[guest]
      && migrations.slotOfGuest[guest] < 0
    {
      migrations.isQueued[guest] = true
      migrations.queue.append(Int32(guest))
    }
    // Those who wait already found nothing when something last became free.
    if migrations.queue.count > before { startMigrations(from: before, at: time, &sink) }
  }

  /// Starts as many of the waiting migrations as slots and room allow; those that find no room go on waiting.
  ///
  /// - Parameter first: the place in the queue from which on guests are looked at.
  mutating func startMigrations(from first: Int = 0, at time: Instant, _ sink: inout (some ResultSink)?) {
    guard let policy = layout.migration else { return }
    var kept = first
    // What one guest of a host that takes none does not find, no other of its flavour does.
    var refused: [Int32] = []
    for place in first..<migrations.queue.count {
      let guest = migrations.queue[place]
      let source = Int(fleet.hostOfGuest[Int(guest)])
      guard guests[Int(guest)].phase == .running else {
        migrations.isQueued[Int(guest)] = false
        continue
      }
      var isOnItsWay = false
      if migrations.load[source] < policy.slots, !refused.contains(fleet.flavour(of: guest)) {
        isOnItsWay = startMigration(of: Int(guest), policy, at: time, &sink)
        if !isOnItsWay, isWantedAway(source) { refused.append(fleet.flavour(of: guest)) }
      }
      // A move for balance that cannot be made now is not made: nobody needs the guest gone.
      guard !isOnItsWay, isWantedAway(source) else {
        migrations.isQueued[Int(guest)] = false
        continue
      }
      migrations.queue[kept] = guest
      kept += 1
    }
    migrations.queue.removeSubrange(kept...)
  }

  /// Starts one migration if some host with a slot has room.
  private mutating func startMigration(
    of guest: Int, _ policy: MigrationPolicy, at time: Instant, _ sink: inout (some ResultSink)?
  ) -> Bool {
    let source = Int(fleet.hostOfGuest[guest])
    guard let target = target(for: guest, from: source, policy) else { return false }
    migrate(guest, from: source, to: target, policy, at: time, &sink)
    return true
  }

  /// Starts the migration of a guest to a host that has room and a slot for it.
  mutating func migrate(
    _ guest: Int, from source: Int, to target: Int, _ policy: MigrationPolicy, at time: Instant,
    _ sink: inout (some ResultSink)?
  ) {
    fleet.reserve(Int32(guest), on: Int32(target))
    cancelIdleTimer(of: target)
    let group = scenario.guests[Int(plan.guests[guest].group)]
    _ = migrations.add(
      Migrations.Active(
        guest: guest, source: source, target: target,
        copy: PreCopy(
          memory: group.memory, dirtyRate: policy.dirtyRate, workingSet: group.memory * policy.workingSet,
          rules: policy.rules),
        rate: policy.link, since: time.sinceStart.seconds, event: nil, began: time))
    sink?.receive(
      RunEvent(time: time, kind: .migrationStarted, host: HostID(target), guest: GuestID(guest)))
    for host in [source, target] { tile.burden(host, by: copyWork, at: time.milliseconds) }
    shareLinks(of: source, and: target, at: time)
  }

  private var copyWork: Double { layout.copyWork(capacity: design.sizing.throughput.value / tile.quantum) }

  /// The host that the layout's policy would give the guest, were it not where it is; one without a free slot is no
  /// choice.
  private mutating func target(for guest: Int, from source: Int, _ policy: MigrationPolicy) -> Int? {
    let wasOpen = fleet.isOpen(Int32(source))
    var closed: [Int32] = [Int32(source)]
    fleet.remove(Int32(guest))
    fleet.reserve(Int32(guest), on: Int32(source))
    fleet.close(Int32(source))
    var target: Int?
    // Hosts that are booting or busy with migrations are passed over; a few tries are enough, and the queue is asked again.
    for _ in 0..<4 {
      placeAlone(Int32(guest))
      let found = fleet.hostOfGuest[guest]
      guard found != FleetState.unplaced else { break }
      fleet.remove(Int32(guest))
      if migrations.load[Int(found)] < policy.slots, tile.state[Int(found)] == .running {
        target = Int(found)
        break
      }
      fleet.close(found)
      closed.append(found)
    }
    for host in closed.dropFirst() { fleet.open(host) }
    if wasOpen { fleet.open(Int32(source)) }
    fleet.release(Int32(guest), from: Int32(source))
    fleet.putBack(Int32(guest), on: Int32(source))
    return target
  }

  /// Gives every migration of two hosts its share of their links from now on.
  private mutating func shareLinks(of one: Int, and other: Int, at time: Instant) {
    guard let policy = layout.migration else { return }
    var slots = migrations.slots(of: one)
    slots += migrations.slots(of: other).filter { !slots.contains($0) }
    for slot in slots {
      guard let migration = migrations.active[slot] else { continue }
      let busiest = max(migrations.load[migration.source], migrations.load[migration.target])
      let rate = MigrationCost.rate(ofEachOf: Int(busiest), sharing: policy.link)
      guard rate != migration.rate || migration.event == nil else { continue }
      if let event = migration.event { queue.cancel(event) }
      migrations.update(slot) {
        $0.advance(to: time)
        $0.rate = rate
      }
      scheduleEndOfPhase(slot, at: time)
    }
  }

  private mutating func scheduleEndOfPhase(_ slot: Int, at time: Instant) {
    guard let migration = migrations.active[slot],
      let rest = migration.copy.timeToNextPhase(at: migration.rate)
    else { return }
    // Copies end between milliseconds: one that has just been rounded up may end before now by less than that.
    let due = max(time, Instant.start + .seconds(migration.since + min(rest.value, 1e9)))
    let event = queue.scheduleCancellable(
      at: due, kind: Kind.migrationPhase.rawValue, target: Int32(slot))
    migrations.update(slot) { $0.event = event }
  }

  /// A phase of a migration is over: another round, the stop, or the end.
  mutating func endMigrationPhase(_ slot: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    migrations.update(slot) { migration in
      // Exactly the rest of the phase: events come at whole milliseconds, copies do not.
      let rest = migration.copy.timeToNextPhase(at: migration.rate) ?? .zero
      migration.copy.advance(by: rest, at: migration.rate)
      migration.since += rest.value
      migration.event = nil
    }
    guard let migration = migrations.active[slot] else { return }
    switch migration.copy.phase {
    case .round, .activating: scheduleEndOfPhase(slot, at: time)
    case .lastCopy:
      stopForMigration(migration.guest, on: migration.source, at: time)
      scheduleEndOfPhase(slot, at: time)
    case .done: finishMigration(slot, at: time, &sink)
    }
  }

  /// The guest is stopped on its source; the target will go on with it.
  private mutating func stopForMigration(_ guest: Int, on source: Int, at time: Instant) {
    tile.remove(guest, from: source, at: time.milliseconds)
    guests[guest].phase = .moving
    guests[guest].idleSince = time.milliseconds
    guests[guest].downSince = time.milliseconds
  }

  private mutating func finishMigration(_ slot: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    let migration = end(slot, at: time)
    let (guest, source, target) = (migration.guest, migration.source, migration.target)
    fleet.release(Int32(guest), from: Int32(target))
    fleet.remove(Int32(guest))
    fleet.putBack(Int32(guest), on: Int32(target))
    assigned.remove(guest, from: source)
    assigned.append(guest, to: target)
    if guests[guest].phase == .running { stopForMigration(guest, on: source, at: time) }
    guests[guest].phase = .running
    tile.add(guest, to: target, at: time.milliseconds)
    counts.migrations += 1
    counts.migrationMilliseconds += time.milliseconds - migration.began.milliseconds
    counts.migratedBytes += migration.copy.sent.value
    if let since = guests[guest].downSince { counts.migrationDowntime += time.milliseconds - since }
    noteMove(migration, at: time)
    endIdleness(of: guest, at: time)
    sink?.receive(
      RunEvent(time: time, kind: .guestMigrated, host: HostID(target), guest: GuestID(guest)))
    hostEmptied(source, at: time, &sink)
    placeWaiting(at: time, &sink)
    startMigrations(at: time, &sink)
    startOrders(at: time, &sink)
  }

  /// A migration is no longer under way; its links are free for others.
  private mutating func end(_ slot: Int, at time: Instant) -> Migrations.Active {
    let migration = migrations.remove(slot)
    if let event = migration.event { queue.cancel(event) }
    for host in [migration.source, migration.target] {
      tile.burden(host, by: -copyWork, at: time.milliseconds)
    }
    shareLinks(of: migration.source, and: migration.target, at: time)
    return migration
  }

  /// Gives up the migration of a guest, if it is on one; it stays with its source.
  mutating func abortMigration(of guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    let slot = Int(migrations.slotOfGuest[guest])
    guard slot >= 0 else { return }
    let migration = end(slot, at: time)
    fleet.release(Int32(guest), from: Int32(migration.target))
    counts.abortedMigrations += 1
    sink?.receive(
      RunEvent(time: time, kind: .migrationAborted, host: HostID(migration.target), guest: GuestID(guest)))
    guard guests[guest].phase == .moving else { return }
    guests[guest].phase = .running
    tile.add(guest, to: migration.source, at: time.milliseconds)
    endIdleness(of: guest, at: time)
  }

  /// Gives up every migration to a host that is lost.
  mutating func abortMigrations(to host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    guard migrations.incoming[host] > 0 else { return }
    for slot in migrations.slots(of: host) {
      guard let migration = migrations.active[slot], migration.target == host else { continue }
      abortMigration(of: migration.guest, at: time, &sink)
    }
  }

  // MARK: - Moves without need

  mutating func scheduleChurn(of guest: Int, after time: Instant) {
    guard let policy = layout.migration, policy.churn > .zero else { return }
    let interval = Exponential(mean: policy.churn.meanInterval.value)
    let wait = max(0.001, min(interval.sample(using: &churnStreams[guest]), 1e10))
    schedule(.guestChurn, at: time + .seconds(wait), target: guest)
  }

  mutating func churn(_ guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    requestMove(of: [guest], at: time, &sink)
    scheduleChurn(of: guest, after: time)
  }
}

extension Layout {
  /// Work a second that a copy takes of each of its hosts, in quanta of which so many fill a host.
  func copyWork(capacity: Double) -> Double {
    let cores = Double(servers.model.processor.cores)
    return (capacity * min(1, MigrationCost.cores.value.value / cores)).rounded()
  }
}

extension Migrations.Active {
  /// Lets the copy go on at its rate until an instant within its phase.
  mutating func advance(to time: Instant) {
    let passed = Seconds(max(0, time.sinceStart.seconds - since))
    // The end of the phase is an event of its own, which may come in the same millisecond.
    guard let rest = copy.timeToNextPhase(at: rate), passed < rest else { return }
    copy.advance(by: passed, at: rate)
    since += passed.value
  }
}
