public import Quantities

/// The outdoor air at one instant: what a weather station reads, and what follows from it.
///
/// Only three values are stored; humidity ratio, wet bulb and the like are computed when asked for, since most
/// plants need few of them.
public struct WeatherSample: Hashable, Sendable {
  /// The air temperature.
  public var dryBulb: Celsius
  /// The temperature at which the air's moisture condenses, at most the dry bulb.
  public var dewPoint: Celsius
  /// The station pressure (not reduced to sea level).
  public var pressure: Pascals

  /// Creates a sample.
  public init(dryBulb: Celsius, dewPoint: Celsius, pressure: Pascals = Psychrometrics.seaLevelPressure) {
    self.dryBulb = dryBulb
    self.dewPoint = dewPoint
    self.pressure = pressure
  }

  /// Water vapour per dry air.
  public var humidityRatio: HumidityRatio {
    Psychrometrics.humidityRatio(dewPoint: dewPoint, pressure: pressure)
  }

  /// The thermodynamic wet bulb.
  public var wetBulb: Celsius {
    Psychrometrics.wetBulb(dryBulb: dryBulb, dewPoint: dewPoint, pressure: pressure)
  }

  /// The relative humidity, 0...1.
  public var relativeHumidity: Fraction {
    Psychrometrics.relativeHumidity(dryBulb: dryBulb, dewPoint: dewPoint)
  }

  /// The enthalpy.
  public var enthalpy: JoulesPerKilogram {
    Psychrometrics.enthalpy(dryBulb: dryBulb, humidityRatio: humidityRatio)
  }

  /// The mass per volume.
  public var density: KilogramsPerCubicMeter {
    Psychrometrics.density(dryBulb: dryBulb, humidityRatio: humidityRatio, pressure: pressure)
  }
}
