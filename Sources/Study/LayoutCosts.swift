public import Economics
import Facility
import Quantities
public import Scenario
public import Simulation
import Virtualization
import Workload

extension CostBook {
  /// The costs of a layout over a study: what is bought at the start, floor, electricity, licences by the
  /// server, and the scenario's own lines.
  ///
  /// Electricity is entered as metered in the run. Machines marked as owned cost nothing to buy; nor does other
  /// equipment without a price.
  public init(_ scenario: Scenario, design: LayoutDesign, run: RunSummary) {
    self.init(in: scenario.site.currency)
    let layout = scenario.layouts[design.layout]
    enterHardware(layout, design: design, racks: layout.racks ?? scenario.site.racks)
    for other in layout.equipment {
      guard let price = other.price else { continue }
      enter(.atStart(.otherEquipment, "\(other.count) x \(other.name)", price * Double(other.count)))
    }
    let floor = scenario.site.floor
    enter(.yearly(.floor, "floor", floor.price.money * design.floorArea.value))
    enterElectricity(run.bills)
    for licence in design.licences {
      let amount = licence.price * Double(licence.servers)
      enter(.atStart(.licences, "\(licence.name), \(licence.servers) x", amount))
    }
    for line in layout.costs {
      let count = line.count(in: design, of: scenario)
      let amount = line.amount * Double(count)
      let label = "\(line.item), \(count) x"
      switch line.recurrence {
      case .once: enter(.atStart(line.category, label, amount))
      case .yearly: enter(.yearly(line.category, label, amount))
      }
    }
  }

  private mutating func enterHardware(_ layout: Layout, design: LayoutDesign, racks: RackChoice) {
    guard !layout.servers.owned else { return }
    let server = layout.servers.model
    enter(
      .atStart(.servers, "\(design.hosts) x \(server.title)", server.price * Double(design.hosts)))
    if let enclosure = layout.servers.enclosure {
      enter(
        .atStart(
          .enclosures, "\(design.enclosures) x \(enclosure.title)",
          (enclosure.price + enclosure.interconnectPrice) * Double(design.enclosures)))
    }
    let count = design.racks.racks.count
    enter(.atStart(.racks, "\(count) x \(racks.model.title)", racks.model.price * Double(count)))
  }

  private mutating func enterElectricity(_ bills: [Bill]) {
    guard let first = bills.first else { return }
    var energy = first.energyCost + first.fixedCost
    var demand = first.demandCost
    for bill in bills.dropFirst() {
      energy += bill.energyCost + bill.fixedCost
      demand += bill.demandCost
    }
    enter(.atStart(.energy, "electricity, metered", energy))
    enter(.atStart(.demand, "electricity, highest quarter-hours", demand))
  }
}

extension CostLine {
  /// How many of what it is counted by a layout has: all of them, or those of one technique.
  func count(in design: LayoutDesign, of scenario: Scenario) -> Int {
    let layout = scenario.layouts[design.layout]
    func isCounted(_ technique: Technique) -> Bool { self.technique.map { $0 == technique.name } ?? true }
    let servers = design.pools.reduce(0) { sum, pool in
      pool.pool.techniques.contains(where: isCounted) ? sum + pool.hosts : sum
    }
    return switch basis {
    case .layout: 1
    case .server: servers
    case .socket: servers * layout.servers.model.processor.sockets
    case .enclosure: design.enclosures
    case .rack: design.racks.racks.count
    case .guest:
      scenario.guests.indices.reduce(0) { sum, group in
        isCounted(scenario.technique(ofGuests: group, in: layout)) ? sum + scenario.guests[group].count : sum
      }
    }
  }
}
