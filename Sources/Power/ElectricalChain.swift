public import Quantities

/// The electrical chain of a site, from the IT equipment's supplies to the utility meter.
///
/// ```
/// IT -> rack PDU -> PDU -> UPS -> switchgear -> transformer -> meter
///                              ^ mechanical, lighting, generator standby
/// ```
/// Each arrow passes a stage's input on as the next one's output (``LossStage``). Mechanical load joins at
/// the switchgear: it does not pass the UPS.
///
/// **Valid for** steady operation from the utility. **Not modelled**: phase balance, reactive power, battery
/// recharge, operation from the generator, cooling behind a UPS.
/// **Source**: order as in Rasmussen, Schneider Electric White Paper 113 (from memory, high confidence), but
/// cascaded: each stage carries the losses of those behind it.
///
/// Example: two 1 MW UPS modules of 2005 in 2N that pass 300 kW on lose 71 kW.
public struct ElectricalChain: Sendable, Hashable {
  /// Rack PDUs and their cables, all together.
  public let rackPDU: LossStage
  /// PDUs with their transformers, or remote power panels, all together.
  public let pdu: LossStage
  /// The UPS.
  public let ups: UPS
  /// Switchgear and transfer switch.
  public let switchgear: LossStage
  /// Transformer between the utility's voltage and the switchgear.
  public let transformer: LossStage
  /// Lighting, always on, in the rooms that the cooling plant serves.
  public let lighting: Watts
  /// Jacket heater and charger of the standby generator.
  public let generatorStandby: Watts

  private let upsStage: LossStage

  /// Creates a chain.
  public init(
    rackPDU: LossStage, pdu: LossStage, ups: UPS, switchgear: LossStage, transformer: LossStage,
    lighting: Watts, generatorStandby: Watts
  ) {
    self.rackPDU = rackPDU
    self.pdu = pdu
    self.ups = ups
    self.switchgear = switchgear
    self.transformer = transformer
    self.lighting = lighting
    self.generatorStandby = generatorStandby
    self.upsStage = ups.stage
  }

  /// Every stage, from the IT equipment to the meter.
  public var stages: [LossStage] { [rackPDU, pdu, upsStage, switchgear, transformer] }

  /// The part behind the UPS, whose heat, with that of the lighting, the plant must know before its own power can join.
  public func critical(it: Watts) -> CriticalReading {
    let rack = rackPDU.reading(output: it)
    let distribution = pdu.reading(output: rack.input)
    let uninterrupted = upsStage.reading(output: distribution.input)
    var white = Watts.zero
    var back = Watts.zero
    add(rack.loss, of: rackPDU, &white, &back)
    add(distribution.loss, of: pdu, &white, &back)
    add(uninterrupted.loss, of: upsStage, &white, &back)
    return CriticalReading(
      it: it, rackPDU: rack, pdu: distribution, ups: uninterrupted, whiteSpaceLoss: white,
      backOfHouseLoss: back, lighting: lighting)
  }

  private func add(_ loss: Watts, of stage: LossStage, _ white: inout Watts, _ back: inout Watts) {
    switch stage.heat {
    case .whiteSpace: white += loss
    case .backOfHouse: back += loss
    }
  }

  /// The whole chain, given the part behind the UPS and the power of the cooling plant.
  public func reading(_ critical: CriticalReading, mechanical: Watts) -> ChainReading {
    let joined = critical.ups.input + mechanical + critical.lighting + generatorStandby
    let gear = switchgear.reading(output: joined)
    return ChainReading(
      critical: critical, mechanical: mechanical, generatorStandby: generatorStandby, switchgear: gear,
      transformer: transformer.reading(output: gear.input))
  }

  /// The whole chain for an IT power and the power of the cooling plant.
  public func reading(it: Watts, mechanical: Watts = .zero) -> ChainReading {
    reading(critical(it: it), mechanical: mechanical)
  }

  /// Whether the UPS keeps its promised redundancy with an IT power.
  public func isWithinCapacity(it: Watts) -> Bool { critical(it: it).pdu.input <= ups.usableCapacity }
}
