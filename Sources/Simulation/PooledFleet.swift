import Facility
import Placement
import Scenario

/// A fleet whose hosts fall into pools: each is sized for its own guests, with its own spare.
///
/// ```
/// servers = sum over pools of the fewest with which a policy places the pool's guests and the spare rule holds
/// ```
/// Pools follow one another from server to server; empty spare hosts (`N hosts`) are the last, those of each pool in turn. So
/// that an enclosure may be lost, pools are spread evenly over enclosures instead, as few of them as do; then no pool could
/// be one server smaller. Servers beyond the need, where a number is given, belong to the first pool.
///
/// **Not modelled**: a spare that is installed anew for another pool; a mix that takes fewer hosts because one pool's policy
/// leaves room in another's enclosure.
struct PooledFleet {
  let layout: Layout
  let index: Int
  let sizing: GuestSizing
  let guests: [DemandPlan.Guest]
  /// Blades that an enclosure takes; 0 for rack servers.
  let bladesPerEnclosure: Int

  /// How a number of hosts of each pool does.
  private enum Trial {
    case plans([FleetPart])
    /// The pools whose hosts are too few, and what they are short of.
    case short([(pool: Int, constraint: BindingConstraint)])
  }

  private var pools: Range<Int> { sizing.estate.pools.indices }

  /// Numbers of the guests of a pool, in order.
  private func members(of pool: Int) -> [Int32] {
    guests.indices.filter { sizing.estate.poolOfGroup[Int(guests[$0].group)] == pool }.map(Int32.init)
  }

  private func table(of members: [Int32]) -> GuestTable {
    sizing.table(of: members.map { guests[Int($0)] })
  }

  /// The fleet.
  ///
  /// - Parameter name: the name of a guest, by its number.
  func choice(name: (Int32) -> String) throws(InfeasibleLayout) -> FleetChoice {
    let isSpread = layout.placement.spare == .enclosure && bladesPerEnclosure > 0
    let rule: SpareRule = isSpread ? .none : layout.placement.spare.rule
    var needs: [FleetSizing] = []
    for pool in pools { needs.append(try need(of: pool, rule, name: name)) }
    let counts = needs.map(\.hosts)
    if let count = layout.servers.count {
      return try given(count, needs: counts)
    }
    if isSpread { return try spread(atLeast: counts) }
    let order = inTurn(counts)
    let parts = needs.indices.map {
      FleetPart(needs[$0].plan, guests: members(of: $0), hosts: hosts(of: $0, in: order))
    }
    return choice(
      parts, order, BladeSpread(order.count, filling: bladesPerEnclosure), needs.map(\.binding))
  }

  private func choice(
    _ parts: [FleetPart], _ order: [Int32], _ spread: BladeSpread, _ bindings: [BindingConstraint?]
  ) -> FleetChoice {
    FleetChoice(
      poolOfHost: order, spread: spread, plan: PlacementPlan(of: parts, guests: guests.count),
      bindings: bindings)
  }

  private func need(
    of pool: Int, _ rule: SpareRule, name: (Int32) -> String
  ) throws(InfeasibleLayout) -> FleetSizing {
    let members = members(of: pool)
    let type = sizing.hostTypes[pool]
    do {
      return try FleetSizing.smallest(
        resources: GuestSizing.resources, guests: table(of: members), hostType: type, spare: rule,
        policy: layout.placement.policy)
    } catch {
      let text = error.text(
        guestName: { name(members[Int($0)]) }, resources: GuestSizing.resources, hostType: type)
      throw InfeasibleLayout(
        layout: index, key: "servers", reason: "\(sizing.estate.pools[pool].title): \(text)",
        help: "use a larger server, more memory, or raise the limits of the hosts")
    }
  }

  // MARK: - Order of hosts

  /// The pool of each host, one pool after the other, spare hosts last.
  private func inTurn(_ counts: [Int]) -> [Int32] {
    var spare = 0
    if case .hosts(let count) = layout.placement.spare { spare = count }
    func run(_ length: (Int) -> Int) -> [Int32] {
      pools.flatMap { [Int32](repeating: Int32($0), count: length($0)) }
    }
    return run { counts[$0] - min(spare, counts[$0]) } + run { min(spare, counts[$0]) }
  }

  /// The pool of each host, every pool spread evenly: the next host belongs to the one that is furthest behind.
  private func spreadOut(_ counts: [Int]) -> [Int32] {
    let total = counts.reduce(0, +)
    var placed = [Int](repeating: 0, count: counts.count)
    return (0..<total).map { host in
      func lag(_ pool: Int) -> Int { counts[pool] * (host + 1) - placed[pool] * total }
      let next = pools.max { (lag($0), $1) < (lag($1), $0) } ?? 0
      placed[next] += 1
      return Int32(next)
    }
  }

  private func hosts(of pool: Int, in order: [Int32]) -> [Int32] {
    order.indices.filter { order[$0] == Int32(pool) }.map(Int32.init)
  }

  /// The policy by which numbers of hosts are tried.
  private var quick: any PlacementPolicy { layout.placement.policy.quick ?? layout.placement.policy }

