public import Quantities

extension ElectricalChain {
  /// UPS module ratings on offer, smallest first (from memory, medium confidence); above the largest, several
  /// of it are taken.
  public static let upsModuleRatings: [Watts] = [
    20, 40, 80, 120, 160, 225, 300, 400, 500, 750, 1000,
  ].map { Watts(kilowatts: $0) }

  /// UPS modules that share a load at most, spare ones not counted, while there are larger ones (from memory, medium
  /// confidence): systems of two to four modules and a spare one are usual.
  public static let mostSharingModules = 4

  /// Sizes a chain for a design load from one era's equipment.
  ///
  /// The UPS carries the design IT power and the distribution losses behind it with the redundancy asked for, in standard
  /// modules of which up to ``mostSharingModules`` share that load: those whose ratings add up to least, because what
  /// stands idle loses too. With a UPS of two sides both distribution sides are built for the
  /// whole load, as dual-corded equipment needs; with three systems, of which two must do, for one and a half. Switchgear and transformer are rated for everything that passes
  /// them.
  ///
  /// - Parameters:
  ///   - designIT: the IT power to be carried, above zero.
  ///   - mechanical: design power of the cooling plant.
  ///   - era: the equipment.
  ///   - topology: how UPS modules are arranged.
  ///   - upsModule: rating of a UPS module, to use instead of a standard one.
  ///   - upsHeat: where the UPS stands; UPS and battery rooms are usually cooled like that of the IT equipment.
  /// - Throws: a ``PowerProblem`` when a power is out of range.
  public static func sized(
    for designIT: Watts, mechanical: Watts, era: ElectricalEra, topology: UPS.Topology,
    upsModule: Watts? = nil,
    upsHeat: LossStage.HeatLocation = .whiteSpace
  ) throws(PowerProblem) -> ElectricalChain {
    guard designIT.value > 0, designIT.value.isFinite, mechanical.value >= 0, mechanical.value.isFinite else {
      throw PowerProblem("a chain cannot be sized for \(designIT) of IT and \(mechanical) of cooling")
    }
    // One side must be able to carry everything alone; two sides together lose their fixed part twice.
    let sides =
      switch topology {
      case .n, .nPlusOne, .catcher: 1.0
      case .twoN, .twoNPlusOne: 2.0
      case .distributed: 1.5
      }
    let side = distribution(for: designIT, era: era, sides: 1)
    let (rackPDU, pdu) = distribution(for: designIT, era: era, sides: sides)
    let alone = side.pdu.reading(output: side.rackPDU.reading(output: designIT).input).input
    let shared = pdu.reading(output: rackPDU.reading(output: designIT).input).input
    let protected = max(alone, shared)

    let module =
      upsModule
      ?? StandardSize.least(carrying: protected, of: upsModuleRatings, mostSharing: mostSharingModules) {
        topology.modules(needed: $0)
      }
    guard module.value > 0 else { throw PowerProblem("a UPS module of \(module) cannot carry anything") }
    let count = (protected / module).rounded(.up)
    guard count <= 100_000 else {
      throw PowerProblem("UPS modules of \(module) are too small for \(protected)")
    }
    let modules = topology.modules(needed: Int(count))
    let ups = try UPS(
      era.ups, module: module, modules: modules, topology: topology, nonLinearLoss: era.nonLinearLoss,
      heat: upsHeat)
    let lighting = designIT * era.lighting
    let standby = designIT * era.generatorStandby
    let joined = ups.stage.reading(output: protected).input + mechanical + lighting + standby
    let switchgear = LossStage("switchgear", rating: joined, loss: era.switchgear, heat: .backOfHouse)
    let transformer = LossStage(
      "transformer", rating: switchgear.reading(output: joined).input, loss: era.transformer,
      heat: .backOfHouse)
    return ElectricalChain(
      rackPDU: rackPDU, pdu: pdu, ups: ups, switchgear: switchgear, transformer: transformer,
      lighting: lighting, generatorStandby: standby)
  }

  private static func distribution(
    for designIT: Watts, era: ElectricalEra, sides: Double
  ) -> (rackPDU: LossStage, pdu: LossStage) {
    let rackPDU = LossStage("rack PDU", rating: designIT * sides, loss: era.rackPDU, heat: .whiteSpace)
    let rating = designIT + era.rackPDU.loss(carrying: designIT, rating: designIT)
    return (rackPDU, LossStage("PDU", rating: rating * sides, loss: era.pdu, heat: .whiteSpace))
  }
}
