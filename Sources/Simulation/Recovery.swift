import Availability
import EventEngine
import Placement
import Quantities
import Scenario
import Virtualization
import Workload

/// The loss of the site as one layout suffers it in one replication: who is lost, what state comes back, and when.
///
/// Guests come back in order of service class, and within it of number, on as few machines as the design uses: each
/// takes as many as the design's hosts hold on average, rounded up. Of several techniques the slowest boot counts.
struct Recovery {
  let plan: RecoveryPlan
  /// When the site is lost.
  let moment: Instant
  /// The end of the study.
  let end: Instant
  /// When each guest came into being, and its disk, in the order in which they come back.
  let arrivals: [Instant]
  let disks: [Bytes]
  /// Guests on each machine.
  let guestsPerMachine: Int
  /// What a guest takes to boot; of several techniques the longest.
  let boot: TimeSpan

  init(
    _ scenario: Scenario, design: LayoutDesign, plan: RecoveryPlan, guests: DemandPlan, moment: Instant
  ) {
    let layout = scenario.layouts[design.layout]
    let guests = guests.reclaiming(after: layout.reclaimIdleAfter)
    let lost = guests.guests.filter { $0.arrival <= moment && moment < $0.departure }
    let ranks = scenario.guests.map(\.serviceClass.rank)
    // Sorted by rank alone, which keeps the order of numbers within it.
    let order = lost.enumerated().sorted {
      (ranks[Int($0.element.group)], $0.offset) < (ranks[Int($1.element.group)], $1.offset)
    }.map(\.element)
    self.plan = plan
    self.moment = moment
    end = .start + .seconds(scenario.horizon.duration.value)
    arrivals = order.map(\.arrival)
    disks = order.map { scenario.guests[Int($0.group)].disk }
    let (placed, used) = (design.plan.hostOfGuest.count, max(1, design.plan.hostsUsed))
    guestsPerMachine = layout.placement.oneGuestPerHost ? 1 : max(1, (placed + used - 1) / used)
    let slowest = design.pools.map(\.pool.boot).max() ?? .zero
    boot = .seconds((slowest + plan.method.restart).value)
  }

  /// Everything that is told of it.
  ///
  /// - Throws: when a guest did not come back once, which is a fault of the program.
  func summary() throws(SimulationError) -> RecoverySummary {
    let outcome = queue(of: disks.count, arePrepared: false).run()
    if let guest = outcome.returns.firstIndex(where: { $0 != 1 }) {
      throw .guestLost(guest: guest, reason: "it came back \(outcome.returns[guest]) times")
    }
    let points = points
    let declaration = TimeSpan.seconds(plan.declaration.value)
    let lost = zip(points, disks).reduce(0.0) { sum, guest in
      let written = guest.1.value * plan.dailyChange.value * guest.0.seconds / Seconds(days: 1).value
      return sum + min(written, guest.1.value)
    }
    return RecoverySummary(
      moment: Seconds(moment.sinceStart.seconds), guests: disks.count, machines: machines(for: disks.count),
      ordered: max(0, machines(for: disks.count) - spareHosts), point: .init(points),
      time: .init(outcome.back.map { declaration + $0 }), lost: Bytes(lost),
      labour: Seconds(outcome.crewTime.seconds),
      backup: plan.backup.map { .init(window: Seconds(round($0).window.seconds), interval: $0.interval) },
      drills: plan.drill.map(drills(of:)))
  }

  // MARK: - What comes back

  /// How long before the loss of the site the state of each guest lies that comes back.
  ///
  /// A guest that has come into being since then loses all it ever did.
  var points: [TimeSpan] {
    switch plan.method {
    case .synchronous: return disks.map { _ in .zero }
    case .replication: return arrivals.map { min(pointAge, age(since: $0)) }
    case .rebuild, .image, .restore:
      let backup = plan.backup ?? RecoveryPlan.Backup()
      let round = round(backup)
      return arrivals.enumerated().map { guest, arrival in
        let copied = moment - round.lastCopy(of: guest, at: moment, every: .seconds(backup.interval.value))
        return min(copied, age(since: arrival))
      }
    }
  }

  /// How long a guest has been there; those of the start were there before the study.
  private func age(since arrival: Instant) -> TimeSpan {
    arrival == .start ? TimeSpan(milliseconds: .max) : moment - arrival
  }

