public import Quantities

/// Properties of moist air, by the equations of the ASHRAE Handbook.
///
/// ```
/// ln p_ws = C1/T + C2 + C3·T + C4·T² + C5·T³ + C6·T⁴ + C7·ln T      (T in kelvins; over ice, over water)
/// W       = 0.621945·p_w / (p − p_w)
/// h       = 1.006·t + W·(2501 + 1.86·t)                             (kJ/kg dry air)
/// v       = 0.287042·(t + 273.15)·(1 + 1.607858·W) / p              (m³/kg dry air, p in kPa)
/// p(z)    = 101 325·(1 − 2.25577e-5·z)^5.2559
/// ```
///
/// `p_ws` saturation pressure (Pa), `p_w` vapour pressure (Pa), `p` station pressure (Pa), `W` humidity ratio
/// (kg/kg), `t` dry bulb (°C), `h` enthalpy, `v` specific volume, `z` elevation (m).
///
/// **Valid for** dry bulb −100 to 200 °C and pressures well above the vapour pressure; every input is taken at
/// its word inside that range.
///
/// **Not modelled**: the enhancement factor of real moist air (about 0.4 %).
///
/// **Source**: Hyland and Wexler (1983) as printed in ASHRAE Handbook Fundamentals (2017), chapter 1, equations
/// 5, 6, 20, 26, 28, 30, 33 and 35, arranged as in PsychroLib 2.5.0 (Meyer and Thevenard 2019).
///
/// **Example**: air of 24 °C and 50 % at 101 325 Pa holds 9.29851 g/kg, has a wet bulb of 17.0675 °C, a dew point
/// of 12.9464 °C, 47.8146 kJ/kg and 0.85438 m³/kg.
public enum Psychrometrics {
  /// Mean pressure at sea level.
  public static let seaLevelPressure = Pascals(101_325)

  /// The least humidity ratio that is told apart from dry air; keeps logarithms finite.
  static let leastHumidityRatio = 1e-7
  /// Molar mass of water over that of dry air.
  private static let molarMassRatio = 0.621945
  private static let triplePoint = 0.01
  static let kelvinOffset = 273.15

  /// Coefficients C1 to C7 of the saturation pressure (ASHRAE Fundamentals 2017, chapter 1, equations 5 and 6).
  private enum Saturation {
    static let overIce = (
      -5.6745359e+03, 6.3925247, -9.677843e-03, 6.2215701e-07, 2.0747825e-09, -9.484024e-13, 4.1635019
    )
    static let overWater = (
      -5.8002206e+03, 1.3914993, -4.8640239e-02, 4.1764768e-05, -1.4452093e-08, 0.0, 6.5459673
    )
  }

  /// The pressure of water vapour over ice (below 0.01 °C) or water at a temperature.
  public static func saturationPressure(at temperature: Celsius) -> Pascals {
    Pascals(exponential(logarithmOfSaturationPressure(temperature.value).value))
  }

  /// The logarithm of the saturation pressure and its slope over temperature.
  private static func logarithmOfSaturationPressure(_ celsius: Double) -> (value: Double, slope: Double) {
    let c = celsius <= triplePoint ? Saturation.overIce : Saturation.overWater
    let t = celsius + kelvinOffset
    let value = c.0 / t + c.1 + t * (c.2 + t * (c.3 + t * (c.4 + t * c.5))) + c.6 * naturalLogarithm(t)
    let slope = -c.0 / (t * t) + c.2 + t * (2 * c.3 + t * (3 * c.4 + t * 4 * c.5)) + c.6 / t
    return (value, slope)
  }

  /// The humidity ratio of air with a vapour pressure.
  static func humidityRatio(vapourPressure: Double, pressure: Double) -> Double {
    max(leastHumidityRatio, molarMassRatio * vapourPressure / (pressure - vapourPressure))
  }

  /// The humidity ratio of air with a dew point.
  public static func humidityRatio(dewPoint: Celsius, pressure: Pascals) -> HumidityRatio {
    HumidityRatio(
      humidityRatio(vapourPressure: saturationPressure(at: dewPoint).value, pressure: pressure.value))
  }

