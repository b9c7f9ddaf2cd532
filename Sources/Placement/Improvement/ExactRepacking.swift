/// Places the guests of a few hosts anew on the same hosts, in the best way there is: depth first, largest guest first.
///
/// Best is what costs least; of equal cost, what leaves the free room in the largest pieces, `Σ fill²` over the hosts, so that
/// the emptiest of them is nearer to closing. Branches are cut where what is left needs hosts that cost too much:
///
/// ```
/// value so far + least cost of a host * max over resources of ⌈ (left - free on hosts in use) / largest capacity ⌉
/// ```
/// Equal guests take hosts in order, and of hosts with the same type and the same room one is tried, so far as no rule can tell
/// them apart. When its work runs out it returns the best that it has met.
///
/// **Valid for** every rule of a problem: each step asks whether the host admits the guest.
/// **Example**: two hosts of 10 with 6 + 2 and 4 + 3: one host takes 6 + 4 and the other 3 + 2.
struct ExactRepacking {
  /// What a placement of the guests is worth.
  struct Worth: Comparable {
    let value: Int64
    let shape: Double

    static func < (left: Worth, right: Worth) -> Bool {
      left.value != right.value ? left.value < right.value : left.shape > right.shape + 1e-9
    }
  }

  private let hosts: [Int32]
  private let guests: [Int32]
  private let sizes: [Double]
  private let cost: PlacementCost
  /// Demand from each guest to the last, by resource.
  private let demandFrom: [Int64]
  private let isRuled: Bool
  private var fill: [Double]
  private var current: [Int]
  private var guestCost: Int64 = 0
  private var best: (worth: Worth, places: [Int32]?)
  private var work: WorkBudget

  /// Finds a placement better than a known one.
  ///
  /// - Parameters:
  ///   - guests: guests without a host, in any order, with how large each is as one number.
  ///   - hosts: where they may stand; nobody else is there.
  ///   - fleet: used to try, and in the end as it was.
  /// - Returns: the host of each guest, or nil when no placement is better.
  static func placement(
    of guests: [(guest: Int32, size: Double)], on hosts: [Int32], in fleet: inout FleetState,
    cost: PlacementCost, better known: Worth, _ budget: inout WorkBudget
  ) -> [(guest: Int32, host: Int32)]? {
    let flavourOfGuest = fleet.flavourOfGuest
    // Equal guests follow one another.
    let order = guests.sorted {
      let (one, other) = (flavourOfGuest[Int($0.guest)], flavourOfGuest[Int($1.guest)])
      return ($1.size, one, $0.guest) < ($0.size, other, $1.guest)
    }
    var search = ExactRepacking(
      fleet, guests: order.map(\.guest), sizes: order.map(\.size), hosts: hosts, cost: cost, known,
      budget.share(atMost: ExactRepacking.most))
    search.place(0, &fleet)
    budget.spend(search.work.spent)
    return search.best.places.map { places in zip(search.guests, places).map { ($0, $1) } }
  }

  /// The work of one search.
  private static let most = 15_000

  private init(
    _ fleet: FleetState, guests: [Int32], sizes: [Double], hosts: [Int32], cost: PlacementCost,
    _ known: Worth, _ work: WorkBudget
  ) {
    self.guests = guests
    self.sizes = sizes
    self.hosts = hosts
    self.cost = cost
    self.work = work
    isRuled = fleet.hasRules
    fill = [Double](repeating: 0, count: hosts.count)
    current = [Int](repeating: 0, count: guests.count)
    best = (known, nil)
    let resources = fleet.resourceCount
    var demand = [Int64](repeating: 0, count: (guests.count + 1) * resources)
    for place in guests.indices.reversed() {
      let flavour = Int(fleet.flavourOfGuest[Int(guests[place])]) * resources
      for resource in 0..<resources {
        demand[place * resources + resource] =
          demand[(place + 1) * resources + resource] + Int64(fleet.sizes[flavour + resource])
      }
    }
    demandFrom = demand
  }

  private func value(_ fleet: FleetState) -> Int64 {
    hosts.reduce(guestCost + fleet.licenceCost) {
      $0 + (fleet.guestCount[Int($1)] > 0 ? cost.ofHost[Int(fleet.typeOfHost[Int($1)])] : 0)
    }
  }

  /// What the guests from a place on cost at least for the hosts that they need beside those in use.
  private func leastCostOfRest(_ place: Int, _ fleet: FleetState) -> Int64 {
    let resources = fleet.resourceCount
    var least = Int64.max
    var hostsNeeded: Int64 = 0
    for host in hosts where fleet.guestCount[Int(host)] == 0 {
      least = min(least, cost.ofHost[Int(fleet.typeOfHost[Int(host)])])
    }
    for resource in 0..<resources {
      var left = demandFrom[place * resources + resource]
      var largest: Int64 = 1
      for host in hosts {
        let free = Int64(fleet.free(on: host, resource))
        if fleet.guestCount[Int(host)] > 0 { left -= free } else { largest = max(largest, free) }
      }
      if left > 0 { hostsNeeded = max(hostsNeeded, (left + largest - 1) / largest) }
    }
    return hostsNeeded == 0 ? 0 : least == .max ? .max / 4 : least * hostsNeeded
  }

  private mutating func place(_ place: Int, _ fleet: inout FleetState) {
    work.spend(hosts.count * (fleet.stepsPerLook + 3 * fleet.resourceCount) + 16)
    guard !work.isSpent else { return }
    guard place < guests.count else {
      let worth = Worth(value: value(fleet), shape: fill.reduce(0) { $0 + $1 * $1 })
      if worth < best.worth { best = (worth, current.map { hosts[$0] }) }
      return
    }
    if value(fleet) + leastCostOfRest(place, fleet) > best.worth.value { return }
    let guest = guests[place]
    let flavour = fleet.flavourOfGuest[Int(guest)]
    let isLikeLast = place > 0 && fleet.flavourOfGuest[Int(guests[place - 1])] == flavour
    let first = isLikeLast && !isRuled ? current[place - 1] : 0
    for index in first..<hosts.count {
      let host = hosts[index]
      guard fleet.admits(flavour: flavour, on: host), !isRepeated(index, from: first, fleet) else { continue }
      let type = Int(fleet.typeOfHost[Int(host)])
      fleet.put(guest, on: host)
      fill[index] += sizes[place]
      guestCost += cost.ofGuest(guest, onType: type)
      current[place] = index
      self.place(place + 1, &fleet)
      guestCost -= cost.ofGuest(guest, onType: type)
      fill[index] -= sizes[place]
      fleet.remove(guest)
      if work.isSpent { return }
    }
  }

  /// Whether a host before it has been tried that no guest can tell from it.
  private func isRepeated(_ index: Int, from first: Int, _ fleet: FleetState) -> Bool {
    guard !isRuled else { return false }
    return (first..<index).contains { other in
      let (one, two) = (hosts[index], hosts[other])
      return fleet.typeOfHost[Int(one)] == fleet.typeOfHost[Int(two)]
        && fleet.guestCount[Int(one)] == fleet.guestCount[Int(two)]
        && (0..<fleet.resourceCount).allSatisfy { fleet.free(on: one, $0) == fleet.free(on: two, $0) }
    }
  }
}
