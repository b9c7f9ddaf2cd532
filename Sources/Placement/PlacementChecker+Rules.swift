internal import Quantities

extension PlacementChecker {
  /// What a placement breaks of the rules about groups, fences, licences, budgets and slots.
  func furtherViolations(of places: [Int32]) -> [PlacementViolation] {
    var violations: [PlacementViolation] = []
    for (rule, affinity) in problem.rules.affinities.enumerated()
    where Set(
      affinity.guests.filter { places[Int($0)] >= 0 }.map { unit(of: places[Int($0)], affinity.level) }
    )
    .count > 1 {
      violations.append(.apart(rule: rule))
    }
    for (rule, fence) in problem.rules.fences.enumerated() {
      let inside = Set(fence.hosts)
      for guest in fence.guests where places[Int(guest)] >= 0 && !inside.contains(places[Int(guest)]) {
        violations.append(.outsideFence(rule: rule, guest: guest))
      }
    }
    for (rule, licence) in problem.rules.licences.enumerated() {
      guard let limit = licence.hostLimit else { continue }
      if licensedHosts(licence, places).count > Int(limit) { violations.append(.licenceExceeded(rule: rule)) }
    }
    for (rule, budget) in problem.rules.budgets.enumerated() {
      for (unit, load) in loads(budget, places).enumerated() where load > budget.limits[unit] {
        violations.append(.overBudget(rule: rule, unit: Int32(unit)))
      }
    }
    if let most = mostGuestsBySlots, places.count(where: { $0 >= 0 }) > most {
      violations.append(.tooFewSlots)
    }
    return violations
  }

  /// Whether these rules let a guest that has no host on a host.
  func furtherRulesAdmit(_ guest: Int32, on host: Int32, _ usage: Usage, _ places: [Int32]) -> Bool {
    for affinity in problem.rules.affinities where affinity.guests.contains(guest) {
      let here = unit(of: host, affinity.level)
      if let other = affinity.guests.first(where: { places[Int($0)] >= 0 }) {
        if unit(of: places[Int(other)], affinity.level) != here { return false }
      } else if !hasRoom(forAllOf: affinity, in: here, usage) {
        return false
      }
    }
    for fence in problem.rules.fences where fence.guests.contains(guest) && !fence.hosts.contains(host) {
      return false
    }
    var trial = places
    trial[Int(guest)] = host
    for licence in problem.rules.licences where licence.guests.contains(guest) {
      if let limit = licence.hostLimit, licensedHosts(licence, trial).count > Int(limit) { return false }
    }
    for budget in problem.rules.budgets {
      let here = Int(unit(of: host, budget.level))
      if loads(budget, trial)[here] > budget.limits[here] { return false }
    }
    if let most = mostGuestsBySlots, trial.count(where: { $0 >= 0 }) > most { return false }
    return true
  }

  /// Whether what is free in a unit, spare hosts aside, adds up to what a whole group takes.
  private func hasRoom(forAllOf affinity: Affinity, in here: Int32, _ usage: Usage) -> Bool {
    var spare = 0
    if case .hosts(let count) = problem.spare { spare = count }
    return problem.resources.indices.allSatisfy { resource in
      var free = 0.0
      for host in 0..<max(0, problem.hosts.count - spare) where unit(of: Int32(host), affinity.level) == here
      {
        let type = problem.hosts.types[Int(problem.hosts.typeOfHost[host])]
        free += limit(type, resource).rounded(.down) - usage.amount[host][resource]
      }
      let demand = Set(affinity.guests).reduce(0.0) {
        $0 + Double(problem.guests.sizes[Int($1) * problem.resources.count + resource])
      }
      return demand <= free
    }
  }

  private func licensedHosts(_ licence: Licence, _ places: [Int32]) -> Set<Int32> {
    Set(licence.guests.map { places[Int($0)] }.filter { $0 >= 0 })
  }

  /// What the hosts and guests of each unit add up to.
  private func loads(_ budget: Budget, _ places: [Int32]) -> [Int64] {
    var loads = [Int64](repeating: 0, count: budget.limits.count)
    for host in Set(places.filter { $0 >= 0 }) {
      loads[Int(unit(of: host, budget.level))] += budget.ofHost[Int(problem.hosts.typeOfHost[Int(host)])]
    }
    for guest in places.indices where places[guest] >= 0 {
      let type = Int(problem.hosts.typeOfHost[Int(places[guest])])
      let capacity = Int64(problem.hosts.types[type].capacity[budget.driver])
      guard capacity > 0 else { continue }
      let size = Int64(problem.guests.sizes[guest * problem.resources.count + budget.driver])
      let (whole, part) = ((budget.ofFullHost[type] - budget.ofHost[type]) * size).quotientAndRemainder(
        dividingBy: capacity)
      loads[Int(unit(of: places[guest], budget.level))] += whole + (part > 0 ? 1 : 0)
    }
    return loads
  }

  /// How many guests may be placed when slots are kept for lost hosts.
  private var mostGuestsBySlots: Int? {
    guard case .slots(let lost) = problem.spare else { return nil }
    let guests = 0..<problem.guests.count
    let width = problem.resources.count
    let slot: [Int32] = problem.resources.indices.map { r in
      guests.map { guest -> Int32 in
        guard let profiles = problem.guests.profiles, let position = profiles.resources.firstIndex(of: r)
        else {
          return problem.guests.sizes[guest * width + r]
        }
        let amounts = profiles.amounts(of: problem.guests.profileOfGuest[guest], position)
        return amounts.sorted(by: >)[profiles.mayExceed]
      }.max() ?? 0
    }
    var slots = problem.hosts.typeOfHost.map { index in
      let type = problem.hosts.types[Int(index)]
      var most = max(1, guests.count)
      for (size, capacity) in zip(slot, type.capacity) where size > 0 {
        most = min(most, Int(capacity / size))
      }
      if let limit = type.guestLimit { most = min(most, Int(limit)) }
      return most
    }
    slots.sort()
    return slots.dropLast(lost).reduce(0, +)
  }

  /// The value of a placement in whole units of the objective.
  func value(of places: [Int32]) -> Int64 {
    let used = Set(places.filter { $0 >= 0 })
    switch problem.objective {
    case .hosts: return Int64(used.count)
    case .price:
      let hosts = used.reduce(Int64(0)) { $0 + (problem.hosts.type(of: $1).price?.millionths ?? 0) }
      return problem.rules.licences.reduce(hosts) {
        $0 + $1.pricePerHost.millionths * Int64(licensedHosts($1, places).count)
      }
    case .energy(let driver):
      let draw = Budget.power(
        "draw", over: .host, limits: problem.hosts.typeOfHost.map { _ in .zero }, of: problem.hosts,
        drivenBy: driver)
      return loads(draw, places).reduce(0, +)
    }
  }
}