  /// The age of the last consistent point that has wholly arrived at the other site.
  private var pointAge: TimeSpan {
    let data = disks.reduce(Bytes.zero, +)
    let interval = TimeSpan.seconds(plan.points.interval.value)
    let transfer = interval.seconds * (plan.changes(of: data) / plan.points.link)
    let since = moment - .seconds(transfer)
    // Points were made before the study too.
    let whole =
      since.milliseconds >= 0
      ? since.milliseconds / interval.milliseconds
      : -((interval.milliseconds - 1 - since.milliseconds) / interval.milliseconds)
    return moment - Instant(milliseconds: whole * interval.milliseconds)
  }

  private func round(_ backup: RecoveryPlan.Backup) -> BackupRound {
    BackupRound(copies: disks.map { time(of: $0, by: backup) }, streams: backup.streams)
  }

  /// What a copy of a disk takes of one stream, either way.
  private func time(of disk: Bytes, by backup: RecoveryPlan.Backup) -> TimeSpan {
    .seconds(RecoveryMethod.restoreTime(of: disk, streams: 1, rate: backup.rate).value)
  }

  // MARK: - When it comes back

  private func machines(for guests: Int) -> Int { (guests + guestsPerMachine - 1) / guestsPerMachine }

  private var spareHosts: Int { plan.spareHosts ?? machines(for: disks.count) }

  /// The queue of the first guests; drills are prepared, so that every machine is at hand.
  func queue(of guests: Int, arePrepared: Bool) -> RecoveryQueue {
    let (ready, ordered) = (TimeSpan.seconds(plan.readiness.value), TimeSpan.seconds(plan.procurement.value))
    let reads: [TimeSpan] = disks.prefix(guests).map { disk in
      guard !plan.method.hasCopies, let backup = plan.backup else { return .zero }
      return time(of: disk, by: backup)
    }
    return RecoveryQueue(
      machines: (0..<machines(for: guests)).map { machine in
        arePrepared ? .zero : machine < spareHosts ? ready : ordered
      },
      guestsPerMachine: guestsPerMachine, crews: plan.crews, effort: .seconds(plan.effort.value),
      streams: plan.backup?.streams ?? 1, reads: reads, slots: plan.slots, boot: boot)
  }

  private func drills(of drill: RecoveryPlan.Drill) -> RecoverySummary.Drills {
    let guests = Int((Double(disks.count) * drill.guests.value).rounded(.up))
    let outcome = queue(of: guests, arePrepared: true).run()
    let duration = Seconds(outcome.back.max()?.seconds ?? 0)
    let interval = TimeSpan.seconds(drill.interval.value).milliseconds
    return RecoverySummary.Drills(
      // One that would begin at the end of the study is not held any more.
      count: Int((end.milliseconds - 1) / interval), duration: duration,
      labour: Seconds(outcome.crewTime.seconds) + duration * Double(drill.people))
  }
}

extension Simulator {
  /// What the loss of the site does to a layout in a replication; nil where the site is never lost, or nobody has planned
  /// for that.
  ///
  /// - Parameters:
  ///   - layout: the index of the layout.
  ///   - plan: the guests, from ``plan(replication:)`` of the same replication.
  ///   - replication: the replication, from 0.
  public func recovery(
    layout: Int, plan: DemandPlan, replication: Int
  ) throws(SimulationError) -> RecoverySummary? {
    try recoveryInput(layout: layout, plan: plan, replication: replication)?.summary()
  }

  func recoveryInput(layout: Int, plan: DemandPlan, replication: Int) -> Recovery? {
    guard let disaster = scenario.site.disaster, let recovery = scenario.layouts[layout].recovery else {
      return nil
    }
    return Recovery(
      scenario, design: designs[layout], plan: recovery, guests: plan,
      moment: disaster.moment(in: scenario, replication: UInt32(replication)))
  }
}

extension Disaster {
  /// When the site is lost in a replication, in all layouts alike.
  func moment(in scenario: Scenario, replication: UInt32) -> Instant {
    if let time { return .start + .seconds(time.value) }
    var stream = RandomStream(seed: scenario.seed, name: "disaster", replication: replication)
    return .start + .seconds(stream.uniform() * scenario.horizon.duration.value)
  }
}
