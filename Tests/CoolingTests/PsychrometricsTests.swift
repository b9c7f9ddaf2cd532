import Cooling
import Quantities
import TestSupport
import Testing

/// One state of moist air with the values PsychroLib 2.5.0 gives for it.
struct AirState: CustomStringConvertible {
  let dryBulb, relativeHumidity, pressure: Double
  let ratio, wetBulb, dewPoint, enthalpy, density: Double

  init(
    _ dryBulb: Double, _ relativeHumidity: Double, _ pressure: Double, _ ratio: Double, _ wetBulb: Double,
    _ dewPoint: Double, _ enthalpy: Double, _ density: Double
  ) {
    self.dryBulb = dryBulb
    self.relativeHumidity = relativeHumidity
    self.pressure = pressure
    self.ratio = ratio
    self.wetBulb = wetBulb
    self.dewPoint = dewPoint
    self.enthalpy = enthalpy
    self.density = density
  }

  var description: String { "\(dryBulb) degC, \(relativeHumidity * 100) %, \(pressure) Pa" }

  /// Room air, frost, desert, altitude, tropics.
  static let all = [
    AirState(15, 0.5, 101_325, 0.005278544, 9.67238, 4.67192, 28.43891, 1.2211488),
    AirState(24, 0.5, 101_325, 0.009298505, 17.06753, 12.94637, 47.81465, 1.1813270),
    AirState(27, 0.6, 101_325, 0.013421468, 21.20563, 18.57669, 61.40312, 1.1666769),
    AirState(-15, 0.7, 101_325, 0.000711056, -15.68289, -18.80821, -13.33149, 1.3668205),
    AirState(-30, 0.6, 100_000, 0.000141894, -30.24997, -34.81263, -29.83304, 1.4326590),
    AirState(0, 0.9, 101_325, 0.003394628, -0.57175, -1.27345, 8.48996, 1.2896675),
    AirState(2, 0.3, 98_000, 0.001346987, -2.84931, -12.28592, 5.38583, 1.2398129),
    AirState(42, 0.08, 97_400, 0.004221399, 18.50651, 0.99082, 53.13949, 1.0739595),
    AirState(45, 0.03, 97_400, 0.001843163, 17.56933, -8.84661, 50.03402, 1.0653595),
    AirState(20, 0.4, 83_400, 0.007055679, 11.74342, 6.00426, 38.02872, 0.9869271),
    AirState(32, 0.9, 100_900, 0.027568473, 30.53240, 30.14980, 102.78163, 1.1334620),
    AirState(35, 0.2, 60_000, 0.011890370, 16.22405, 8.70669, 65.72188, 0.6735233),
  ]
}

@Suite("Psychrometrics")
struct PsychrometricsTests {
  @Test(
    arguments: [
      (-60, 1.08167317), (-40, 12.8452493), (-20, 103.260379), (-10, 259.902865), (0, 611.153571),
      (5, 872.486654), (25, 3169.21647), (45, 9593.21993), (60, 19943.7606),
    ] as [(Double, Double)])
  func `saturation pressure over ice and water agrees with PsychroLib`(
    temperature: Double, expected: Double
  ) {
    let pressure = Psychrometrics.saturationPressure(at: Celsius(temperature))
    #expect(isClose(pressure.value, expected, relative: 1e-8))
  }

  @Test(arguments: AirState.all)
  func `a state of moist air agrees with PsychroLib`(_ state: AirState) {
    let dryBulb = Celsius(state.dryBulb)
    let pressure = Pascals(state.pressure)
    let ratio = Psychrometrics.humidityRatio(
      dryBulb: dryBulb, relativeHumidity: Fraction(state.relativeHumidity), pressure: pressure)
    #expect(abs(ratio.value - state.ratio) < 1e-9)
    let dewPoint = Psychrometrics.dewPoint(humidityRatio: ratio, pressure: pressure)
    #expect(abs(dewPoint.value - state.dewPoint) < 2e-5)
    // PsychroLib bisects to 0.001 K.
    let wetBulb = Psychrometrics.wetBulb(dryBulb: dryBulb, humidityRatio: ratio, pressure: pressure)
    #expect(abs(wetBulb.value - state.wetBulb) < 1e-3)
    let enthalpy = Psychrometrics.enthalpy(dryBulb: dryBulb, humidityRatio: ratio)
    #expect(abs(enthalpy.value / 1e3 - state.enthalpy) < 1e-5)
    let density = Psychrometrics.density(dryBulb: dryBulb, humidityRatio: ratio, pressure: pressure)
    #expect(abs(density.value - state.density) < 1e-7)
  }

