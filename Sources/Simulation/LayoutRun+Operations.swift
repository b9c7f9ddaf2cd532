import EventEngine
import Facility
import Placement
import Quantities
import Scenario

// Planned work: maintenance that goes from host to host, and servers that are replaced, taken out and put in.
extension LayoutRun {
  mutating func beginOperations() {
    if let plan = layout.maintenance {
      schedule(.maintenanceRound, at: .start + .seconds(plan.interval.value), target: 0)
    }
    for (index, change) in layout.changes.enumerated() {
      schedule(.hardwareChange, at: .start + .seconds(change.time.value), target: index)
    }
    for guest in churnStreams.indices where plan.guests[guest].arrival == .start {
      scheduleChurn(of: guest, after: .start)
    }
  }

  /// A round of maintenance begins; a round that is not over yet is left to end instead.
  mutating func beginMaintenanceRound(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard let plan = layout.maintenance else { return }
    schedule(.maintenanceRound, at: time + .seconds(plan.interval.value), target: 0)
    guard maintenanceQueue.isEmpty else { return }
    maintenanceQueue = Array((0..<design.hosts).reversed())
    for _ in 0..<plan.batch { continueMaintenance(at: time, &sink) }
  }

  /// The next host of the round that is well; hosts that are down have their software changed by their repair.
  private mutating func continueMaintenance(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard let plan = layout.maintenance else { return }
    while let host = maintenanceQueue.popLast() {
      guard hosts[host].faults == 0, hosts[host].service == nil else { continue }
      let service = Service(kind: .maintenance, duration: plan.duration)
      return begin(service, on: host, patience: plan.patience, at: time, &sink)
    }
  }

  /// A host has booted after its maintenance: the round goes on.
  mutating func nextOfMaintenance(after host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    guard let service = hosts[host].service, service.isAway else { return }
    hosts[host].service = nil
    if service.kind == .maintenance { continueMaintenance(at: time, &sink) }
  }

  mutating func change(_ index: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    let change = layout.changes[index]
    guard change.server < design.hosts else { return }
    let host = change.server
    switch change.action {
    case .replace(let duration):
      guard hosts[host].service == nil else { return }
      begin(
        Service(kind: .replacement, duration: duration), on: host, patience: LayoutRun.patience, at: time,
        &sink)
    case .remove:
      guard hosts[host].service == nil else { return }
      begin(Service(kind: .removal, duration: .zero), on: host, patience: LayoutRun.patience, at: time, &sink)
    case .insert:
      guard let service = hosts[host].service, service.kind == .removal, service.isAway else { return }
      endService(of: host, at: time, &sink)
    }
  }

  /// How long guests may take to leave a server that is to be changed.
  private static let patience = Seconds(hours: 1)

  /// Begins planned work: the host takes no more guests, and those on it are asked to leave.
  private mutating func begin(
    _ service: Service, on host: Int, patience: Seconds, at time: Instant, _ sink: inout (some ResultSink)?
  ) {
    sink?.receive(RunEvent(time: time, kind: .hostDraining, host: HostID(host)))
    hosts[host].service = service
    outOfService[Int(design.poolOfHost[host])] += 1
    cancelIdleTimer(of: host)
    fleet.close(Int32(host))
    admitToSpares()
    var members: [Int] = []
    assigned.forEach(on: host) { members.append($0) }
    guard tile.state[host] == .running, members.contains(where: { conduct(of: $0).moves }) else {
      return takeAway(host, at: time, &sink)
    }
    hosts[host].deadline = queue.scheduleCancellable(
      at: time + .seconds(patience.value), kind: Kind.drainDeadline.rawValue, target: Int32(host))
    requestMove(of: members, at: time, &sink)
    hostEmptied(host, at: time, &sink)
  }

  /// Whether guests are wanted away from a host.
  func isWantedAway(_ host: Int) -> Bool { hosts[host].service.map { !$0.isAway } ?? false }

  /// A guest has left a host, which may now be empty.
  mutating func hostEmptied(_ host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    guard isWantedAway(host) else { return watchIdle(host, at: time) }
    if fleet.guestCount[host] == 0 || !holdsMovers(host) { takeAway(host, at: time, &sink) }
  }

  /// Whether a host waits for guests that can leave it while they run, or may come to it still.
  private func holdsMovers(_ host: Int) -> Bool {
    guard layout.isMixed else { return true }
    var holds = migrations.load[host] > 0
    assigned.forEach(on: host) { if conduct(of: $0).moves { holds = true } }
    return holds
  }

  /// Whether a host is out of its rack, so that power at the rack does not reach it.
  func isUnplugged(_ host: Int) -> Bool {
    hosts[host].service.map { $0.isAway && $0.kind != .maintenance } ?? false
  }

  /// Guests have not left in time: they are shut down, and start elsewhere or wait for the host.
  mutating func endPatience(with host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    hosts[host].deadline = nil
    guard isWantedAway(host) else { return }
    counts.impatientServices += 1
    takeAway(host, at: time, &sink)
  }

  private mutating func takeAway(_ host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    guard var service = hosts[host].service else { return }
    sink?.receive(RunEvent(time: time, kind: .hostAway, host: HostID(host)))
    if let deadline = hosts[host].deadline { queue.cancel(deadline) }
    hosts[host].deadline = nil
    service.isAway = true
    hosts[host].service = service
    outOfService[Int(design.poolOfHost[host])] -= 1
    counts.services += 1
    let lost = takeDown(
      host, to: service.kind == .maintenance ? .failed : .unpowered, because: nil, at: time, &sink)
    restart(lost, after: time, isPlanned: true, &sink)
    if service.kind != .removal {
      schedule(.serviceDone, at: time + .seconds(service.duration.value), target: host)
    }
  }

  /// The work on a host is done: it boots, unless it has failed meanwhile.
  mutating func endService(of host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .hostServiced, host: HostID(host)))
    if hosts[host].faults > 1 {
      // Its own repair will start it; the round goes on without it.
      let wasMaintenance = hosts[host].service?.kind == .maintenance
      hosts[host].service = nil
      bringBack(host, at: time)
      if wasMaintenance { continueMaintenance(at: time, &sink) }
      return
    }
    bringBack(host, at: time)
  }
}
