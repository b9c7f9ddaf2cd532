/// Makes a plan cheaper, or more complete, by taking guests of a few hosts or of one rule out and putting them back where
/// they cost least: a search that sees prices, licences and every other rule, repeatable by seed and amount of work.
///
/// Guests go back one by one, large ones or ruled ones first as chance has it, each on the admitting host with the least
/// ```
/// added cost = cost of a host that comes into use x chance + cost of the guest there + licences + a little for what stays free
/// ```
/// A plan that is worse by less than a random part of a threshold is accepted; the threshold falls to nothing as the work is
/// spent. Plans are compared by guests without a host, by value, and a little by Σ fill² over hosts, which favours uneven
/// filling.
///
/// **Valid for** every rule of a problem, since each move asks whether the host admits the guest; meant for some hundred
/// guests. Only guests of the batch move. **Not modelled**: what a move costs.
/// **Source**: G. Schrimpf et al., "Record breaking optimization results using the ruin and recreate principle", Journal of
/// Computational Physics, 2000; G. Dueck, T. Scheuer, "Threshold accepting", the same journal, 1990; J. Christiaens, G. Vanden Berghe, "Slack induction by string removals for vehicle routing
/// problems", Transportation Science, 2020 (all from memory, medium confidence).
struct RuinAndRecreate {
  /// The best plan met.
  private(set) var best: FleetState
  /// The value of each better plan, and the work done by then.
  private(set) var incumbents: [Incumbent] = []
  private var fleet: FleetState
  private let cost: PlacementCost
  private let guests: [Int32]
  private let mayMove: [Bool]
  private let groups: [[Int32]]
  private let sizeOfFlavour: [Double]
  private let isRuled: [Bool]
  private let weights: [Double]
  private let meanHostCost: Double
  private var content: [[Int32]]
  /// The square of how full each host is, and their sum.
  private var fill: [Double]
  private var fillTotal = 0.0
  private var value: Int64
  /// What the plan may cost at most; guests stay out rather than cost more.
  private let limit: Int64
  private var random: SplitMix
  private var log: [(guest: Int32, from: Int32)] = []
  /// How many guests have been put somewhere or removed since their work was last counted.
  private var moves = 0

  /// Starts from a filled fleet.
  ///
  /// - Parameters:
  ///   - guests: the guests that may move.
  ///   - limit: what the plan may cost at most. Hosts are emptied until it costs no more, and the search is for room for their
  ///     guests.
  init(_ fleet: FleetState, guests: [Int32], limit: Int64 = .max, seed: UInt64) {
    let problem = fleet.problem
    let cost = PlacementCost(problem)
    best = fleet
    self.fleet = fleet
    self.cost = cost
    self.guests = guests
    var mayMove = [Bool](repeating: false, count: fleet.hostOfGuest.count)
    for guest in guests { mayMove[Int(guest)] = true }
    self.mayMove = mayMove
    groups = (problem.separations.map(\.guests) + problem.rules.memberships).map { group in
      group.filter { mayMove[Int($0)] }
    }.filter { !$0.isEmpty }
    let factors = GuestMeasure(problem, weights: .average, norm: .sum).factors(
      population: problem.flavours.population)
    let weights = (0..<fleet.resourceCount).map { factors.weight[$0] * factors.inverseCapacity[$0] }
    self.weights = weights
    sizeOfFlavour = (0..<fleet.flavourCount).map { flavour in
      weights.indices.reduce(0) {
        $0 + weights[$1] * Double(fleet.sizes[flavour * fleet.resourceCount + $1])
      }
    }
    let flavours = problem.flavours
    isRuled = (0..<fleet.flavourCount).map {
      !flavours.separations[$0].isEmpty || !flavours.affinities[$0].isEmpty || !flavours.fences[$0].isEmpty
        || !flavours.licences[$0].isEmpty
    }
    let dearest = cost.ofHost.reduce(Int64(0), +)
    meanHostCost = max(1, Double(dearest) / Double(max(1, cost.ofHost.count)))
    content = [[Int32]](repeating: [], count: fleet.hostCount)
    for guest in fleet.hostOfGuest.indices where fleet.hostOfGuest[guest] != FleetState.unplaced {
      content[Int(fleet.hostOfGuest[guest])].append(Int32(guest))
    }
    value = Standing(fleet, cost).value - fleet.licenceCost
    self.limit = limit
    random = SplitMix(seed: seed)
    fill = []
    fill = (0..<Int32(fleet.hostCount)).map { fillSquare(of: $0) }
    fillTotal = fill.reduce(0, +)
    while value + self.fleet.licenceCost > limit, let least = leastFilled() {
      for guest in content[Int(least)] where mayMove[Int(guest)] { remove(guest) }
      rate(least)
    }
  }

