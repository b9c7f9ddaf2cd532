import Availability
import EventEngine
import Facility
import Placement
import Power
import Quantities
import Scenario
import Virtualization
import Workload

// How hosts and enclosures fail and come back, and how empty hosts are switched off and on.
extension LayoutRun {
  mutating func scheduleFailure(ofServer host: Int, after time: Instant) {
    guard let life = serverStreams.nextLife(of: host) else { return }
    schedule(.hostFailure, at: time + life, target: host)
  }

  mutating func scheduleFailure(ofEnclosure enclosure: Int, after time: Instant) {
    guard let life = enclosureStreams.nextLife(of: enclosure) else { return }
    schedule(.enclosureFailure, at: time + life, target: enclosure)
  }

  mutating func failServer(_ host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .hostFailed, host: HostID(host)))
    hosts[host].failures += 1
    counts.serverFailures += 1
    tallies[FailingPart.server.rawValue].unitFailures += 1
    let repaired = time + serverStreams.nextRepair(of: host)
    schedule(.hostRepair, at: repaired, target: host)
    let lost = takeDown(host, because: .server, at: time, &sink)
    counts.worstServerBlast = max(counts.worstServerBlast, lost.count)
    let restarted = restart(lost, after: time, &sink)
    tallies[FailingPart.server.rawValue].add(lost: lost.count, restarted: restarted)
  }

  mutating func repairServer(_ host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .hostRepaired, host: HostID(host)))
    scheduleFailure(ofServer: host, after: time)
    bringBack(host, at: time)
  }

  mutating func failEnclosure(_ enclosure: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .enclosureFailed, enclosure: EnclosureID(enclosure)))
    counts.enclosureFailures += 1
    tallies[FailingPart.enclosure.rawValue].unitFailures += 1
    schedule(.enclosureRepair, at: time + enclosureStreams.nextRepair(of: enclosure), target: enclosure)
    var lost: [Int] = []
    for host in design.hosts(in: enclosure) {
      lost += takeDown(host, because: .enclosure, at: time, &sink)
    }
    counts.worstEnclosureBlast = max(counts.worstEnclosureBlast, lost.count)
    let restarted = restart(lost, after: time, &sink)
    tallies[FailingPart.enclosure.rawValue].add(lost: lost.count, restarted: restarted)
  }

  mutating func repairEnclosure(_ enclosure: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    sink?.receive(RunEvent(time: time, kind: .enclosureRepaired, enclosure: EnclosureID(enclosure)))
    scheduleFailure(ofEnclosure: enclosure, after: time)
    for host in design.hosts(in: enclosure) { bringBack(host, at: time) }
  }

  /// One fault more on a host, through the failure of a part; nil for planned work.
  ///
  /// - Returns: the guests that lost it.
  mutating func takeDown(
    _ host: Int, to state: HostState = .failed, because part: FailingPart?, at time: Instant,
    _ sink: inout (some ResultSink)?
  ) -> [Int] {
    hosts[host].faults += 1
    guard hosts[host].faults == 1 else {
      // A fault does not give power back to a host that has none.
      tile.set(tile.state[host] == .unpowered ? .unpowered : state, of: host, at: time.milliseconds)
      return []
    }
    outOfService[Int(design.poolOfHost[host])] += 1
    cancelIdleTimer(of: host)
    if let boot = hosts[host].boot { queue.cancel(boot) }
    hosts[host].boot = nil
    abortMigrations(to: host, at: time, &sink)
    let lost = evict(from: host, because: part, at: time, &sink)
    fleet.close(Int32(host))
    tile.set(state, of: host, at: time.milliseconds)
    admitToSpares()
    return lost
  }

  /// One fault less on a host; without any it boots.
  mutating func bringBack(_ host: Int, at time: Instant) {
    hosts[host].faults -= 1
    guard hosts[host].faults == 0 else { return }
    outOfService[Int(design.poolOfHost[host])] -= 1
    boot(host, at: time)
  }

  private mutating func boot(_ host: Int, at time: Instant) {
    tile.set(.booting, of: host, at: time.milliseconds)
    counts.boots += 1
    hosts[host].upFrom = time + .seconds(layout.servers.model.power.boot.duration.value)
    hosts[host].boot = queue.scheduleCancellable(
      at: hosts[host].upFrom, kind: Kind.hostBooted.rawValue, target: Int32(host))
  }

  mutating func finishBoot(of host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    hosts[host].boot = nil
    sink?.receive(RunEvent(time: time, kind: .hostBooted, host: HostID(host)))
    tile.set(.running, of: host, at: time.milliseconds)
    if isUsable(host) { fleet.open(Int32(host)) }
    admitToSpares()
    // Guests that stayed with their host through its repair start on it again.
    var stayed: [Int] = []
    assigned.forEach(on: host) { if guests[$0].phase == .down { stayed.append($0) } }
    for guest in stayed {
      scheduleStart(of: guest, on: host, at: time, after: .seconds(conduct(of: guest).boot.value))
    }
    placeWaiting(at: time, &sink)
    startMigrations(at: time, &sink)
    startOrders(at: time, &sink)
    watchIdle(host, at: time)
    nextOfMaintenance(after: host, at: time, &sink)
  }

  /// Whether a host takes guests: the spare ones of an N + k layout do only while another of their pool is down or being
  /// emptied.
  func isUsable(_ host: Int) -> Bool {
    host < fleet.problem.usableHostCount || outOfService[Int(design.poolOfHost[host])] > 0
  }

  /// Opens the spare hosts once one is down, and closes them again when none is.
  mutating func admitToSpares() {
    for host in fleet.problem.usableHostCount..<design.hosts
    where tile.state[host] == .running && hosts[host].service == nil {
      if isUsable(host) { fleet.open(Int32(host)) } else { fleet.close(Int32(host)) }
    }
  }

  /// Sends lost guests to other hosts, each of which starts a few at a time; those that do not restart wait for their own.
  ///
  /// - Parameter isPlanned: whether nobody has to notice first that an identity is wanted elsewhere.
  /// - Returns: how many found one.
  @discardableResult
  mutating func restart(
    _ lost: [Int], after time: Instant, isPlanned: Bool = false, _ sink: inout (some ResultSink)?
  ) -> Int {
    guard let policy = layout.restart, !lost.isEmpty else { return 0 }
    var settled = 0
    var started = [Int](repeating: 0, count: design.hosts)
    for guest in lost where conduct(of: guest).restarts {
      guard let host = settle(guest, at: time, &sink) else {
        wait(guest, at: time, &sink)
        continue
      }
      settled += 1
      if let takeover = layout.takeover {
        // The spare starts anew under the identity, whether it ran or was off.
        let due = time + .seconds(((isPlanned ? .zero : policy.detection) + takeover).value)
        scheduleStart(of: guest, on: host, at: time, after: due - max(time, hosts[host].upFrom))
        continue
      }
      let wave = started[host] / max(1, policy.slotsPerHost)
      started[host] += 1
      scheduleStart(
        of: guest, on: host, at: time,
        after: .seconds(policy.detection.value + conduct(of: guest).boot.value * Double(1 + wave)))
    }
    return settled
  }

  // MARK: Switching off and on

  /// Starts the timer of a host that has become empty, if the layout switches such hosts off.
  mutating func watchIdle(_ host: Int, at time: Instant) {
    guard let delay = layout.powerOffAfter, fleet.guestCount[host] == 0, tile.state[host] == .running,
      hosts[host].idleTimer == nil, hosts[host].service == nil
    else { return }
    hosts[host].idleTimer = queue.scheduleCancellable(
      at: time + .seconds(delay.value), kind: Kind.hostIdle.rawValue, target: Int32(host))
  }

  mutating func cancelIdleTimer(of host: Int) {
    if let timer = hosts[host].idleTimer { queue.cancel(timer) }
    hosts[host].idleTimer = nil
  }

  mutating func switchOff(_ host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    hosts[host].idleTimer = nil
    guard fleet.guestCount[host] == 0, tile.state[host] == .running, hosts[host].service == nil else {
      return
    }
    sink?.receive(RunEvent(time: time, kind: .hostOff, host: HostID(host)))
    counts.switchedOff += 1
    fleet.close(Int32(host))
    tile.set(.off, of: host, at: time.milliseconds)
  }

  /// Switches on the first host that is off and could take a guest, and gives it the guest; if there is one.
  mutating func wake(for guest: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    for host in 0..<design.hosts
    where tile.state[host] == .off && isUsable(host) && hosts[host].service == nil {
      fleet.open(Int32(host))
      guard fleet.admits(Int32(guest), on: Int32(host)) else {
        fleet.close(Int32(host))
        continue
      }
      fleet.place(Int32(guest), on: Int32(host))
      return switchOn(host, at: time, &sink)
    }
  }

  /// Switches on a host that is off.
  mutating func switchOn(_ host: Int, at time: Instant, _ sink: inout (some ResultSink)?) {
    fleet.open(Int32(host))
    sink?.receive(RunEvent(time: time, kind: .hostOn, host: HostID(host)))
    counts.switchedOn += 1
    boot(host, at: time)
  }
}

