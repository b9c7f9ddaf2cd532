import Placement
import Quantities
import Scenario
import Virtualization

// One round: overloaded hosts give up guests, then hosts with little to do are emptied.
extension Consolidation {
  /// What a round wants done.
  struct Round {
    /// Moves in the order in which they begin; the room of each is reserved on its target.
    var moves: [Move] = []
    /// Hosts that are to be switched on, in order.
    var wakes: [Int] = []
    /// Hosts that were overloaded, and hosts that are emptied.
    var overloaded = 0
    var emptied = 0
  }

  /// Plans a round.
  ///
  /// - Parameter moves: how many more moves may be ordered for hosts with little to do.
  mutating func plan(into fleet: inout FleetState, mostMoves: Int) -> Round {
    receivers.removeAll(keepingCapacity: true)
    for host in role.indices {
      isReceiver[host] = role[host] == .running || role[host] == .booting
      isTouched[host] = false
      if isReceiver[host] { receivers.append(Int32(host)) }
    }
    var round = Round()
    relieve(&round, &fleet)
    if switchesOff { empty(&round, &fleet, mostMoves: mostMoves) }
    return round
  }

  // MARK: - Overloaded hosts

  private mutating func relieve(_ round: inout Round, _ fleet: inout FleetState) {
    var leaving: [(guest: Int32, source: Int, demand: Double)] = []
    for host in role.indices where role[host] == .running && !members(of: host).isEmpty {
      guard history.isOverloaded(host, for: policy.detector, scratch: &scratch) else { continue }
      round.overloaded += 1
      isReceiver[host] = false
      isTouched[host] = true
      leaving += leavers(of: host)
    }
    // The largest first, as in the literature: what is left over fits more easily.
    leaving.sort { ($1.demand, $0.guest) < ($0.demand, $1.guest) }
    for (guest, source, _) in leaving {
      history.read(guest)
      guard let target = target(for: guest, fleet, mayBeEmpty: true) ?? wake(for: guest, &round, &fleet)
      else {
        history.move(on: source, by: 1)
        continue
      }
      isTouched[target] = true
      order(guest, from: source, to: target, &round, &fleet)
    }
  }

  /// The guests that leave an overloaded host until it no longer is; they are taken off its sums.
  private mutating func leavers(of host: Int) -> [(guest: Int32, source: Int, demand: Double)] {
    var names: [Int32] = []
    var movable = MovableGuests(samples: policy.selection.readsHistory ? history.count : 0)
    for guest in members(of: host) where canLeave[Int(guest)] {
      names.append(guest)
      movable.append(memory: memory[Int(guest)], utilization: history.share(of: guest, back: 0))
      for back in 0..<movable.samples { movable.appendSample(history.share(of: guest, back: back)) }
    }
    var leaving: [(guest: Int32, source: Int, demand: Double)] = []
    repeat {
      guard movable.count > 0 else { break }
      let index = policy.selection.choice(among: movable, using: &choices)
      movable.remove(at: index)
      let guest = names.remove(at: index)
      history.read(guest)
      history.move(on: host, by: -1)
      leaving.append((guest, host, history.latestOfGuest))
    } while history.isOverloaded(host, for: policy.detector, scratch: &scratch)
    return leaving
  }

  /// Has the first host that is off and admits a guest switched on.
  private mutating func wake(for guest: Int32, _ round: inout Round, _ fleet: inout FleetState) -> Int? {
    for host in role.indices where role[host] == .off {
      fleet.open(Int32(host))
      guard fleet.admits(guest, on: Int32(host), withoutCounting: Self.processorResource) else {
        fleet.close(Int32(host))
        continue
      }
      role[host] = .booting
      isReceiver[host] = true
      receivers.append(Int32(host))
      history.sum([], on: host)
      round.wakes.append(host)
      return host
    }
    return nil
  }

  // MARK: - Hosts with little to do

  private mutating func empty(_ round: inout Round, _ fleet: inout FleetState, mostMoves: Int) {
    let limit = policy.underload.value * history.capacity
    let candidates = role.indices.filter { host in
      role[host] == .running && !isPinned[host] && !isTouched[host] && history.latest(host) < limit
        && !members(of: host).isEmpty && members(of: host).allSatisfy { canLeave[Int($0)] }
        && members(of: host).count == Int(fleet.guestCount[host])
    }.sorted { (history.latest($0), $0) < (history.latest($1), $1) }
    var left = mostMoves - round.moves.count
    for host in candidates where !isTouched[host] {
      guard members(of: host).count <= left else { continue }
      let before = round.moves.count
      if empty(host, &round, &fleet) {
        round.emptied += 1
        left -= round.moves.count - before
      }
    }
  }

