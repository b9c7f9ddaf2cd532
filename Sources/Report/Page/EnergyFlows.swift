import ResultStore

/// Where the energy of the meter ends: overhead that leaves before the IT equipment, and what becomes of the rest.
struct EnergyFlows: Sendable, Hashable {
  /// One end.
  struct Leaf: Sendable, Hashable {
    let name: String
    let colour: Palette
    fileprivate(set) var kilowattHours = 0.0
  }

  /// What leaves before the IT equipment.
  private(set) var overhead: [Leaf]
  /// What becomes of the energy of the IT equipment, useful work last.
  private(set) var equipment: [Leaf]

  private static let overheadTable: [(leaf: Leaf, components: [String])] = [
    (Leaf(name: "building", colour: .silver), ["building"]),
    (Leaf(name: "cooling", colour: .green), ["compressors", "air_fans", "humidity_and_pumps"]),
    (Leaf(name: "switchgear", colour: .yellow), ["switchgear"]),
    (Leaf(name: "UPS", colour: .yellow), ["ups"]),
    (Leaf(name: "PDUs and cables", colour: .yellow), ["distribution"]),
  ]
  private static let equipmentTable: [(leaf: Leaf, components: [String])] = [
    (Leaf(name: "other equipment", colour: .grey), ["other_equipment"]),
    (Leaf(name: "power supplies", colour: .orange), ["supplies"]),
    (Leaf(name: "enclosures and fans", colour: .purple), ["enclosures", "server_fans"]),
    (Leaf(name: "idle servers", colour: .sky), ["servers_idle"]),
    (Leaf(name: "work", colour: .blue), ["servers_work"]),
  ]

  /// The end of idle servers.
  private static let idle = equipmentTable.firstIndex { $0.leaf.name == "idle servers" } ?? 0

  /// Sorts energies by component. What has no end of its own ends in the building or in idle servers.
  init(_ kilowattHours: [Double], of components: [StoredComponent]) {
    overhead = Self.overheadTable.map(\.leaf)
    equipment = Self.equipmentTable.map(\.leaf)
    for component in components where kilowattHours.indices.contains(component.index) {
      let energy = kilowattHours[component.index]
      if component.isIT {
        let end = Self.equipmentTable.firstIndex { $0.components.contains(component.name) } ?? Self.idle
        equipment[end].kilowattHours += energy
      } else {
        let end = Self.overheadTable.firstIndex { $0.components.contains(component.name) } ?? 0
        overhead[end].kilowattHours += energy
      }
    }
  }

  /// Energy at the meter.
  var total: Double { (overhead + equipment).reduce(0) { $0 + $1.kilowattHours } }

  /// What to see: `In blades, 4.1 of 100 kWh at the meter become work, 43 cool the room`.
  func title(of layout: String) -> String {
    guard total > 0 else { return "\(layout) uses no energy" }
    let work = equipment.last?.kilowattHours ?? 0
    let cooling = overhead.first { $0.name == "cooling" }?.kilowattHours ?? 0
    func share(_ energy: Double) -> String { Rounding.significant(energy / total * 100, digits: 2) }
    return "In \(layout), \(share(work)) of 100 kWh at the meter become work, \(share(cooling)) cool the room"
  }

  /// The drawing of the flows.
  func sankey(unit: ReportContents.EnergyUnit, perPixel: Double) -> Sankey {
    func flows(_ leaves: [Leaf]) -> [Sankey.Flow] {
      leaves.map { Sankey.Flow(name: $0.name, value: $0.kilowattHours / unit.size, colour: $0.colour) }
    }
    return Sankey(
      losses: flows(overhead), trunk: "IT equipment", ends: flows(equipment),
      unit: unit.name, perPixel: perPixel)
  }
}
