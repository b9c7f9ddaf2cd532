internal import Placement
internal import Quantities

/// A host as it was before a guest was placed on it.
struct Placing: BitwiseCopyable {
  let host: Int
  let allocated: Double
  let requested: Double
  let available: Double
}

extension Run {
  /// Decides who moves where, and changes nothing else: placements are tried on the fleet and taken back.
  mutating func plan(_ planner: Planner) {
    if planner.needsHistory { history.forgetSums() }
    let overloaded = HostSet(hosts: fleet.hosts)
    fleet.occupied.forEach { host in
      if isOverloaded(host, adding: nil, planner) { overloaded.insert(host) }
    }
    var leaving: [Int] = []
    overloaded.forEach { chooseLeaving(from: $0, planner, into: &leaving) }
    if !leaving.isEmpty {
      var search = SearchForOverloaded(fleet, quirks)
      openCandidates(&search, overloaded, planner)
      insertionSort(&leaving) { demand.request[$0] > demand.request[$1] }
      for guest in leaving {
        guard let host = target(for: guest, planner) else { continue }
        place(guest, on: host, planner)
        moves.append(Move(guest: guest, target: host))
        if let next = search.take(host, fleet, overloaded) { admitCandidate(next, planner) }
      }
    }
    let received = moves.count
    emptyIdleHosts(overloaded, received: received, planner)
    takeBack(to: 0, planner)
    if !quirks.has(.doubleMoves) { mergeDoubleMoves() }
  }

  /// Chooses guests to leave an overloaded host until it no longer is.
  private mutating func chooseLeaving(from host: Int, _ planner: Planner, into leaving: inout [Int]) {
    let keeps = fleet.lists.count(host)
    var staying = (0..<keeps).map { fleet.lists.guest(host, $0) }
    gatherMovable(staying, planner)
    repeat {
      let choice = planner.selection.choice(among: movable, using: &generator)
      leaving.append(staying.remove(at: choice))
      movable.remove(at: choice)
    } while !staying.isEmpty && isOverloaded(host, with: staying, planner)
  }

  private mutating func gatherMovable(_ guests: [Int], _ planner: Planner) {
    let readsHistory = planner.selection.readsHistory
    movable.removeAll(samples: readsHistory ? history.samples : 0)
    for guest in guests {
      movable.append(memory: memory[guest], utilization: Fraction(demand.utilization(guest)))
      guard readsHistory else { continue }
      for share in history.samples(of: guest, model: 0) { movable.appendSample(Fraction(share)) }
    }
  }

  /// Step 4: hosts with the least to do, if all their guests find room elsewhere.
  private mutating func emptyIdleHosts(_ overloaded: borrowing HostSet, received: Int, _ planner: Planner) {
    candidates.removeAll()
    var sources: [Int] = []
    fleet.occupied.forEach { host in
      if fleet.utilization[host] > 0, !overloaded.contains(host) { sources.append(host) }
    }
    for host in sources { admitCandidate(host, planner) }
    sources.removeAll { fleet.utilization[$0] >= 1 }
    // The hosts come in order of their numbers, so equals stay so.
    insertionSort(&sources) { fleet.utilization[$0] < fleet.utilization[$1] }
    let settled = HostSet(hosts: fleet.hosts)
    if !quirks.has(.receiversMoveOn) { for move in moves { settled.insert(move.target) } }
    var guests: [Int] = []
    for source in sources where !settled.contains(source) {
      candidates.remove(source)
      guests.removeAll(keepingCapacity: true)
      for place in 0..<fleet.lists.count(source) {
        let guest = fleet.lists.guest(source, place)
        if quirks.has(.placedMoveAgain) || Int(fleet.home[guest]) == source { guests.append(guest) }
      }
      insertionSort(&guests) { demand.request[$0] > demand.request[$1] }
      let (mark, told) = (journal.count, moves.count)
      for guest in guests {
        guard let host = target(for: guest, planner) else {
          takeBack(to: mark, planner)
          moves.removeSubrange(told...)
          break
        }
        place(guest, on: host, planner)
        moves.append(Move(guest: guest, target: host))
      }
      for move in moves[told...] { settled.insert(move.target) }
    }
  }

  /// Sorts a short list; equals keep their order.
  @inline(__always)
  private func insertionSort(_ list: inout [Int], _ precedes: (Int, Int) -> Bool) {
    for index in list.indices.dropFirst() {
      let moving = list[index]
      var place = index
      while place > 0, precedes(moving, list[place - 1]) {
        list[place] = list[place - 1]
        place -= 1
      }
      list[place] = moving
    }
  }

  /// Tries a guest on a host: at the end of its list, all sums grow by one addition.
  private mutating func place(_ guest: Int, on host: Int, _ planner: Planner) {
    journal.append(
      Placing(
        host: host, allocated: fleet.allocated[host], requested: fleet.requested[host],
        available: fleet.available[host]))
    let request = demand.request[guest]
    fleet.lists.append(guest, to: host)
    fleet.allocated[host] += request
    fleet.requested[host] += request
    fleet.available[host] -= request
    if planner.needsHistory { history.add(guest, to: host, fleet) }
    candidates.refresh(host, fleet, before: powerBefore(host), limit: largestRequest(host, planner))
  }

  /// Takes back the newest placements. Subtracting would round, so the sums are put back as they were.
  private mutating func takeBack(to mark: Int, _ planner: Planner) {
    while journal.count > mark {
      let placing = journal.removeLast()
      let host = placing.host
      fleet.lists.removeLast(host)
      fleet.allocated[host] = placing.allocated
      fleet.requested[host] = placing.requested
      fleet.available[host] = placing.available
      if planner.needsHistory { history.forgetSum(of: host) }
      candidates.refresh(host, fleet, before: powerBefore(host), limit: largestRequest(host, planner))
    }
  }

  /// Of two moves of one guest only the second is told.
  private mutating func mergeDoubleMoves() {
    var last: [Int: Int] = [:]
    for (index, move) in moves.enumerated() { last[move.guest] = index }
    var merged: [Move] = []
    for (index, move) in moves.enumerated() where last[move.guest] == index { merged.append(move) }
    moves = merged
  }
}
