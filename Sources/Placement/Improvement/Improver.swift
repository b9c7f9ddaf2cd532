/// Makes a plan cheaper by emptying hosts: an anytime search, repeatable by seed and amount of work.
///
/// One attempt closes a host, or two, and may open a cheaper one. The guests of the closed hosts wait in a pool. Each is put
/// where least stays free; where it fits nowhere, it takes the place of a guest or two that have been harder to keep out so
/// far than it, which join the pool (an ejection chain of any length, steered by counts of failures). Between tries
/// guests shift and swap at random. When the pool is empty and the plan cheaper, the attempt stands; otherwise all
/// its moves are taken back. Every eighth attempt places the guests of two to four hosts anew, exactly (``ExactRepacking``).
///
/// **Valid for** every rule of a problem, since each move asks whether the host admits the guest. Only guests of the batch
/// move. **Not modelled**: what a move costs.
/// **Source**: ejection pools after Y. Nagata, O. Bräysy, "A powerful route minimization heuristic for the vehicle routing
/// problem with time windows", Operations Research Letters, 2009 (from memory, medium confidence).
struct Improver {
  /// The plan as it stands.
  private(set) var fleet: FleetState
  /// The value of the plan each time it got better, and the work done by then.
  private(set) var incumbents: [Incumbent] = []
  private let cost: PlacementCost
  private let mayMove: [Bool]
  private let weights: [Double]
  private var content: [[Int32]]
  private var used: [Int32]
  private var placeInUsed: [Int32]
  private var failures: [Int32]
  private var random: SplitMix
  private var undo: [(guest: Int32, from: Int32)] = []
  private var guestCost: Int64 = 0
  /// How many guests have been put somewhere or removed since their work was last counted.
  private var moves = 0

  /// Starts from a filled fleet.
  ///
  /// - Parameter guests: the guests that may move.
  init(_ fleet: FleetState, guests: [Int32], seed: UInt64) {
    self.fleet = fleet
    cost = PlacementCost(fleet.problem)
    var mayMove = [Bool](repeating: false, count: fleet.hostOfGuest.count)
    for guest in guests { mayMove[Int(guest)] = true }
    self.mayMove = mayMove
    let measure = GuestMeasure(fleet.problem, weights: .average, norm: .sum)
    let factors = measure.factors(population: fleet.problem.flavours.population)
    weights = (0..<fleet.resourceCount).map { factors.weight[$0] * factors.inverseCapacity[$0] }
    content = [[Int32]](repeating: [], count: fleet.hostCount)
    for guest in fleet.hostOfGuest.indices where fleet.hostOfGuest[guest] != FleetState.unplaced {
      content[Int(fleet.hostOfGuest[guest])].append(Int32(guest))
    }
    used = []
    placeInUsed = [Int32](repeating: -1, count: fleet.hostCount)
    failures = [Int32](repeating: 1, count: fleet.hostOfGuest.count)
    random = SplitMix(seed: seed)
    for host in 0..<Int32(fleet.hostCount) where fleet.guestCount[Int(host)] > 0 && fleet.isOpen(host) {
      use(host)
    }
  }

  /// Improves until the value meets the bound or the work is done.
  mutating func run(downTo bound: Int64, _ budget: inout WorkBudget) {
    var value = Standing(fleet, cost).value
    var fruitless = 0
    while value > bound, !budget.isSpent, used.count > 1, fruitless < 400 {
      if fruitless % 8 == 7 {
        let saved = repack(&budget)
        if saved > 0 {
          value -= saved
          fruitless = 0
          incumbents.append(Incumbent(steps: budget.spent, value: value))
          continue
        }
      }
      guard let attempt = nextAttempt(fruitless) else { return }
      budget.spend(2 * mayMove.count)
      let patience = 200 + 50 * min(fruitless, 100)
      let saved = self.attempt(attempt.close, open: attempt.open, tries: patience, &budget)
      if saved > 0 {
        value -= saved
        fruitless = 0
        incumbents.append(Incumbent(steps: budget.spent, value: value))
      } else {
        fruitless += 1
      }
    }
  }

