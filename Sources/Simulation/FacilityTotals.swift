public import Cooling
public import Quantities

/// What a run came to in the building beside its ledger of energy.
public struct FacilityTotals: Sendable, Hashable {
  /// Lost between the outputs of the PDUs and the inputs of the equipment.
  public var rackPDULoss: Joules
  /// Given to the outdoors by the cooling plant.
  public var rejectedHeat: Joules
  /// Heat that air took from the servers, and that their intake already had of it.
  public var airHeat: Joules
  public var recirculatedHeat: Joules
  /// The highest power of each rack at its PDU's outlets.
  public var rackPeaks: [Watts]
  /// The energy of each rack there; that of all IT equipment, together.
  public var rackEnergy: [Joules]
  /// The highest power that the supplies of each enclosure gave; empty for rack servers.
  public var enclosurePeaks: [Watts]

  /// Supply heat index: the share of the exhaust's warmth that the intake already had; zero without heat in air.
  public var supplyHeatIndex: Fraction {
    let all = airHeat + recirculatedHeat
    return all > .zero ? Fraction(recirculatedHeat / all) : .zero
  }
}

extension RunSummary {
  /// The energies that meters at the three planes of PUE show, with the share of rejected heat that is put to use.
  public func meters(heatReuse: Fraction) -> EnergyMeters? {
    let distribution = energy[EnergyComponent.distribution.rawValue]
    return EnergyMeters(
      facility: meterEnergy, upsOutput: itEnergy + distribution,
      distributionOutput: itEnergy + facility.rackPDULoss, equipmentInput: itEnergy,
      reused: facility.rejectedHeat * heatReuse)
  }

  /// The overhead of one zone of the building: of the electrical chain, of the cooling plant, or of what is left.
  public func partialPUE(_ zone: OverheadZone) -> PartialPUE? {
    let overhead = EnergyComponent.allCases.reduce(Joules.zero) {
      $1.zone == zone ? $0 + energy[$1.rawValue] : $0
    }
    return PartialPUE(zone: zone.rawValue, overhead: overhead, it: itEnergy)
  }
}

/// A zone of a building's overhead, for partial PUE.
public enum OverheadZone: String, Sendable, Hashable, CaseIterable {
  /// Losses from the meter to the rack PDUs.
  case electrical
  /// The cooling plant.
  case mechanical
  /// Lighting and the standby of the generator.
  case building
}

extension EnergyComponent {
  /// The zone that the component is overhead of; nil for IT equipment.
  public var zone: OverheadZone? {
    switch self {
    case .distribution, .ups, .switchgear: .electrical
    case .compressors, .airFans, .humidityAndPumps: .mechanical
    case .building: .building
    default: nil
    }
  }
}