  /// Of the hosts that can be emptied the one that holds least.
  private func leastFilled() -> Int32? {
    fill.indices
      .filter { host in !content[host].isEmpty && content[host].allSatisfy { mayMove[Int($0)] } }
      .min { (fill[$0], $0) < (fill[$1], $1) }
      .map { Int32($0) }
  }

  /// Searches until the value meets the bound or the work is done.
  mutating func run(downTo bound: Int64, _ budget: inout WorkBudget) {
    guard !guests.isEmpty, fleet.hostCount > 0 else { return }
    let total = Double(max(1, budget.left))
    var unplaced = guests.filter { fleet.hostOfGuest[Int($0)] == FleetState.unplaced }
    var energy = self.energy(unplaced.count)
    var record = (unplaced: unplaced.count, value: value + fleet.licenceCost)
    while !budget.isSpent, record.unplaced > 0 || record.value > bound {
      budget.spend(moves * fleet.stepsPerRuledMove)
      moves = 0
      let part = 1 - Double(budget.left) / total
      log = unplaced.map { ($0, FleetState.unplaced) }
      var pool = unplaced
      ruin(&pool, &budget)
      recreate(&pool, &budget)
      for entry in log {
        rate(entry.from)
        rate(fleet.hostOfGuest[Int(entry.guest)])
      }
      let trial = self.energy(pool.count)
      guard trial <= energy + RuinAndRecreate.threshold * (1 - part) * random.nextUnit() else {
        takeBack()
        continue
      }
      (energy, unplaced) = (trial, pool)
      let standing = (unplaced: pool.count, value: value + fleet.licenceCost)
      guard standing < record else { continue }
      if standing.unplaced == 0 { incumbents.append(Incumbent(steps: budget.spent, value: standing.value)) }
      record = standing
      best = fleet
      budget.spend(guests.count)
    }
  }

  /// How much worse a plan may be at first, in hosts of mean cost.
  private static let threshold = 0.5

  /// What is compared, in hosts of mean cost.
  private func energy(_ unplaced: Int) -> Double {
    Double(value + fleet.licenceCost) / meanHostCost + 4 * Double(unplaced) - 0.2 * fillTotal
  }

  private func fillSquare(of host: Int32) -> Double {
    guard fleet.guestCount[Int(host)] > 0 else { return 0 }
    var (taken, whole) = (0.0, 0.0)
    let type = Int(fleet.typeOfHost[Int(host)])
    for resource in weights.indices {
      let capacity = fleet.problem.usableCapacity(ofType: type, resource)
      whole += weights[resource] * Double(capacity)
      taken += weights[resource] * Double(capacity - fleet.free(on: host, resource))
    }
    return whole > 0 ? (taken / whole) * (taken / whole) : 0
  }

  private mutating func rate(_ host: Int32) {
    guard host != FleetState.unplaced else { return }
    let square = fillSquare(of: host)
    fillTotal += square - fill[Int(host)]
    fill[Int(host)] = square
  }

  // Taking out.

  private mutating func ruin(_ pool: inout [Int32], _ budget: inout WorkBudget) {
    let draw = random.next(below: 10)
    if draw < 4 || (groups.isEmpty && draw >= 7) {
      for _ in 0..<(1 + random.next(below: 4)) { empty(anyHostInUse(), &pool, &budget) }
    } else if draw < 7 {
      for _ in 0..<(1 + random.next(below: UInt64(min(12, guests.count)))) {
        take(guests[Int(random.next(below: UInt64(guests.count)))], &pool, &budget)
      }
    } else {
      let group = groups[Int(random.next(below: UInt64(groups.count)))]
      for guest in group.prefix(64) { take(guest, &pool, &budget) }
      empty(anyHostInUse(), &pool, &budget)
    }
  }

  /// A host that holds a guest of the batch, by way of a random guest.
  private mutating func anyHostInUse() -> Int32 {
    for _ in 0..<8 {
      let host = fleet.hostOfGuest[Int(guests[Int(random.next(below: UInt64(guests.count)))])]
      if host != FleetState.unplaced { return host }
    }
    return FleetState.unplaced
  }

  private mutating func empty(_ host: Int32, _ pool: inout [Int32], _ budget: inout WorkBudget) {
    guard host != FleetState.unplaced else { return }
    for guest in content[Int(host)].reversed() { take(guest, &pool, &budget) }
  }

