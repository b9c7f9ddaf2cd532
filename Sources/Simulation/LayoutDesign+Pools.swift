import Facility
import Placement
public import Quantities
import Scenario
import Virtualization
import Workload

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
    var domains = [FailureDomains(spread, hosts: 0..<Int32(poolOfHost.count))]
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

  /// Puts guests on their first hosts: where they were planned, if they are those that were planned; else each pool by itself,
  /// and by the quick rule of a policy that searches, for its plan is about the busiest moment.
  func place(_ guests: [Int32], of plan: DemandPlan, in layout: Layout, into fleet: inout FleetState) {
    if sizing.table(of: guests.map { plan.guests[Int($0)] }) == planned, self.plan.isComplete {
      for (guest, host) in zip(guests, self.plan.hostOfGuest) { fleet.place(guest, on: host) }
      return
    }
    let policy = layout.placement.policy.quick ?? layout.placement.policy
    guard pools.count > 1 else { return policy.place(guests, into: &fleet) }
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
      policy.place(Array(0..<Int32(members.count)), into: &part)
      for (guest, host) in zip(members, part.hostOfGuest) where host != FleetState.unplaced {
        fleet.place(guest, on: Int32(own[Int(host)]))
      }
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
