/// Every unit symbol of the package and what it measures, so that a message can say what a wrong unit is.
enum KnownUnits {
  private static let all: [(dimension: String, units: [Unit])] = [
    entry(Watts.self), entry(Joules.self), entry(VoltAmperes.self), entry(Volts.self), entry(Amperes.self),
    entry(Celsius.self), entry(KelvinDifference.self), entry(CubicMetersPerSecond.self), entry(Pascals.self),
    entry(Liters.self), entry(Kilograms.self), entry(Meters.self), entry(SquareMeters.self),
    entry(KilogramsPerSquareMeter.self), entry(RackUnits.self), entry(Hertz.self), entry(Bytes.self),
    entry(BitsPerSecond.self), entry(OperationsPerSecond.self), entry(WorkPerSecond.self), entry(Cores.self),
    entry(Seconds.self), entry(EventsPerYear.self), entry(KilogramsCO2e.self),
    entry(KilogramsCO2ePerKilowattHour.self), entry(Fraction.self),
  ]

  private static func entry<Value: MeasuredValue>(_ type: Value.Type) -> (String, [Unit]) {
    (type.dimension, type.units)
  }

  /// What a symbol measures.
  static func dimension(of symbol: Substring) -> String? {
    all.first { entry in
      entry.units.contains { $0.symbol == symbol || $0.aliases.contains(String(symbol)) }
    }?.dimension
  }
}