  /// Water a kilogram of dry air, wet bulb, dew point, enthalpy, volume a kilogram of dry air; to the digits given.
  @Test(
    arguments: [
      (15, 0.5, 5.27854, 9.6724, 4.6719, 28.4389, 0.82322),
      (24, 0.5, 9.29851, 17.0675, 12.9464, 47.8146, 0.85438),
      (27, 0.6, 13.42147, 21.2056, 18.5767, 61.4031, 0.86864),
    ] as [(Double, Double, Double, Double, Double, Double, Double)])
  func `air of three rooms has the reference values to 0.3 per cent, and to their digits`(
    dryBulb: Double, humidity: Double, grams: Double, wetBulb: Double, dewPoint: Double, kilojoules: Double,
    volume: Double
  ) {
    let (air, pressure) = (Celsius(dryBulb), Psychrometrics.seaLevelPressure)
    let ratio = Psychrometrics.humidityRatio(
      dryBulb: air, relativeHumidity: Fraction(humidity), pressure: pressure)
    #expect(abs(ratio.value * 1000 - grams) < 5.1e-6)
    #expect(abs(Psychrometrics.dewPoint(humidityRatio: ratio, pressure: pressure).value - dewPoint) < 5.1e-5)
    // The reference bisects the wet bulb to 0.001 K.
    let wet = Psychrometrics.wetBulb(dryBulb: air, humidityRatio: ratio, pressure: pressure)
    #expect(abs(wet.value - wetBulb) < 1e-3)
    let enthalpy = Psychrometrics.enthalpy(dryBulb: air, humidityRatio: ratio)
    #expect(abs(enthalpy.value / 1000 - kilojoules) < 5.1e-5)
    let density = Psychrometrics.density(dryBulb: air, humidityRatio: ratio, pressure: pressure)
    #expect(abs((1 + ratio.value) / density.value - volume) < 5.1e-6)
  }

  @Test func `relative humidity follows from the dew point`() {
    for state in AirState.all {
      let found = Psychrometrics.relativeHumidity(
        dryBulb: Celsius(state.dryBulb), dewPoint: Celsius(state.dewPoint))
      #expect(isClose(found.value, state.relativeHumidity, relative: 2e-6), "\(state)")
    }
  }

  @Test(
    arguments: [
      (25, 18, 0.0100177300), (0, -2, 0.00248003500), (40, 20, 0.00640078597), (-10, -11, 0.00110685216),
    ]
      as [(Double, Double, Double)])
  func `humidity ratio follows from the wet bulb, over ice too`(
    dryBulb: Double, wetBulb: Double, expected: Double
  ) {
    let ratio = Psychrometrics.humidityRatio(
      dryBulb: Celsius(dryBulb), wetBulb: Celsius(wetBulb), pressure: Psychrometrics.seaLevelPressure)
    #expect(isClose(ratio.value, expected, relative: 1e-8))
  }

  @Test(
    arguments: [(0, 101_325), (500, 95_460.8124), (1650, 83_011.0679), (3000, 70_108.4222)]
      as [(Double, Double)])
  func `pressure falls with elevation as in the standard atmosphere`(elevation: Double, expected: Double) {
    #expect(
      isClose(
        Psychrometrics.standardPressure(at: Meters(elevation)).value, expected, relative: 1e-8))
  }

  @Test func `every way round comes back to where it began`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let dryBulb = Celsius(.random(in: -45...50, using: &generator))
      let humidity = Fraction(.random(in: 0.02...1, using: &generator))
      let pressure = Pascals(.random(in: 60_000...104_000, using: &generator))
      let ratio = Psychrometrics.humidityRatio(
        dryBulb: dryBulb, relativeHumidity: humidity, pressure: pressure)
      let dewPoint = Psychrometrics.dewPoint(humidityRatio: ratio, pressure: pressure)
      let wetBulb = Psychrometrics.wetBulb(dryBulb: dryBulb, humidityRatio: ratio, pressure: pressure)
      #expect(dewPoint <= dryBulb + KelvinDifference(1e-6))
      #expect(wetBulb <= dryBulb && wetBulb >= dewPoint - KelvinDifference(0.05))
      // Below this the floor that keeps logarithms finite shows.
      guard ratio > HumidityRatio(2e-7) else { continue }
      let again = Psychrometrics.relativeHumidity(
        dryBulb: dryBulb, humidityRatio: ratio, pressure: pressure)
      #expect(isClose(again.value, humidity.value, relative: 1e-12))
      let fromDewPoint = Psychrometrics.humidityRatio(dewPoint: dewPoint, pressure: pressure)
      #expect(isClose(fromDewPoint.value, ratio.value, relative: 1e-8))
      let fromEnthalpy = Psychrometrics.dryBulb(
        enthalpy: Psychrometrics.enthalpy(dryBulb: dryBulb, humidityRatio: ratio), humidityRatio: ratio)
      #expect(abs(fromEnthalpy.value - dryBulb.value) < 1e-9)
    }
  }

  @Test func `a weather sample answers like its parts`() {
    let sample = WeatherSample(dryBulb: Celsius(24), dewPoint: Celsius(12.94637))
    #expect(isClose(sample.humidityRatio.value, 0.009298505, relative: 1e-5))
    #expect(abs(sample.wetBulb.value - 17.06753) < 1e-3)
    #expect(abs(sample.relativeHumidity.value - 0.5) < 1e-5)
    #expect(isClose(sample.enthalpy.value, 47_814.65, relative: 1e-5))
    #expect(isClose(sample.density.value, 1.1813270, relative: 1e-6))
  }
}