  /// What to close and what to open next: first single hosts, the emptiest first; then swaps for cheaper hosts.
  private mutating func nextAttempt(_ round: Int) -> (close: [Int32], open: Int32?)? {
    var candidates = movableHosts
    guard !candidates.isEmpty else { return nil }
    if candidates.count > 24 {
      let keyed = candidates.map { (fill: fill(of: $0), host: $0) }
      candidates = keyed.sorted { ($0.fill, $0.host) < ($1.fill, $1.host) }.prefix(24).map(\.host)
    } else {
      let keyed = candidates.map { (fill: fill(of: $0), host: $0) }
      candidates = keyed.sorted { ($0.fill, $0.host) < ($1.fill, $1.host) }.map(\.host)
    }
    let pick =
      round < 3 ? min(round, candidates.count - 1) : Int(random.next(below: UInt64(candidates.count)))
    var close = [candidates[pick]]
    guard fleet.problem.objective != .hosts, round % 3 != 0 else { return (close, nil) }
    // Any host may be worth swapping for a cheaper one; two may be worth one.
    let movable = movableHosts
    close = [movable[Int(random.next(below: UInt64(movable.count)))]]
    if round % 3 == 2, movable.count > 1 {
      let second = movable[Int(random.next(below: UInt64(movable.count)))]
      if second != close[0] { close.append(second) }
    }
    let limit = close.reduce(Int64(0)) { $0 + cost.ofHost[Int(fleet.typeOfHost[Int($1)])] }
    var open: [Int32] = []
    for type in cost.ofHost.indices where cost.ofHost[type] < limit {
      if let host = firstEmpty(ofType: type) { open.append(host) }
    }
    return (close, open.isEmpty ? nil : open[Int(random.next(below: UInt64(open.count)))])
  }

  private func firstEmpty(ofType type: Int) -> Int32? {
    (0..<Int32(fleet.hostCount)).first {
      fleet.typeOfHost[Int($0)] == type && fleet.guestCount[Int($0)] == 0 && fleet.isOpen($0)
    }
  }

  /// Tries to do without some hosts.
  ///
  /// - Returns: what that saves; 0 when the plan stays as it was.
  private mutating func attempt(
    _ close: [Int32], open: Int32?, tries: Int, _ budget: inout WorkBudget
  ) -> Int64 {
    undo.removeAll(keepingCapacity: true)
    guestCost = 0
    let licencesBefore = fleet.licenceCost
    var pool: [Int32] = []
    for host in close {
      for guest in content[Int(host)] { pool.append(guest) }
      for guest in content[Int(host)].reversed() { take(guest) }
      disuse(host)
      fleet.close(host)
    }
    if let open { use(open) }
    var left = tries
    while !pool.isEmpty, left > 0, !budget.isSpent {
      left -= 1
      settle(&budget)
      let index = largest(in: pool)
      let guest = pool.remove(at: index)
      if let host = tightest(for: guest, &budget) {
        put(guest, on: host)
        continue
      }
      failures[Int(guest)] += 1
      guard let trade = cheapestTrade(for: guest, &budget) else {
        pool.append(guest)
        shake(8, &budget)
        continue
      }
      for other in trade.out { take(other) }
      put(guest, on: trade.host)
      pool.append(contentsOf: trade.out)
      shake(4, &budget)
    }
    var saved = close.reduce(-guestCost) { $0 + cost.ofHost[Int(fleet.typeOfHost[Int($1)])] }
    saved += licencesBefore - fleet.licenceCost
    if let open, fleet.guestCount[Int(open)] > 0 { saved -= cost.ofHost[Int(fleet.typeOfHost[Int(open)])] }
    for host in close { fleet.open(host) }
    if pool.isEmpty, saved > 0 {
      for host in used where fleet.guestCount[Int(host)] == 0 {
        saved += host == open ? 0 : cost.ofHost[Int(fleet.typeOfHost[Int(host)])]
        disuse(host)
      }
      return saved
    }
    for (guest, from) in undo.reversed() {
      if fleet.hostOfGuest[Int(guest)] != FleetState.unplaced { remove(guest) }
      if from != FleetState.unplaced { add(guest, from) }
    }
    if let open { disuse(open) }
    for host in close { use(host) }
    return 0
  }

