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
  /// Blades in each enclosure; 0 for rack servers.
  let bladesPerEnclosure: Int
  let plan: PlacementPlan
  let binding: BindingConstraint?

  init(
    _ layout: Layout, index: Int, sizing: GuestSizing, guests: [DemandPlan.Guest], bladesPerEnclosure: Int,
    groups: [GuestGroup], name: (DemandPlan.Guest) -> String
  ) throws(InfeasibleLayout) {
    let table = sizing.table(of: guests)
    let apart = layout.placement.separations(of: guests, in: groups)
    if let count = layout.servers.count {
      let problem = PlacementProblem(
        resources: GuestSizing.resources, guests: table,
        hosts: HostTable(
          count, of: sizing.hostType,
          domains: [FailureDomains("enclosure", hosts: count, hostsPerDomain: max(1, bladesPerEnclosure))]),
        separations: apart, spare: layout.placement.spare.rule)
      let plan = layout.placement.policy.plan(for: problem)
      guard plan.refusals.isEmpty else {
        let refusal = plan.refusals[0]
        // A guest that no number of servers helps is the better reason.
        let enough = try FleetChoice.sized(
          layout, index: index, sizing: sizing, table: table, apart, perDomain: max(1, bladesPerEnclosure),
          name: { name(guests[Int($0)]) })
        if layout.placement.waitsWhenFull {
          self.init(hosts: count, bladesPerEnclosure: bladesPerEnclosure, plan: plan, binding: nil)
          return
        }
        throw InfeasibleLayout(
          layout: index, key: "servers.count",
          reason: "\(plan.refusals.count) of \(guests.count) guests do not fit \(count) servers; "
            + "first '\(name(guests[Int(refusal.guest)]))': \(refusal.reason.text(in: problem))",
          help:
            "leave out the count to have the servers sized, or give at least \(max(count + 1, enough.hosts))")
      }
      if let restart = plan.restart, let stranded = restart.stranded.first {
        throw InfeasibleLayout(
          layout: index, key: "placement.spare",
          reason: "\(restart.stranded.count) guests could not restart after a loss; "
            + "first '\(name(guests[Int(stranded.guest)]))': \(stranded.reason.text(in: problem))",
          help: "leave out the count to have the servers sized, or lower the spare")
      }
      self.init(hosts: count, bladesPerEnclosure: bladesPerEnclosure, plan: plan, binding: nil)
      return
    }
    var best = try FleetChoice.sized(
      layout, index: index, sizing: sizing, table: table, apart, perDomain: max(1, bladesPerEnclosure),
      name: { name(guests[Int($0)]) })
    guard bladesPerEnclosure > 0 else {
      self.init(hosts: best.hosts, bladesPerEnclosure: 0, plan: best.plan, binding: best.binding)
      return
    }
    var perEnclosure = bladesPerEnclosure
    if layout.placement.spare == .enclosure {
      // Evenly filled enclosures need fewer blades to bear the loss of one: look for the fewest in as many enclosures.
      let enclosures = (best.hosts + perEnclosure - 1) / perEnclosure
      for fewer in stride(from: bladesPerEnclosure - 1, through: 1, by: -1) {
        let other = try FleetChoice.sized(
          layout, index: index, sizing: sizing, table: table, apart, perDomain: fewer,
          name: { name(guests[Int($0)]) })
        if (other.hosts + fewer - 1) / fewer > enclosures { break }
        if other.hosts < best.hosts { (best, perEnclosure) = (other, fewer) }
      }
    }
    self.init(hosts: best.hosts, bladesPerEnclosure: perEnclosure, plan: best.plan, binding: best.binding)
  }

  private init(hosts: Int, bladesPerEnclosure: Int, plan: PlacementPlan, binding: BindingConstraint?) {
    self.hosts = hosts
    self.bladesPerEnclosure = bladesPerEnclosure
    self.plan = plan
    self.binding = binding
  }

  private static func sized(
    _ layout: Layout, index: Int, sizing: GuestSizing, table: GuestTable, _ apart: [Separation],
    perDomain: Int,
    name: (Int32) -> String
  ) throws(InfeasibleLayout) -> FleetSizing {
    do {
      return try FleetSizing.smallest(
        resources: GuestSizing.resources, guests: table, hostType: sizing.hostType, hostsPerDomain: perDomain,
        separations: apart, spare: layout.placement.spare.rule, policy: layout.placement.policy)
    } catch {
      throw InfeasibleLayout(
        layout: index, key: "servers",
        reason: error.text(guestName: name, resources: GuestSizing.resources, hostType: sizing.hostType),
        help: "use a larger server, more memory, or raise the limits of the hosts")
    }
  }
}

extension FleetSizingProblem {
  /// The problem in words.
  func text(guestName: (Int32) -> String, resources: [Resource], hostType: HostType) -> String {
    guard let refusal else { return "no number of servers up to \(hosts) holds the guests with the spare" }
    if case .tooLarge(let resource) = refusal.reason {
      return
        "guest '\(guestName(refusal.guest))' is larger than any \(hostType.name) in \(resources[resource])"
    }
    return "guest '\(guestName(refusal.guest))' can run on no \(hostType.name)"
  }
}

extension PlacementChoice {
  /// The rules that keep guests apart, for some guests of a plan in their order.
  func separations(of guests: [DemandPlan.Guest], in groups: [GuestGroup]) -> [Separation] {
    apart.map { rule in
      let isNamed = groups.map { rule.groups.contains($0.name) }
      return Separation(
        rule.groups.joined(separator: ", "),
        guests: guests.indices.filter { isNamed[Int(guests[$0].group)] }.map(Int32.init), over: rule.level,
        limit: Int32(clamping: rule.limit))
    }
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
    }
  }
}
