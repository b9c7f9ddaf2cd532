import EventEngine
import Facility
import Placement
import Quantities
import Scenario

// How guests are moved together over time: a round plans, migrations and boots of the usual kind carry it out.
extension LayoutRun {
  mutating func beginConsolidation() {
    guard let policy = consolidation?.policy else { return }
    schedule(.consolidationRound, at: .start + .seconds(policy.interval.value), target: 0)
  }

  /// A round: what was ordered and has not begun is planned anew.
  mutating func consolidate(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard var state = consolidation.take() else { return }
    schedule(.consolidationRound, at: time + .seconds(state.policy.interval.value), target: 0)
    let former = state.orders
    state.orders.removeAll(keepingCapacity: true)
    for order in former { fleet.release(order.guest, from: order.target, besides: order.source) }
    look(at: time, &state)
    let underWay = migrations.active.count { $0 != nil }
    let round = state.plan(
      into: &fleet, mostMoves: state.policy.movesAtOnce.map { max(0, $0 - underWay) } ?? .max)
    counts.rounds += 1
    counts.overloads += round.overloaded
    counts.emptied += round.emptied
    state.orders = round.moves
    consolidation = state
    for host in round.wakes { switchOn(host, at: time, &sink) }
    for move in round.moves { cancelIdleTimer(of: Int(move.target)) }
    for order in former { hostEmptied(Int(order.target), at: time, &sink) }
    startOrders(at: time, &sink)
  }

  /// Tells a round how hosts and guests stand.
  private func look(at time: Instant, _ state: inout Consolidation) {
    let settle = Int64((state.policy.settle.value * 1000).rounded())
    state.history.look(after: Int(time.milliseconds / tile.sampleMilliseconds))
    for host in hosts.indices {
      state.role[host] = role(of: host)
      let up = hosts[host].upFrom
      state.isPinned[host] =
        migrations.incoming[host] > 0 || (up > .start && (time - up).milliseconds < settle)
    }
    for guest in guests.indices {
      state.canLeave[guest] =
        guests[guest].phase == .running && migrations.slotOfGuest[guest] < 0 && !migrations.isQueued[guest]
        && time.milliseconds - state.lastMove[guest] >= settle
    }
    state.gather({ guests[$0].phase != .down }, on: assigned)
    for migration in migrations.active.compactMap(\.self) {
      state.expect(Int32(migration.guest), on: migration.target)
    }
  }

  private func role(of host: Int) -> Consolidation.Role {
    guard hosts[host].faults == 0, hosts[host].service == nil else { return .closed }
    switch tile.state[host] {
    case .off: return isUsable(host) ? .off : .closed
    case .running: return fleet.isOpen(Int32(host)) ? .running : .closed
    case .booting: return fleet.isOpen(Int32(host)) ? .booting : .closed
    case .failed, .unpowered: return .closed
    }
  }

  /// Starts as many of the ordered moves as slots allow; what has been overtaken by events is dropped.
  mutating func startOrders(at time: Instant, _ sink: inout (some ResultSink)?) {
    guard let migration = layout.migration, let orders = consolidation?.orders, !orders.isEmpty else {
      return
    }
    var left: [Consolidation.Move] = []
    var dropped: [Int] = []
    var underWay = migrations.active.count { $0 != nil }
    let most = layout.consolidation?.movesAtOnce ?? .max
    for order in orders {
      let (guest, source, target) = (Int(order.guest), Int(order.source), Int(order.target))
      guard guests[guest].phase == .running, fleet.hostOfGuest[guest] == order.source,
        migrations.slotOfGuest[guest] < 0, !migrations.isQueued[guest],
        [.running, .booting].contains(role(of: target))
      else {
        fleet.release(order.guest, from: order.target, besides: order.source)
        dropped.append(target)
        continue
      }
      guard tile.state[target] == .running, migrations.load[source] < migration.slots,
        migrations.load[target] < migration.slots, underWay < most
      else {
        left.append(order)
        continue
      }
      fleet.release(order.guest, from: order.target, besides: order.source)
      migrate(guest, from: source, to: target, migration, at: time, &sink)
      underWay += 1
    }
    consolidation?.orders = left
    for host in dropped { hostEmptied(host, at: time, &sink) }
  }

  /// A migration has come to its end: what it cost its guest, and when it was.
  mutating func noteMove(_ migration: Migrations.Active, at time: Instant) {
    let guest = migration.guest
    let now = time.milliseconds
    service.add(
      guest, asked: tile.demands.quanta(of: guest, from: migration.began.milliseconds, until: now),
      whileStopped: guests[guest].downSince.map { tile.demands.quanta(of: guest, from: $0, until: now) } ?? 0)
    consolidation?.lastMove[guest] = now
  }
}
