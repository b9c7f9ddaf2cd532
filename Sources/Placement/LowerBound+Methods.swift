internal import Quantities

extension LowerBound {
  /// The best of the instant bounds of a problem; where demand varies, also of those of its busiest periods.
  public init(of problem: PlacementProblem) {
    let steady = LowerBound(standing: problem)
    guard let busiest = problem.inBusiestPeriods().map({ LowerBound(standing: $0) }) else {
      self = steady
      return
    }
    guard case .energy = problem.objective else {
      self = steady.strengthened(by: busiest)
      return
    }
    // A guest's energy is that of its steady size, so that other sizes say something about the number of hosts only.
    let more = busiest.hosts > steady.hosts ? busiest : steady
    self.init(
      hosts: more.hosts, reason: more.reason, value: steady.value, method: steady.method,
      licences: steady.licences)
  }

  /// The best of the instant bounds for the steady sizes of guests.
  private init(standing problem: PlacementProblem) {
    let bounds = InstantBounds(problem)
    let (hosts, reason) = bounds.best()
    guard problem.objective != .hosts else {
      self.init(hosts: hosts, reason: reason, value: Int64(hosts), method: reason)
      return
    }
    let (value, method) = bounds.cheapest(atLeast: hosts, because: reason)
    let licences = problem.objective == .price ? InstantBounds.licences(problem) : 0
    self.init(hosts: hosts, reason: reason, value: value + licences, method: method, licences: licences)
  }
}

/// The instant bounds of one problem, each O(guests + hosts log hosts) or less.
private struct InstantBounds {
  let problem: PlacementProblem
  /// Flavours that fit some empty usable host, and how many guests each has.
  let flavours: [(guest: Int32, population: Int64)]
  /// The usable hosts of each type.
  let hostsOfType: [Int64]

  /// - Parameter licence: a licence to whose guests the bounds are limited.
  init(_ problem: PlacementProblem, licence: Int32? = nil) {
    self.problem = problem
    var hostsOfType = [Int64](repeating: 0, count: problem.hosts.types.count)
    for type in problem.hosts.typeOfHost.prefix(problem.usableHostCount) { hostsOfType[Int(type)] += 1 }
    self.hostsOfType = hostsOfType
    flavours = problem.flavours.representative.indices.compactMap { flavour in
      if let licence, !problem.flavours.licences[flavour].contains(licence) { return nil }
      let guest = problem.flavours.representative[flavour]
      let fits = problem.hosts.types.indices.contains { type in
        hostsOfType[type] > 0 && problem.compatibility[problem.guests.classes[Int(guest)], Int32(type)]
          && (problem.hosts.types[type].guestLimit ?? 1) > 0
          && problem.resources.indices.allSatisfy {
            problem.guests.largest(of: guest, $0) <= problem.usableCapacity(ofType: type, $0)
          }
      }
      return fits ? (guest, Int64(problem.flavours.population[flavour])) : nil
    }
  }

  /// What licences cost at least.
  static func licences(_ problem: PlacementProblem) -> Int64 {
    problem.rules.licences.enumerated().reduce(0) { sum, licence in
      let fewest = InstantBounds(problem, licence: Int32(licence.offset)).best().hosts
      return sum + Int64(fewest) * licence.element.pricePerHost.millionths
    }
  }

  func best() -> (hosts: Int, reason: LowerBound.Reason) {
    guard !flavours.isEmpty else { return (0, .noGuests) }
    var best = (hosts: 1, reason: LowerBound.Reason.demand(resource: problem.resources[0].name))
    func offer(_ hosts: Int, _ reason: LowerBound.Reason) {
      if hosts > best.hosts { best = (hosts, reason) }
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
    let rounded = RoundedSizes(problem, flavours, isUsed: hostsOfType.map { $0 > 0 })
    for (hosts, resource) in rounded.bounds() {
      offer(min(hosts, problem.hosts.count + 1), .roundedSizes(resource: resource))
    }
    offer(min(rounded.conflicts(), problem.hosts.count + 1), .conflict)
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

  /// The least value of an objective other than the number of hosts: the cheapest hosts, in parts, that offer the demand
  /// of every resource, by the duals of that small linear program in whole numbers; or so many of the cheapest host.
  /// ```
  /// value >= ( Σ_r λ_r D_r + Σ_k n_k min(0, S c_k - Σ_r λ_r C_kr) ) / S + Σ_f n_f min_k g_fk      for any λ >= 0
  /// ```
  func cheapest(atLeast hosts: Int, because reason: LowerBound.Reason) -> (Int64, LowerBound.Reason) {
    let cost = PlacementCost(problem)
    guard hosts > 0, let dearest = cost.ofHost.max() else { return (0, reason) }
    var guests: Int64 = 0
    if !cost.isByHostOnly {
      for flavour in flavours {
        let guestClass = problem.guests.classes[Int(flavour.guest)]
        let least = problem.hosts.types.indices
          .filter { hostsOfType[$0] > 0 && problem.compatibility[guestClass, Int32($0)] }
          .map { cost.ofGuest(flavour.guest, onType: $0) }.min()
        guests += flavour.population * (least ?? 0)
      }
    }
    var (left, byCount) = (Int64(hosts), Int64(0))
    for type in cost.ofHost.indices.sorted(by: { (cost.ofHost[$0], $0) < (cost.ofHost[$1], $1) }) {
      byCount += min(left, hostsOfType[type]) * cost.ofHost[type]
      left -= min(left, hostsOfType[type])
    }
    let offer = problem.hosts.types.indices.map { type in
      problem.resources.indices.map { Int64(problem.usableCapacity(ofType: type, $0)) }
    }
    let demand = problem.resources.indices.map(total)
    let program = LinearProgram(
      rowLower: demand.map(Double.init), rowUpper: demand.map { _ in Double.greatestFiniteMagnitude })
    for type in cost.ofHost.indices {
      program.addColumn(
        cost: Double(cost.ofHost[type]) / Double(max(1, dearest)), rows: demand.indices.map(Int32.init),
        values: offer[type].map(Double.init), upper: Double(hostsOfType[type]))
    }
    var byOffer: Int64 = 0
    if program.minimize() {
      let scale = Double(1 << 40)
      let weights = program.duals.map { Int128(max(0, $0 * scale)) }
      var scaled = demand.indices.reduce(Int128(0)) { $0 + weights[$1] * Int128(demand[$1]) }
      for type in cost.ofHost.indices {
        let price = Int128(cost.ofHost[type]) * Int128(1 << 40) / Int128(max(1, dearest))
        let worth = demand.indices.reduce(Int128(0)) { $0 + weights[$1] * Int128(offer[type][$1]) }
        scaled += Int128(hostsOfType[type]) * min(0, price - worth)
      }
      let value = max(0, scaled) * Int128(dearest) >> 40
      let unit = Int128(cost.unit)
      byOffer = Int64(clamping: (value + unit - 1) / unit * unit)
    }
    return byOffer > byCount ? (byOffer + guests, .cheapestOffer) : (byCount + guests, reason)
  }
}