  /// The humidity ratio of air with a relative humidity (0...1).
  public static func humidityRatio(
    dryBulb: Celsius, relativeHumidity: Fraction, pressure: Pascals
  ) -> HumidityRatio {
    let vapour = relativeHumidity.value * saturationPressure(at: dryBulb).value
    return HumidityRatio(humidityRatio(vapourPressure: vapour, pressure: pressure.value))
  }

  /// The humidity ratio of air with a wet bulb.
  ///
  /// Air drier than the given wet bulb allows reads as dry air.
  public static func humidityRatio(
    dryBulb: Celsius, wetBulb: Celsius, pressure: Pascals
  ) -> HumidityRatio {
    let saturated = humidityRatio(dewPoint: wetBulb, pressure: pressure).value
    let (dry, wet) = (dryBulb.value, wetBulb.value)
    let ratio =
      wet >= 0
      ? ((2501 - 2.326 * wet) * saturated - 1.006 * (dry - wet)) / (2501 + 1.86 * dry - 4.186 * wet)
      : ((2830 - 0.24 * wet) * saturated - 1.006 * (dry - wet)) / (2830 + 1.86 * dry - 2.1 * wet)
    return HumidityRatio(max(leastHumidityRatio, ratio))
  }

  /// The relative humidity (0...1) of air with a dew point.
  public static func relativeHumidity(dryBulb: Celsius, dewPoint: Celsius) -> Fraction {
    Fraction(saturationPressure(at: dewPoint) / saturationPressure(at: dryBulb))
  }

  /// The relative humidity of air with a humidity ratio.
  public static func relativeHumidity(
    dryBulb: Celsius, humidityRatio: HumidityRatio, pressure: Pascals
  ) -> Fraction {
    let vapour = vapourPressure(humidityRatio: humidityRatio, pressure: pressure)
    return Fraction(vapour / saturationPressure(at: dryBulb))
  }

  /// The pressure of the vapour in air with a humidity ratio.
  public static func vapourPressure(humidityRatio: HumidityRatio, pressure: Pascals) -> Pascals {
    let ratio = max(leastHumidityRatio, humidityRatio.value)
    return Pascals(pressure.value * ratio / (molarMassRatio + ratio))
  }

  /// The temperature at which vapour of a pressure condenses, by Newton's method on the logarithm of the pressure.
  public static func dewPoint(vapourPressure: Pascals) -> Celsius {
    let target = naturalLogarithm(max(vapourPressure.value, saturationPressure(at: Celsius(-100)).value))
    var dewPoint = 10.0
    for _ in 0..<50 {
      let (value, slope) = logarithmOfSaturationPressure(dewPoint)
      let next = min(max(dewPoint - (value - target) / slope, -100), 200)
      let step = abs(next - dewPoint)
      dewPoint = next
      if step < 1e-9 { break }
    }
    return Celsius(dewPoint)
  }

  /// The dew point of air with a humidity ratio.
  public static func dewPoint(humidityRatio: HumidityRatio, pressure: Pascals) -> Celsius {
    dewPoint(vapourPressure: vapourPressure(humidityRatio: humidityRatio, pressure: pressure))
  }

  /// The thermodynamic wet bulb, between dew point and dry bulb.
  public static func wetBulb(
    dryBulb: Celsius, humidityRatio target: HumidityRatio, pressure: Pascals
  ) -> Celsius {
    let dew = dewPoint(humidityRatio: target, pressure: pressure)
    return wetBulb(dryBulb: dryBulb, dewPoint: dew, humidityRatio: target, pressure: pressure)
  }

  /// The thermodynamic wet bulb of air whose dew point is known.
  public static func wetBulb(dryBulb: Celsius, dewPoint: Celsius, pressure: Pascals) -> Celsius {
    let target = humidityRatio(dewPoint: dewPoint, pressure: pressure)
    return wetBulb(dryBulb: dryBulb, dewPoint: dewPoint, humidityRatio: target, pressure: pressure)
  }

