/// A problem as column generation sees it: how many guests of each size and class there are, and what each type of
/// host offers and costs.
///
/// A guest limit is one resource more, of which every guest takes one unit. Guests that are kept apart are a size class of
/// their own, of which a host takes no more than the rule lets it. All other rules are left out, which only makes the problem
/// easier: guests of one group that differ in size, limits of racks, budgets.
struct SizeClasses: Sendable {
  /// How many resources there are, a guest limit included.
  let resourceCount: Int
  /// Amounts, size class by size class.
  var sizes: [Int32]
  /// How many guests each size class has.
  let population: [Int64]
  /// The flavours of each size class.
  let flavours: [[Int32]]
  /// The row of the compatibility matrix of each size class.
  let guestClass: [Int32]
  /// The separation that all guests of a size class are in, or nil.
  let separation: [Int32?]
  /// How many guests of each size class one host takes at most, whatever their size.
  let mostOnHost: [Int32]
  /// What there is of each type of host.
  let types: [HostOffer]
  /// The largest number that divides every value of the objective.
  let unit: Int64

  /// One type of host.
  struct HostOffer: Sendable {
    /// The usable amount of each resource.
    let capacity: [Int32]
    /// What one host costs.
    let cost: Int64
    /// How many hosts there are.
    let count: Int64
    /// What a guest of each size class costs on it; empty where it costs nothing.
    let guestCost: [Int64]
    /// Whether a size class may run here and is not too large.
    let admits: [Bool]
  }

  /// How many size classes there are.
  var count: Int { population.count }

  /// Groups the guests that fit some usable host.
  ///
  /// - Parameters:
  ///   - waiting: how many guests of each flavour to count; nil counts all.
  ///   - hosts: how many usable hosts of each type there are; nil counts the problem's.
  init(_ problem: PlacementProblem, waiting: [Int32]? = nil, hosts: [Int64]? = nil) {
    self.init(problem, waiting, hosts, keepsApart: true)
    // Many small groups of guests would leave no room for what sizes say.
    if count > SizeClasses.most, separation.contains(where: { $0 != nil }) {
      self.init(problem, waiting, hosts, keepsApart: false)
    }
  }

  private init(_ problem: PlacementProblem, _ waiting: [Int32]?, _ hosts: [Int64]?, keepsApart: Bool) {
    let table = problem.flavours
    let types = problem.hosts.types
    let hasLimit = types.contains { $0.guestLimit != nil }
    let plain = problem.resources.count
    resourceCount = plain + (hasLimit ? 1 : 0)
    var count = [Int64](repeating: 0, count: types.count)
    for type in problem.hosts.typeOfHost.prefix(problem.usableHostCount) { count[Int(type)] += 1 }
    let available = hosts ?? count
    let capacities = types.indices.map { type in
      (0..<plain).map { problem.usableCapacity(ofType: type, $0) }
        + (hasLimit ? [types[type].guestLimit ?? Int32.max] : [])
    }
    func fits(_ guest: Int32, _ type: Int) -> Bool {
      available[type] > 0 && problem.compatibility[problem.guests.classes[Int(guest)], Int32(type)]
        && (0..<plain).allSatisfy { problem.guests.largest(of: guest, $0) <= capacities[type][$0] }
        && (types[type].guestLimit ?? 1) > 0
    }

    var seen = OpenHashTable(minimumCapacity: min(table.count, 1 << 16))
    var sizes: [Int32] = []
    var population: [Int64] = []
    var flavours: [[Int32]] = []
    var separation: [Int32?] = []
    for flavour in 0..<table.count {
      let guests = waiting.map { $0[flavour] } ?? table.population[flavour]
      let guest = table.representative[flavour]
      guard guests > 0, types.indices.contains(where: { fits(guest, $0) }) else { continue }
      let guestClass = problem.guests.classes[Int(guest)]
      let apart = keepsApart ? problem.tightestSeparation(of: Int32(flavour)) : nil
      var hash = OpenHashTable.mix(UInt64(truncatingIfNeeded: guestClass) &+ 1, apart ?? -1)
      for resource in 0..<plain { hash = OpenHashTable.mix(hash, problem.guests.size(of: guest, resource)) }
      let known = seen.find(hash: hash) { index in
        let other = table.representative[Int(flavours[Int(index)][0])]
        return separation[Int(index)] == apart && problem.guests.classes[Int(other)] == guestClass
          && (0..<plain).allSatisfy {
            problem.guests.size(of: other, $0) == problem.guests.size(of: guest, $0)
          }
      }
      if let known {
        population[Int(known)] += Int64(guests)
        flavours[Int(known)].append(Int32(flavour))
      } else {
        seen.insert(hash: hash, value: Int32(population.count))
        for resource in 0..<plain { sizes.append(problem.guests.size(of: guest, resource)) }
        if hasLimit { sizes.append(1) }
        population.append(Int64(guests))
        flavours.append([Int32(flavour)])
        separation.append(apart)
      }
    }
    let cost = PlacementCost(problem)
    self.sizes = sizes
    self.population = population
    self.flavours = flavours
    self.separation = separation
    mostOnHost = separation.map { $0.map { problem.separations[Int($0)].limit } ?? .max }
    guestClass = flavours.map { problem.guests.classes[Int(table.representative[Int($0[0])])] }
    unit = cost.unit
    self.types = types.indices.map { type in
      let guests = flavours.map { table.representative[Int($0[0])] }
      return HostOffer(
        capacity: capacities[type], cost: cost.ofHost[type], count: available[type],
        guestCost: cost.isByHostOnly ? [] : guests.map { cost.ofGuest($0, onType: type) },
        admits: guests.map { fits($0, type) })
    }
  }

  /// Whether a guest costs the same wherever it is.
  var isByHostOnly: Bool { types.allSatisfy(\.guestCost.isEmpty) }

  /// How many guests of a size class one host of a type holds when it holds no others.
  func mostAlone(_ index: Int, onType type: Int) -> Int32 {
    var most = min(mostOnHost[index], Int32(clamping: population[index]))
    for resource in 0..<resourceCount where size(index, resource) > 0 {
      most = min(most, types[type].capacity[resource] / size(index, resource))
    }
    return most
  }

  /// The amount of a resource that a guest of a size class takes.
  func size(_ index: Int, _ resource: Int) -> Int32 { sizes[index * resourceCount + resource] }
}

extension PlacementProblem {
  /// The separation that lets a host take fewest guests of a flavour, whatever it is over: what no domain may hold, no host
  /// in it may.
  fileprivate func tightestSeparation(of flavour: Int32) -> Int32? {
    flavours.separations[Int(flavour)].min {
      (separations[Int($0)].limit, $0) < (separations[Int($1)].limit, $1)
    }
  }
}

/// What one host holds: so many guests of some size classes.
struct Pattern: Hashable, Sendable {
  /// The type of the host.
  let type: Int32
  /// The size classes in it, ascending.
  let classes: [Int32]
  /// How many guests of each.
  let counts: [Int32]
}
