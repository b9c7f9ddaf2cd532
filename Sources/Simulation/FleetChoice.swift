import Facility
import Placement
import Quantities
import Scenario
import Workload

/// How many blades an enclosure of a layout takes.
struct BladeCapacity: Sendable {
  /// Blades that fit; 0 for rack servers.
  let blades: Int

  init(_ layout: Layout, index: Int) throws(InfeasibleLayout) {
    guard let blade = layout.servers.model.blade, let model = layout.servers.enclosure else {
      blades = 0
      return
    }
    var enclosure = Enclosure(model.form)
    var count = 0
    while true {
      do { try enclosure.insert(blade, as: HostID(count)) } catch {
        guard count > 0 else {
          throw InfeasibleLayout(layout: index, key: "servers.enclosure", reason: error.description)
        }
        break
      }
      count += 1
    }
    blades = count
  }
}

/// How many hosts a layout has, and where its guests are planned.
struct FleetChoice: Sendable {
  let hosts: Int
  /// Which blades sit in which enclosure.
  let spread: BladeSpread
  let plan: PlacementPlan
  /// The pool of each host.
  let poolOfHost: [Int32]
  /// Why one host less of each pool would not do; nil where their number was given.
  let bindings: [BindingConstraint?]

  /// The fleet of a layout: sized pool by pool where its hosts are not all alike.
  init(
    _ layout: Layout, index: Int, sizing: GuestSizing, guests: [DemandPlan.Guest], bladesPerEnclosure: Int,
    rules: RulesOfGroups, name: (DemandPlan.Guest) -> String
  ) throws(InfeasibleLayout) {
    guard sizing.estate.pools.count > 1 else {
      try self.init(
        alike: layout, index: index, sizing: sizing, guests: guests, bladesPerEnclosure: bladesPerEnclosure,
        rules: rules, name: name)
      return
    }
    let fleet = PooledFleet(
      layout: layout, index: index, sizing: sizing, guests: guests, bladesPerEnclosure: bladesPerEnclosure)
    self = try fleet.choice { name(guests[Int($0)]) }
  }

  private init(
    alike layout: Layout, index: Int, sizing: GuestSizing, guests: [DemandPlan.Guest],
    bladesPerEnclosure: Int, rules: RulesOfGroups, name: (DemandPlan.Guest) -> String
  ) throws(InfeasibleLayout) {
    let table = sizing.table(of: guests)
    let policy = layout.placement.policy
    let quick = policy.quick ?? policy
    if let count = layout.servers.count {
      let spread = layout.servers.spread(of: count, bladesPerEnclosure: bladesPerEnclosure)
      let hosts = HostTable(
        count, of: sizing.hostTypes[0], domains: [FailureDomains(spread, hosts: 0..<Int32(count))])
      let problem = PlacementProblem(
        resources: GuestSizing.resources, guests: table, hosts: hosts, separations: rules.separations,
        rules: rules.rules(hosts), spare: layout.placement.spare.rule, objective: rules.objective)
      let plan = policy.plan(for: problem)
      guard plan.refusals.isEmpty else {
        let refusal = plan.refusals[0]
        if layout.placement.waitsWhenFull {
          self.init(hosts: count, spread: spread, plan: plan, binding: nil)
          return
        }
        let conflict = Conflict(in: problem, refused: plan.refusals.map(\.guest))
        var enough: FleetSizing?
        do throws(InfeasibleLayout) {
          enough = try FleetChoice.sized(
            layout, index: index, sizing: sizing, table: table, perDomain: max(1, bladesPerEnclosure),
            rules: rules, policy: quick, name: { name(guests[Int($0)]) })
        } catch {
          // A guest that no number of servers helps is the better reason, rules that exclude each other are not.
          guard let conflict, conflict.guests.count > 1 else { throw error }
        }
        throw InfeasibleLayout(
          layout: index, key: "servers.count",
          reason: "\(plan.refusals.count) of \(guests.count) guests do not fit \(count) servers; "
            + "first '\(name(guests[Int(refusal.guest)]))': \(refusal.reason.text(in: problem))"
            + (conflict.map { "; " + $0.text(in: problem) { name(guests[Int($0)]) } } ?? ""),
          help: enough.map {
            "leave out the count to have the servers sized, or give at least \(max(count + 1, $0.hosts))"
          } ?? "no number of servers helps; change one of these rules")
      }
      if let restart = plan.restart, let stranded = restart.stranded.first {
        throw InfeasibleLayout(
          layout: index, key: "placement.spare",
          reason: "\(restart.stranded.count) guests could not restart after a loss; "
            + "first '\(name(guests[Int(stranded.guest)]))': \(stranded.reason.text(in: problem))",
          help: "leave out the count to have the servers sized, or lower the spare")
      }
      self.init(hosts: count, spread: spread, plan: plan, binding: nil)
      return
    }
    var best = try FleetChoice.sized(
      layout, index: index, sizing: sizing, table: table, perDomain: max(1, bladesPerEnclosure),
      rules: rules, policy: policy, name: { name(guests[Int($0)]) })
    guard bladesPerEnclosure > 0 else {
      self.init(
        hosts: best.hosts, spread: BladeSpread(best.hosts, filling: 0), plan: best.plan, binding: best.binding
      )
      return
    }
    var perEnclosure = bladesPerEnclosure
    if layout.placement.spare == .enclosure {
      // Evenly filled enclosures need fewer blades to bear the loss of one: look for the fewest in as many enclosures.
      let enclosures = (best.hosts + perEnclosure - 1) / perEnclosure
      for fewer in stride(from: bladesPerEnclosure - 1, through: 1, by: -1) {
        let other = try FleetChoice.sized(
          layout, index: index, sizing: sizing, table: table, perDomain: fewer, rules: rules, policy: quick,
          name: { name(guests[Int($0)]) })
        if (other.hosts + fewer - 1) / fewer > enclosures { break }
        if other.hosts < best.hosts { (best, perEnclosure) = (other, fewer) }
      }
      if perEnclosure < bladesPerEnclosure, policy.quick != nil {
        best = try FleetChoice.sized(
          layout, index: index, sizing: sizing, table: table, perDomain: perEnclosure, rules: rules,
          policy: policy, name: { name(guests[Int($0)]) })
      }
    }
    self.init(
      hosts: best.hosts, spread: BladeSpread(best.hosts, filling: perEnclosure), plan: best.plan,
      binding: best.binding)
  }

