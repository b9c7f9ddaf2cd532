public import Quantities

/// A standby generator: its heater and charger, the fuel it burns, its monthly test.
///
/// ```
/// standby  = 0.003 R
/// fuel / h = (0.019 + 0.25 L) R       litres, with R in kW
/// ```
/// R is the rating, L the load as a share of it.
///
/// **Valid for** diesel sets from about 100 kW, loads from 0 to 1. **Not modelled**: derating by altitude and heat,
/// wear from light load, start failures. **Source**: jacket heater and charger about 0.3 %; 0.26 to 0.28 l/kWh at 75 %
/// load; start within 10 s (NFPA 110 type 10); test of 30 min a month (from memory, medium confidence), at 30 % load as
/// NFPA 110 asks (from memory, medium confidence). The line of the fuel is fitted to usual consumption tables (derived,
/// medium confidence).
///
/// Example: a 1 MW set at 75 % load burns 206.5 l an hour, 0.275 l/kWh.
public struct Generator: Sendable, Hashable {
  /// What it is rated for.
  public let rating: Watts
  /// Jacket heater and charger, as a share of the rating.
  public let standbyShare: Fraction
  /// Running time of each test.
  public let testDuration: Seconds
  /// Load of each test, as a share of the rating.
  public let testLoad: Fraction

  /// Time from the loss of the utility until it carries load.
  public static let start = Seconds(10)
  /// Tests in a year.
  public static let testsPerYear = 12
  /// Litres an hour and kilowatt of rating, without load and with load.
  static let fuel = (noLoad: 0.019, proportional: 0.25)

  /// Creates a generator.
  ///
  /// - Throws: a ``PowerProblem`` when a figure is out of range.
  public init(
    rating: Watts, standbyShare: Fraction = Fraction(percent: 0.3),
    testDuration: Seconds = Seconds(minutes: 30),
    testLoad: Fraction = Fraction(percent: 30)
  ) throws(PowerProblem) {
    guard rating.value > 0, rating.value.isFinite else {
      throw PowerProblem("a generator rated for \(rating) cannot give power")
    }
    guard standbyShare.value >= 0, standbyShare.value < 1, testLoad.value >= 0, testLoad.value <= 1,
      testDuration.value >= 0, testDuration.value.isFinite
    else {
      throw PowerProblem(
        "a generator with \(standbyShare) standby, tested \(testDuration) at \(testLoad), is not possible")
    }
    self.rating = rating
    self.standbyShare = standbyShare
    self.testDuration = testDuration
    self.testLoad = testLoad
  }

  /// Power of jacket heater and charger while it stands by.
  public var standby: Watts { rating * standbyShare }

  /// Fuel burnt while it carries a load for a time.
  public func fuel(carrying load: Watts, over time: Seconds) -> Liters {
    let hourly = Generator.fuel.noLoad * rating.kilowatts + Generator.fuel.proportional * load.kilowatts
    return Liters(hourly * time.value / 3600)
  }

  /// Fuel of a year's tests.
  public var yearlyTestFuel: Liters {
    fuel(carrying: rating * testLoad, over: testDuration) * Double(Generator.testsPerYear)
  }

  /// Energy given in a year's tests: it replaces the utility's when the site is the load, and is lost in a load
  /// bank.
  public var yearlyTestEnergy: Joules {
    (rating * testLoad).energy(over: testDuration) * Double(Generator.testsPerYear)
  }
}
