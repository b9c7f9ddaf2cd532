import Facility
import Placement
import Power
public import Project
import Quantities
public import Scenario
public import Simulation
import Virtualization
import Workload

extension ProjectPlan {
  /// The project of a scenario with the servers of its layouts.
  ///
  /// - Old servers are the hosts of the first layout that hold a guest. Those with the same guests are one group.
  ///   Data are the disks of its guests, on average; a server whose guests move under different terms takes
  ///   the terms of most work.
  /// - New equipment is that of the other layout: enclosures with their blades, or servers.
  /// - Watts are those at the rack at the mean load of the guests, without losses and cooling of the plant: of an old
  ///   server with its guests, its part of an enclosure included; of new servers empty, and what each guest adds.
  ///
  /// **Not modelled**: hosts without guests, and guests that do not exist at the busiest moment.
  ///
  /// - Throws: what keeps guests from being planned.
  public init(_ project: ProjectChoice, of simulator: Simulator) throws(Simulator.Refusal) {
    let demand = try simulator.plan(replication: 0)
    let scenario = simulator.scenario
    let target = scenario.layouts.firstIndex { $0.name == project.target } ?? 0
    let old = simulator.designs[0]
    let new = simulator.designs[target]
    self = project.frame
    let load = NewLoad(new, of: scenario, demand)
    groups = OldServers(old, of: scenario, demand).groups.map { hosts in
      hosts.group(project, scenario, load)
    }
    orders = project.orders(new, of: scenario, guests: guestCount, load)
    let names = orders.map(\.name)
    func spread(_ after: [String]) -> [String] { after.flatMap { $0 == project.target ? names : [$0] } }
    movesAfter = spread(movesAfter)
    for index in tasks.indices { tasks[index].after = spread(tasks[index].after) }
  }
}

extension ProjectChoice {
  /// Orders for the equipment of a design: its fullest enclosures, and those with fewer blades or none.
  fileprivate func orders(
    _ design: LayoutDesign, of scenario: Scenario, guests: Int, _ load: NewLoad
  ) -> [EquipmentOrder] {
    let layout = scenario.layouts[design.layout]
    let kinds = design.enclosures > 0 ? design.spread.kinds : [(design.hosts, 1)]
    return kinds.map { units, servers in
      var order = equipment
      order.name = servers == max(1, design.bladesPerEnclosure) ? target : "\(target), last"
      order.units = units
      order.serversPerUnit = servers
      // In proportion to servers, rounded up so that all have room.
      order.guestsPerUnit = (guests * servers + design.hosts - 1) / design.hosts
      order.unitPower = load.power.enclosure?.input(bladeDC: .zero) ?? .zero
      let drawn = load.power.wall(servers, at: load.own) - order.unitPower
      order.serverPower = servers > 0 ? drawn / Double(servers) : .zero
      if !layout.servers.owned {
        let frame = layout.servers.enclosure?.price ?? .zero(layout.servers.model.price.currency)
        order.price = frame + layout.servers.model.price * Double(servers)
      }
      return order
    }
  }
}

/// What guests add to the draw of the new servers.
private struct NewLoad {
  let power: FleetPower
  /// What the technique takes of each host for itself, of several on average.
  let own: Fraction
  /// Watts for each whole server of load.
  let slope: Watts
  /// The load of each guest, in the order of placement.
  let guests: [LayoutDesign.PlacedGuest]

  init(_ design: LayoutDesign, of scenario: Scenario, _ demand: DemandPlan) {
    let layout = scenario.layouts[design.layout]
    power = FleetPower(layout, of: scenario)
    let shares = (0..<design.hosts).reduce(0) { $0 + design.ownShare(of: $1).value }
    own =
      design.pools.count > 1 ? Fraction(shares / Double(max(1, design.hosts))) : design.pools[0].pool.hostWork
    guests = design.placedGuests(demand, of: scenario)
    let mean = guests.reduce(0) { $0 + $1.meanLoad.value } / Double(design.hosts)
    let blades = max(1, min(design.hosts, design.bladesPerEnclosure))
    let added = power.wall(blades, at: Fraction(own.value + mean)) - power.wall(blades, at: own)
    slope = mean > 0 ? added / Double(blades) / mean : .zero
  }
}

/// The hosts of the first layout, those with the same guests together.
private struct OldServers {
  /// Hosts with as many guests of each group.
  struct Alike {
    /// Guests on each, by group of the scenario.
    let counts: [Int]
    /// How many hosts.
    var servers = 0
    /// Their draw together.
    var power = Watts.zero
    /// Their guests, by place in the order of placement.
    var guests: [Int] = []
  }

  private(set) var groups: [Alike] = []

  init(_ design: LayoutDesign, of scenario: Scenario, _ demand: DemandPlan) {
    let layout = scenario.layouts[design.layout]
    let power = FleetPower(layout, of: scenario)
    let blades = max(1, design.bladesPerEnclosure)
    var guests = [[Int]](repeating: [], count: design.hosts)
    let placed = design.placedGuests(demand, of: scenario)
    for (place, guest) in placed.enumerated() where guest.host >= 0 { guests[guest.host].append(place) }
    var known: [[Int]: Int] = [:]
    for host in guests.indices where !guests[host].isEmpty {
      var counts = [Int](repeating: 0, count: scenario.guests.count)
      var load = design.ownShare(of: host).value
      for place in guests[host] {
        counts[placed[place].group] += 1
        load += placed[place].meanLoad.value
      }
      let number = known[counts] ?? groups.count
      if number == groups.count {
        known[counts] = number
        groups.append(Alike(counts: counts))
      }
      groups[number].servers += 1
      groups[number].power += power.wall(blades, at: Fraction(load)) / Double(blades)
      groups[number].guests += guests[host]
    }
    // In the order of the scenario, whatever the policy put first.
    groups.sort { $0.counts.lexicographicallyPrecedes($1.counts, by: >) }
  }
}

extension OldServers.Alike {
  /// The group of the plan.
  fileprivate func group(_ project: ProjectChoice, _ scenario: Scenario, _ load: NewLoad) -> MoveGroup {
    let present = counts.indices.filter { counts[$0] > 0 }
    let onEach = counts.reduce(0, +)
    let moves = present.map { project.move(of: scenario.guests[$0].name) }
    var group = moves.max { $0.effort < $1.effort } ?? project.move
    group.name =
      onEach == 1
      ? scenario.guests[present[0]].name
      : present.map { "\(counts[$0]) \(scenario.guests[$0].name)" }.joined(separator: " + ")
    group.servers = servers
    group.guestsPerServer = onEach
    let data = present.reduce(Bytes.zero) { $0 + scenario.guests[$1].disk * Double(counts[$1]) }
    group.data = data / Double(onEach)
    group.serverPower = power / Double(servers)
    let added = guests.reduce(0) { $0 + load.guests[$1].meanLoad.value } / Double(guests.count)
    group.guestPower = load.slope * added
    return group
  }
}

extension MoveGroup {
  /// The work of one guest.
  fileprivate var effort: Seconds { work.prepare.effort + work.cutOver.effort + work.test.effort }
}
