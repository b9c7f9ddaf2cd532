/// Fills one host after another: again and again the waiting flavour with the best score for what is free there.
///
/// Where no rule tells hosts apart, an empty host fills as the one before it of its type did, as long as the same guests wait
/// and weigh the same. Such a filling is repeated without asking for scores: the same plan in a fraction of the time.
struct HostByHost {
  /// How much each resource counts.
  let weights: ResourceWeights
  /// The score of a flavour for a host; the highest wins, the lowest flavour among equals. Arguments: weights, and
  /// the size of the guest and the free amount as shares of an average host.
  let score: @Sendable (_ weight: Double, _ size: Double, _ free: Double) -> Double

  func place(_ guests: [Int32], into fleet: inout FleetState) {
    let measure = GuestMeasure(fleet.problem, weights: weights, norm: .sum)
    var waiting = Waiting(guests, in: fleet, population: measure.population(of: guests))
    var factors = measure.factors(population: waiting.population)
    var flavours = waiting.population.indices.filter { waiting.population[$0] > 0 }.map(Int32.init)
    var candidates: [Int32] = []
    var last = Filling()
    for host in 0..<Int32(fleet.hostCount) where fleet.isOpen(host) && fleet.hasSlot(on: host) {
      if flavours.isEmpty { return }
      let isFresh = fleet.guestCount[Int(host)] == 0 && !fleet.hasRules
      if isFresh, last.type == fleet.typeOfHost[Int(host)],
        waiting.have(last.flavours, beforeReweighing: weights == .dynamic)
      {
        for flavour in last.flavours { fleet.put(waiting.next(flavour), on: host) }
        continue
      }
      last = Filling(type: isFresh ? fleet.typeOfHost[Int(host)] : -1)
      flavours.removeAll { waiting.population[Int($0)] == 0 }
      candidates.removeAll(keepingCapacity: true)
      for flavour in flavours where fleet.admits(flavour: flavour, on: host) { candidates.append(flavour) }
      while let flavour = best(of: candidates, on: host, fleet, factors) {
        fleet.put(waiting.next(flavour), on: host)
        last.flavours.append(flavour)
        if weights == .dynamic, waiting.isDue() {
          factors = measure.factors(population: waiting.population)
          last.type = -1
        }
        candidates.removeAll {
          waiting.population[Int($0)] == 0 || !fleet.admits(flavour: $0, on: host)
        }
      }
    }
  }

  private func best(of flavours: [Int32], on host: Int32, _ fleet: FleetState, _ factors: Factors) -> Int32? {
    var best = (score: -Double.infinity, flavour: Int32(-1))
    let room = Int(host) * fleet.resourceCount
    for flavour in flavours {
      let size = Int(flavour) * fleet.resourceCount
      var total = 0.0
      for resource in 0..<fleet.resourceCount {
        let scale = factors.inverseCapacity[resource]
        total += score(
          factors.weight[resource], Double(fleet.sizes[size + resource]) * scale,
          Double(fleet.free[room + resource]) * scale)
      }
      if total > best.score { best = (total, flavour) }
    }
    return best.flavour < 0 ? nil : best.flavour
  }
}

/// How an empty host has been filled.
private struct Filling {
  /// The type of the host; -1 when another host may fill in another way.
  var type: Int32 = -1
  /// The flavours of its guests, in the order in which they came.
  var flavours: [Int32] = []
}

/// The guests of each flavour that wait, in the order given.
private struct Waiting {
  private(set) var population: [Int32]
  private var ordered: [Int32]
  private var cursor: [Int]
  private let reweighEvery: Int
  private var sinceReweighing = 0

  init(_ guests: [Int32], in fleet: FleetState, population: [Int32]) {
    self.population = population
    cursor = []
    var offset = 0
    for count in population {
      cursor.append(offset)
      offset += Int(count)
    }
    ordered = [Int32](repeating: 0, count: guests.count)
    var fill = cursor
    for guest in guests {
      let flavour = Int(fleet.flavourOfGuest[Int(guest)])
      ordered[fill[flavour]] = guest
      fill[flavour] += 1
    }
    // A reweighing costs as much as there are flavours: at most a few thousand of them in all.
    reweighEvery = max(1, guests.count / 4096)
  }

  mutating func next(_ flavour: Int32) -> Int32 {
    let guest = ordered[cursor[Int(flavour)]]
    cursor[Int(flavour)] += 1
    population[Int(flavour)] -= 1
    sinceReweighing += 1
    return guest
  }

  /// Whether so many guests of these flavours wait, and all may be taken before weights are due.
  mutating func have(_ flavours: [Int32], beforeReweighing: Bool) -> Bool {
    guard !flavours.isEmpty, !beforeReweighing || sinceReweighing + flavours.count < reweighEvery else {
      return false
    }
    var isEnough = true
    for flavour in flavours {
      population[Int(flavour)] -= 1
      if population[Int(flavour)] < 0 { isEnough = false }
    }
    for flavour in flavours { population[Int(flavour)] += 1 }
    return isEnough
  }

  mutating func isDue() -> Bool {
    guard sinceReweighing >= reweighEvery else { return false }
    sinceReweighing = 0
    return true
  }
}
