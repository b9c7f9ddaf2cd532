import Placement
public import Quantities
public import Scenario
import Virtualization
import Workload

/// Hosts of a layout that are installed alike, with the guests that run there.
public struct HostPool: Sendable {
  /// The techniques, and the groups of guests.
  public let pool: Estate.Pool
  /// How many servers it has, spare ones included, and how many of them hold a guest.
  public let hosts: Int
  public let hostsUsed: Int
  /// Guests that were placed there.
  public let guests: Int
  /// Why one server less would not do, in words; nil when their number was given.
  public let binding: String?
  /// Guests of mean size that one of its hosts takes.
  let places: Int
}

/// How guests of a group come and go under their technique.
struct GuestConduct: Sendable {
  /// Whether they restart on other hosts when theirs fails, and whether they move while they run.
  let restarts: Bool
  let moves: Bool
  /// From when they have a host until they run, and the same for their first run.
  let boot: Seconds
  let firstRun: Seconds

  init(of group: GuestGroup, under technique: Technique, in layout: Layout) {
    // What a layout of one technique says of it holds, whatever the technique can.
    restarts = layout.restart != nil && (!layout.isMixed || technique.restartsGuests)
    moves = layout.migration != nil && (!layout.isMixed || technique.migratesLive)
    boot = technique.times.boot.value
    firstRun = layout.timeToFirstRun(of: group, under: technique)
  }
}

extension LayoutDesign {
  /// What its guests run under, for people: the techniques, each once.
  public var techniqueTitle: String {
    pools.flatMap(\.pool.techniques).map(\.title).reduce(into: []) { known, title in
      if !known.contains(title) { known.append(title) }
    }.joined(separator: ", ")
  }

  /// The pool of a host.
  public func pool(of host: Int) -> HostPool { pools[Int(poolOfHost[host])] }

  /// What the techniques of a host take of its throughput, guests or none.
  public func ownShare(of host: Int) -> Fraction { pool(of: host).pool.hostWork }

  /// How many spare hosts stay empty, of all pools together.
  private func spare(of layout: Layout) -> SpareRule {
    guard case .hosts(let count) = layout.placement.spare else { return layout.placement.spare.rule }
    // As the fleet was ordered: those of every pool stand last.
    return .hosts(count * pools.count)
  }

  /// Some guests on the hosts as placement sees them: grouped by enclosure, and by rack where that is asked for.
  ///
  /// - Parameter poolOfHost: the hosts, by their pool; nil for those of the design.
  func problem(
    for guests: [DemandPlan.Guest], of scenario: Scenario, on poolOfHost: [Int32]? = nil, byRack: Bool = false
  ) -> PlacementProblem {
    let choice = scenario.layouts[layout]
    let poolOfHost = poolOfHost ?? self.poolOfHost
    var domains = [
      FailureDomains("enclosure", hosts: poolOfHost.count, hostsPerDomain: max(1, bladesPerEnclosure))
    ]
    if byRack {
      let rackOfEquipment = rackOfEquipment
      domains.append(
        FailureDomains("rack", domainOfHost: (0..<hosts).map { Int32(rackOfEquipment[equipment(of: $0)]) }))
    }
    let table = HostTable(types: sizing.hostTypes, typeOfHost: poolOfHost, domains: domains)
    let rules = RulesOfGroups(scenario, layout: choice, guests: guests)
    return PlacementProblem(
      resources: GuestSizing.resources, guests: sizing.table(of: guests), hosts: table,
      compatibility: sizing.compatibility, separations: rules.separations, rules: rules.rules(table),
      spare: spare(of: choice),
      objective: rules.objective)
  }

  /// Puts guests on their first hosts: each pool by itself, as it was sized.
  func place(_ guests: [Int32], of plan: DemandPlan, in layout: Layout, into fleet: inout FleetState) {
    guard pools.count > 1 else { return layout.placement.policy.place(guests, into: &fleet) }
    for pool in pools.indices {
      let members = guests.filter { sizing.estate.poolOfGroup[Int(plan.guests[Int($0)].group)] == pool }
      let own = poolOfHost.indices.filter { poolOfHost[$0] == Int32(pool) && fleet.isOpen(Int32($0)) }
      // Spare hosts are closed, and so not among these; what may be lost is no matter of the first placement.
      var share = SpareRule.none
      if case .fraction = layout.placement.spare.rule { share = layout.placement.spare.rule }
      var part = FleetState(
        PlacementProblem(
          resources: GuestSizing.resources, guests: sizing.table(of: members.map { plan.guests[Int($0)] }),
          hosts: HostTable(own.count, of: sizing.hostTypes[pool]),
          spare: share))
      layout.placement.policy.place(Array(0..<Int32(members.count)), into: &part)
      for (guest, host) in zip(members, part.hostOfGuest) where host != FleetState.unplaced {
        fleet.place(guest, on: Int32(own[Int(host)]))
      }
    }
  }
}

extension LayoutRun {
  /// Quanta that the techniques of a pool take of each of its hosts.
  ///
  /// - Parameter capacity: quanta of a whole host.
  static func ownWork(of pool: HostPool, _ capacity: Double) -> Double {
    (capacity * pool.pool.hostWork.value).rounded()
  }

  /// Gives the hosts of every pool what their techniques take beyond those of the first pool.
  mutating func burdenPools() {
    let capacity = design.sizing.throughput.value / tile.quantum
    let own = design.pools.map { LayoutRun.ownWork(of: $0, capacity) }
    for host in 0..<design.hosts {
      let more = own[Int(design.poolOfHost[host])] - own[0]
      if more != 0 { tile.burden(host, by: more, at: 0) }
    }
  }
}

extension HostPool {
  /// The pools of a fleet.
  static func all(
    of fleet: FleetChoice, sizing: GuestSizing, guests: [DemandPlan.Guest]
  ) -> [HostPool] {
    var held = [Int](repeating: 0, count: fleet.hosts)
    for host in fleet.plan.hostOfGuest where host >= 0 { held[Int(host)] += 1 }
    return sizing.estate.pools.enumerated().map { index, pool in
      let own = fleet.poolOfHost.indices.filter { fleet.poolOfHost[$0] == Int32(index) }
      let members = guests.filter { sizing.estate.poolOfGroup[Int($0.group)] == index }
      return HostPool(
        pool: pool, hosts: own.count, hostsUsed: own.count { held[$0] > 0 },
        guests: own.reduce(0) { $0 + held[$1] },
        binding: fleet.bindings[index]?.words(guestLimit: sizing.hostTypes[index].guestLimit),
        places: sizing.places(for: members, inPool: index))
    }
  }
}

extension DemandPlan {
  /// The guests for which each pool is sized: those that exist when it has most of them; in order of number.
  func guestsAtBusiestMoments(of estate: Estate) -> [Guest] {
    guard estate.pools.count > 1 else { return guestsAtBusiestMoment }
    var isCounted = [Bool](repeating: false, count: guests.count)
    for pool in estate.pools.indices {
      let own = guests.indices.filter { estate.poolOfGroup[Int(guests[$0].group)] == pool }
      for position in DemandPlan.busiest(own.map { guests[$0] }) { isCounted[own[position]] = true }
    }
    return guests.indices.filter { isCounted[$0] }.map { guests[$0] }
  }
}