  private init(hosts: Int, spread: BladeSpread, plan: PlacementPlan, binding: BindingConstraint?) {
    self.init(
      poolOfHost: [Int32](repeating: 0, count: hosts), spread: spread, plan: plan, bindings: [binding])
  }

  init(poolOfHost: [Int32], spread: BladeSpread, plan: PlacementPlan, bindings: [BindingConstraint?]) {
    self.hosts = poolOfHost.count
    self.spread = spread
    self.plan = plan
    self.poolOfHost = poolOfHost
    self.bindings = bindings
  }

  private static func sized(
    _ layout: Layout, index: Int, sizing: GuestSizing, table: GuestTable, perDomain: Int,
    rules: RulesOfGroups, policy: some PlacementPolicy, name: (Int32) -> String
  ) throws(InfeasibleLayout) -> FleetSizing {
    do {
      return try FleetSizing.smallest(
        resources: GuestSizing.resources, guests: table, hostType: sizing.hostTypes[0],
        hostsPerDomain: perDomain,
        separations: rules.separations, rules: rules.rules, spare: layout.placement.spare.rule,
        objective: rules.objective, policy: policy)
    } catch {
      throw InfeasibleLayout(
        layout: index, key: "servers",
        reason: error.text(guestName: name, resources: GuestSizing.resources, hostType: sizing.hostTypes[0]),
        help: "use a larger server, more memory, or raise the limits of the hosts")
    }
  }
}

extension FleetChoice {
  /// How many servers a layout that sizes guests by their sums would have if each counted by itself; nil
  /// for a layout that does so, has a number of servers, or could not be built.
  static func serversByGuest(
    _ scenario: Scenario, layout index: Int, plan: DemandPlan, guests: [DemandPlan.Guest],
    bladesPerEnclosure: Int
  ) -> Int? {
    var layout = scenario.layouts[index]
    guard layout.hostLimits.sizeBy.isOfSums, layout.servers.count == nil else { return nil }
    layout.hostLimits.sizeBy = layout.hostLimits.sizeBy.ofOneGuest
    let fleet = try? FleetChoice(
      layout, index: index, sizing: GuestSizing(scenario, layout: layout, plan: plan), guests: guests,
      bladesPerEnclosure: bladesPerEnclosure,
      rules: RulesOfGroups(scenario, layout: layout, guests: guests), name: { _ in "" })
    return fleet?.hosts
  }
}

extension ServerChoice {
  /// How so many servers of the layout sit in enclosures: spread over those that are given, else filling one after the
  /// other with as many as fit; 0 for rack servers.
  func spread(of hosts: Int, bladesPerEnclosure: Int) -> BladeSpread {
    guard bladesPerEnclosure > 0, let enclosures else {
      return BladeSpread(hosts, filling: bladesPerEnclosure)
    }
    return BladeSpread(hosts, over: enclosures)
  }
}

extension FailureDomains {
  /// Some hosts by their enclosure; a rack server by itself.
  init(_ spread: BladeSpread, hosts: some Sequence<Int32>) {
    self.init("enclosure", domainOfHost: hosts.map { spread.enclosure(of: Int($0)).map(Int32.init) ?? $0 })
  }
}

extension FleetSizingProblem {
  /// The problem in words.
  func text(guestName: (Int32) -> String, resources: [Resource], hostType: HostType) -> String {
    guard let refusal else {
      return "no number of servers up to \(hosts) holds the guests with the spare"
        + (lacking.map { "; lacking is \($0)" } ?? "")
    }
    if case .tooLarge(let resource) = refusal.reason {
      return
        "guest '\(guestName(refusal.guest))' is larger than any \(hostType.name) in \(resources[resource])"
    }
    if case .notTogether = refusal.reason {
      return "guest '\(guestName(refusal.guest))' and those that it must stand together with "
        + "need more than one \(hostType.name), or more than an enclosure of them"
    }
    return "guest '\(guestName(refusal.guest))' can run on no \(hostType.name)"
  }
}

extension PlacementChoice.Spare {
  /// The rule that placement checks.
  var rule: SpareRule {
    switch self {
    case .none: .none
    case .hosts(let count): .hosts(count)
    case .host: .loss(of: .host)
    case .enclosure: .loss(of: .domain(0))
    case .fraction(let share): .fraction(share)
    case .slots(let lost): .slots(lost: lost)
    }
  }
}
