public import Quantities

/// The climate of a place in twelve months of means, enough to make a typical year of hours from.
public struct ClimateNormals: Hashable, Sendable, CustomStringConvertible {
  /// The means of one month.
  public struct Month: Hashable, Sendable {
    /// Mean of the daily lowest dry bulb.
    public let dailyMinimum: Celsius
    /// Mean of the daily highest dry bulb.
    public let dailyMaximum: Celsius
    /// Mean dew point.
    public let dewPoint: Celsius
    /// Mean station pressure.
    public let pressure: Pascals
    /// Standard deviation of the hours about the month's mean day: how much weather there is.
    public let variability: KelvinDifference

    /// Creates a month.
    public init(
      dailyMinimum: Celsius, dailyMaximum: Celsius, dewPoint: Celsius, pressure: Pascals,
      variability: KelvinDifference
    ) {
      precondition(dailyMinimum <= dailyMaximum, "the daily minimum is at most the maximum")
      precondition(dewPoint < dailyMaximum, "the mean dew point is below the daily maximum")
      precondition(variability >= .zero, "variability is not below zero")
      self.dailyMinimum = dailyMinimum
      self.dailyMaximum = dailyMaximum
      self.dewPoint = dewPoint
      self.pressure = pressure
      self.variability = variability
    }
  }

  /// The name in a scenario file, such as `chicago-ohare`; it also seeds the weather of the days.
  public let name: String
  /// Where it is.
  public let station: WeatherStation
  /// January to December.
  public let months: [Month]
  /// Where the numbers come from and how sure they are.
  public let source: String

  /// Creates a climate of twelve months.
  public init(name: String, station: WeatherStation, months: [Month], source: String) {
    precondition(months.count == 12, "a climate has twelve months")
    self.name = name
    self.station = station
    self.months = months
    self.source = source
  }

  /// The name.
  public var description: String { name }

  /// The variability of a month where nobody has measured it: `σ = 5 K − 0.1 K/°C · T`, at least 1.2 K.
  ///
  /// `T` the month's mean dry bulb. Weather changes more in cold months and cold places than in the tropics.
  ///
  /// **Valid for** −10 to 35 °C. **Not modelled**: the sea, which halves it. **Source**: least squares over the 120
  /// months of this catalogue, which explains 54 % of their variance and misses by 1.0 K (root mean square), at most
  /// 3.8 K; confidence low.
  public static func usualVariability(at dryBulb: Celsius) -> KelvinDifference {
    KelvinDifference(max(1.2, 5 - 0.1 * dryBulb.value))
  }
}

extension ClimateNormals {
  /// Creates a climate from rows of twelve numbers: degrees Celsius, kelvins, hectopascals.
  init(
    name: String, station: WeatherStation, minimum: [Double], maximum: [Double], dewPoint: [Double],
    variability: [Double], hectopascals: [Double], source: String
  ) {
    self.init(
      name: name, station: station,
      months: minimum.indices.map {
        Month(
          dailyMinimum: Celsius(minimum[$0]), dailyMaximum: Celsius(maximum[$0]),
          dewPoint: Celsius(dewPoint[$0]), pressure: Pascals(hectopascals[$0] * 100),
          variability: KelvinDifference(variability[$0]))
      }, source: source)
  }
}
