import Quantities
import ResultStore

/// The leaves of the energy ledger in as many layers as an eye can follow, from the processors outwards.
struct EnergyLayers: Sendable {
  /// The layers, in the order in which they are stacked.
  let layers: [Layer]
  /// The layer of each component.
  private let layerOfComponent: [Int]

  /// Which components make a layer, by their names in the store.
  private static let table: [(layer: Layer, components: [String])] = [
    (Layer(name: "server load", colour: .blue), ["servers_work"]),
    (Layer(name: "idle servers", colour: .sky), ["servers_idle"]),
    (Layer(name: "enclosures and fans", colour: .purple), ["enclosures", "server_fans"]),
    (Layer(name: "power supplies", colour: .orange), ["supplies"]),
    (Layer(name: "other equipment", colour: .grey), ["other_equipment"]),
    (Layer(name: "UPS and wiring", colour: .yellow), ["distribution", "ups", "switchgear"]),
    (Layer(name: "compressors", colour: .green), ["compressors"]),
    (Layer(name: "air and humidity", colour: .vermillion), ["air_fans", "humidity_and_pumps"]),
  ]
  /// Whatever has no layer of its own.
  private static let rest = Layer(name: "building", colour: .silver)

  init(_ components: [StoredComponent]) {
    layers = Self.table.map(\.layer) + [Self.rest]
    layerOfComponent = components.map { component in
      Self.table.firstIndex { $0.components.contains(component.name) } ?? Self.table.count
    }
  }

  /// Sums by layer of values by component.
  func sums(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: layers.count)
    for (component, value) in values.enumerated() where layerOfComponent.indices.contains(component) {
      sums[layerOfComponent[component]] += value
    }
    return sums
  }
}
