import Facility
import Placement
import Power
import Quantities
import Scenario
import Virtualization
import Workload

/// What a layout mounts into racks, with the power it is planned for.
///
/// A server is planned with the draw at the planned load of its guests, which is what a planner measures at
/// the busiest hour, not with its nameplate; a capped server or enclosure with its cap at most, since it never draws
/// more. That is how caps let more of them into a rack. Other equipment follows the servers, each piece with its constant
/// draw.
struct MountedEquipment: Sendable {
  let equipment: [RackEquipment]
  /// 0 for rack servers.
  let enclosures: Int
  let cables: Int

  init(
    _ scenario: Scenario, index: Int, fleet: FleetChoice, sizing: GuestSizing, guests: [DemandPlan.Guest],
    together: LoadTogether?, capacity: BladeCapacity
  ) throws(InfeasibleLayout) {
    let layout = scenario.layouts[index]
    let server = layout.servers.model
    var load = fleet.poolOfHost.map { sizing.estate.pools[Int($0)].hostWork.value }
    if let together {
      for host in load.indices { load[host] += together.planned[host] }
    } else {
      for (position, host) in fleet.plan.hostOfGuest.enumerated() where host >= 0 {
        load[Int(host)] += sizing.plannedShare(of: guests[position])
      }
    }
    let fleetPower = FleetPower(layout, of: scenario)
    let power = load.map { load in
      let draw = fleetPower.server(at: Fraction(min(1, load)))
      return layout.caps?.server.map { min($0, draw) } ?? draw
    }
    let others = layout.equipment.flatMap { Array(repeating: $0.piece, count: $0.count) }
    let otherCables = layout.equipment.reduce(0) { $0 + $1.cables * $1.count }
    guard let enclosure = layout.servers.enclosure, let supply = fleetPower.enclosure,
      fleet.spread.enclosures > 0
    else {
      guard let height = server.height else {
        throw InfeasibleLayout(
          layout: index, key: "servers.enclosure",
          reason: "\(server.title) is a blade and needs an enclosure",
          help: "name an enclosure that takes it")
      }
      let servers = power.map {
        RackEquipment(
          name: server.title, height: height, power: $0, weight: server.weight,
          ports: server.cables.switchPorts)
      }
      equipment = servers + others
      enclosures = 0
      cables = server.cables.total * fleet.hosts + otherCables
      return
    }
    let cap = layout.caps?.enclosure
    let most = cap.map(supply.bladeDC(of:))
    var mounted: [RackEquipment] = []
    for number in 0..<fleet.spread.enclosures {
      let blades = power[fleet.spread.blades(in: number)]
      let planned = blades.reduce(Watts.zero, +)
      let sum = most.map { min($0, planned) } ?? planned
      guard supply.state(bladeDC: sum) != .overloaded else {
        throw InfeasibleLayout(
          layout: index, key: enclosure.isResupplied ? "servers.supplies" : "servers.enclosure",
          reason: "\(blades.count) blades draw \(Int(sum.value)) W, "
            + "the power supplies of \(enclosure.title) give \(supply.bladeCapacity) beside its own needs",
          help: "use fewer or smaller blades in each enclosure")
      }
      mounted.append(
        RackEquipment(
          name: enclosure.title, height: enclosure.form.height,
          power: cap.map { min($0, supply.input(bladeDC: sum)) } ?? supply.input(bladeDC: sum),
          weight: enclosure.form.emptyWeight + server.weight * Double(blades.count),
          ports: enclosure.form.cables.switchPorts))
    }
    equipment = mounted + others
    enclosures = mounted.count
    cables = enclosure.form.cables.total * mounted.count + otherCables
  }
}
