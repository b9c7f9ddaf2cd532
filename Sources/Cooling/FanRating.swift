public import Quantities

/// A fan's rating: the flow it is built for, the pressure it works against, and the efficiency of the set.
public struct FanRating: Hashable, Sendable {
  /// Flow at rating.
  public let flow: CubicMetersPerSecond
  /// Pressure rise at rating.
  public let pressure: Pascals
  /// Efficiency of fan, drive and motor together, above 0 to 1.
  public let efficiency: Fraction

  /// Creates a rating.
  public init(flow: CubicMetersPerSecond, pressure: Pascals, efficiency: Fraction) {
    precondition(efficiency > .zero, "a fan has some efficiency")
    self.flow = flow
    self.pressure = pressure
    self.efficiency = efficiency
  }

  /// Electricity at rating: flow times pressure over efficiency.
  public var power: Watts { Watts(flow.value * pressure.value / efficiency.value) }

  /// Electricity over the heat that the flow carries with a rise of the air: `Δp/(η·ρ·cp·ΔT)`.
  static func share(rise: KelvinDifference, pressure: Pascals, efficiency: Fraction) -> Fraction {
    let flow = ServerAir.flow(carrying: Watts(1), rise: rise)
    return Fraction(FanRating(flow: flow, pressure: pressure, efficiency: efficiency).power / Watts(1))
  }
}
