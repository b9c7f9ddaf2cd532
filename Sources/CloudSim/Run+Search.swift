internal import Placement
internal import Quantities

extension Run {
  /// The host whose power would rise least if a guest were added, of those that have room and would not be overloaded.
  mutating func target(for guest: Int, _ planner: Planner) -> Int? {
    let request = demand.request[guest]
    var fits = candidates.estimateAll(request, fleet.power)
    while fits {
      let host = cheapest(request)
      if admits(host, guest, planner) { return host }
      fits = candidates.dismiss(host)
    }
    return nil
  }

  /// Of the candidates near the least estimate, the one that costs least to the last bit.
  ///
  /// The rises are computed first and compared afterwards, both without branches: which hosts are equal cannot be foreseen.
  private func cheapest(_ request: Double) -> Int {
    let count = candidates.nearCount
    let rises = candidates.rises.start
    var least = Double.infinity
    if quirks.has(.exactTies) {
      let isDivided = quirks.has(.dividedByCapacity)
      for index in 0..<count {
        let place = candidates.near(index)
        let rise = riseInPower(
          candidates.host(place), request, before: candidates.before(place), isDivided: isDivided)
        rises[index] = rise
        least = min(least, rise)
      }
    } else {
      for index in 0..<count { rises[index] = 0 }
      least = 0
    }
    // Of equals the number decides: the least, or the greatest, which is the least when all bits are turned.
    let turn = quirks.has(.firstOfEquals) ? 0 : -1
    var best = Int.max
    for index in 0..<count {
      let host = candidates.host(candidates.near(index))
      best = min(best, rises[index] == least ? host ^ turn : .max)
    }
    return best ^ turn
  }

  /// What a host's power would rise by.
  @inline(__always)
  func riseInPower(_ host: Int, _ request: Double, before: Double, isDivided: Bool) -> Double {
    let sum = fleet.allocated[host] + request
    let capacity = fleet.capacity[host]
    let share = isDivided ? sum / capacity : sum * (1 / capacity)
    return fleet.power.draw(Int(fleet.model[host]), at: share) - before
  }

  /// Whether a host that has processors for a guest may have it.
  private func admits(_ host: Int, _ guest: Int, _ planner: Planner) -> Bool {
    if fleet.allocated[host] != 0 || !quirks.has(.emptyHostUntested),
      isOverloaded(host, adding: guest, planner)
    {
      return false
    }
    return ignoresRoom || hasRoom(for: GuestModel.all[models[guest]], on: host)
  }

  /// Whether neither memory nor network limits anything.
  private var ignoresRoom: Bool { quirks.has(.memoryIgnored) && quirks.has(.networkIgnored) }

  /// Whether memory and network suffice for one more guest, where they are not ignored.
  private func hasRoom(for guest: GuestModel, on host: Int) -> Bool {
    let model = HostModel.all[Int(fleet.model[host])]
    let count = fleet.lists.count(host)
    if !quirks.has(.memoryIgnored) {
      let used = (0..<count).reduce(guest.memory) {
        $0 + GuestModel.all[models[fleet.lists.guest(host, $1)]].memory
      }
      if used > model.memory { return false }
    }
    return quirks.has(.networkIgnored) || guest.network.value * Double(count + 1) <= model.network.value
  }

  /// Whether any guest could still come: asked once when a host changes, so that searches need not try the full ones.
  private func hasRoomForSmallest(_ host: Int) -> Bool {
    ignoresRoom || hasRoom(for: GuestModel.byMemory[0], on: host)
  }

  /// Whether a host is overloaded, perhaps with a guest added at the end of its list.
  func isOverloaded(_ host: Int, adding guest: Int?, _ planner: Planner) -> Bool {
    let requested = fleet.requested[host] + (guest.map { demand.request[$0] } ?? 0)
    if let largest = planner.largestRequests { return requested > largest[Int(fleet.model[host])] }
    return history.with(host, adding: guest, fleet) { samples in
      planner.detector.isOverloaded(at: Fraction(requested / fleet.capacity[host]), history: samples)
    }
  }

  /// Whether a host would be overloaded with some guests and no others.
  func isOverloaded(_ host: Int, with guests: [Int], _ planner: Planner) -> Bool {
    var requested = 0.0
    for guest in guests { requested += demand.request[guest] }
    let model = Int(fleet.model[host])
    if let largest = planner.largestRequests { return requested > largest[model] }
    return history.with(guests, model: model) { samples in
      planner.detector.isOverloaded(at: Fraction(requested / fleet.capacity[host]), history: samples)
    }
  }

  // MARK: - Candidates

  /// Begins the search for guests of overloaded hosts: every host that is on, and those that would be woken first.
  mutating func openCandidates(
    _ search: inout SearchForOverloaded, _ overloaded: borrowing HostSet, _ planner: Planner
  ) {
    candidates.removeAll()
    var hosts: [Int] = []
    if search.triesAll {
      hosts += 0..<fleet.hosts
    } else {
      fleet.occupied.forEach { if fleet.utilization[$0] > 0 { hosts.append($0) } }
    }
    for host in hosts where !overloaded.contains(host) { admitCandidate(host, planner) }
    while let host = search.next(fleet, overloaded) { admitCandidate(host, planner) }
  }

  mutating func admitCandidate(_ host: Int, _ planner: Planner) {
    candidates.insert(host, fleet, before: powerBefore(host), limit: largestRequest(host, planner))
  }

  /// The power that a rise is counted from.
  func powerBefore(_ host: Int) -> Double {
    let isOff = fleet.utilization[host] == 0
    if quirks.has(.staleUtilization) { return isOff && !quirks.has(.freeWake) ? 0 : fleet.draw[host] }
    if isOff, fleet.allocated[host] == 0, !quirks.has(.freeWake) { return 0 }
    let share = min(1, fleet.allocated[host] / fleet.capacity[host])
    return fleet.power.draw(Int(fleet.model[host]), at: share)
  }

  /// The most that the guests of a host may ask for together.
  func largestRequest(_ host: Int, _ planner: Planner) -> Double {
    guard hasRoomForSmallest(host) else { return -.infinity }
    guard let largest = planner.largestRequests else { return .infinity }
    let isUntested = fleet.allocated[host] == 0 && quirks.has(.emptyHostUntested)
    return isUntested ? .infinity : largest[Int(fleet.model[host])]
  }
}