  /// Plans every pool on its hosts in their enclosures, once their numbers are settled.
  private func settled(_ order: [Int32], in spread: BladeSpread, _ quick: [FleetPart]) -> [FleetPart] {
    let policy = layout.placement.policy
    guard policy.quick != nil, case .plans(let parts) = trial(order, in: spread, by: policy)
    else { return quick }
    return parts
  }

  /// Plans every pool on its hosts in their enclosures.
  private func trial(
    _ order: [Int32], in spread: BladeSpread, by chosen: (any PlacementPolicy)? = nil
  ) -> Trial {
    let policy = chosen ?? quick
    var parts: [FleetPart] = []
    var short: [(pool: Int, constraint: BindingConstraint)] = []
    for pool in pools {
      let (members, own) = (members(of: pool), hosts(of: pool, in: order))
      let enclosures = FailureDomains(spread, hosts: own)
      let problem = PlacementProblem(
        resources: GuestSizing.resources, guests: table(of: members),
        hosts: HostTable(own.count, of: sizing.hostTypes[pool], domains: [enclosures]),
        spare: layout.placement.spare.rule)
      switch FleetSizing.attempt(problem, policy) {
      case .success(let plan): parts.append(FleetPart(plan, guests: members, hosts: own))
      case .failure(let constraint): short.append((pool, constraint))
      }
    }
    return short.isEmpty ? .plans(parts) : .short(short)
  }

  // MARK: - A given number

  private func given(_ count: Int, needs: [Int]) throws(InfeasibleLayout) -> FleetChoice {
    var counts = needs
    var rest = count - needs.reduce(0, +)
    let isSpread = layout.placement.spare == .enclosure && bladesPerEnclosure > 0
    let spread = layout.servers.spread(of: count, bladesPerEnclosure: bladesPerEnclosure)
    while rest >= 0 {
      var filled = counts
      filled[0] += rest
      let order = isSpread ? spreadOut(filled) : inTurn(filled)
      switch trial(order, in: spread) {
      case .plans(let parts):
        return choice(settled(order, in: spread, parts), order, spread, needs.map { _ in nil })
      case .short(let short):
        // The first pool has all that is left already.
        guard let next = short.first(where: { $0.pool > 0 })?.pool else { throw tooFew(count, counts) }
        counts[next] += 1
        rest -= 1
      }
    }
    throw tooFew(count, counts)
  }

  private func tooFew(_ count: Int, _ counts: [Int]) -> InfeasibleLayout {
    let words = pools.map { "\(counts[$0]) for \(sizing.estate.pools[$0].title)" }.joined(separator: ", ")
    let sum = counts.reduce(0, +)
    return InfeasibleLayout(
      layout: index, key: "servers.count",
      reason: sum > count
        ? "the guests need \(sum) servers (\(words)), there are \(count)"
        : "\(count) servers (at least \(words)) do not bear the loss of an enclosure",
      help:
        "leave out the count to have the servers sized, or give \(sum > count ? "at least \(sum)" : "more")")
  }

  // MARK: - Spread over enclosures

  /// The fewest enclosures, and in them the fewest hosts of each pool, such that any enclosure may be lost.
  private func spread(atLeast least: [Int]) throws(InfeasibleLayout) -> FleetChoice {
    let total = least.reduce(0, +)
    let first = max(2, (total + bladesPerEnclosure - 1) / bladesPerEnclosure)
    for enclosures in first...first + 2 * guests.count {
      func filled(_ counts: [Int]) -> BladeSpread {
        let total = counts.reduce(0, +)
        return BladeSpread(total, filling: (total + enclosures - 1) / enclosures)
      }
      var counts = least
      while filled(counts).largest <= bladesPerEnclosure {
        switch trial(spreadOut(counts), in: filled(counts)) {
        case .plans: return fewest(from: counts, in: filled)
        case .short(let short): for (pool, _) in short { counts[pool] += 1 }
        }
      }
    }
    throw InfeasibleLayout(
      layout: index, key: "placement.spare",
      reason: "no number of enclosures bears the loss of one of them",
      help: "take larger servers, or another spare")
  }

  /// Takes hosts away from one pool after the other as long as the rest does.
  private func fewest(from counts: [Int], in filled: ([Int]) -> BladeSpread) -> FleetChoice {
    var counts = counts
    var bindings = [BindingConstraint?](repeating: nil, count: counts.count)
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for pool in pools where counts[pool] > 0 {
        var fewer = counts
        fewer[pool] -= 1
        switch trial(spreadOut(fewer), in: filled(fewer)) {
        case .plans: (counts, isSmaller) = (fewer, true)
        case .short(let short):
          bindings[pool] = (short.first { $0.pool == pool } ?? short.first)?.constraint
        }
      }
    }
    let (order, spread) = (spreadOut(counts), filled(counts))
    guard case .plans(let parts) = trial(order, in: spread) else {
      preconditionFailure("a fleet that has just done does no more")
    }
    return choice(settled(order, in: spread, parts), order, spread, bindings)
  }
}
