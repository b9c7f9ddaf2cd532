public import Quantities

/// A non-cascaded sum of component losses, each rated at the IT rating: a quick PUE to check a full chain
/// against.
///
/// ```
/// PUE(L) = 1 + sum of (a + b L + c L^2) / L
/// ```
/// L is the IT load as a share of the design rating; a, b, c are each component's coefficients, cooling
/// included.
///
/// **Valid for** L above 0 to 1. **Not modelled**: losses of losses, weather, oversizing, redundancy.
/// **Source**: Rasmussen, Schneider Electric White Paper 113 (from memory, high confidence).
///
/// Example: the built-in set gives a PUE of 1.578 at full load and 1.791 at half load: shrinking the IT load
/// without the plant makes PUE worse.
public struct ComponentModel: Sendable, Hashable {
  /// One component's overhead, per unit of IT rating.
  public struct Component: Sendable, Hashable {
    /// What it is.
    public let name: String
    /// Whether it is part of the cooling plant, not of the electrical chain.
    public let isMechanical: Bool
    /// Its overhead.
    public let loss: QuadraticLoss

    init(name: String, isMechanical: Bool = false, loss: QuadraticLoss) {
      self.name = name
      self.isMechanical = isMechanical
      self.loss = loss
    }
  }

  /// The components.
  public let components: [Component]

  /// Overhead as a share of the design IT rating.
  public func overhead(at load: Fraction) -> Fraction {
    components.reduce(into: .zero) { sum, component in
      sum += Fraction(component.loss.loss(carrying: Watts(load.value), rating: Watts(1)).value)
    }
  }

  /// PUE at a load above 0, as a share of the design rating.
  public func pue(at load: Fraction) -> Double {
    precondition(load.value > 0, "PUE has no value without IT load")
    return 1 + overhead(at: load) / load
  }

  /// The components of White Paper 113.
  public static let whitePaper113 = ComponentModel(components: [
    Component(name: "UPS", loss: QuadraticLoss(known: 0.04, 0.05, 0)),
    Component(name: "PDU", loss: QuadraticLoss(known: 0.015, 0, 0.015)),
    Component(name: "lighting", loss: QuadraticLoss(known: 0.01, 0, 0)),
    Component(name: "wiring", loss: QuadraticLoss(known: 0, 0, 0.01)),
    Component(name: "switchgear", loss: QuadraticLoss(known: 0, 0, 0.005)),
    Component(name: "generator", loss: QuadraticLoss(known: 0.003, 0, 0)),
    Component(name: "CRAC", isMechanical: true, loss: QuadraticLoss(known: 0.09, 0, 0)),
    Component(name: "humidifier", isMechanical: true, loss: QuadraticLoss(known: 0.01, 0.01, 0)),
    Component(name: "chiller plant", isMechanical: true, loss: QuadraticLoss(known: 0.06, 0.26, 0)),
  ])
}
