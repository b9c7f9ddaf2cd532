extension LowerBound {
  /// The best of the instant bounds of a problem.
  public init(of problem: PlacementProblem) {
    self = InstantBounds(problem).best()
  }
}

/// The instant bounds of one problem, each O(guests + hosts log hosts) or less.
private struct InstantBounds {
  let problem: PlacementProblem
  /// Flavours that fit some empty usable host, and how many guests each has.
  let flavours: [(guest: Int32, population: Int64)]
  /// The usable hosts of each type.
  let hostsOfType: [Int64]

  init(_ problem: PlacementProblem) {
    self.problem = problem
    var hostsOfType = [Int64](repeating: 0, count: problem.hosts.types.count)
    for type in problem.hosts.typeOfHost.prefix(problem.usableHostCount) { hostsOfType[Int(type)] += 1 }
    self.hostsOfType = hostsOfType
    flavours = problem.flavours.representative.indices.compactMap { flavour in
      let guest = problem.flavours.representative[flavour]
      let fits = problem.hosts.types.indices.contains { type in
        hostsOfType[type] > 0 && problem.compatibility[problem.guests.classes[Int(guest)], Int32(type)]
          && (problem.hosts.types[type].guestLimit ?? 1) > 0
          && problem.resources.indices.allSatisfy {
            problem.guests.size(of: guest, $0) <= problem.usableCapacity(ofType: type, $0)
          }
      }
      return fits ? (guest, Int64(problem.flavours.population[flavour])) : nil
    }
  }

  func best() -> LowerBound {
    guard !flavours.isEmpty else { return LowerBound(hosts: 0, reason: .noGuests) }
    var best = LowerBound(hosts: 1, reason: .demand(resource: problem.resources[0].name))
    func offer(_ hosts: Int, _ reason: LowerBound.Reason) {
      if hosts > best.hosts { best = LowerBound(hosts: hosts, reason: reason) }
    }
    for resource in problem.resources.indices {
      offer(perDimension(resource), .demand(resource: problem.resources[resource].name))
      offer(largeGuests(resource), .largeGuests(resource: problem.resources[resource].name))
    }
    offer(slots(), .guestLimit)
    for rule in problem.separations { offer(separated(rule), .separation(rule.name)) }
    if problem.hosts.types.count > 1 {
      for mixture in mixtures() { offer(fewest(demand: mixture.demand, offer: mixture.offer), .mixture) }
    }
    return best
  }

  /// The fewest hosts, largest first, that together offer a demand; one more than there are when none suffice.
  private func fewest(demand: Int64, offer: [Int64]) -> Int {
    var (left, hosts) = (demand, 0)
    for type in offer.indices.sorted(by: { (offer[$1], $0) < (offer[$0], $1) }) where left > 0 {
      guard offer[type] > 0 else { break }
      let taken = min(hostsOfType[type], (left + offer[type] - 1) / offer[type])
      hosts += Int(taken)
      left -= taken * offer[type]
    }
    return left > 0 ? problem.hosts.count + 1 : hosts
  }

  private func total(_ resource: Int) -> Int64 {
    flavours.reduce(0) { $0 + Int64(problem.guests.size(of: $1.guest, resource)) * $1.population }
  }

  private func usable(_ resource: Int) -> [Int64] {
    problem.hosts.types.indices.map { Int64(problem.usableCapacity(ofType: $0, resource)) }
  }

  private func perDimension(_ resource: Int) -> Int {
    fewest(demand: total(resource), offer: usable(resource))
  }

  private func slots() -> Int {
    let guests = flavours.reduce(0) { $0 + $1.population }
    return fewest(demand: guests, offer: problem.hosts.types.map { Int64($0.guestLimit ?? Int32.max) })
  }

  private func largeGuests(_ resource: Int) -> Int {
    let largest = zip(usable(resource), hostsOfType).map { $1 > 0 ? $0 : 0 }.max() ?? 0
    let large = flavours.reduce(Int64(0)) { sum, flavour in
      2 * Int64(problem.guests.size(of: flavour.guest, resource)) > largest ? sum + flavour.population : sum
    }
    return min(Int(large), problem.hosts.count + 1)
  }

  private func separated(_ rule: Separation) -> Int {
    var isPlaceable = [Bool](repeating: false, count: problem.flavours.count)
    for flavour in flavours { isPlaceable[Int(problem.flavours.flavourOfGuest[Int(flavour.guest)])] = true }
    let members = Set(rule.guests).count { isPlaceable[Int(problem.flavours.flavourOfGuest[Int($0)])] }
    return min((members + Int(rule.limit) - 1) / Int(rule.limit), problem.hosts.count + 1)
  }

  /// Weighted sums of resources: all together, and each pair. Weights make the fleet's totals about equal.
  private func mixtures() -> [(demand: Int64, offer: [Int64])] {
    let resources = problem.resources.indices
    let weight: [Int64] = resources.map { resource in
      let largest = usable(resource).max() ?? 0
      return largest > 0 ? max(1, (1 << 20) / largest) : 0
    }
    func mixture(_ chosen: [Int]) -> (demand: Int64, offer: [Int64]) {
      let demand = chosen.reduce(0) { $0 + weight[$1] * total($1) }
      let offer = problem.hosts.types.indices.map { type in
        chosen.reduce(0) { $0 + weight[$1] * Int64(problem.usableCapacity(ofType: type, $1)) }
      }
      return (demand, offer)
    }
    let pairs = resources.flatMap { left in resources.filter { $0 > left }.map { [left, $0] } }
    return ([Array(resources)] + pairs).map(mixture)
  }
}
