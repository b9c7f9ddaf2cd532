public import Quantities

/// How a wet cooler treats its water.
public struct WaterTreatment: Hashable, Sendable {
  /// Salts in the basin over salts in the main, above 1.
  public let cycles: ConcentrationCycles
  /// Droplets lost as a share of the circulating flow.
  public let drift: Fraction

  /// Creates a treatment.
  public init(
    cycles: ConcentrationCycles = ConcentrationCycles(5), drift: Fraction = Fraction(percent: 0.005)
  ) {
    precondition(cycles > ConcentrationCycles(1), "water concentrates")
    self.cycles = cycles
    self.drift = drift
  }

  /// The water for heat that leaves by evaporation while a flow circulates.
  public func makeUp(evaporating heat: Watts, circulating flow: CubicMetersPerSecond) -> MakeUpWater {
    makeUp(
      evaporation: CubicMetersPerSecond(
        heat.value / (MakeUpWater.evaporationHeat * MakeUpWater.waterDensity)),
      drift: flow * drift)
  }

  /// The water for a known evaporation and drift.
  public func makeUp(evaporation: CubicMetersPerSecond, drift: CubicMetersPerSecond) -> MakeUpWater {
    let purge = evaporation / (cycles.value - 1)
    return MakeUpWater(evaporation: evaporation, drift: drift, blowdown: max(.zero, purge - drift))
  }
}
