/// Empties one host after another, the one that saves most for what must move first: points of a savings curve for fleets of
/// any size.
///
/// The guests of a host go, largest first, to the host in use that is hardest to empty itself and admits them; among those
/// to where least stays free. A host that cannot be emptied stays. Guests that have moved once move on for free, since only
/// their last host counts. When nothing more can be emptied an ``Improver`` goes on, with exchanges of guests; after it,
/// guests go home where their room is still free.
struct HostEvacuation {
  /// What was done: who came where, in order.
  private(set) var log: [SavingsCurve.Shift] = []
  /// After how many entries of the log a host was empty.
  private(set) var marks: [Int] = []
  private var fleet: FleetState
  private let current: [Int32]
  private let weights: [Int64]
  private let cost: PlacementCost
  private var content: [[Int32]]
  private var isClosed: [Bool]
  private let factors: Factors

  init(_ problem: PlacementProblem, current: [Int32], weights: [Int64]) {
    var fleet = FleetState(problem)
    content = [[Int32]](repeating: [], count: problem.hosts.count)
    for guest in current.indices where current[guest] >= 0 {
      fleet.put(Int32(guest), on: current[guest])
      content[Int(current[guest])].append(Int32(guest))
    }
    self.fleet = fleet
    self.current = current
    self.weights = weights
    cost = PlacementCost(problem)
    isClosed = [Bool](repeating: false, count: problem.hosts.count)
    let measure = GuestMeasure(problem, weights: .average, norm: .sum)
    factors = measure.factors(population: problem.flavours.population)
  }

  /// Empties hosts while the burden stays within a limit.
  mutating func run(within limit: Int64, _ budget: inout WorkBudget) {
    var burden: Int64 = 0
    var candidates = fleet.guestCount.indices.filter { fleet.guestCount[$0] > 0 }.map(Int32.init)
    let keyed = candidates.map { (ratio: ratio(of: $0), host: $0) }
    candidates = keyed.sorted { ($1.ratio, $0.host) < ($0.ratio, $1.host) }.map(\.host)
    // Guests go to the hosts that come last in the order of emptying, if they can.
    let keepers = Array(candidates.reversed())
    for host in candidates where !budget.isSpent {
      let added = newBurden(of: host)
      guard burden + added <= limit, empty(host, into: keepers, &budget) else { continue }
      burden += added
      marks.append(log.count)
    }
  }

  /// What emptying a host saves for each unit of burden.
  private func ratio(of host: Int32) -> Double {
    Double(cost.ofHost[Int(fleet.typeOfHost[Int(host)])]) / Double(max(1, newBurden(of: host)))
  }

  /// The weight of the guests of a host that are at home there.
  private func newBurden(of host: Int32) -> Int64 {
    content[Int(host)].reduce(0) { $0 + (current[Int($1)] == host ? weights[Int($1)] : 0) }
  }

  private mutating func empty(_ host: Int32, into keepers: [Int32], _ budget: inout WorkBudget) -> Bool {
    let before = log.count
    let guests = content[Int(host)].sorted { (size($1), $0) < (size($0), $1) }
    for guest in guests {
      guard let target = target(for: guest, from: host, keepers, &budget) else {
        while log.count > before, let last = log.popLast() { take(last.guest, to: host) }
        return false
      }
      take(guest, to: target)
      log.append(SavingsCurve.Shift(guest: guest, host: target))
    }
    isClosed[Int(host)] = true
    return true
  }

  /// How many admitting hosts are compared.
  private static let choices = 8

  private mutating func target(
    for guest: Int32, from host: Int32, _ keepers: [Int32], _ budget: inout WorkBudget
  ) -> Int32? {
    var best: (free: Double, host: Int32)?
    var found = 0
    for keeper in keepers where keeper != host && !isClosed[Int(keeper)] {
      budget.spend(1)
      guard fleet.guestCount[Int(keeper)] > 0, fleet.admits(moving: guest, to: keeper) else { continue }
      let free = slack(of: keeper)
      if best.map({ free < $0.free }) ?? true { best = (free, keeper) }
      found += 1
      if found == HostEvacuation.choices { break }
    }
    return best?.host
  }

  private func size(_ guest: Int32) -> Double {
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      let flavour = fleet.flavourOfGuest[Int(guest)]
      factors.add(Double(fleet.size(ofFlavour: flavour, resource)), resource, to: &total)
    }
    return total
  }

  private func slack(of host: Int32) -> Double {
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      factors.add(Double(fleet.free(on: host, resource)), resource, to: &total)
    }
    return total
  }

  private mutating func take(_ guest: Int32, to host: Int32) {
    let from = Int(fleet.hostOfGuest[Int(guest)])
    if let index = content[from].firstIndex(of: guest) { content[from].remove(at: index) }
    content[Int(host)].append(guest)
    fleet.relocate(guest, to: host)
  }

  /// Goes on with exchanges of guests until the value meets a bound or the work is done; one placement each time it gets
  /// better.
  func improved(downTo bound: Int64, _ budget: inout WorkBudget) -> [[Int32]] {
    var placements: [[Int32]] = []
    var fleet = fleet
    var seed: UInt64 = 1
    let guests = current.indices.filter { current[$0] >= 0 }.map(Int32.init)
    while !budget.isSpent {
      let value = Standing(fleet, cost).value
      guard value > bound else { break }
      var improver = Improver(fleet, guests: guests, seed: seed)
      // The next better value only, so that each step of the curve is met.
      improver.run(downTo: value - 1, &budget)
      guard let found = improver.incumbents.last, found.value < value else { break }
      fleet = improver.fleet
      fleet.sendHome(current)
      placements.append(fleet.hostOfGuest)
      seed += 1
    }
    return placements
  }
}

extension FleetState {
  /// Takes guests back to the hosts they come from where these hold guests and admit them, until nobody can go.
  mutating func sendHome(_ homes: [Int32]) {
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for guest in homes.indices where homes[guest] >= 0 && hostOfGuest[guest] != homes[guest] {
        let home = homes[guest]
        guard guestCount[Int(home)] > 0, admits(moving: Int32(guest), to: home) else { continue }
        relocate(Int32(guest), to: home)
        hasMoved = true
      }
    }
  }
}
