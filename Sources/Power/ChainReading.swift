public import Quantities

/// What flows through the part of the electrical chain behind the UPS, which IT power alone determines.
public struct CriticalReading: Sendable, Hashable {
  /// Power of the IT equipment at its supplies' inputs.
  public let it: Watts
  /// Rack PDUs and their cables.
  public let rackPDU: StageReading
  /// PDUs with their transformers, or remote power panels.
  public let pdu: StageReading
  /// The UPS.
  public let ups: StageReading
  /// Loss of this part that heats the rooms that the cooling plant serves; IT power comes on top.
  public let whiteSpaceLoss: Watts
  /// Loss of this part that heats rooms beside them.
  public let backOfHouseLoss: Watts
  /// Lighting, all of which ends as heat in the rooms. It does not pass the UPS.
  public let lighting: Watts

  /// What the cooling plant has to remove: IT power, the losses in the rooms it serves, and their lighting.
  public var heat: Watts { it + whiteSpaceLoss + lighting }
}

/// What flows through the whole electrical chain at a moment, from the IT equipment to the utility meter.
///
/// ```
/// switchgear output = UPS input + mechanical + lighting + generator standby
/// meter             = transformer input
/// ```
/// At every node input = output + loss by construction, so that
/// meter = IT + all losses + mechanical + lighting + generator standby.
public struct ChainReading: Sendable, Hashable {
  /// The part behind the UPS.
  public let critical: CriticalReading
  /// Cooling and humidification.
  public let mechanical: Watts
  /// Jacket heater and charger of the standby generator.
  public let generatorStandby: Watts
  /// Switchgear and transfer switch.
  public let switchgear: StageReading
  /// Transformer between the utility's voltage and the switchgear.
  public let transformer: StageReading

  /// Power of the IT equipment.
  public var it: Watts { critical.it }
  /// Lighting.
  public var lighting: Watts { critical.lighting }
  /// Power at the utility meter.
  public var meter: Watts { transformer.input }
  /// Sum of the losses of all stages.
  public var losses: Watts {
    critical.rackPDU.loss + critical.pdu.loss + critical.ups.loss + switchgear.loss + transformer.loss
  }
  /// Meter power over IT power at this moment; nil without IT load. A yearly PUE is a ratio of energies, not
  /// a mean of these.
  public var pue: Double? { it.value > 0 ? meter / it : nil }
}
