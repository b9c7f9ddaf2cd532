internal import Placement
internal import Quantities

extension Run {
  /// Puts every guest on a host, in the order of traces, with all the processors, memory and network that it could ask for.
  ///
  /// Without consolidation the first host with room is taken; with it the one whose power would rise least. The price of a
  /// host changes only with the guest model and when a guest is put on it, so prices are kept.
  mutating func placeAll() throws(ExperimentProblem) {
    let memory = Column(repeating: 0.0, count: fleet.hosts)
    let network = Column(repeating: 0.0, count: fleet.hosts)
    let price = Column(repeating: 0.0, count: fleet.hosts)
    for host in 0..<fleet.hosts {
      let model = HostModel.all[Int(fleet.model[host])]
      memory[host] = model.memory.value
      network[host] = model.network.value
    }

    func evaluate(_ host: Int, _ guest: GuestModel) -> Double {
      let rate = guest.rate.value
      guard fleet.core[host] >= rate, fleet.available[host] >= rate, memory[host] >= guest.memory.value,
        network[host] >= guest.network.value
      else { return .infinity }
      guard let planner else { return 0 }
      if fleet.allocated[host] != 0 || !quirks.has(.emptyHostUntested),
        isTooMuch(rate / fleet.capacity[host], planner)
      {
        return .infinity
      }
      return riseInPower(
        host, rate, before: powerBefore(host), isDivided: quirks.has(.dividedByCapacity))
    }

    var priced: Int?
    for guest in 0..<traces.count {
      let model = GuestModel.all[models[guest]]
      if priced != models[guest] {
        for host in 0..<fleet.hosts { price[host] = evaluate(host, model) }
        priced = models[guest]
      }
      guard let host = cheapest(price) else {
        throw .noHost(guest: traces.names[guest], hosts: fleet.hosts)
      }
      if quirks.has(.nominalStart) {
        fleet.allocated[host] += model.rate.value
        fleet.available[host] -= model.rate.value
      }
      memory[host] -= model.memory.value
      network[host] -= model.network.value
      price[host] = evaluate(host, model)
      fleet.lists.append(guest, to: host)
      fleet.occupied.insert(host)
      fleet.home[guest] = Int32(truncatingIfNeeded: host)
    }
    alive = traces.count
  }

  /// Whether a guest's full request alone overloads a host: those placed before ask for nothing yet.
  private func isTooMuch(_ share: Double, _ planner: Planner) -> Bool {
    withUnsafeTemporaryAllocation(of: Fraction.self, capacity: 1) { none in
      none.initializeElement(at: 0, to: .zero)
      return planner.detector.isOverloaded(at: Fraction(share), history: none.span)
    }
  }

  /// The host of the least price; nil when all are infinite.
  private func cheapest(_ price: borrowing Column<Double>) -> Int? {
    let prices = price.start
    let takesFirst = quirks.has(.firstOfEquals)
    if quirks.has(.exactTies) {
      let least = price.least(of: price.count)
      guard least < .infinity else { return nil }
      let hosts = 0..<price.count
      return takesFirst
        ? hosts.first { prices[$0] == least } : hosts.last { prices[$0] == least }
    }
    let margin = Candidates.slack
    var best = -1
    var least = Double.infinity
    if takesFirst {
      var bar = least
      for host in 0..<price.count where prices[host] < bar {
        best = host
        bar = prices[host] - margin
      }
    } else {
      for host in 0..<price.count where prices[host] <= least + margin && prices[host] < .infinity {
        best = host
        least = prices[host]
      }
    }
    return best < 0 ? nil : best
  }
}
