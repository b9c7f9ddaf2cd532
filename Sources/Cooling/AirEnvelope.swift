public import Quantities

/// The air that server makers and ASHRAE ask for at the intake: a range of temperature and of humidity.
///
/// ```
/// W_least    = max(W(φ_least, T), W(T_dp,least))
/// W_greatest = min(W(φ_greatest, T), W(T_dp,greatest))
/// T_greatest(z) = T_greatest − (z − 900 m)/s           above 900 m, where the class derates
/// ```
///
/// `W` humidity ratio (kg/kg), `φ` relative humidity, `T` dry bulb, `T_dp` dew point (°C), `z` elevation (m), `s`
/// metres that cost a kelvin.
///
/// **Valid for** intake air of powered equipment. **Not modelled**: rate of change (20 K/h, 5 K/h with tape),
/// electrostatics, corrosion.
///
/// **Source**: ASHRAE TC9.9 thermal guidelines of 2004, 2008, 2015 (as of 2016) and 2021 (from memory, high
/// confidence, and two published summaries).
///
/// **Example**: class A1 reaches to 32 °C up to 900 m and to 29.5 °C at 1 650 m.
public struct AirEnvelope: Hashable, Sendable, CustomStringConvertible {
  /// The name, such as `recommended-2008` or `a1`.
  public let name: String
  /// Intake temperature at sea level.
  public let dryBulb: ClosedRange<Celsius>
  /// Relative humidity.
  public let relativeHumidity: ClosedRange<Fraction>
  /// The lowest dew point, where one is given.
  public let leastDewPoint: Celsius?
  /// The highest dew point, where one is given.
  public let greatestDewPoint: Celsius?
  /// Metres above 900 m that lower the highest temperature by a kelvin, where the class derates.
  public let metersPerKelvin: Meters?

  /// Up to here no class derates.
  public static let deratingStart = Meters(900)

  init(
    _ name: String, dryBulb: ClosedRange<Double>, humidity: ClosedRange<Double>,
    dewPoint: (least: Double?, greatest: Double?), metersPerKelvin: Double? = nil
  ) {
    self.name = name
    self.dryBulb = Celsius(dryBulb.lowerBound)...Celsius(dryBulb.upperBound)
    relativeHumidity = Fraction(percent: humidity.lowerBound)...Fraction(percent: humidity.upperBound)
    leastDewPoint = dewPoint.least.map { Celsius($0) }
    greatestDewPoint = dewPoint.greatest.map { Celsius($0) }
    self.metersPerKelvin = metersPerKelvin.map { Meters($0) }
  }

  /// The name.
  public var description: String { name }

  /// The highest intake temperature at an elevation.
  public func greatestDryBulb(at elevation: Meters) -> Celsius {
    guard let metersPerKelvin, elevation > Self.deratingStart else { return dryBulb.upperBound }
    let lowered = dryBulb.upperBound - KelvinDifference((elevation - Self.deratingStart) / metersPerKelvin)
    return max(lowered, dryBulb.lowerBound)
  }

  /// The vapour that air of a temperature may hold inside the envelope, whether or not the temperature is allowed.
  public func humidityRatios(dryBulb: Celsius, pressure: Pascals) -> ClosedRange<HumidityRatio> {
    func ratio(_ humidity: Fraction) -> HumidityRatio {
      Psychrometrics.humidityRatio(dryBulb: dryBulb, relativeHumidity: humidity, pressure: pressure)
    }
    func ratio(_ dewPoint: Celsius) -> HumidityRatio {
      Psychrometrics.humidityRatio(dewPoint: dewPoint, pressure: pressure)
    }
    let least = max(ratio(relativeHumidity.lowerBound), leastDewPoint.map(ratio) ?? .zero)
    let greatest = min(
      ratio(relativeHumidity.upperBound), greatestDewPoint.map(ratio) ?? HumidityRatio(.infinity))
    return min(least, greatest)...greatest
  }

  /// Whether air is inside: temperature, relative humidity and dew point.
  public func contains(_ air: WeatherSample, elevation: Meters = .zero) -> Bool {
    let warmth = dryBulb.lowerBound...greatestDryBulb(at: elevation)
    guard warmth.contains(air.dryBulb) else { return false }
    return humidityRatios(dryBulb: air.dryBulb, pressure: air.pressure).contains(air.humidityRatio)
  }
}
