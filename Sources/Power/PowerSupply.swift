public import Quantities

/// One power supply: AC in, DC out, with a loss that depends on its load.
///
/// ```
/// input = P + R (a + b L + c L^2),  L = P / R
/// ```
/// P is the DC output in W, R the rating in W, and a, b, c the coefficients of its ``EfficiencyClass``.
///
/// **Valid for** 5 % to 100 % of the rating. **Not modelled**: power factor, input voltage, temperature.
/// **Source**: 80 PLUS program minima (published) as fitted in ``EfficiencyClass``.
///
/// Example: an 800 W Platinum supply takes 79.95 W to give 60 W.
public struct PowerSupply: Sendable, Hashable {
  /// The DC output it is rated for.
  public let rating: Watts
  /// Its loss, per unit of rating.
  public let loss: QuadraticLoss
  /// AC power it draws as a standby unit of a cold-redundant bank.
  public let standby: Watts

  /// AC power of a standby unit when nothing better is known: 2 to 5 W (from memory, medium confidence).
  public static let typicalStandby = Watts(3)

  /// Creates a supply.
  ///
  /// - Throws: a ``PowerProblem`` when the rating is not above zero or the standby power is negative.
  public init(
    rating: Watts, loss: QuadraticLoss, standby: Watts = typicalStandby
  ) throws(PowerProblem) {
    guard rating.value > 0, rating.value.isFinite else {
      throw PowerProblem("a power supply rated \(rating.value) W cannot give power")
    }
    guard standby.value >= 0, standby.value.isFinite else {
      throw PowerProblem("a standby power of \(standby.value) W is not possible")
    }
    self.rating = rating
    self.loss = loss
    self.standby = standby
  }

  /// Creates a supply of an efficiency class.
  public init(
    rating: Watts, efficiency: EfficiencyClass, standby: Watts = typicalStandby
  ) throws(PowerProblem) {
    try self.init(rating: rating, loss: efficiency.loss, standby: standby)
  }
}