  /// Places the guests of a few hosts anew, one of them among the emptiest.
  ///
  /// - Returns: what that saves; 0 when it only moved free room together, or nothing.
  private mutating func repack(_ budget: inout WorkBudget) -> Int64 {
    let movable = movableHosts
    guard movable.count > 1 else { return 0 }
    budget.spend(mayMove.count)
    var hosts = [emptiest(of: movable, sample: 6)]
    let wanted = 2 + Int(random.next(below: 3))
    var guests = content[Int(hosts[0])]
    for _ in 0..<4 * wanted where hosts.count < min(wanted, movable.count) {
      let host = movable[Int(random.next(below: UInt64(movable.count)))]
      guard !hosts.contains(host), guests.count + content[Int(host)].count <= Improver.mostRepacked else {
        continue
      }
      hosts.append(host)
      guests += content[Int(host)]
    }
    guard hosts.count > 1 else { return 0 }
    if fleet.problem.objective != .hosts {
      // A cheaper host may take the place of one of them.
      let types = cost.ofHost.indices.filter { type in firstEmpty(ofType: type) != nil }
      if !types.isEmpty, let host = firstEmpty(ofType: types[Int(random.next(below: UInt64(types.count)))]) {
        hosts.append(host)
      }
    }
    undo.removeAll(keepingCapacity: true)
    guestCost = 0
    let before = ExactRepacking.Worth(
      value: value(of: hosts, with: guests), shape: hosts.reduce(0) { $0 + fill(of: $1) * fill(of: $1) })
    for guest in guests { take(guest) }
    let sized = guests.map { (guest: $0, size: size($0)) }
    let found = ExactRepacking.placement(
      of: sized, on: hosts, in: &fleet, cost: cost, better: before, &budget)
    guard let found else {
      for (guest, host) in undo.reversed() { add(guest, host) }
      return 0
    }
    for (guest, host) in found { put(guest, on: host) }
    for host in hosts { if fleet.guestCount[Int(host)] > 0 { use(host) } else { disuse(host) } }
    return before.value - value(of: hosts, with: guests)
  }

  /// What some hosts cost with the guests on them, and all licences.
  private func value(of hosts: [Int32], with guests: [Int32]) -> Int64 {
    func type(of host: Int32) -> Int { Int(fleet.typeOfHost[Int(host)]) }
    let used = hosts.filter { fleet.guestCount[Int($0)] > 0 }
    return fleet.licenceCost + used.reduce(0) { $0 + cost.ofHost[type(of: $1)] }
      + guests.reduce(0) { $0 + cost.ofGuest($1, onType: type(of: fleet.hostOfGuest[Int($1)])) }
  }

  /// How many guests are placed anew together at most.
  private static let mostRepacked = 40

  /// The hosts in use of which every guest may move.
  private var movableHosts: [Int32] {
    used.filter { host in content[Int(host)].allSatisfy { mayMove[Int($0)] } }
  }

  /// The emptiest of some hosts drawn at random.
  private mutating func emptiest(of hosts: [Int32], sample: Int) -> Int32 {
    var best = hosts[Int(random.next(below: UInt64(hosts.count)))]
    for _ in 1..<sample {
      let other = hosts[Int(random.next(below: UInt64(hosts.count)))]
      if fill(of: other) < fill(of: best) { best = other }
    }
    return best
  }

