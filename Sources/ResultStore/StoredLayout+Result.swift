import Economics
import Facility
import Placement
import Quantities
import Scenario
import Simulation
import Study
import Virtualization

extension StoredLayout {
  init(_ result: LayoutResult, in study: StudyResult) {
    let (scenario, design) = (study.scenario, result.design)
    let layout = scenario.layouts[design.layout]
    let decomposition = study.decomposition(of: design.layout)
    let book = result.books[0]
    self.init(
      name: layout.name, technique: design.techniqueTitle, server: layout.servers.model.title,
      enclosure: layout.servers.enclosure.map {
        StoredEnclosure(title: $0.title, columns: $0.form.grid.columns, rows: $0.form.grid.rows)
      },
      hosts: design.hosts, enclosures: design.enclosures, bladesPerEnclosure: design.bladesPerEnclosure,
      placement: StoredPlacement(design), rackModel: StoredRackModel(layout.racks ?? scenario.site.racks),
      rackBinding: design.racks.sizing.binding?.description, floorArea: design.floorArea,
      heaviestLoad: design.heaviestLoad, plannedPower: design.plannedPower,
      plantPower: design.plant.designPower, cables: design.cables,
      eventCount: result.series.eventCount,
      rackConstraints: design.racks.sizing.counts.map {
        StoredRackConstraint(name: $0.constraint.description, racks: $0.racks, fill: $0.fill)
      },
      racks: StoredRack.all(of: result, in: scenario),
      servers: StoredServer.all(of: design, layout: layout), pools: StoredPool.all(of: design),
      memberships: StoredMembership.all(of: design, in: scenario),
      floorItems: design.floor(racksOf: (layout.racks ?? scenario.site.racks).model.type).items.map {
        StoredFloorItem($0)
      },
      facility: StoredFacility(result, in: scenario), ratings: StoredRating.all(of: result),
      feeds: StoredFeed.all(of: result, in: scenario), phases: StoredPhases.all(of: result, in: scenario),
      impacts: StoredImpact.all(of: result, in: scenario),
      recoveries: StoredRecovery.all(of: result, in: scenario),
      comparisons: StudyMetric.allCases.map { StoredComparison($0, of: result, in: study) },
      decomposition: StoredDecomposition(
        total: StoredEstimate(decomposition.total), equipment: StoredEstimate(decomposition.equipment),
        overhead: StoredEstimate(decomposition.overhead)),
      runs: zip(result.runs, result.costs).map { StoredRun($0, cost: $1, design: design) },
      costs: book.items.map { StoredCost($0) })
  }
}

extension StoredPlacement {
  init(_ design: LayoutDesign) {
    let plan = design.plan
    self.init(
      method: plan.method, guests: plan.hostOfGuest.count, hostsUsed: plan.hostsUsed,
      bound: plan.bound.hosts, boundReason: plan.bound.reason.description, gap: plan.gap,
      binding: design.bindingText)
  }
}

extension StoredRackModel {
  init(_ choice: RackChoice) {
    let type = choice.model.type
    self.init(
      title: choice.model.title, units: type.units, usableUnits: choice.limits.units, width: type.width,
      height: type.height, depth: type.depth, emptyWeight: type.emptyWeight, powerLimit: choice.limits.power,
      weightLimit: choice.limits.weight, portLimit: choice.limits.ports, circuitLimit: choice.limits.circuit)
  }
}

extension StoredRackAir {
  /// Those of all racks of a layout: the mean of its runs, and the highest of them.
  static func all(of result: LayoutResult, in scenario: Scenario) -> [StoredRackAir] {
    let air = result.design.air(in: scenario)
    let peaks = PowerPeaks(of: result.runs).racks
    let time = scenario.horizon.duration * Double(result.runs.count)
    let means = peaks.indices.map { rack in
      result.runs.reduce(Joules.zero) { $0 + $1.facility.rackEnergy[rack] }.power(over: time)
    }
    let intakes = zip(air.intakes(drawing: means), air.intakes(drawing: peaks))
    return zip(zip(means, peaks), intakes).map {
      StoredRackAir(meanPower: $0.0, peakPower: $0.1, meanIntake: $1.0, peakIntake: $1.1)
    }
  }
}

extension StoredRack {
  static func all(of result: LayoutResult, in scenario: Scenario) -> [StoredRack] {
    zip(result.design.racks.racks, StoredRackAir.all(of: result, in: scenario)).map { elevation, air in
      var rack = StoredRack(elevation, equipment: result.design.equipment)
      rack.air = air
      return rack
    }
  }

  init(_ rack: RackElevation, equipment: [RackEquipment]) {
    self.init(
      number: rack.rack.index, units: rack.totals.units, power: rack.totals.power,
      weight: rack.totals.weight, ports: rack.totals.ports, tightest: rack.tightest?.description,
      equipment: rack.mounted.map { mounted in
        let item = equipment[mounted.equipment]
        return StoredEquipment(
          number: mounted.equipment, rack: rack.rack.index, position: mounted.position,
          height: mounted.height, name: item.name, power: item.power, weight: item.weight, ports: item.ports)
      })
  }
}

extension StoredServer {
  /// The servers of a design. Blades fill the bays of their enclosure in order, as the design counted them.
  static func all(of design: LayoutDesign, layout: Layout) -> [StoredServer] {
    var guests = [Int](repeating: 0, count: design.hosts)
    for host in design.plan.hostOfGuest where host >= 0 { guests[Int(host)] += 1 }
    var bays = [StoredBay?](repeating: nil, count: design.hosts)
    if let blade = layout.servers.model.blade, let enclosure = layout.servers.enclosure {
      for number in 0..<design.enclosures {
        var occupancy = BayOccupancy(grid: enclosure.form.grid)
        for host in design.hosts(in: number) {
          let placement = try? occupancy.insert(blade.footprint, as: HostID(host))
          bays[host] = placement.map { StoredBay($0, in: enclosure.form.grid) }
        }
      }
    }
    return (0..<design.hosts).map { host in
      StoredServer(
        host: host, equipment: design.equipment(of: host), guests: guests[host], bay: bays[host],
        pool: Int(design.poolOfHost[host]))
    }
  }
}

extension StoredBay {
  init(_ placement: BayOccupancy.Placement, in grid: BayGrid) {
    self.init(
      number: grid.number(of: placement.bay), column: placement.bay.column, row: placement.bay.row,
      columns: placement.footprint.columns, rows: placement.footprint.rows, part: placement.part,
      parts: placement.footprint.bladesPerBay)
  }
}
