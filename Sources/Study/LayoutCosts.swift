public import Economics
import Facility
import Quantities
public import Scenario
public import Simulation

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
      let count = line.basis.count(in: design, layout: layout, guests: scenario.guestCount)
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

extension CostLine.Basis {
  /// How many of it a layout has.
  func count(in design: LayoutDesign, layout: Layout, guests: Int) -> Int {
    switch self {
    case .layout: 1
    case .server: design.hosts
    case .socket: design.hosts * layout.servers.model.processor.sockets
    case .enclosure: design.enclosures
    case .rack: design.racks.racks.count
    case .guest: guests
    }
  }
}