/// When the units of one kind fail and how long each repair takes, one independent stream per unit.
///
/// Unit 17 of a kind fails at the same moments in every layout: what differs between layouts is never the dice.
struct FailureStreams {
  private let life: Distribution?
  private let repair: Distribution
  private var streams: [RandomStream]

  init(_ model: FailureModel, purpose: String, count: Int, seed: UInt64, replication: UInt32) {
    if let scale = model.weibullScale {
      life = .weibull(Weibull(shape: model.shape, scale: scale.value))
    } else {
      life = nil
    }
    repair =
      switch model.repair.distribution {
      case .fixed: .constant(Constant(model.repair.mean.value))
      case .exponential: .exponential(Exponential(mean: max(1e-3, model.repair.mean.value)))
      case .lognormal(let variation):
        .logNormal(
          LogNormal(mean: model.repair.mean.value, coefficientOfVariation: variation.value))
      }
    let purpose = RandomStream.Purpose(purpose)
    streams = (0..<count).map {
      RandomStream(seed: seed, purpose: purpose, entity: UInt64($0), replication: replication)
    }
  }

  /// Time until the next failure of a unit that has just been put to work; nil when it never fails.
  ///
  /// - Parameter share: the part of its failures that is meant; the time is longer by as much.
  mutating func nextLife(of unit: Int, share: Double = 1) -> TimeSpan? {
    guard let life, share > 0 else { return nil }
    return .seconds(min(life.sample(using: &streams[unit]) / share, 1e10))
  }

  /// How long the next repair of a unit takes; at least a millisecond.
  mutating func nextRepair(of unit: Int) -> TimeSpan {
    max(.milliseconds(1), .seconds(min(repair.sample(using: &streams[unit]), 1e10)))
  }
}
