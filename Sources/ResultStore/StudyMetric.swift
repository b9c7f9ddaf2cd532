/// What layouts are compared by.
public enum StudyMetric: String, Sendable, Hashable, CaseIterable {
  case energy, power
  case itPower = "it power"
  case peakPower = "peak power"
  case pue, cost, carbon, water, servers, racks, floor, weight, cables, downtime
  case longestOutage = "longest outage"
  case pueAtUPS = "pue category 1"
  case pueAtPDU = "pue category 2"
  case dcie
  case electricalPUE = "ppue electrical"
  case mechanicalPUE = "ppue mechanical"
  case buildingPUE = "ppue building"
  case wue, cue, ere
  case supplyHeatIndex = "shi"
  case returnHeatIndex = "rhi"
  case workPerIT = "work per it energy"
  case workPerEnergy = "work per energy"
  case guestHours = "guest-hours per energy"
  case grossFloor = "gross floor"
  case ports = "switch ports"

  /// The unit of its values; `currency` stands for the currency of the study.
  public var unit: String {
    switch self {
    case .energy: "kWh/a"
    case .power, .itPower, .peakPower: "kW"
    case .pue, .servers, .racks, .cables, .ports, .pueAtUPS, .pueAtPDU, .electricalPUE, .mechanicalPUE,
      .buildingPUE, .ere, .supplyHeatIndex, .returnHeatIndex:
      "1"
    case .dcie: "%"
    case .wue: "l/kWh"
    case .cue: "kg/kWh"
    case .workPerIT, .workPerEnergy: "ssj_ops/J"
    case .guestHours: "h/kWh"
    case .grossFloor: "m2"
    case .cost: "currency"
    case .carbon, .weight: "kg"
    case .water: "m3/a"
    case .floor: "m2"
    case .downtime: "h/a"
    case .longestOutage: "h"
    }
  }

  /// What it says, for people.
  public var title: String {
    switch self {
    case .energy: "energy at the meter in a year"
    case .power: "mean power at the meter"
    case .itPower: "mean power of the IT equipment"
    case .peakPower: "highest power at the meter"
    case .pue: "power usage effectiveness"
    case .cost: "cost over the study"
    case .carbon: "greenhouse gas of operation over the study"
    case .water: "water of the plant in a year"
    case .servers: "servers"
    case .racks: "racks"
    case .floor: "floor with aisles"
    case .weight: "mass of the equipment without racks"
    case .cables: "cables"
    case .downtime: "time down of a guest in a year, mean"
    case .longestOutage: "longest outage of a guest"
    case .pueAtUPS: "PUE, IT metered at the UPS output"
    case .pueAtPDU: "PUE, IT metered at the PDU output"
    case .dcie: "data centre infrastructure efficiency, 1 / PUE"
    case .electricalPUE: "partial PUE of the electrical chain"
    case .mechanicalPUE: "partial PUE of the cooling plant"
    case .buildingPUE: "partial PUE of lighting and generator standby"
    case .wue: "water usage effectiveness, water over IT energy"
    case .cue: "carbon usage effectiveness, carbon over IT energy"
    case .ere: "energy reuse effectiveness"
    case .supplyHeatIndex: "supply heat index of the room's air"
    case .returnHeatIndex: "return heat index of the room's air"
    case .workPerIT: "work served over IT energy"
    case .workPerEnergy: "work served over energy at the meter"
    case .guestHours: "hours that guests were up over energy at the meter"
    case .grossFloor: "floor with back of house"
    case .ports: "switch ports"
    }
  }
}
