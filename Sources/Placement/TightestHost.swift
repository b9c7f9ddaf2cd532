/// Finds the host where least stays free after a guest, by looking only at hosts in use and one empty host of each
/// type: empty hosts of a type are all alike, except for separations.
struct TightestHost {
  private let factors: Factors
  private let population: [Int32]
  /// Hosts in use, in the order in which they came into use.
  private var used: [Int32]
  /// For each flavour, the hosts in use that have not refused it yet; while guests are only added, the others never
  /// will admit it. Kept only for flavours of several guests.
  private var candidates: [[Int32]]
  /// For each flavour, how many hosts in use have been made candidates.
  private var seen: [Int]
  private var hostsOfType: [[Int32]]
  private var firstEmpty: [Int]

  init(_ fleet: FleetState, waiting population: [Int32], factors: Factors) {
    self.factors = factors
    self.population = population
    candidates = [[Int32]](repeating: [], count: fleet.flavourCount)
    seen = [Int](repeating: 0, count: fleet.flavourCount)
    used = (0..<Int32(fleet.hostCount)).filter { fleet.guestCount[Int($0)] > 0 && fleet.isOpen($0) }
    hostsOfType = [[Int32]](repeating: [], count: fleet.problem.hosts.types.count)
    for host in 0..<Int32(fleet.hostCount) where fleet.guestCount[Int(host)] == 0 && fleet.isOpen(host) {
      hostsOfType[Int(fleet.typeOfHost[Int(host)])].append(host)
    }
    firstEmpty = hostsOfType.map { _ in 0 }
  }

  /// Must be told of each host before it takes a guest.
  mutating func willUse(_ host: Int32, in fleet: FleetState) {
    if fleet.guestCount[Int(host)] == 0 { used.append(host) }
  }

  /// The admitting host where least stays free, the lowest index among equals.
  mutating func host(for flavour: Int32, in fleet: FleetState) -> Int32? {
    var best = (free: Double.infinity, host: Int32.max)
    var own: [Int32] = []
    swap(&own, &candidates[Int(flavour)])
    own.append(contentsOf: used[seen[Int(flavour)]...])
    var kept = 0
    for index in own.indices {
      let host = own[index]
      guard fleet.admits(flavour: flavour, on: host) else { continue }
      own[kept] = host
      kept += 1
      let free = freeAfter(flavour, host, fleet)
      if (free, host) < best { best = (free, host) }
    }
    if population[Int(flavour)] > 1 {
      own.removeLast(own.count - kept)
      candidates[Int(flavour)] = own
      seen[Int(flavour)] = used.count
    }
    for type in hostsOfType.indices {
      guard let host = emptyHost(ofType: type, for: flavour, in: fleet) else { continue }
      let free = freeAfter(flavour, host, fleet)
      if (free, host) < best { best = (free, host) }
    }
    return best.host == .max ? nil : best.host
  }

  private mutating func emptyHost(ofType type: Int, for flavour: Int32, in fleet: FleetState) -> Int32? {
    while firstEmpty[type] < hostsOfType[type].count,
      fleet.guestCount[Int(hostsOfType[type][firstEmpty[type]])] > 0
    { firstEmpty[type] += 1 }
    for index in firstEmpty[type]..<hostsOfType[type].count {
      let host = hostsOfType[type][index]
      guard fleet.guestCount[Int(host)] == 0 else { continue }
      guard fleet.hasRoom(flavour: flavour, on: host), fleet.isCompatible(flavour: flavour, with: host),
        fleet.hasSlot(on: host)
      else { return nil }
      if fleet.admits(flavour: flavour, on: host) { return host }
    }
    return nil
  }

  private func freeAfter(_ flavour: Int32, _ host: Int32, _ fleet: FleetState) -> Double {
    let (size, room) = (Int(flavour) * fleet.resourceCount, Int(host) * fleet.resourceCount)
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      factors.add(Double(fleet.free[room + resource] - fleet.sizes[size + resource]), resource, to: &total)
    }
    return total
  }
}
