public import Quantities

/// One device of the electrical chain that passes power on and loses some of it as heat.
///
/// ```
/// input = P + R (a + b L + c L^2),  L = P / R
/// ```
/// P is the output in W, R the installed rating in W (all parallel devices together, sharing evenly), a, b, c
/// the coefficients of its ``QuadraticLoss``.
///
/// **Valid for** outputs up to the rating; computed beyond. **Not modelled**: uneven sharing, harmonics,
/// reactive power.
/// **Source**: the form from Rasmussen, Schneider Electric White Paper 113 (from memory, high confidence).
///
/// Example: a 100 kW UPS with a = 0.04, b = 0.05 takes 56.5 kW to give 50 kW.
public struct LossStage: Sendable, Hashable {
  /// Where a device's heat goes.
  public enum HeatLocation: String, Sendable, Hashable, CaseIterable {
    /// Into rooms that the cooling plant serves: that of the IT equipment, or one of its own that is cooled like it.
    case whiteSpace = "white-space"
    /// Into rooms beside them that need ventilation only, whose fans are not counted, or outdoors.
    case backOfHouse = "back-of-house"
  }

  /// What the device is, for reports: `UPS`.
  public let name: String
  /// Installed rating of output.
  public let rating: Watts
  /// Loss per unit of rating.
  public let loss: QuadraticLoss
  /// Where the loss heats.
  public let heat: HeatLocation

  /// Creates a stage.
  ///
  /// - Parameter rating: above zero.
  public init(_ name: String, rating: Watts, loss: QuadraticLoss, heat: HeatLocation) {
    precondition(rating.value > 0 && rating.value.isFinite, "a stage has a rating above zero")
    self.name = name
    self.rating = rating
    self.loss = loss
    self.heat = heat
  }

  /// What passes in and out at an output.
  public func reading(output: Watts) -> StageReading {
    StageReading(output: output, loss: loss.loss(carrying: output, rating: rating))
  }

  /// Load as a share of the installed rating.
  public func load(at output: Watts) -> Fraction { Fraction(output / rating) }
}