  private static func wetBulb(
    dryBulb: Celsius, dewPoint: Celsius, humidityRatio target: HumidityRatio, pressure: Pascals
  ) -> Celsius {
    var low = min(dewPoint.value, dryBulb.value)
    var high = dryBulb.value
    // Where ice turns to water the balance jumps, and some air has a root on either side: halving decides for one
    // side, as the usual programs do, and Newton's method finds it there.
    while low < 0 && high > 0 && high - low > wetBulbTolerance {
      let middle = (low + high) / 2
      let ratio = wetBulbBalance(dry: dryBulb.value, wet: middle, pressure: pressure.value).ratio
      if ratio > target.value { high = middle } else { low = middle }
    }
    var wet = low + (high - low) * 0.4
    while high - low > wetBulbTolerance {
      let (ratio, slope) = wetBulbBalance(dry: dryBulb.value, wet: wet, pressure: pressure.value)
      if ratio > target.value { high = wet } else { low = wet }
      let next = wet - (ratio - target.value) / slope
      if abs(next - wet) < newtonStep { return Celsius(min(max(next, low), high)) }
      wet = next > low && next < high ? next : (low + high) / 2
    }
    return Celsius((low + high) / 2)
  }

  /// How close the wet bulb is found, K.
  private static let wetBulbTolerance = 1e-7
  /// A step of Newton's method this small, K, ends within a thousandth of the tolerance.
  private static let newtonStep = 1e-4

  /// The humidity ratio of air with a wet bulb, and its slope over the wet bulb.
  private static func wetBulbBalance(
    dry: Double, wet: Double, pressure: Double
  ) -> (ratio: Double, slope: Double) {
    let (logarithm, logarithmSlope) = logarithmOfSaturationPressure(wet)
    let vapour = exponential(logarithm)
    let saturated = molarMassRatio * vapour / (pressure - vapour)
    let saturatedSlope = saturated * logarithmSlope * pressure / (pressure - vapour)
    let (heat, heatSlope, sum, sumSlope) =
      wet >= 0
      ? (2501 - 2.326 * wet, -2.326, 2501 + 1.86 * dry - 4.186 * wet, -4.186)
      : (2830 - 0.24 * wet, -0.24, 2830 + 1.86 * dry - 2.1 * wet, -2.1)
    let ratio = (heat * saturated - 1.006 * (dry - wet)) / sum
    let slope = (heatSlope * saturated + heat * saturatedSlope + 1.006 - ratio * sumSlope) / sum
    return (ratio, slope)
  }

  /// The enthalpy, zero for dry air of 0 °C.
  public static func enthalpy(dryBulb: Celsius, humidityRatio: HumidityRatio) -> JoulesPerKilogram {
    let (t, ratio) = (dryBulb.value, humidityRatio.value)
    return JoulesPerKilogram(1e3 * (1.006 * t + ratio * (2501 + 1.86 * t)))
  }

  /// The dry bulb of air with an enthalpy and a humidity ratio.
  public static func dryBulb(enthalpy: JoulesPerKilogram, humidityRatio: HumidityRatio) -> Celsius {
    let ratio = humidityRatio.value
    return Celsius((enthalpy.value / 1e3 - 2501 * ratio) / (1.006 + 1.86 * ratio))
  }

  /// The mass of moist air per volume.
  public static func density(
    dryBulb: Celsius, humidityRatio: HumidityRatio, pressure: Pascals
  ) -> KilogramsPerCubicMeter {
    let ratio = humidityRatio.value
    let volume =
      0.287042 * (dryBulb.value + kelvinOffset) * (1 + 1.607858 * ratio) / (pressure.value / 1e3)
    return KilogramsPerCubicMeter((1 + ratio) / volume)
  }

  /// The mean pressure at an elevation of the standard atmosphere.
  public static func standardPressure(at elevation: Meters) -> Pascals {
    Pascals(seaLevelPressure.value * power(1 - 2.25577e-5 * elevation.value, 5.2559))
  }
}
