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

  init(_ problem: PlacementProblem, _ classes: HostClasses) {
    isProven = InstantInfeasibility.proof(problem, classes)
  }

  /// Flavours that the same empty hosts take.
  private struct Hall {
    /// Whether hosts of each class take them.
    let takes: [Bool]
    var flavours: [Int32]
  }

  private static func proof(_ problem: PlacementProblem, _ classes: HostClasses) -> Bool {
    guard problem.guests.count > 0 else { return false }
    if let reserve = SlotReserve(problem), problem.guests.count > reserve.limit { return true }
    let empty = FleetState(problem)
    var halls: [Hall] = []
    var takesOfFlavour: [[Bool]] = []
    for flavour in 0..<Int32(problem.flavours.count) {
      let takes = classes.representative.map { empty.admits(flavour: flavour, on: $0) }
      guard takes.contains(true) else { return true }
      takesOfFlavour.append(takes)
      if let known = halls.firstIndex(where: { $0.takes == takes }) {
        halls[known].flavours.append(flavour)
      } else if halls.count < mostHalls {
        halls.append(Hall(takes: takes, flavours: [flavour]))
      }
    }
    for hall in halls {
      let inside = halls.filter { other in zip(other.takes, hall.takes).allSatisfy { !$0 || $1 } }
      if isOvercrowded(problem, classes, hall.takes, flavours: inside.flatMap(\.flavours)) { return true }
    }
    for rule in problem.separations where isTooLarge(rule, problem, classes, takesOfFlavour) { return true }
    if LowerBound(of: problem).hosts > problem.usableHostCount { return true }
    return problem.rules.budgets.contains { isOverdrawn($0, problem) }
  }

  private static let mostHalls = 200

  private static func isOvercrowded(
    _ problem: PlacementProblem, _ classes: HostClasses, _ takes: [Bool], flavours: [Int32]
  ) -> Bool {
    var guests: Int64 = 0
    for flavour in flavours { guests += Int64(problem.flavours.population[Int(flavour)]) }
    func offered(_ ofType: (Int) -> Int64) -> Int64 {
      takes.indices.reduce(0) { sum, index in
        guard takes[index] else { return sum }
        let type = problem.hosts.typeOfHost[Int(classes.representative[index])]
        return sum + Int64(classes.population[index]) * ofType(Int(type))
      }
    }
    if guests > offered({ Int64(problem.hosts.types[$0].guestLimit ?? .max) }) { return true }
    return problem.resources.indices.contains { resource in
      let demand = flavours.reduce(Int64(0)) { sum, flavour in
        sum + Int64(problem.flavours.population[Int(flavour)])
          * Int64(problem.guests.size(of: problem.flavours.representative[Int(flavour)], resource))
      }
      return demand > offered { Int64(problem.usableCapacity(ofType: $0, resource)) }
    }
  }

  private static func isTooLarge(
    _ rule: Separation, _ problem: PlacementProblem, _ classes: HostClasses, _ takesOfFlavour: [[Bool]]
  ) -> Bool {
    var isMember = [Bool](repeating: false, count: problem.guests.count)
    for guest in rule.guests { isMember[Int(guest)] = true }
    var isOpen = [Bool](repeating: false, count: classes.representative.count)
    var members = 0
    for guest in isMember.indices where isMember[guest] {
      members += 1
      let takes = takesOfFlavour[Int(problem.flavours.flavourOfGuest[guest])]
      for index in takes.indices where takes[index] { isOpen[index] = true }
    }
    var isUnitOpen = [Bool](repeating: false, count: problem.hosts.unitCount(at: rule.level))
    for host in 0..<Int32(problem.hosts.count) where isOpen[Int(classes.classOfHost[Int(host)])] {
      isUnitOpen[Int(problem.hosts.unit(of: host, at: rule.level))] = true
    }
    return members > isUnitOpen.count { $0 } * Int(rule.limit)
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