  /// The guest of the pool that is hardest to place, by failures and size.
  private func largest(in pool: [Int32]) -> Int {
    var best = 0
    for index in pool.indices.dropFirst() where size(pool[index]) > size(pool[best]) { best = index }
    return best
  }

  private func size(_ guest: Int32) -> Double {
    let flavour = Int(fleet.flavourOfGuest[Int(guest)]) * fleet.resourceCount
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      total += weights[resource] * Double(fleet.sizes[flavour + resource])
    }
    return total
  }

  private func slack(of host: Int32) -> Double {
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      total += weights[resource] * Double(fleet.free(on: host, resource))
    }
    return total
  }

  private func fill(of host: Int32) -> Double { content[Int(host)].reduce(0) { $0 + size($1) } }

  /// How many hosts are looked at for one guest in a large fleet.
  private static let sample = 400

  /// Where a scan of the hosts in use starts, and how many it looks at.
  private mutating func window() -> (start: Int, count: Int) {
    guard used.count > Improver.sample else { return (0, used.count) }
    return (Int(random.next(below: UInt64(used.count))), Improver.sample)
  }

  private mutating func tightest(for guest: Int32, _ budget: inout WorkBudget) -> Int32? {
    let flavour = fleet.flavourOfGuest[Int(guest)]
    var best = (slack: Double.infinity, host: Int32(-1))
    let (start, count) = window()
    budget.spend(2 * count * fleet.stepsPerLook)
    for step in 0..<count {
      let host = used[(start + step) % used.count]
      guard fleet.admits(flavour: flavour, on: host) else { continue }
      let slack = slack(of: host)
      if slack < best.slack { best = (slack, host) }
    }
    return best.host < 0 ? nil : best.host
  }

  /// The guests whose leaving makes room at the least sum of failures.
  private mutating func cheapestTrade(
    for guest: Int32, _ budget: inout WorkBudget
  ) -> (host: Int32, out: [Int32])? {
    let flavour = fleet.flavourOfGuest[Int(guest)]
    let own = failures[Int(guest)]
    var best: (failures: Int32, size: Double, host: Int32, out: [Int32])?
    let (start, count) = window()
    for step in 0..<count {
      let host = used[(start + step) % used.count]
      guard fleet.isOpen(host), fleet.isCompatible(flavour: flavour, with: host) else { continue }
      let inside = content[Int(host)]
      budget.spend(2 + 2 * inside.count)
      for (index, first) in inside.enumerated() where mayMove[Int(first)] {
        guard failures[Int(first)] < own else { continue }
        if makesRoom(flavour, host, first, nil) {
          let key = (failures[Int(first)], size(first))
          if best.map({ key < ($0.failures, $0.size) }) ?? true, isAdmitted(flavour, host, [first]) {
            best = (key.0, key.1, host, [first])
          }
          continue
        }
        for second in inside[(index + 1)...] where mayMove[Int(second)] {
          let sum = failures[Int(first)] + failures[Int(second)]
          guard sum < min(own, best?.failures ?? own) else { continue }
          budget.spend(1)
          if makesRoom(flavour, host, first, second), isAdmitted(flavour, host, [first, second]) {
            best = (sum, size(first) + size(second), host, [first, second])
          }
        }
      }
    }
    return best.map { ($0.host, $0.out) }
  }

  /// Whether the rules admit a guest once others have left; resources alone have decided so far.
  private mutating func isAdmitted(_ flavour: Int32, _ host: Int32, _ out: [Int32]) -> Bool {
    guard fleet.hasRules || !fleet.hasSlot(on: host) else { return true }
    if let verdict = fleet.rulesAdmit(flavour: flavour, on: host, without: out) { return verdict }
    for other in out { remove(other) }
    let isAdmitted = fleet.admits(flavour: flavour, on: host)
    for other in out.reversed() { add(other, host) }
    return isAdmitted
  }

  private func makesRoom(_ flavour: Int32, _ host: Int32, _ first: Int32, _ second: Int32?) -> Bool {
    let resources = fleet.resourceCount
    let (size, room) = (Int(flavour) * resources, Int(host) * resources)
    let one = Int(fleet.flavourOfGuest[Int(first)]) * resources
    let two = second.map { Int(fleet.flavourOfGuest[Int($0)]) * resources }
    for resource in 0..<resources {
      var free = fleet.free[room + resource] + fleet.sizes[one + resource]
      if let two { free += fleet.sizes[two + resource] }
      if fleet.sizes[size + resource] > free { return false }
    }
    return true
  }

  /// Random shifts and swaps that keep every rule.
  private mutating func shake(_ times: Int, _ budget: inout WorkBudget) {
    guard used.count > 1 else { return }
    for _ in 0..<times {
      budget.spend(4)
      let left = used[Int(random.next(below: UInt64(used.count)))]
      let right = used[Int(random.next(below: UInt64(used.count)))]
      guard left != right, !content[Int(left)].isEmpty else { continue }
      let first = content[Int(left)][Int(random.next(below: UInt64(content[Int(left)].count)))]
      guard mayMove[Int(first)] else { continue }
      if fleet.admits(first, on: right) {
        take(first)
        put(first, on: right)
        continue
      }
      guard !content[Int(right)].isEmpty else { continue }
      let second = content[Int(right)][Int(random.next(below: UInt64(content[Int(right)].count)))]
      guard mayMove[Int(second)], makesRoom(fleet.flavourOfGuest[Int(first)], right, second, nil) else {
        continue
      }
      take(first)
      take(second)
      if fleet.admits(first, on: right), fleet.admits(second, on: left) {
        put(first, on: right)
        put(second, on: left)
      } else {
        put(second, on: right)
        put(first, on: left)
      }
    }
  }

  // Moves that can be taken back.

  /// Counts the work of moves, which is much where there are rules.
  private mutating func settle(_ budget: inout WorkBudget) {
    budget.spend(moves * fleet.stepsPerRuledMove)
    moves = 0
  }

  private mutating func take(_ guest: Int32) {
    let host = fleet.hostOfGuest[Int(guest)]
    undo.append((guest, host))
    guestCost -= cost.ofGuest(guest, onType: Int(fleet.typeOfHost[Int(host)]))
    remove(guest)
  }

  private mutating func put(_ guest: Int32, on host: Int32) {
    undo.append((guest, FleetState.unplaced))
    guestCost += cost.ofGuest(guest, onType: Int(fleet.typeOfHost[Int(host)]))
    add(guest, host)
  }

  private mutating func remove(_ guest: Int32) {
    moves += 1
    let host = Int(fleet.remove(guest))
    guard let index = content[host].firstIndex(of: guest) else { return }
    content[host].swapAt(index, content[host].count - 1)
    content[host].removeLast()
  }

  private mutating func add(_ guest: Int32, _ host: Int32) {
    moves += 1
    fleet.put(guest, on: host)
    content[Int(host)].append(guest)
  }

  private mutating func use(_ host: Int32) {
    guard placeInUsed[Int(host)] < 0 else { return }
    placeInUsed[Int(host)] = Int32(used.count)
    used.append(host)
  }

  private mutating func disuse(_ host: Int32) {
    let place = Int(placeInUsed[Int(host)])
    guard place >= 0, let last = used.last else { return }
    used[place] = last
    placeInUsed[Int(last)] = Int32(place)
    used.removeLast()
    placeInUsed[Int(host)] = -1
  }
}

/// A better plan that a search has met: its value, and the work that had been done by then.
public struct Incumbent: Hashable, Sendable {
  /// The steps of work done.
  public let steps: Int
  /// The value of the plan in whole units of the objective.
  public let value: Int64
}
