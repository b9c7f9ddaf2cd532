/// Moves in an order in which each finds room once all before it have ended: the proof that a plan exists.
struct MoveSequence {
  /// One move.
  struct Step {
    let guest: Int32
    let from: Int32
    let to: Int32
  }

  var steps: [Step] = []
  /// The guests that could not move.
  var blocked: [BlockedMove] = []
  /// Milliseconds of moves that only make room.
  var detour: Int64 = 0
}

/// Finds an order of moves, one at a time, and pivots where they block one another.
///
/// 1. Moves to a host that has room for all who are still to come to it harm nobody and are made at once.
/// 2. Of the others that are admitted, one is made that lets another in where it leaves; large guests first.
/// 3. When none is admitted, the moves form cycles or dead ends. If there was a choice before, the order is sought anew with
///    those that were stuck first. Otherwise a guest on a host that another waits for goes to a third host for a while: the
///    one whose detour takes least time, or a few of them.
///
/// **Valid for** every rule that ``FleetState/admits(_:on:)`` knows, since each move asks it. **Not modelled**: pivots that
/// need room which itself takes more than one pivot to make. Where those are needed the search gives up and names who is
/// stuck.
/// **Source**: moves through a bypass host as in F. Hermenier et al., "Entropy: a consolidation manager for clusters", VEE
/// 2009 (from memory, medium confidence); the order of steps is this project's.
struct SequenceSearch {
  let problem: MigrationProblem
  private let first: FleetState
  var fleet: FleetState
  var wanted: [Int32]
  var content: [[Int32]]
  var arrivals: [[Int32]]
  private var pending: [Int64]
  private var waiting = 0
  private var weight: [Int32]
  private var worklist: [Int32] = []
  private var isListed: [Bool]
  private var hadChoice = false
  var sequence = MoveSequence()

  init(_ problem: MigrationProblem) {
    self.problem = problem
    var fleet = FleetState(problem.placement)
    for guest in problem.from.indices where problem.from[guest] >= 0 {
      fleet.put(Int32(guest), on: problem.from[guest])
    }
    self.first = fleet
    self.fleet = fleet
    wanted = problem.to
    (content, arrivals, pending, isListed) = ([], [], [], [])
    weight = [Int32](repeating: 0, count: problem.from.count)
  }

  /// The fleet as it is at first.
  var initialFleet: FleetState { first }

  /// How often an order is sought anew before pivots are made.
  private static let retries = 12

  /// The best order found.
  mutating func run() -> MoveSequence {
    var best: MoveSequence?
    for _ in 0...SequenceSearch.retries {
      start()
      // Without pivots first: an order may just have been unlucky.
      if advance() { return sequence }
      guard hadChoice else { break }
      for list in arrivals { for guest in list { weight[Int(guest)] += 1 } }
    }
    for isCautious in [false, true] {
      if isCautious { for guest in weight.indices { weight[guest] = 0 } }
      start()
      var pivots = 0
      let most = 2 * problem.movers.count + 8
      while !advance(), pivots < most, makeRoom() { pivots += 1 }
      if waiting == 0 {
        if best.map({ sequence.detour < $0.detour }) ?? true { best = sequence }
      }
    }
    if let best { return best }
    start()
    _ = advance()
    nameBlocked()
    return sequence
  }

  private mutating func start() {
    let hosts = problem.placement.hosts.count
    fleet = first
    wanted = problem.to
    content = [[Int32]](repeating: [], count: hosts)
    arrivals = content
    pending = [Int64](repeating: 0, count: hosts * (fleet.resourceCount + 1))
    isListed = [Bool](repeating: false, count: hosts)
    (worklist, waiting, hadChoice, sequence) = ([], 0, false, MoveSequence())
    for guest in problem.from.indices where problem.from[guest] >= 0 {
      content[Int(problem.from[guest])].append(Int32(guest))
      if problem.from[guest] != problem.to[guest] { wait(Int32(guest)) }
    }
    for host in 0..<Int32(hosts) { list(host) }
  }

  // MARK: - Waiting guests

  mutating func wait(_ guest: Int32) {
    arrivals[Int(wanted[Int(guest)])].append(guest)
    waiting += 1
    addPending(guest, 1)
  }

  private mutating func stopWaiting(_ guest: Int32) {
    let host = Int(wanted[Int(guest)])
    guard let index = arrivals[host].firstIndex(of: guest) else { return }
    arrivals[host].remove(at: index)
    waiting -= 1
    addPending(guest, -1)
  }

  private mutating func addPending(_ guest: Int32, _ sign: Int64) {
    let base = Int(wanted[Int(guest)]) * (fleet.resourceCount + 1)
    let size = Int(fleet.flavourOfGuest[Int(guest)]) * fleet.resourceCount
    for resource in 0..<fleet.resourceCount {
      pending[base + resource] += sign * Int64(fleet.sizes[size + resource])
    }
    pending[base + fleet.resourceCount] += sign
  }

