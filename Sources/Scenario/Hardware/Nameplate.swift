public import Facility
import Power
public import Quantities

extension ServerModel {
  /// The labels of the server's own supplies together, spare ones included; zero for a blade. Where nobody knows the
  /// supplies, its highest draw.
  public var nameplate: Watts {
    switch power.supply {
    case .own(let bank): bank.installedRating
    case .asMeasured: power.tested?.installedRating ?? power.curve.peak
    case .enclosure: .zero
    }
  }
}

extension Layout {
  /// The labels of all supplies of the layout together: those of servers and enclosures, and the planned power of what
  /// follows them in the list of equipment, of which no label is known.
  public func nameplate(hosts: Int, enclosures: Int, of equipment: [RackEquipment]) -> Watts {
    let machines = enclosures > 0 ? enclosures : hosts
    let labels =
      enclosures > 0
      ? (servers.enclosure?.bank.installedRating ?? .zero) * Double(enclosures)
      : servers.model.nameplate * Double(hosts)
    return equipment.dropFirst(machines).reduce(labels) { $0 + $1.power }
  }

  /// What the vendor's tool gives for all servers, and the planned power of what follows them in the list of equipment; nil when
  /// nobody asked it.
  public func sizingTool(hosts: Int, enclosures: Int, of equipment: [RackEquipment]) -> Watts? {
    guard let each = servers.sizingTool else { return nil }
    return equipment.dropFirst(enclosures > 0 ? enclosures : hosts).reduce(each * Double(hosts)) {
      $0 + $1.power
    }
  }
}
