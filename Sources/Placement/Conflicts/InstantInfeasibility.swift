/// Proofs that guests cannot all have a host, each a sum or a count, good for any number of guests.
///
/// ```
/// alone        a guest that no empty host admits
/// halls        guests that may use only some hosts take more of a resource, or more slots, than those offer
/// apart        a separated group larger than its limit times the units that take any of it
/// slots        more guests than the spare rule leaves slots
/// bound        more hosts needed than there are (``LowerBound``, instant)
/// budget       what guests add at least exceeds the sum of all limits
/// ```
struct InstantInfeasibility {
  /// Whether some proof holds.
  let isProven: Bool

  init(_ problem: PlacementProblem) { isProven = InstantInfeasibility.proof(problem) }

  private static func proof(_ problem: PlacementProblem) -> Bool {
    guard problem.guests.count > 0 else { return false }
    if let reserve = SlotReserve(problem), problem.guests.count > reserve.limit { return true }
    let empty = FleetState(problem)
    // The hosts that take a flavour when they are empty, flavours with the same ones together.
    var halls: [(hosts: [Bool], flavours: [Int32])] = []
    for flavour in 0..<Int32(problem.flavours.count) {
      let hosts = (0..<Int32(problem.hosts.count)).map { empty.admits(flavour: flavour, on: $0) }
      guard hosts.contains(true) else { return true }
      if let known = halls.firstIndex(where: { $0.hosts == hosts }) {
        halls[known].flavours.append(flavour)
      } else {
        guard halls.count < mostHalls else { continue }
        halls.append((hosts, [flavour]))
      }
    }
    for hall in halls {
      let inside = halls.filter { other in zip(other.hosts, hall.hosts).allSatisfy { !$0 || $1 } }
      if isOvercrowded(problem, hosts: hall.hosts, flavours: inside.flatMap(\.flavours)) { return true }
    }
    for rule in problem.separations where isTooLarge(rule, problem, empty) { return true }
    if LowerBound(of: problem).hosts > problem.usableHostCount { return true }
    return problem.rules.budgets.contains { isOverdrawn($0, problem) }
  }

  private static let mostHalls = 200

  private static func isOvercrowded(_ problem: PlacementProblem, hosts: [Bool], flavours: [Int32]) -> Bool {
    var count: Int64 = 0
    for flavour in flavours { count += Int64(problem.flavours.population[Int(flavour)]) }
    var slots: Int64 = 0
    for host in hosts.indices where hosts[host] {
      slots += Int64(problem.hosts.type(of: Int32(host)).guestLimit ?? .max)
    }
    if count > slots { return true }
    return problem.resources.indices.contains { resource in
      var (demand, offer): (Int64, Int64) = (0, 0)
      for flavour in flavours {
        demand +=
          Int64(problem.flavours.population[Int(flavour)])
          * Int64(problem.guests.size(of: problem.flavours.representative[Int(flavour)], resource))
      }
      for host in hosts.indices where hosts[host] {
        offer += Int64(problem.usableCapacity(ofType: Int(problem.hosts.typeOfHost[host]), resource))
      }
      return demand > offer
    }
  }

  private static func isTooLarge(_ rule: Separation, _ problem: PlacementProblem, _ empty: FleetState) -> Bool
  {
    var isMember = [Bool](repeating: false, count: problem.guests.count)
    for guest in rule.guests { isMember[Int(guest)] = true }
    let members = isMember.indices.filter { isMember[$0] }
    var flavours: [Int32] = []
    for guest in members {
      let flavour = problem.flavours.flavourOfGuest[guest]
      if !flavours.contains(flavour) { flavours.append(flavour) }
    }
    var takes = [Bool](repeating: false, count: problem.hosts.unitCount(at: rule.level))
    for host in 0..<Int32(problem.hosts.count)
    where flavours.contains(where: { empty.admits(flavour: $0, on: host) }) {
      takes[Int(problem.hosts.unit(of: host, at: rule.level))] = true
    }
    return members.count > takes.count { $0 } * Int(rule.limit)
  }

  private static func isOverdrawn(_ budget: Budget, _ problem: PlacementProblem) -> Bool {
    var isThere = [Bool](repeating: false, count: problem.hosts.types.count)
    for type in problem.hosts.typeOfHost { isThere[Int(type)] = true }
    var load: Int64 = 0
    for flavour in 0..<problem.flavours.count {
      let size = problem.guests.size(of: problem.flavours.representative[flavour], budget.driver)
      let least = isThere.indices.filter { isThere[$0] }.map { type in
        budget.ofGuest(
          size: size, capacity: problem.hosts.types[type].capacity[budget.driver], type: type)
      }.min()
      load += Int64(problem.flavours.population[flavour]) * (least ?? 0)
    }
    let units = problem.hosts.unitCount(at: budget.level)
    return load > budget.limits.prefix(units).reduce(0, +)
  }
}
