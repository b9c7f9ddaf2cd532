/// What layouts are compared by.
public enum StudyMetric: String, Sendable, Hashable, CaseIterable {
  case energy, power
  case itPower = "it power"
  case peakPower = "peak power"
  case pue, cost, carbon, water, servers, racks, floor, weight, cables, downtime
  case longestOutage = "longest outage"

  /// The unit of its values; `currency` stands for the currency of the study.
  public var unit: String {
    switch self {
    case .energy: "kWh/a"
    case .power, .itPower, .peakPower: "kW"
    case .pue, .servers, .racks, .cables: "1"
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
    }
  }
}
