/// A rule that a conflict may name: one that can be lifted to see whether guests fit without it.
public enum ConflictRule: Hashable, Sendable {
  /// What hosts offer of a resource.
  case resource(Int)
  /// How many guests a host takes.
  case guestLimit
  /// Which host types may run which guests.
  case compatibility
  /// Capacity kept free.
  case spare
  /// Guests kept apart.
  case separation(Int)
  /// Guests kept together.
  case affinity(Int)
  /// Guests that may use only some hosts.
  case fence(Int)
  /// How many hosts a licence covers.
  case licence(Int)
  /// What a unit can bear.
  case budget(Int)
}

extension PlacementProblem {
  /// Every rule of the problem, those first that planners can change most easily.
  public var conflictRules: [ConflictRule] {
    var all: [ConflictRule] = separations.indices.map { .separation($0) }
    all += rules.affinities.indices.map { .affinity($0) }
    all += rules.fences.indices.map { .fence($0) }
    all += rules.licences.indices.filter { rules.licences[$0].hostLimit != nil }.map { .licence($0) }
    all += rules.budgets.indices.map { .budget($0) }
    if spare != .none { all.append(.spare) }
    if hosts.types.contains(where: { $0.guestLimit != nil }) { all.append(.guestLimit) }
    all.append(.compatibility)
    return all + resources.indices.map { .resource($0) }
  }

  /// The problem of some of its guests under some of its rules.
  ///
  /// A resource without its rule is taken by nobody; where a budget is measured by it, hosts offer enough of it for all
  /// guests instead, and draw as much for each guest as before. Guests that are left out are named by no rule.
  ///
  /// - Parameters:
  ///   - chosen: the guests, ascending; guest i of the result is `chosen[i]`.
  ///   - kept: the rules that still hold.
  public func restricted(to chosen: [Int32], keeping kept: [ConflictRule]) -> PlacementProblem {
    var number = [Int32](repeating: -1, count: guests.count)
    for (index, guest) in chosen.enumerated() { number[Int(guest)] = Int32(index) }
    func among(_ members: [Int32]) -> [Int32] { members.map { number[Int($0)] }.filter { $0 >= 0 } }
    let drivers = rules.budgets.indices.filter { kept.contains(.budget($0)) }.map { rules.budgets[$0].driver }
    let isCounted = resources.indices.map { kept.contains(.resource($0)) || drivers.contains($0) }
    let isLifted = resources.indices.map { !kept.contains(.resource($0)) && drivers.contains($0) }
    // How many times what it has a type of host must offer of a lifted resource to take every guest.
    func stretch(_ type: Int, _ resource: Int) -> Int64 {
      let capacity = Int64(hosts.types[type].capacity[resource])
      guard isLifted[resource], capacity > 0 else { return 1 }
      let demand = chosen.reduce(Int64(0)) { $0 + Int64(guests.size(of: $1, resource)) }
      return min(demand / capacity + 2, Int64(Int32.max) / capacity)
    }
    // Demand over time counts where every resource that varies does; else what the rest of it asks for, steadily.
    let profiles = guests.profiles.flatMap { profiles in
      profiles.resources.allSatisfy { kept.contains(.resource($0)) } ? profiles : nil
    }
    var table = GuestTable(resourceCount: resources.count, over: profiles)
    let isCompatible = kept.contains(.compatibility)
    for guest in chosen {
      table.append(
        size: resources.indices.map { isCounted[$0] ? guests.size(of: guest, $0) : 0 },
        guestClass: guests.classes[Int(guest)],
        profile: profiles == nil ? nil : guests.profileOfGuest[Int(guest)])
    }
    let limits = kept.contains(.guestLimit)
    let types = hosts.types.enumerated().map { index, type in
      HostType(
        type.name,
        capacity: resources.indices.map { resource in
          let capacity = Int64(type.capacity[resource])
          return capacity == 0 && isLifted[resource]
            ? Int32.max : Int32(clamping: capacity * stretch(index, resource))
        },
        guestLimit: limits ? type.guestLimit : nil, price: type.price, idlePower: type.idlePower,
        peakPower: type.peakPower)
    }
    func held<Rule>(_ all: [Rule], _ name: (Int) -> ConflictRule) -> [Rule] {
      all.indices.filter { kept.contains(name($0)) }.map { all[$0] }
    }
    return PlacementProblem(
      resources: resources, guests: table,
      hosts: HostTable(types: types, typeOfHost: hosts.typeOfHost, domains: hosts.domains),
      compatibility: isCompatible ? compatibility : nil,
      separations: held(separations) { .separation($0) }.map {
        Separation($0.name, guests: among($0.guests), over: $0.level, limit: $0.limit)
      },
      rules: PlacementRules(
        affinities: held(rules.affinities) { .affinity($0) }.map {
          Affinity($0.name, guests: among($0.guests), in: $0.level)
        },
        fences: held(rules.fences) { .fence($0) }.map {
          Fence($0.name, guests: among($0.guests), hosts: $0.hosts)
        },
        licences: held(rules.licences) { .licence($0) }.map {
          Licence(
            $0.name, guests: among($0.guests), pricePerHost: $0.pricePerHost, hostLimit: $0.hostLimit)
        },
        budgets: held(rules.budgets) { .budget($0) }.map { budget in
          Budget(
            budget.name, unit: budget.unit, over: budget.level, limits: budget.limits, ofHost: budget.ofHost,
            ofFullHost: types.indices.map { type in
              let swing = budget.ofFullHost[type] - budget.ofHost[type]
              let hasLoad = hosts.types[type].capacity[budget.driver] > 0
              return budget.ofHost[type] + (hasLoad ? swing * stretch(type, budget.driver) : 0)
            }, drivenBy: budget.driver)
        }),
      spare: kept.contains(.spare) ? spare : .none)
  }
}
