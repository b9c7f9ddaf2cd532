import EventEngine
public import Facility
public import Placement
public import Power
public import Quantities
public import Scenario
import Virtualization
import Workload

/// A layout with everything counted: how many servers, enclosures and racks, what stands where, and who runs where
/// at the start.
///
/// The design does not depend on the replication, except that guests are sized by the demand series of the first.
public struct LayoutDesign: Sendable {
  /// The index of the layout in the scenario.
  public let layout: Int
  /// Servers, spare ones included.
  public let hosts: Int
  /// Enclosures; 0 for rack servers.
  public let enclosures: Int
  /// Which blades sit in which of them.
  public let spread: BladeSpread
  /// The guests that were sized for and where the policy puts them.
  public let plan: PlacementPlan
  /// What these guests ask of their servers at every sample; nil where they were sized one by one.
  public let together: LoadTogether?
  /// The hosts that are installed alike, at least one pool.
  public let pools: [HostPool]
  /// The pool of each host.
  public let poolOfHost: [Int32]
  /// Software that is licensed by the server, and the servers that need it in the plan.
  public let licences: [LicensedServers]
  /// What is mounted: rack servers, or enclosures with their blades, and behind them other equipment.
  public let equipment: [RackEquipment]
  /// The racks with their contents.
  public let racks: RackPlan
  /// White space: rows, aisles, cooling and distribution units and the way round them, or the site's allowance per rack.
  public let floorArea: SquareMeters
  /// The white space that the plant was built beside: ``floorArea``, or that of the largest layout which keeps the same plant.
  var plantFloor: SquareMeters
  /// The heaviest load of a rack on the floor.
  public let heaviestLoad: KilogramsPerSquareMeter
  /// Power of all equipment at the planned load of its guests, at the rack PDUs; of a capped rack its cap at most.
  public let plannedPower: Watts
  /// The powers that are quoted for all of the equipment; none is measured yet.
  public let ratings: PowerRatings
  /// The plant it lives in: the site's, its own, or one sized for one of ``ratings``.
  public let plant: Plant
  /// Cables of all equipment.
  public let cables: Int
  /// The resources that placement counts, and what a unit of work is.
  let sizing: GuestSizing
  /// How the guests of each group come and go.
  let conduct: [GuestConduct]
  /// The guests that were sized for, as placement counts them.
  let planned: GuestTable

  /// The enclosure of a host, or nil for a rack server.
  public func enclosure(of host: Int) -> EnclosureID? {
    spread.enclosure(of: host).map { EnclosureID($0) }
  }

  /// The most blades in an enclosure, others perhaps with fewer; 0 for rack servers.
  public var bladesPerEnclosure: Int { spread.largest }

  /// The hosts of an enclosure.
  public func hosts(in enclosure: Int) -> Range<Int> { spread.blades(in: enclosure) }

  /// The index in ``equipment`` of a host, or of the enclosure it sits in.
  public func equipment(of host: Int) -> Int { spread.enclosure(of: host) ?? host }
}

/// A layout that cannot be built, and why.
public struct InfeasibleLayout: Error, Sendable, Hashable {
  /// The index of the layout in the scenario.
  public let layout: Int
  /// The key of the layout that is most likely wrong, such as `servers.count`.
  public let key: String
  /// What binds.
  public let reason: String
  /// What would help.
  public let help: String?

  /// Creates a refusal.
  public init(layout: Int, key: String, reason: String, help: String? = nil) {
    self.layout = layout
    self.key = key
    self.reason = reason
    self.help = help
  }
}