  /// Empties one host if all its guests fit elsewhere and it pays.
  private mutating func empty(_ host: Int, _ round: inout Round, _ fleet: inout FleetState) -> Bool {
    let problem = fleet.problem
    func size(_ guest: Int32) -> Int32 { problem.guests.size(of: guest, Self.memoryResource) }
    // The largest first: where one fails, it is most often that one.
    let guests = members(of: host).sorted { (size($1), $0) < (size($0), $1) }
    let drawn = curve.draw(quanta: history.latest(host)).value - costs.standby
    var added = 0.0
    var price = costs.boot
    let before = round.moves.count
    isReceiver[host] = false
    for guest in guests {
      history.read(guest)
      guard let target = target(for: guest, fleet, mayBeEmpty: false) else { break }
      added += rise(of: target)
      price += costs.copyWatts * costs.copyTime(of: memory[Int(guest)]).value
      order(guest, from: host, to: target, &round, &fleet)
    }
    let isComplete = round.moves.count - before == guests.count
    if isComplete, (drawn - added) * policy.payback.value > price {
      for move in round.moves[before...] { isTouched[Int(move.target)] = true }
      return true
    }
    for move in round.moves[before...].reversed() {
      history.read(move.guest)
      history.move(on: Int(move.target), by: -1)
      fleet.release(move.guest, from: move.target)
    }
    round.moves.removeSubrange(before...)
    isReceiver[host] = true
    return false
  }

  // MARK: - Targets

  private mutating func order(
    _ guest: Int32, from source: Int, to target: Int, _ round: inout Round, _ fleet: inout FleetState
  ) {
    history.move(on: target, by: 1)
    fleet.reserve(guest, on: Int32(target))
    round.moves.append(Move(guest: guest, source: Int32(source), target: Int32(target)))
  }

  /// The best host for the guest that was read last; nil when none may take it.
  private mutating func target(for guest: Int32, _ fleet: FleetState, mayBeEmpty: Bool) -> Int? {
    let demand = history.latestOfGuest
    var refused: [Int32] = []
    while true {
      var best: (score: (Int64, Int64), host: Int)?
      for receiver in receivers where isReceiver[Int(receiver)] {
        let host = Int(receiver)
        let isEmpty = fleet.guestCount[host] == 0
        guard history.latest(host) + demand <= ceiling, mayBeEmpty || !isEmpty,
          fleet.admits(guest, on: receiver, withoutCounting: Self.processorResource),
          !refused.contains(receiver), history.fits(on: host, within: ceiling, samples: lookBack)
        else { continue }
        let score = score(of: host, guest, isEmpty: isEmpty, fleet)
        if best.map({ score < $0.score }) ?? true { best = (score, host) }
      }
      guard let found = best?.host else { return nil }
      // Detectors that look at the past are asked for the best host only, then for the next.
      let isOverfull =
        policy.detector.fixedLimit == nil
        && history.isOverloaded(
          found, for: policy.detector, withGuest: true, margin: policy.headroom, scratch: &scratch)
      guard isOverfull else { return found }
      refused.append(Int32(found))
    }
  }

  /// How good a target is, the lower the better: in whole numbers, so that the last bit of a sum decides nothing.
  private func score(of host: Int, _ guest: Int32, isEmpty: Bool, _ fleet: FleetState) -> (Int64, Int64) {
    switch policy.target {
    case .leastPower:
      let rise = rise(of: host) + (isEmpty ? costs.idle - costs.standby : 0)
      return (Int64((rise * 1000).rounded()), -Int64(history.latest(host)))
    case .fullest:
      let free = Int64(fleet.free(on: Int32(host), Self.memoryResource)) * 1_000_000 / memoryOfHost[host]
      let work = (ceiling - history.latest(host)) / history.capacity
      return (isEmpty ? 1 : 0, free + Int64(work * 1_000_000))
    }
  }

  /// Watts by which the draw of a host rises with the guest that was read last, once it runs.
  private func rise(of host: Int) -> Double {
    let now = history.latest(host)
    return (curve.draw(quanta: now + history.latestOfGuest) - curve.draw(quanta: now)).value
  }
}