  /// Whether a host has room for all who are still to come, and for one more of a flavour if asked.
  func hasRoomForAll(_ host: Int32, and guest: Int32? = nil) -> Bool {
    let base = Int(host) * (fleet.resourceCount + 1)
    let size = guest.map { Int(fleet.flavourOfGuest[Int($0)]) * fleet.resourceCount }
    for resource in 0..<fleet.resourceCount {
      let extra = size.map { Int64(fleet.sizes[$0 + resource]) } ?? 0
      if pending[base + resource] + extra > Int64(fleet.free(on: host, resource)) { return false }
    }
    guard let limit = problem.placement.hosts.type(of: host).guestLimit else { return true }
    let more = pending[base + fleet.resourceCount] + (guest == nil ? 0 : 1)
    return Int64(fleet.guestCount[Int(host)]) + more <= Int64(limit)
  }

  private mutating func list(_ host: Int32) {
    guard !isListed[Int(host)], !arrivals[Int(host)].isEmpty else { return }
    isListed[Int(host)] = true
    worklist.append(host)
  }

  // MARK: - Moving

  mutating func admits(_ guest: Int32, on host: Int32) -> Bool {
    fleet.admits(moving: guest, to: host)
  }

  mutating func move(_ guest: Int32, to host: Int32) {
    let from = fleet.remove(guest)
    fleet.put(guest, on: host)
    if let index = content[Int(from)].firstIndex(of: guest) { content[Int(from)].remove(at: index) }
    content[Int(host)].append(guest)
    sequence.steps.append(MoveSequence.Step(guest: guest, from: from, to: host))
    list(from)
    list(host)
  }

  mutating func comeHome(_ guest: Int32) {
    stopWaiting(guest)
    move(guest, to: wanted[Int(guest)])
  }

  /// Makes every move that needs no pivot.
  ///
  /// - Returns: whether nobody waits any more.
  private mutating func advance() -> Bool {
    while waiting > 0 {
      makeHarmlessMoves()
      guard waiting > 0, let guest = bestContended() else { break }
      hadChoice = true
      comeHome(guest)
    }
    return waiting == 0
  }

  private mutating func makeHarmlessMoves() {
    var next = 0
    while next < worklist.count {
      let host = worklist[next]
      next += 1
      isListed[Int(host)] = false
      guard hasRoomForAll(host) else { continue }
      for guest in arrivals[Int(host)] where admits(guest, on: host) { comeHome(guest) }
    }
    worklist.removeAll(keepingCapacity: true)
  }

  private mutating func bestContended() -> Int32? {
    var best: (weight: Int32, unlocks: Bool, size: Double, guest: Int32)?
    for host in 0..<Int32(arrivals.count) {
      var refused: Int32 = -1
      for guest in arrivals[Int(host)] {
        let flavour = fleet.flavourOfGuest[Int(guest)]
        if flavour == refused { continue }
        guard admits(guest, on: host) else {
          refused = flavour
          continue
        }
        let key = (weight: weight[Int(guest)], unlocks: unlocks(guest), size: share(guest, of: host))
        if let old = best {
          guard key.weight >= old.weight else { continue }
          if key.weight == old.weight {
            guard key.unlocks || !old.unlocks else { continue }
            if key.unlocks == old.unlocks, key.size <= old.size { continue }
          }
        }
        best = (key.weight, key.unlocks, key.size, guest)
      }
    }
    return best?.guest
  }

  /// Whether somebody who waits for a guest's host has room there once it has left.
  private func unlocks(_ guest: Int32) -> Bool {
    let host = fleet.hostOfGuest[Int(guest)]
    let own = Int(fleet.flavourOfGuest[Int(guest)]) * fleet.resourceCount
    return arrivals[Int(host)].contains { other in
      let size = Int(fleet.flavourOfGuest[Int(other)]) * fleet.resourceCount
      return (0..<fleet.resourceCount).allSatisfy {
        fleet.sizes[size + $0] <= fleet.free(on: host, $0) + fleet.sizes[own + $0]
      }
    }
  }

  /// The largest share of a host's capacity that a guest takes.
  func share(_ guest: Int32, of host: Int32) -> Double {
    let capacity = problem.placement.hosts.type(of: host).capacity
    return capacity.indices.reduce(0) { share, resource in
      let size = problem.placement.guests.size(of: guest, resource)
      return capacity[resource] > 0 ? max(share, Double(size) / Double(capacity[resource])) : share
    }
  }

  private mutating func nameBlocked() {
    for list in arrivals {
      for guest in list {
        let from = fleet.remove(guest)
        fleet.close(from)
        let flavour = fleet.flavourOfGuest[Int(guest)]
        let reason = fleet.reason(against: flavour, on: wanted[Int(guest)])
        fleet.open(from)
        fleet.put(guest, on: from)
        sequence.blocked.append(
          BlockedMove(guest: guest, from: from, to: wanted[Int(guest)], reason: reason))
      }
    }
    sequence.blocked.sort { $0.guest < $1.guest }
  }
}