extension LayoutDesign {
  /// Designs a layout for the guests of a demand plan.
  ///
  /// - Throws: ``InfeasibleLayout`` with the constraint that binds.
  public init(_ scenario: Scenario, layout index: Int, plan demand: DemandPlan) throws(InfeasibleLayout) {
    let layout = scenario.layouts[index]
    let demand = demand.lived(in: layout, of: scenario)
    let sizing = GuestSizing(scenario, layout: layout, plan: demand)
    let busiest = demand.guestsAtBusiestMoments(of: sizing.estate)
    let capacity = try BladeCapacity(layout, index: index)
    let fleet = try FleetChoice(
      layout, index: index, sizing: sizing, guests: busiest, bladesPerEnclosure: capacity.blades,
      rules: RulesOfGroups(scenario, layout: layout, guests: busiest),
      name: { demand.name(of: $0, in: scenario) })
    let together = LoadTogether(
      fleet.plan, of: busiest, sizing: sizing, poolOfHost: fleet.poolOfHost,
      serversByGuest: FleetChoice.serversByGuest(
        scenario, layout: index, plan: demand, guests: busiest, bladesPerEnclosure: capacity.blades))
    let choice = layout.racks ?? scenario.site.racks
    let mounted = try MountedEquipment(
      scenario, index: index, fleet: fleet, sizing: sizing, guests: busiest, together: together,
      capacity: capacity)
    let racks: RackPlan
    do {
      racks = try RackPlan(mounted.equipment, limits: choice.limits, powerRule: choice.powerRule)
    } catch {
      throw InfeasibleLayout(layout: index, key: "servers", reason: error.description)
    }
    let load = racks.racks.map { FloorLoad(choice.model.type, contents: $0.totals.weight).massPerArea }.max()
    self.layout = index
    self.hosts = fleet.hosts
    self.enclosures = mounted.enclosures
    self.spread = fleet.spread
    self.plan = fleet.plan
    self.together = together
    self.pools = HostPool.all(of: fleet, sizing: sizing, guests: busiest)
    self.poolOfHost = fleet.poolOfHost
    self.licences = layout.placement.rules.licences.map {
      LicensedServers($0, plan: fleet.plan, guests: busiest, in: scenario)
    }
    self.equipment = mounted.equipment
    self.racks = racks
    self.heaviestLoad = load ?? .zero
    self.plannedPower =
      layout.caps?.ofRack.map { _, cap in racks.racks.reduce(.zero) { $0 + min(cap, $1.totals.power) } }
      ?? mounted.equipment.reduce(.zero) { $0 + $1.power }
    self.ratings = PowerRatings(
      nameplate: layout.nameplate(hosts: fleet.hosts, enclosures: mounted.enclosures, of: mounted.equipment),
      vendorTool: layout.sizingTool(
        hosts: fleet.hosts, enclosures: mounted.enclosures, of: mounted.equipment),
      planned: plannedPower)
    do {
      self.plant = try layout.plant.plant(for: ratings, site: scenario.site.plant)
    } catch {
      throw InfeasibleLayout(layout: index, key: "plant", reason: error.message, help: error.help)
    }
    self.floorArea =
      scenario.site.floor.allowance?.area(racks: racks.racks.count)
      ?? plant.floor(
        racks: racks.racks.count, of: choice.model.type, holdingEnclosures: mounted.enclosures > 0
      ).area
    self.plantFloor = floorArea
    self.cables = mounted.cables
    self.sizing = sizing
    self.planned = sizing.table(of: busiest)
    self.conduct = zip(scenario.guests, sizing.estate.techniques).map {
      GuestConduct(of: $0, under: $1, in: layout)
    }
    try refuseCapsBelowIdle(scenario)
    if let limit = scenario.site.floor.loadLimit, heaviestLoad > limit {
      throw InfeasibleLayout(
        layout: index, key: "servers",
        reason:
          "the heaviest rack loads the floor with \(DecimalText.rounded(heaviestLoad.value, decimals: 0)) kg/m2, "
          + "the floor carries \(limit)",
        help: "lower the power or weight limit of a rack, or strengthen the floor")
    }
    if let area = scenario.site.floor.area, floorArea > area {
      throw InfeasibleLayout(
        layout: index, key: "servers",
        reason: "\(racks.racks.count) racks need \(DecimalText.rounded(floorArea.value, decimals: 1)) m2, "
          + "the floor has \(area)",
        help: scenario.site.floor.allowance == nil
          ? "aisles, cooling and distribution units count; take denser racks, or a smaller plant" : nil)
    }
  }
}

extension DemandPlan {
  /// The guests that exist at the moment with most of them, in order of number.
  var guestsAtBusiestMoment: [Guest] { DemandPlan.busiest(guests).map { guests[$0] } }

  /// Which of some guests exist at the moment with most of them.
  static func busiest(_ guests: [Guest]) -> [Int] {
    var changes: [(time: Int64, change: Int)] = []
    for guest in guests {
      changes.append((guest.arrival.milliseconds, 1))
      changes.append((guest.departure.milliseconds, -1))
    }
    changes.sort { ($0.time, $0.change) < ($1.time, $1.change) }
    var (now, most, moment) = (0, -1, Int64(0))
    for (time, change) in changes {
      now += change
      if now > most { (most, moment) = (now, time) }
    }
    return guests.indices.filter {
      guests[$0].arrival.milliseconds <= moment && moment < guests[$0].departure.milliseconds
    }
  }
}
