public import Quantities

extension ComponentModel {
  /// Power of the cooling plant of this model for an IT power.
  ///
  /// - Parameter rating: the design IT power, above zero.
  public func mechanical(for it: Watts, rating: Watts) -> Watts {
    components.reduce(.zero) { sum, component in
      component.isMechanical ? sum + component.loss.loss(carrying: it, rating: rating) : sum
    }
  }
}

extension ElectricalChain {
  /// The components of White Paper 113 as a cascaded chain, each rated at the design IT power: a reference to check
  /// chains against.
  ///
  /// With ``ComponentModel/mechanical(for:rating:)`` it follows the PUE of ``ComponentModel`` to 2 % above 10 %
  /// load: it carries losses of losses, which the component model leaves out.
  public static func whitePaper113(rating: Watts) throws(PowerProblem) -> ElectricalChain {
    ElectricalChain(
      rackPDU: LossStage(
        "wiring", rating: rating, loss: QuadraticLoss(known: 0, 0, 0.01), heat: .whiteSpace),
      pdu: LossStage(
        "PDU", rating: rating, loss: QuadraticLoss(known: 0.015, 0, 0.015), heat: .whiteSpace),
      ups: try UPS(.whitePaper113, module: rating, modules: 1, topology: .n),
      switchgear: LossStage(
        "switchgear", rating: rating, loss: QuadraticLoss(known: 0, 0, 0.005), heat: .backOfHouse),
      transformer: LossStage("transformer", rating: rating, loss: .none, heat: .backOfHouse),
      lighting: rating * 0.01, generatorStandby: rating * 0.003)
  }
}