  private mutating func take(_ guest: Int32, _ pool: inout [Int32], _ budget: inout WorkBudget) {
    let host = fleet.hostOfGuest[Int(guest)]
    guard mayMove[Int(guest)], host != FleetState.unplaced else { return }
    budget.spend(2)
    remove(guest)
    log.append((guest, host))
    pool.append(guest)
  }

  // Putting back.

  private mutating func recreate(_ pool: inout [Int32], _ budget: inout WorkBudget) {
    var keyed = pool.map { guest in
      let flavour = Int(fleet.flavourOfGuest[Int(guest)])
      return (size: sizeOfFlavour[flavour], isRuled: isRuled[flavour], guest: guest)
    }
    switch random.next(below: 4) {
    case 0: keyed.sort { ($1.size, $0.guest) < ($0.size, $1.guest) }
    case 1:
      keyed.sort {
        $0.isRuled != $1.isRuled ? $0.isRuled : ($1.size, $0.guest) < ($0.size, $1.guest)
      }
    case 2:
      for index in keyed.indices { keyed[index].size *= 0.5 + random.nextUnit() }
      keyed.sort { ($1.size, $0.guest) < ($0.size, $1.guest) }
    default:
      for index in keyed.indices.reversed() {
        keyed.swapAt(index, Int(random.next(below: UInt64(index + 1))))
      }
    }
    pool.removeAll(keepingCapacity: true)
    let thrift = 0.2 + random.nextUnit()
    for entry in keyed {
      if let host = cheapestHost(for: entry.guest, thrift: thrift, &budget) {
        add(entry.guest, host)
      } else {
        pool.append(entry.guest)
      }
    }
  }

  /// How many hosts are looked at for one guest.
  private static let sample = 256

  private mutating func cheapestHost(
    for guest: Int32, thrift: Double, _ budget: inout WorkBudget
  ) -> Int32? {
    let flavour = fleet.flavourOfGuest[Int(guest)]
    let count = min(fleet.hostCount, RuinAndRecreate.sample)
    let start = count < fleet.hostCount ? Int(random.next(below: UInt64(fleet.hostCount))) : 0
    budget.spend(3 * count * fleet.stepsPerLook)
    let room = limit - value - fleet.licenceCost
    var best = (added: Double.infinity, host: Int32(-1))
    for step in 0..<count {
      let host = Int32((start + step) % fleet.hostCount)
      guard fleet.admits(flavour: flavour, on: host) else { continue }
      let type = Int(fleet.typeOfHost[Int(host)])
      let isEmpty = fleet.guestCount[Int(host)] == 0
      let more = cost.ofGuest(guest, onType: type) + licencePrice(flavour, host)
      guard more + (isEmpty ? cost.ofHost[type] : 0) <= room else { continue }
      var added = Double(more) / meanHostCost
      if isEmpty {
        added += thrift * (0.5 + random.nextUnit()) * Double(cost.ofHost[type]) / meanHostCost
      }
      for resource in weights.indices {
        added += 0.1 * weights[resource] * Double(fleet.free(on: host, resource))
      }
      added += 0.02 * random.nextUnit()
      if added < best.added { best = (added, host) }
    }
    return best.host < 0 ? nil : best.host
  }

  private func licencePrice(_ flavour: Int32, _ host: Int32) -> Int64 {
    fleet.tally?.licences.price(of: flavour, on: host) ?? 0
  }

  // Moves.

  private mutating func remove(_ guest: Int32) {
    moves += 1
    let host = Int(fleet.remove(guest))
    let type = Int(fleet.typeOfHost[host])
    value -= cost.ofGuest(guest, onType: type) + (fleet.guestCount[host] == 0 ? cost.ofHost[type] : 0)
    guard let index = content[host].firstIndex(of: guest) else { return }
    content[host].swapAt(index, content[host].count - 1)
    content[host].removeLast()
  }

  private mutating func add(_ guest: Int32, _ host: Int32) {
    moves += 1
    let type = Int(fleet.typeOfHost[Int(host)])
    value +=
      cost.ofGuest(guest, onType: type) + (fleet.guestCount[Int(host)] == 0 ? cost.ofHost[type] : 0)
    fleet.put(guest, on: host)
    content[Int(host)].append(guest)
  }

  /// Undoes a ruin and its recreation.
  private mutating func takeBack() {
    for entry in log where fleet.hostOfGuest[Int(entry.guest)] != FleetState.unplaced {
      let host = fleet.hostOfGuest[Int(entry.guest)]
      remove(entry.guest)
      rate(host)
    }
    for entry in log.reversed() where entry.from != FleetState.unplaced {
      add(entry.guest, entry.from)
      rate(entry.from)
    }
  }
}
