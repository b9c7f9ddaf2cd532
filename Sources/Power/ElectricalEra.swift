public import Quantities

/// One coherent set of electrical equipment of a time, from which a chain can be sized.
///
/// Losses are per unit of each device's rating; lighting and generator standby per unit of the design IT
/// power.
public struct ElectricalEra: Sendable, Hashable {
  /// The name in scenario files: `2005`.
  public let name: String
  /// The name for people.
  public let title: String
  /// Voltage from line to line at the racks, three-phase.
  public private(set) var rackVoltage: Volts
  /// Real over apparent power of the IT equipment.
  public let powerFactor: Fraction
  /// Rack PDUs and their cables.
  public private(set) var rackPDU: QuadraticLoss
  /// PDU transformers or power panels.
  public private(set) var pdu: QuadraticLoss
  /// The kind of UPS.
  public private(set) var ups: UPSClass
  /// What the IT equipment's wave form costs a UPS on top of its loss with a linear load, as a share of its output.
  ///
  /// Supplies without correction of the power factor draw current in short pulses, whose harmonics heat a UPS of any
  /// class. Corrected supplies, usual in servers from about 2008 on, do not.
  public let nonLinearLoss: Fraction
  /// Switchgear and transfer switch.
  public let switchgear: QuadraticLoss
  /// Transformer at the utility's voltage.
  public let transformer: QuadraticLoss
  /// Lighting, of design IT power.
  public let lighting: Fraction
  /// Jacket heater and charger of the generator, of design IT power.
  public let generatorStandby: Fraction
  /// Where the figures come from.
  public let source: String

  private static let gear = QuadraticLoss(known: 0, 0, 0.005)
  private static let mediumVoltage = QuadraticLoss(known: 0.003, 0, 0.006)

  /// 2005: cables and lighting as in White Paper 113, PDU transformers before NEMA TP-1 (96.4 % at half
  /// load), switch-mode supplies that cost a UPS 1.5 % of its output.
  public static let era2005 = ElectricalEra(
    name: "2005", title: "480 V to 208/120 V, legacy double conversion", rackVoltage: Volts(208),
    powerFactor: Fraction(0.96),
    rackPDU: QuadraticLoss(known: 0, 0, 0.01), pdu: QuadraticLoss(known: 0.015, 0, 0.015),
    ups: .doubleConversion2005, nonLinearLoss: Fraction(percent: 1.5), switchgear: gear,
    transformer: mediumVoltage,
    lighting: Fraction(percent: 1), generatorStandby: Fraction(percent: 0.3),
    source:
      "Rasmussen, White Paper 113 (from memory, high confidence); MV transformer 98.7 to 99.3 % (medium); "
      + "non-linear load 1 to 2 points at the UPS (published second-hand, CEC TB-45; the middle is taken, low)"
  )
  /// 2015: NEMA TP-1 PDU transformers (98.2 % at 35 % load), transformerless UPS.
  public static let era2015 = ElectricalEra(
    name: "2015", title: "480 V to 208 or 415 V, transformerless UPS", rackVoltage: Volts(208),
    powerFactor: Fraction(0.98),
    rackPDU: QuadraticLoss(known: 0, 0, 0.007), pdu: QuadraticLoss(known: 0.005, 0, 0.012),
    ups: .transformerless2015, nonLinearLoss: .zero, switchgear: gear, transformer: mediumVoltage,
    lighting: Fraction(percent: 1), generatorStandby: Fraction(percent: 0.3),
    source: "NEMA TP-1 98 to 98.6 % at 35 % load; rack PDU 0.2 to 1 %; from memory, medium confidence")
  /// 2025: 415/240 V busway without PDU transformers, silicon-carbide UPS.
  public static let era2025 = ElectricalEra(
    name: "2025", title: "415/240 V busway, silicon-carbide UPS", rackVoltage: Volts(415),
    powerFactor: Fraction(0.99),
    rackPDU: QuadraticLoss(known: 0, 0, 0.005), pdu: QuadraticLoss(known: 0, 0, 0.005),
    ups: .siliconCarbide2025, nonLinearLoss: .zero, switchgear: gear, transformer: mediumVoltage,
    lighting: Fraction(percent: 1), generatorStandby: Fraction(percent: 0.3),
    source: "busway 0.5 to 1.5 %, rack PDU 0.2 to 1 %; from memory, medium confidence")

  /// Current in each phase of the racks' supply for a real power, balanced.
  ///
  /// ```
  /// I = P / (pf sqrt(3) V_LL)
  /// ```
  /// P in W; pf the power factor, 0.95 to 0.98 in 2005 and 0.99 now (from memory, medium confidence); V_LL in V.
  /// Example: 10 kW are 28.9 A at 208 V in 2005 and 14.1 A at 415 V in 2025.
  public func current(for power: Watts) -> Amperes {
    Amperes(power.value / (powerFactor.value * 3.0.squareRoot() * rackVoltage.value))
  }

  /// This equipment with what stands between UPS and servers of another time: voltage, PDUs and rack PDUs.
  ///
  /// Example: 2005 with the distribution of 2025 has 415 V at the racks and no PDU transformers.
  public func distributing(as other: ElectricalEra) -> ElectricalEra {
    var era = self
    (era.rackVoltage, era.rackPDU, era.pdu) = (other.rackVoltage, other.rackPDU, other.pdu)
    return era
  }

  /// This equipment with a UPS of another kind. What the servers' supplies cost a UPS stays.
  ///
  /// Example: 2025 with eco mode loses 1.1 % of the output in place of 2.5 % at half load.
  public func protected(by ups: UPSClass) -> ElectricalEra {
    var era = self
    era.ups = ups
    return era
  }

  /// Every era, oldest first.
  public static let all = [era2005, era2015, era2025]

  /// The era of a name.
  public static func named(_ name: String) -> ElectricalEra? { all.first { $0.name == name } }
}
